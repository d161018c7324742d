package de.digitallotsen.settings;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.digitallotsen.places.PlaceGrants;
import de.digitallotsen.programme.CapScope;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.programme.ProgrammeTerms;
import de.digitallotsen.registration.PlaceMoves;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;

/**
 * The Ministry sets the terms of the programme, with a reason, from now on: what is registered keeps fee and rate of
 * its day (R8). The number of places is granted or withdrawn row by row (R3); below what is in use is refused.
 */
@UseCase
public class ChangeProgramme {

    /** Longest reason, in characters. */
    public static final int LONGEST_REASON = 500;

    private final EntityManager database;
    private final FundingPeriods periods;
    private final PlaceGrants grants;
    private final PlaceMoves moves;
    private final Clock clock;
    private final Event<Audited> changes;

    ChangeProgramme(
            EntityManager database,
            FundingPeriods periods,
            PlaceGrants grants,
            PlaceMoves moves,
            Clock clock,
            Event<Audited> changes) {
        this.database = database;
        this.periods = periods;
        this.grants = grants;
        this.moves = moves;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @param version the version that was read; another one means that somebody was faster
     * @param reason why, for the audit trail; 1 to {@value #LONGEST_REASON} characters
     */
    public record Command(ProgrammeTerms.Draft terms, Integer version, String reason) {}

    /**
     * The programme as it stands.
     *
     * @param changedAt when its terms were last changed; null if never
     */
    public record TermsInForce(String name, ProgrammeTerms terms, int version, Instant changedAt) {}

    /**
     * For the form, which sends the version back.
     *
     * @throws RefusedException NOT_FOUND without any period
     */
    public TermsInForce read(Actor actor) {
        actor.requireToRead(Role.MINISTRY);
        Programme programme = programme();
        return new TermsInForce(programme.name(), programme.terms(), programme.version(), programme.changedAt());
    }

    private Programme programme() {
        return periods.requireCurrent(today()).programme();
    }

    /**
     * @throws RefusedException STALE if somebody was faster, PLACES_IN_USE if a Kommune uses more places than it would
     *     have (R3)
     * @throws de.digitallotsen.shared.InvalidInputException also if nothing differs, or if places and what they are
     *     counted over change at once: nobody could say what that does
     */
    public void handle(Actor actor, Command command) {
        actor.require(Role.MINISTRY);
        Programme programme = programme();
        periods.lock(programme);
        Input input = new Input();
        ProgrammeTerms terms = command.terms().check(input, programme.terms());
        String reason = input.required("reason", "Begründung", command.reason(), LONGEST_REASON);
        input.check(command.version() != null, "version", "input.required", "label", "version");
        input.throwIfWrong();
        if (command.version() != programme.version()) {
            throw new RefusedException(
                    AccessRefusal.STALE,
                    "changedAt",
                    programme.changedAt() == null ? Instant.EPOCH : programme.changedAt());
        }
        ProgrammeTerms was = programme.terms();
        input.check(!terms.equals(was), "reason", "programme.nothing-changed");
        input.check(
                terms.capScope() == was.capScope() || terms.placesPerKommune() == was.placesPerKommune(),
                "capScope",
                "programme.one-after-the-other");
        input.throwIfWrong();
        change(programme, was, terms);
        Map<String, Object> after = new LinkedHashMap<>(terms.unlike(was));
        after.put("reason", reason);
        changes.fire(AuditedChange.of(actor, "programme.changed", "programme", programme.id())
                .from(was.unlike(terms))
                .to(after));
    }

    private void change(Programme programme, ProgrammeTerms was, ProgrammeTerms terms) {
        boolean otherScope = terms.capScope() != was.capScope();
        List<Long> from = scopes(programme, otherScope);
        programme.change(terms, clock.instant());
        database.flush();
        if (otherScope) {
            grants.lock(programme);
            refuseIfAny(moves.move(programme, from, scopes(programme, true)), was, terms);
        } else if (terms.placesPerKommune() != was.placesPerKommune()) {
            grants.lock(programme);
            refuseIfAny(
                    from.stream()
                            .mapToLong(scope -> grants.usingMoreThan(programme, scope, terms.placesPerKommune()))
                            .sum(),
                    was,
                    terms);
            from.forEach(scope -> grants.fit(programme, scope));
        }
    }

    private static void refuseIfAny(long kommunen, ProgrammeTerms was, ProgrammeTerms terms) {
        if (kommunen > 0) {
            throw new RefusedException(
                    SettingsRefusal.PLACES_IN_USE,
                    "kommunen",
                    kommunen,
                    "places",
                    terms.placesPerKommune(),
                    "was",
                    was.placesPerKommune());
        }
    }

    /**
     * The keys under which places are counted: one for the whole programme, or one for each period. Those of ended
     * periods are history, unless all are asked for.
     */
    private List<Long> scopes(Programme programme, boolean all) {
        LocalDate today = today();
        return periods
                .list(
                        "from FundingPeriod p where p.programme = ?1 and p.withdrawnAt is null order by p.firstDay",
                        programme)
                .stream()
                .filter(period -> all
                        || programme.capScope() == CapScope.PROGRAMME
                        || !period.lastDay().isBefore(today))
                .map(period -> programme.placeScope(period.id()))
                .distinct()
                .toList();
    }

    private LocalDate today() {
        return SystemClock.today(clock);
    }
}
