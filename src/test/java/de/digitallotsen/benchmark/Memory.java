package de.digitallotsen.benchmark;

import java.util.List;
import java.util.Map;

/** Resident memory of the portal's JVM after four rushes; the database server is a process of its own. */
final class Memory {

    private static final int RUSHES = 4;

    private final Stage stage;
    private final Report report;

    Memory(Stage stage, Report report) {
        this.stage = stage;
        this.report = report;
    }

    void run() throws Exception {
        report.title("Memory of the JVM after %d rushes".formatted(RUSHES));
        report.line("without flags: %.0f MB", afterRushes(List.of()));
        report.atMost("resident memory with " + String.join(" ", Stage.FLAGS), afterRushes(Stage.FLAGS), 300, "MB");
    }

    private double afterRushes(List<String> flags) throws Exception {
        try (Portal portal = stage.portal(flags, Map.of())) {
            for (int i = 0; i < RUSHES; i++) {
                stage.rush(portal, false, Stage.SCARCE_CENTS);
            }
            return portal.residentMegabytes();
        }
    }
}
