package de.digitallotsen.kommune;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;
import de.digitallotsen.shared.Violation;
import jakarta.enterprise.event.Event;

/**
 * Brings the register up to the official file (R2): shows what it would add, change and end before it does so, ends a Kommune
 * rather than deleting it, and does all or nothing.
 */
@UseCase
public class ImportKommunen {

    private final Kommunen kommunen;
    private final Clock clock;
    private final Event<AuditedChange> changes;

    ImportKommunen(Kommunen kommunen, Clock clock, Event<AuditedChange> changes) {
        this.kommunen = kommunen;
        this.clock = clock;
        this.changes = changes;
    }

    /** What an import adds, changes and ends; the rows by display name, and what cannot be used. */
    public record Changes(List<Row> additions, List<Row> changes, List<Row> endings, int unchanged, List<RegisterFile.RejectedLine> rejected) {

        /** One Kommune concerned. */
        public record Row(String ars, String displayName) {
        }
    }

    /** The register was brought up to a file. */
    public record RegisterImported(Actor actor, int added, int changed, int ended) implements AuditedChange {
        @Override
        public String action() {
            return "register.imported";
        }

        @Override
        public String subjectType() {
            return "register";
        }

        @Override
        public String subjectId() {
            return "kommune";
        }

        @Override
        public Map<String, Object> after() {
            return Map.of("added", added, "changed", changed, "ended", ended);
        }
    }

    /**
     * Compares the file with the register and, unless {@code dryRun}, applies it.
     *
     * @param actor  the NSI or the portal itself
     * @param csv    the file as text
     * @param dryRun only show
     * @throws InvalidInputException if a line is unusable and this is no dry run: an import is all or nothing
     */
    public Changes handle(Actor actor, String csv, boolean dryRun) {
        actor.require(Role.NSI);
        RegisterFile file = RegisterFile.read(csv);
        if (!dryRun && !file.rejected().isEmpty()) {
            throw new InvalidInputException(file.rejected().stream()
                    .map(line -> new Violation("line " + line.line(), Messages.text("register.rejected", "line", line.line(), "reason", line.reason()))).toList());
        }
        Map<String, String> names = file.displayNames();
        Map<String, Kommune> existing = kommunen.listAll().stream().collect(Collectors.toMap(Kommune::ars, Function.identity()));
        Changes changes = compare(file, names, existing);
        if (!dryRun) {
            apply(file, names, existing, changes);
            this.changes.fire(new RegisterImported(actor, changes.additions().size(), changes.changes().size(), changes.endings().size()));
        }
        return changes;
    }

    private static Changes compare(RegisterFile file, Map<String, String> names, Map<String, Kommune> existing) {
        List<Changes.Row> added = new ArrayList<>();
        List<Changes.Row> changed = new ArrayList<>();
        int unchanged = 0;
        for (RegisterLine line : file.lines()) {
            Kommune kommune = existing.get(line.ars());
            Changes.Row row = new Changes.Row(line.ars(), names.get(line.ars()));
            if (kommune == null) {
                added.add(row);
            } else if (kommune.says(line, row.displayName())) {
                unchanged++;
            } else {
                changed.add(row);
            }
        }
        Set<String> listed = file.lines().stream().map(RegisterLine::ars).collect(Collectors.toSet());
        List<Changes.Row> ended = existing.values().stream().filter(k -> k.validTo() == null && !listed.contains(k.ars()))
                .map(k -> new Changes.Row(k.ars(), k.displayName())).sorted(Comparator.comparing(Changes.Row::ars)).toList();
        return new Changes(added, changed, ended, unchanged, file.rejected());
    }

    private void apply(RegisterFile file, Map<String, String> names, Map<String, Kommune> existing, Changes changes) {
        LocalDate today = SystemClock.today(clock);
        LocalDate from = existing.isEmpty() ? FIRST_REGISTER : today;
        Set<String> changed = changes.changes().stream().map(Changes.Row::ars).collect(Collectors.toSet());
        // Endings first: the name of one that ends may be taken over by another in the same file.
        changes.endings().forEach(row -> existing.get(row.ars()).end(today.minusDays(1)));
        kommunen.flush();
        // Samtgemeinden before their members: the foreign key asks for it.
        List<RegisterLine> parentsFirst = file.lines().stream().sorted(Comparator.comparing(l -> l.samtgemeindeArs() != null)).toList();
        for (RegisterLine line : parentsFirst) {
            Kommune kommune = existing.get(line.ars());
            if (kommune == null) {
                kommunen.persist(Kommune.begin(line, names.get(line.ars()), from));
            } else if (changed.contains(line.ars())) {
                kommune.describe(line, names.get(line.ars()));
            }
        }
    }

    /** The first import knows nothing about beginnings; everything listed has existed at least since the earlier period began. */
    private static final LocalDate FIRST_REGISTER = LocalDate.of(2021, 1, 1);
}
