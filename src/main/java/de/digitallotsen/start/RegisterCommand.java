package de.digitallotsen.start;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

import de.digitallotsen.kommune.Crowded;
import de.digitallotsen.kommune.ImportKommunen;
import de.digitallotsen.kommune.PreviewImport;
import de.digitallotsen.kommune.RegisterChanges;
import de.digitallotsen.kommune.RegisterFile;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.FileText;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Violation;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;

/**
 * {@code register-import FILE [--apply]}: reads in the official register on the console (R2), without serving anybody.
 * Shows what the file would do; with {@code --apply} it is done, exactly as shown.
 */
@ApplicationScoped
class RegisterCommand implements QuarkusApplication {

    static final String NAME = "register-import";
    private static final String USAGE = "Aufruf: " + NAME
            + " DATEI [--apply] [--fingerprint=…] [--endings=ZAHL] [--crowds-seen=…] [--successor=ARS:ARS …]";
    private static final int REFUSED = 1;
    private static final int MISUSED = 2;

    private final PreviewImport preview;
    private final ImportKommunen importKommunen;
    private final Crowded crowded;
    private final PrintStream out = System.out;

    RegisterCommand(PreviewImport preview, ImportKommunen importKommunen, Crowded crowded) {
        this.preview = preview;
        this.importKommunen = importKommunen;
        this.crowded = crowded;
    }

    /** What stands on the command line behind the name. */
    private record Arguments(
            String file,
            boolean apply,
            String fingerprint,
            Integer endings,
            String crowdsSeen,
            Map<String, String> successors) {

        /** Null if it cannot be understood. */
        static Arguments of(List<String> words) {
            List<String> files =
                    words.stream().filter(word -> !word.startsWith("--")).toList();
            Map<String, String> successors = new TreeMap<>();
            String fingerprint = null;
            Integer endings = null;
            String crowdsSeen = null;
            boolean apply = false;
            for (String option :
                    words.stream().filter(word -> word.startsWith("--")).toList()) {
                if (option.matches("--successor=\\d{12}:\\d{12}")) {
                    successors.put(option.substring(12, 24), option.substring(25));
                } else if (option.matches("--fingerprint=[0-9a-f]{64}")) {
                    fingerprint = option.substring(14);
                } else if (option.matches("--endings=\\d{1,6}")) {
                    endings = Integer.valueOf(option.substring(10));
                } else if (option.matches("--crowds-seen=[0-9a-f]{64}")) {
                    crowdsSeen = option.substring(14);
                } else if (option.equals("--apply")) {
                    apply = true;
                } else {
                    return null;
                }
            }
            return files.size() == 1
                    ? new Arguments(files.get(0), apply, fingerprint, endings, crowdsSeen, successors)
                    : null;
        }
    }

    @Override
    @ActivateRequestContext
    public int run(String... words) {
        Arguments arguments = Arguments.of(List.of(words).subList(1, words.length));
        if (arguments == null) {
            System.err.println(USAGE);
            return MISUSED;
        }
        try {
            handle(arguments);
            return 0;
        } catch (InvalidInputException invalid) {
            System.err.println(invalid.violations().stream()
                    .map(Violation::message)
                    .collect(Collectors.joining(System.lineSeparator())));
        } catch (RefusedException refused) {
            System.err.println(refused.text());
        } catch (IOException | InvalidPathException unreadable) {
            System.err.println("Die Datei " + arguments.file() + " lässt sich nicht lesen.");
        }
        return REFUSED;
    }

    private void handle(Arguments arguments) throws IOException {
        RegisterFile file = RegisterFile.read(FileText.of(Files.readAllBytes(Path.of(arguments.file()))));
        RegisterChanges changes = preview.handle(Actor.portal(), file);
        print(changes);
        if (!arguments.apply()) {
            List<String> crowds = crowded.at(changes, file, arguments.successors());
            crowds.forEach(out::println);
            out.println("Noch ist nichts geändert. Übernehmen mit: --apply --fingerprint=" + changes.fingerprint()
                    + (crowds.isEmpty() ? "" : " --crowds-seen=" + Crowded.fingerprint(crowds)));
            return;
        }
        String shown = arguments.fingerprint() == null ? changes.fingerprint() : arguments.fingerprint();
        importKommunen.handle(
                Actor.portal(),
                new ImportKommunen.Command(
                        file, arguments.successors(), shown, arguments.endings(), arguments.crowdsSeen()));
        out.println("Das Register ist auf dem Stand der Datei.");
    }

    private void print(RegisterChanges changes) {
        RegisterChanges.Counts counts = changes.counts();
        List<String> lines = new ArrayList<>();
        lines.add(counts.additions() + " kommen hinzu, " + counts.changes() + " ändern sich, " + counts.endings()
                + " enden, " + counts.unchanged() + " bleiben gleich, " + counts.rejected()
                + " Zeilen sind nicht verwendbar.");
        changes.rejected().forEach(r -> lines.add("Zeile " + r.line() + ": " + r.reason()));
        changes.additions().forEach(a -> lines.add("neu:     " + a.ars() + " " + a.displayName()));
        changes.changes()
                .forEach(c -> lines.add("anders:  " + c.ars() + " " + c.displayName() + ": "
                        + c.fields().stream().map(RegisterCommand::words).collect(Collectors.joining("; "))));
        changes.endings()
                .forEach(e -> lines.add("endet:   " + e.ars() + " " + e.displayName() + " (belegte Förderplätze: "
                        + e.placesUsed() + ", Zugänge: " + e.accounts().size() + ")"));
        lines.forEach(out::println);
    }

    private static String words(RegisterChanges.FieldChange field) {
        String nothing = Messages.label("register.nothing");
        return Messages.label("register." + field.field()) + ": " + (field.before() == null ? nothing : field.before())
                + " → " + (field.after() == null ? nothing : field.after());
    }
}
