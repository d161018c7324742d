package de.digitallotsen.start;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

import de.digitallotsen.audit.AuditExportCheck;
import de.digitallotsen.shared.FileText;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Violation;

/**
 * {@code audit-verify FILE [--seal=…]}: checks an exported audit trail on any machine that has Java, without a portal,
 * a configuration or a database. Says which line breaks the chain; a seal that somebody kept has to stand in the file.
 */
final class AuditVerifyCommand {

    static final String NAME = "audit-verify";
    /** Every seal holds, and the seals asked for are there. */
    static final int INTACT = 0;
    /** The file is not what was sealed, or not all of it. */
    static final int BROKEN = 1;
    /** Called in another way than it can be. */
    static final int MISUSED = 2;
    /** There is no such file, or it may not be read. */
    static final int UNREADABLE = 3;

    private static final String USAGE = "Aufruf: " + NAME + " DATEI.csv [--seal=SIEGEL …]";
    private static final String SEAL_OPTION = "--seal=";
    private static final int MOST_FAULTS = 20;

    private final PrintStream out;
    private final PrintStream errors;

    AuditVerifyCommand(PrintStream out, PrintStream errors) {
        this.out = out;
        this.errors = errors;
    }

    /**
     * @param words behind the name
     * @return the exit code
     */
    int run(List<String> words) {
        List<String> files =
                words.stream().filter(word -> !word.startsWith("--")).toList();
        List<String> options =
                words.stream().filter(word -> word.startsWith("--")).toList();
        if (files.size() != 1 || !options.stream().allMatch(word -> word.matches(SEAL_OPTION + "[0-9a-f]{64}"))) {
            errors.println(USAGE);
            return MISUSED;
        }
        try {
            AuditExportCheck.Report report =
                    AuditExportCheck.of(FileText.of(Files.readAllBytes(Path.of(files.get(0)))));
            boolean found = print(
                    report,
                    options.stream()
                            .map(word -> word.substring(SEAL_OPTION.length()))
                            .toList());
            return report.intact() && found ? INTACT : BROKEN;
        } catch (InvalidInputException damaged) {
            errors.println(damaged.violations().stream().map(Violation::message).collect(Collectors.joining("\n")));
            return BROKEN;
        } catch (IOException | InvalidPathException unreadable) {
            errors.println("Die Datei " + files.get(0) + " lässt sich nicht lesen.");
            return UNREADABLE;
        }
    }

    /** False if a seal asked for is not there. */
    private boolean print(AuditExportCheck.Report report, List<String> asked) {
        out.println(report.entries() + " Einträge, " + report.seals().size() + " Siegel.");
        if (report.goesOn()) {
            out.println("Die Kette schließt an eine frühere an, deren letztes Siegel " + report.beginning() + " ist.");
        }
        report.faults().stream()
                .limit(MOST_FAULTS)
                .forEach(fault -> out.println("Zeile " + fault.line() + ": " + fault.what()));
        if (report.faults().size() > MOST_FAULTS) {
            out.println("… und " + (report.faults().size() - MOST_FAULTS) + " weitere Fehler.");
        }
        boolean found = true;
        for (String seal : asked) {
            Long number = report.seals().get(seal);
            found &= number != null;
            out.println(
                    number == null
                            ? "Das Siegel " + seal + " steht nicht in der Datei: Sie ist nicht vollständig oder eine"
                                    + " andere."
                            : "Das Siegel " + seal + " steht in der Datei, es reicht bis zum Eintrag " + number + ".");
        }
        if (report.intact() && found) {
            out.println("Alle Siegel halten.");
            out.println("Das letzte: " + report.lastHash() + " vom " + report.lastSealedAt() + ". Ob dahinter etwas"
                    + " fehlt, zeigt nur der Vergleich mit einem aufbewahrten Siegel: --seal=…");
        }
        return found;
    }
}
