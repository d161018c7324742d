package de.digitallotsen.benchmark;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Measures the packaged program as a child process and prints every figure beside its aim: {@code mvn -Pbenchmark
 * -DskipTests verify}. With {@code -Dbenchmark.parts=rush,start} only some of the parts. Ratios are always of one run
 * on one machine.
 */
public final class Benchmark {

    private Benchmark() {}

    /** @param arguments the packaged program and a folder to work in, which is emptied first */
    public static void main(String... arguments) throws Exception {
        Path program = Path.of(arguments[0]).toAbsolutePath();
        Path folder = Path.of(arguments[1]).toAbsolutePath();
        List<String> parts = List.of(
                System.getProperty("benchmark.parts", "start,page,statements,reports,rush,sign-in,open-loop,memory")
                        .split(","));
        empty(folder);
        Report report = new Report();
        if (parts.contains("start")) {
            new StartTime(program, report).run(folder.resolve("start"));
        }
        Stage stage = Stage.set(program, folder);
        try (Database database = stage.database()) {
            report.title("Machine");
            report.line("%s", Machine.describe(database.version()));
            Map<String, Part> later = new LinkedHashMap<>();
            later.put("page", new FirstVisit(stage, report)::run);
            later.put("statements", new StatementCounts(stage, report)::run);
            later.put("reports", new ReportQueries(stage, report)::run);
            later.put("rush", new OpeningRush(stage, report)::run);
            later.put("sign-in", new SignInStorm(stage, report)::run);
            later.put("open-loop", () -> new OpenLoop(stage, report).run(folder.resolve("acknowledged.txt")));
            later.put("memory", new Memory(stage, report)::run);
            for (Map.Entry<String, Part> part : later.entrySet()) {
                if (parts.contains(part.getKey())) {
                    part.getValue().run();
                }
            }
        }
        report.summary();
    }

    private interface Part {
        void run() throws Exception;
    }

    private static void empty(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> content = Files.walk(folder)) {
                for (Path path : content.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }
}
