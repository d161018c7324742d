package de.digitallotsen.kommune;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;
import de.digitallotsen.shared.Violation;
import jakarta.enterprise.event.Event;

/**
 * Brings the register up to the official file (R2), all or nothing: exactly what {@link PreviewImport} has shown. A
 * Kommune is ended, never deleted; who takes its place, people say, because the file does not.
 */
@UseCase
public class ImportKommunen {

    /**
     * The first import knows nothing about beginnings; everything listed has existed at least since the earlier period
     * began.
     */
    private static final LocalDate FIRST_REGISTER = LocalDate.of(2021, 1, 1);

    private final PreviewImport preview;
    private final Kommunen kommunen;
    private final RegisterUploads uploads;
    private final Merger merger;
    private final Crowded crowded;
    private final Event<Audited> changes;
    private final Clock clock;

    ImportKommunen(
            PreviewImport preview,
            Kommunen kommunen,
            RegisterUploads uploads,
            Merger merger,
            Crowded crowded,
            Event<Audited> changes,
            Clock clock) {
        this.preview = preview;
        this.kommunen = kommunen;
        this.uploads = uploads;
        this.merger = merger;
        this.crowded = crowded;
        this.changes = changes;
        this.clock = clock;
    }

    /**
     * @param successors by the ARS of the Kommune that ends; who has none is missing
     * @param fingerprint of the changes that were shown; null if nobody looked beforehand
     * @param endings how many Kommunen end, as somebody typed it; null if nobody did
     * @param crowdsSeen the {@link Crowded#fingerprint} of what somebody read; null if nobody did
     */
    public record Command(
            RegisterFile file, Map<String, String> successors, String fingerprint, Integer endings, String crowdsSeen) {

        /** Without a typed number: enough where few end. */
        public Command(RegisterFile file, Map<String, String> successors, String fingerprint) {
            this(file, successors, fingerprint, null, null);
        }

        /** A file nobody has looked at. */
        public static Command of(RegisterFile file) {
            return new Command(file, Map.of(), null);
        }
    }

    /**
     * @return what was done
     * @throws InvalidInputException if a line is unusable or a successor is none: an import is all or nothing
     * @throws RefusedException REGISTER_CHANGED if what would be done is not what was shown; MANY_ENDINGS if more than
     *     {@value RegisterChanges#FEW} end and the number was not typed: a file that was cut off ends hundreds;
     *     MORE_PEOPLE_THAN_PLACES if they come together at a successor and nobody has read so
     */
    public RegisterChanges handle(Actor actor, Command command) {
        actor.require(Role.NSI);
        requireUsable(command.file());
        kommunen.lockRegister();
        RegisterChanges shown = preview.handle(actor, command.file());
        if (command.fingerprint() != null && !command.fingerprint().equals(shown.fingerprint())) {
            throw new RefusedException(KommuneRefusal.REGISTER_CHANGED);
        }
        if (shown.endsMany() && !Integer.valueOf(shown.endings().size()).equals(command.endings())) {
            throw new RefusedException(
                    KommuneRefusal.MANY_ENDINGS, "endings", shown.endings().size());
        }
        Map<String, String> successors = new TreeMap<>(command.successors());
        merger.requirePossible(command.file(), shown, successors);
        requireRead(crowded.at(shown, command.file(), successors), command.crowdsSeen());
        apply(actor, command.file(), shown, successors);
        uploads.deleteById(command.file().hash());
        changes.fire(AuditedChange.of(actor, "register.imported", "register", "kommune")
                .to(outcome(command.file(), shown, successors)));
        return shown;
    }

    private static Map<String, Object> outcome(
            RegisterFile file, RegisterChanges shown, Map<String, String> successors) {
        Map<String, Object> outcome = new TreeMap<>(shown.summary());
        outcome.put("file", file.hash());
        outcome.put(
                "endings",
                shown.endings().stream().map(RegisterChanges.Ending::ars).toList());
        outcome.put("successors", successors);
        return outcome;
    }

    private static void requireRead(List<String> crowds, String seen) {
        if (!crowds.isEmpty() && !Crowded.fingerprint(crowds).equals(seen)) {
            throw new RefusedException(KommuneRefusal.MORE_PEOPLE_THAN_PLACES, "crowds", String.join(" ", crowds));
        }
    }

    private static void requireUsable(RegisterFile file) {
        if (!file.rejected().isEmpty()) {
            throw new InvalidInputException(file.rejected().stream()
                    .map(line -> new Violation(
                            "line " + line.line(),
                            Messages.text("register.rejected", "line", line.line(), "reason", line.reason())))
                    .toList());
        }
    }

    private void apply(Actor actor, RegisterFile file, RegisterChanges shown, Map<String, String> successors) {
        LocalDate today = SystemClock.today(clock);
        merger.announce(shown);
        Map<String, Kommune> existing =
                kommunen.listAll().stream().collect(Collectors.toMap(Kommune::ars, Function.identity()));
        KommunenRevived revived = Merger.revivedOf(shown.changes().stream()
                .map(change -> existing.get(change.ars()))
                .toList());
        // Endings and swapped names first: a name that one gives up may be taken over by another in the same file.
        shown.endings().forEach(ending -> existing.get(ending.ars()).end(today.minusDays(1)));
        shown.changes().stream()
                .filter(RegisterChanges.Change::renames)
                .forEach(change -> existing.get(change.ars()).lendName());
        kommunen.flush();
        write(file, shown, existing, existing.isEmpty() ? FIRST_REGISTER : today);
        kommunen.flush();
        merger.complete(actor, successors, revived);
    }

    private void write(RegisterFile file, RegisterChanges shown, Map<String, Kommune> existing, LocalDate from) {
        Map<String, String> names = file.displayNames();
        shown.changes()
                .forEach(change -> existing.get(change.ars()).describe(file.line(change.ars()), change.displayName()));
        // Samtgemeinden before their members: the foreign key asks for it.
        shown.additions().stream()
                .map(addition -> file.line(addition.ars()))
                .sorted(Comparator.comparing(line -> line.samtgemeindeArs() != null))
                .forEach(line -> kommunen.persist(Kommune.begin(line, names.get(line.ars()), from)));
    }
}
