package de.digitallotsen.places;

import java.time.Clock;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
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
 * Notes which places were used up in earlier periods (R3): shows what a file would change before it does so, does all
 * or nothing, and takes no place from a registration.
 */
@UseCase
public class ImportEarlierUse {

    private final Kommunen kommunen;
    private final FundingPeriods periods;
    private final Places places;
    private final Clock clock;
    private final Event<Audited> changes;

    ImportEarlierUse(Kommunen kommunen, FundingPeriods periods, Places places, Clock clock, Event<Audited> changes) {
        this.kommunen = kommunen;
        this.periods = periods;
        this.places = places;
        this.clock = clock;
        this.changes = changes;
    }

    /** A line that cannot be used, and why, in German; {@code line} counts from 1, the header included. */
    public record RejectedLine(long line, String reason) {}

    /**
     * What changes for one Kommune.
     *
     * @param was places noted for that period so far
     * @param is places noted from now on
     */
    public record Row(String ars, String displayName, String period, int was, int is) {}

    /** What an import changes, how many lines change nothing, and what cannot be used. */
    public record Changes(List<Row> changes, int unchanged, List<RejectedLine> rejected) {}

    /**
     * Compares the file with the places and, unless {@code dryRun}, applies it.
     *
     * @param csv {@code ars;zeitraum;plaetze}; the number is what holds afterwards for that period, 0 takes it back
     * @throws InvalidInputException if it is no such file; and if a line is unusable and this is no dry run: an import
     *     is all or nothing
     * @throws RefusedException NOT_FOUND without any period
     */
    public Changes handle(Actor actor, String csv, boolean dryRun) {
        actor.require(Role.NSI, Role.MINISTRY);
        FundingPeriod period = periods.requireCurrent(SystemClock.today(clock));
        EarlierUseFile file = EarlierUseFile.read(csv);
        Changes changes = compare(file, period);
        if (!dryRun) {
            refuseRejected(changes.rejected());
            changes.changes().forEach(row -> apply(actor, period, row));
        }
        return changes;
    }

    private Changes compare(EarlierUseFile file, FundingPeriod period) {
        Set<String> ars = file.lines().stream().map(EarlierUseFile.Line::ars).collect(Collectors.toSet());
        Map<String, Kommune> listed = ars.isEmpty()
                ? Map.of()
                : kommunen.list("ars in ?1", ars).stream().collect(Collectors.toMap(Kommune::ars, kommune -> kommune));
        Map<String, List<Places.PlaceUse>> uses = places.of(period.programme(), period.id(), ars);
        EarlierUsePlan plan =
                new EarlierUsePlan(listed, uses, period.programme().placesPerKommune(), SystemClock.today(clock));
        // In the order in which places are taken everywhere, so that two imports never wait for each other in a circle;
        // what gives places back comes first.
        file.lines().stream()
                .sorted(Comparator.comparing(EarlierUseFile.Line::ars).thenComparing(EarlierUseFile.Line::places))
                .forEach(plan::add);
        List<RejectedLine> rejected = Stream.concat(file.rejected().stream(), plan.rejected().stream())
                .sorted(Comparator.comparing(RejectedLine::line))
                .toList();
        return new Changes(plan.changes(), plan.unchanged(), rejected);
    }

    private static void refuseRejected(List<RejectedLine> rejected) {
        if (!rejected.isEmpty()) {
            throw new InvalidInputException(rejected.stream()
                    .map(line -> new Violation(
                            "file", Messages.text("register.rejected", "line", line.line(), "reason", line.reason())))
                    .toList());
        }
    }

    private void apply(Actor actor, FundingPeriod period, Row row) {
        places.grant(period.programme(), period.id(), kommunen.require(row.ars()));
        if (!places.noteEarlierUse(period.programme(), period.id(), row.ars(), row.period(), row.is() - row.was())) {
            // Somebody registered between the look and this line.
            throw new InvalidInputException(List.of(
                    new Violation("file", Messages.text("earlier-use.just-taken", "kommune", row.displayName()))));
        }
        changes.fire(AuditedChange.of(actor, "places.earlier-use", "kommune", row.ars())
                .from("period", row.period(), "places", row.was())
                .to("period", row.period(), "places", row.is()));
    }
}
