package de.digitallotsen.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import de.digitallotsen.budget.DayMoves;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Gathers what the forecast of the current period rests on; {@link Forecast} works it out. */
@ApplicationScoped
public class ForecastReport {

    /**
     * The pace is that of so many days: long enough to see through a quiet fortnight, short enough to forget the
     * opening rush.
     */
    static final int OBSERVED_DAYS = 84;

    private final BudgetPosition position;
    private final EntityManager database;
    private final Clock clock;

    ForecastReport(BudgetPosition position, EntityManager database, Clock clock) {
        this.position = position;
        this.database = database;
        this.clock = clock;
    }

    /** A forecast, when it was made, and what was neither reserved nor spent then, in cents. */
    public record Dated(FundingPeriod period, Instant at, long availableCents, Forecast forecast) {}

    /** Which period an address asks for; only what is still to come can be foreseen. */
    public ChosenPeriod chosen(String asked) {
        ChosenPeriod chosen = position.chosen(asked, null);
        LocalDate today = SystemClock.today(clock);
        return new ChosenPeriod(
                chosen.period(),
                chosen.asked(),
                chosen.known().stream()
                        .filter(period -> !period.hasEnded(today))
                        .toList(),
                false);
    }

    /**
     * Of that period; for the Ministry.
     *
     * @throws RefusedException PERIOD_ENDED if it was asked for by name and is over; the last one of all is shown as it
     *     ended
     */
    public Dated of(Actor actor, ChosenPeriod chosen) {
        actor.requireToRead(Role.MINISTRY);
        if (chosen.asked() != null && chosen.period().hasEnded(SystemClock.today(clock))) {
            throw new RefusedException(
                    ReportRefusal.PERIOD_ENDED,
                    "period",
                    chosen.period().name(),
                    "lastDay",
                    chosen.period().lastDay());
        }
        return of(position.overview(actor, chosen.period(), null));
    }

    /** From a position of now that has been read already. */
    public Dated of(BudgetPosition.Overview now) {
        BudgetPosition.Position position = now.position();
        ForecastFacts facts = facts(position, now.moves(), SystemClock.today(clock));
        return new Dated(position.period(), position.at(), position.totals().available(), Forecast.of(facts));
    }

    private ForecastFacts facts(BudgetPosition.Position position, List<DayMoves> moves, LocalDate today) {
        FundingPeriod period = position.period();
        List<ForecastFacts.PlannedSeminar> seminars = seminars(period, today);
        long reserved = moves.stream().mapToLong(DayMoves::reservations).sum();
        long bound = moves.stream().mapToLong(DayMoves::bound).sum();
        long released = moves.stream().mapToLong(DayMoves::releases).sum();
        long corrected = moves.stream().mapToLong(DayMoves::corrected).sum();
        long attended = moves.stream().mapToLong(DayMoves::spendings).sum() + corrected;
        long stayedAway = database.createQuery(
                        "select count(r) from Registration r where r.periodId = :period and r.status = NO_SHOW",
                        Long.class)
                .setParameter("period", period.id())
                .getSingleResult();
        long subsidy = reserved > 0 ? Math.round(bound / (double) reserved) : plannedSubsidy(period, today);
        ForecastFacts.Outcomes outcomes = new ForecastFacts.Outcomes(
                reserved, Math.max(0, released - stayedAway - corrected), attended, stayedAway);
        return new ForecastFacts(
                today,
                period.lastDay(),
                position.totals().available(),
                position.waitingSum().registrations(),
                subsidy,
                observed(moves, today),
                outcomes,
                seminars);
    }

    /**
     * Reservations of each day since the first one, at most of the last {@value #OBSERVED_DAYS}; today is not over and
     * does not count.
     */
    static List<Long> observed(List<DayMoves> moves, LocalDate today) {
        Map<LocalDate, Long> byDay = moves.stream()
                .filter(day -> day.reservations() > 0)
                .collect(Collectors.toMap(DayMoves::day, DayMoves::reservations));
        LocalDate first = byDay.keySet().stream().min(LocalDate::compareTo).orElse(today);
        LocalDate from = first.isBefore(today.minusDays(OBSERVED_DAYS)) ? today.minusDays(OBSERVED_DAYS) : first;
        List<Long> days = new ArrayList<>();
        from.datesUntil(today.isBefore(from) ? from : today).forEach(day -> days.add(byDay.getOrDefault(day, 0L)));
        return days;
    }

    /** Before the first reservation: what the Land pays in the seminars that are planned. */
    private long plannedSubsidy(FundingPeriod period, LocalDate today) {
        Object fee = database.createNativeQuery(
                        "select round(avg(fee_cents)) from seminar where status in ('DRAFT', 'PUBLISHED')"
                                + " and last_day between ?1 and ?2")
                .setParameter(1, today)
                .setParameter(2, period.lastDay())
                .getSingleResult();
        return fee == null
                ? 0
                : Programme.subsidyOf(
                        WaitingForFunds.number(fee), period.programme().subsidyRateBasisPoints());
    }

    /**
     * Drafts count as planned: the NSI means to hold them. A seminar that is over and not settled only gives money
     * back.
     */
    private List<ForecastFacts.PlannedSeminar> seminars(FundingPeriod period, LocalDate today) {
        Map<Long, Long> bound = database.createQuery(
                        "select r.seminar.id, sum(r.subsidyCents) from Registration r where r.periodId = :period"
                                + " and r.status = CONFIRMED group by r.seminar.id",
                        Object[].class)
                .setParameter("period", period.id())
                .getResultStream()
                .collect(Collectors.toMap(row -> (Long) row[0], row -> (Long) row[1]));
        return database.createQuery(
                        "select s.id, s.opensAt, s.closesAt, s.lastDay, s.capacity - s.seatsTaken from Seminar s"
                                + " where s.status in (DRAFT, PUBLISHED) and s.lastDay between :first and :last"
                                + " order by s.closesAt, s.id",
                        Object[].class)
                .setParameter("first", period.firstDay())
                .setParameter("last", period.lastDay())
                .getResultStream()
                .map(row -> seminar(row, bound.getOrDefault((Long) row[0], 0L), today))
                .toList();
    }

    private static ForecastFacts.PlannedSeminar seminar(Object[] row, long boundCents, LocalDate today) {
        // Registration ends the instant before closesAt: a deadline at midnight leaves out the day that begins with it.
        LocalDate closes = German.berlinDay(((Instant) row[2]).minus(1, ChronoUnit.MICROS));
        LocalDate lastDay = (LocalDate) row[3];
        return new ForecastFacts.PlannedSeminar(
                German.berlinDay((Instant) row[1]),
                closes,
                lastDay.isBefore(today) ? today : lastDay,
                (int) WaitingForFunds.number(row[4]),
                boundCents);
    }
}
