package de.digitallotsen.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** On what the figures were measured: without it they say nothing. */
final class Machine {

    private Machine() {}

    static String describe(String mariaDb) throws IOException {
        return "%d cores (%s), %s memory, load before the run %s%n   %s %s, %s %s, MariaDB %s"
                .formatted(
                        Runtime.getRuntime().availableProcessors(),
                        fromProc("cpuinfo", "model name"),
                        fromProc("meminfo", "MemTotal"),
                        fromProc("loadavg", ""),
                        System.getProperty("java.vm.name"),
                        System.getProperty("java.runtime.version"),
                        System.getProperty("os.name"),
                        System.getProperty("os.version"),
                        mariaDb);
    }

    private static String fromProc(String file, String key) throws IOException {
        Path path = Path.of("/proc", file);
        if (!Files.exists(path)) {
            return "?";
        }
        try (Stream<String> lines = Files.lines(path)) {
            return lines.filter(line -> line.startsWith(key))
                    .findFirst()
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .orElse("?");
        }
    }
}
