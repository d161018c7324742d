package de.digitallotsen.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.BudgetReport;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.budget.DayMoves;
import de.digitallotsen.budget.LedgerDays;
import de.digitallotsen.claim.ClaimFigures;
import de.digitallotsen.claim.ClaimTotals;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.PeriodChoice;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * The money of the period that is shown, now or at the end of any past day, for those who watch it. Days are those of
 * Berlin, amounts cents.
 */
@ApplicationScoped
public class BudgetPosition {

    private final PeriodChoice periods;
    private final Budget budget;
    private final BudgetReport ledger;
    private final LedgerDays days;
    private final WaitingForFunds waiting;
    private final ClaimFigures claims;
    private final Clock clock;

    BudgetPosition(
            PeriodChoice periods,
            Budget budget,
            BudgetReport ledger,
            LedgerDays days,
            WaitingForFunds waiting,
            ClaimFigures claims,
            Clock clock) {
        this.periods = periods;
        this.budget = budget;
        this.ledger = ledger;
        this.days = days;
        this.waiting = waiting;
        this.claims = claims;
        this.clock = clock;
    }

    /**
     * The position of a period.
     *
     * @param at the instant for which it holds
     * @param totals in cents
     * @param claims what of them was called for and paid
     * @param fundedRegistrations whose money is reserved or spent
     * @param waiting registrations that wait for money, by seminar
     */
    public record Position(
            FundingPeriod period,
            Instant at,
            BudgetTotals totals,
            ClaimTotals claims,
            long fundedRegistrations,
            List<WaitingForFunds.Line> waiting) {
        /** How many wait for money, and for how much. */
        public WaitingForFunds.Sum waitingSum() {
            return WaitingForFunds.Sum.of(waiting);
        }

        /** What the Land pays for one registration on average, in cents, rounded half up; 0 if it pays for none. */
        public long averageSubsidyCents() {
            return fundedRegistrations == 0
                    ? 0
                    : (2 * totals.committed() + fundedRegistrations) / (2 * fundedRegistrations);
        }

        /** The highest threshold of the programme that is reached, in percent; 0 if none is. */
        public int warningPercent() {
            return totals.allocated() == 0
                    ? 0
                    : period.programme().warningPercents().stream()
                            .filter(percent -> totals.usedPercent() >= percent)
                            .max(Integer::compare)
                            .orElse(0);
        }
    }

    /**
     * The position and how it came about.
     *
     * @param course up to the day that is shown
     * @param moves day by day, up to now
     * @param consistent false if the running totals are not the ledger's sums (R11)
     */
    public record Overview(Position position, Course course, List<DayMoves> moves, boolean consistent) {}

    /**
     * @param asOf a Berlin day, at whose end the position is asked for; null and today mean now
     * @throws InvalidInputException if the day has not come yet
     * @throws RefusedException NOT_FOUND if there is no period at all
     */
    public Position of(Actor actor, LocalDate asOf) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        return of(actor, periodOn(asOf), asOf);
    }

    /** The same of a period that was chosen, whichever ran on that day (R35). */
    public Position of(Actor actor, FundingPeriod period, LocalDate asOf) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        refuseFuture(asOf);
        if (isNow(asOf)) {
            return now(
                    period,
                    claims.of(period.id()).latest(),
                    ledger.sumUntil(period.id(), null).fundedRegistrations());
        }
        BudgetReport.Sums then = ledger.sumUntil(period.id(), asOf);
        return past(
                period,
                asOf,
                new Course.Point(asOf, then.totals(), claims.of(period.id()).at(asOf), then.fundedRegistrations()));
    }

    /**
     * The same with the course up to that day, from one reading of the ledger.
     *
     * @throws InvalidInputException if the day has not come yet
     * @throws RefusedException NOT_FOUND if there is no period at all
     */
    public Overview overview(Actor actor, LocalDate asOf) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        return overview(actor, periodOn(asOf), asOf);
    }

    /** The same of a period that was chosen, whichever ran on that day (R35). */
    public Overview overview(Actor actor, FundingPeriod period, LocalDate asOf) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        refuseFuture(asOf);
        BudgetTotals before = budget.totals(period.id());
        List<DayMoves> moves = days.of(period.id());
        BudgetTotals after = budget.totals(period.id());
        // Compared only if nothing was booked while the ledger was read: then its sums have to be the totals.
        BudgetTotals sums = moves.stream().map(DayMoves::totals).reduce(BudgetTotals.zero(), BudgetTotals::plus);
        boolean consistent = !before.equals(after) || sums.equals(after);
        LocalDate day = isNow(asOf) ? SystemClock.today(clock) : asOf;
        Course course = Course.of(moves, claims.of(period.id()), day);
        Course.Point point = course.at(day);
        Position position = isNow(asOf) ? now(period, point.claims(), point.funded()) : past(period, asOf, point);
        return new Overview(position, course, moves, consistent);
    }

    private Position now(FundingPeriod period, ClaimTotals claimed, long funded) {
        return new Position(
                period, clock.instant(), budget.totals(period.id()), claimed, funded, waiting.now(period.id()));
    }

    private Position past(FundingPeriod period, LocalDate asOf, Course.Point point) {
        Instant end = asOf.plusDays(1).atStartOfDay(German.BERLIN).toInstant();
        return new Position(
                period, end, point.totals(), point.claims(), point.funded(), waiting.before(period.id(), end));
    }

    private boolean isNow(LocalDate asOf) {
        return asOf == null || asOf.equals(SystemClock.today(clock));
    }

    private void refuseFuture(LocalDate asOf) {
        if (asOf != null && asOf.isAfter(SystemClock.today(clock))) {
            throw new InvalidInputException(
                    List.of(new Violation("asOf", Messages.text("budget.future", "day", asOf))));
        }
    }

    /** The period that an address asks for; where it asks for none, that of the day. */
    public ChosenPeriod chosen(String asked, LocalDate day) {
        return periods.read(asked, day);
    }

    /** The same where all of them can be looked at together. */
    public ChosenPeriod chosenOrAll(String asked, LocalDate day) {
        return periods.readOneOrAll(asked, day);
    }

    /** The same where they are looked at together unless one is asked for. */
    public ChosenPeriod chosenOfAll(String asked) {
        return periods.readOneOfAll(asked);
    }

    private FundingPeriod periodOn(LocalDate day) {
        return periods.read(null, day).period();
    }

    /** The period that is shown: today's, else the next, else the last. */
    public FundingPeriod currentPeriod() {
        return periodOn(null);
    }
}
