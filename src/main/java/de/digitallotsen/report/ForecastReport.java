package de.digitallotsen.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import de.digitallotsen.budget.DayMoves;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Gathers what the forecast of a period rests on; {@link Forecast} works it out. Also under other terms than those in
 * force, by the same way; nothing is changed by that.
 */
@ApplicationScoped
public class ForecastReport {

    /**
     * The pace is that of so many days: long enough to see through a quiet fortnight, short enough to forget the
     * opening rush.
     */
    static final int OBSERVED_DAYS = 84;

    private final BudgetPosition position;
    private final ForecastRecords records;
    private final Clock clock;

    ForecastReport(BudgetPosition position, ForecastRecords records, Clock clock) {
        this.position = position;
        this.records = records;
        this.clock = clock;
    }

    /**
     * A forecast.
     *
     * @param at when it was made
     * @param availableCents what was neither reserved nor spent then; where money is assumed to be added, what would be
     *     left of it after those who wait for it
     * @param feeCents of a typical place
     */
    public record Dated(
            FundingPeriod period,
            Instant at,
            ForecastTerms terms,
            long availableCents,
            long feeCents,
            Forecast forecast) {}

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
        refuseEnded(chosen);
        return of(position.overview(actor, chosen.period(), null));
    }

    private void refuseEnded(ChosenPeriod chosen) {
        if (chosen.asked() != null && chosen.period().hasEnded(SystemClock.today(clock))) {
            throw new RefusedException(
                    ReportRefusal.PERIOD_ENDED,
                    "period",
                    chosen.period().name(),
                    "lastDay",
                    chosen.period().lastDay());
        }
    }

    /** From a position of now that has been read already. */
    public Dated of(BudgetPosition.Overview now) {
        ForecastGround ground = ground(now);
        return dated(now.position(), ground, ground.inForce());
    }

    /** What would be, beside what is. */
    public record Comparison(Dated now, Dated then) {}

    /**
     * Under other terms, for the Ministry; nothing is changed.
     *
     * @throws de.digitallotsen.shared.InvalidInputException for terms that could not be set
     * @throws RefusedException PERIOD_ENDED, see {@link #of(Actor, ChosenPeriod)}
     */
    public Comparison compare(Actor actor, ChosenPeriod chosen, WhatIf asked) {
        actor.requireToRead(Role.MINISTRY);
        refuseEnded(chosen);
        BudgetPosition.Overview now = position.overview(actor, chosen.period(), null);
        ForecastGround ground = ground(now);
        ForecastTerms terms = asked.check(
                ground.inForce(),
                now.position().totals().available(),
                SystemClock.today(clock),
                now.position().period().lastDay());
        return new Comparison(dated(now.position(), ground, ground.inForce()), dated(now.position(), ground, terms));
    }

    private static Dated dated(BudgetPosition.Position position, ForecastGround ground, ForecastTerms terms) {
        ForecastFacts facts = ground.under(terms);
        return new Dated(
                position.period(),
                position.at(),
                terms,
                facts.funds().availableCents(),
                ground.money().feeCents(),
                Forecast.of(facts));
    }

    private ForecastGround ground(BudgetPosition.Overview now) {
        BudgetPosition.Position position = now.position();
        FundingPeriod period = position.period();
        LocalDate today = SystemClock.today(clock);
        ForecastRecords.Seminars seminars = records.seminars(period, today);
        return new ForecastGround(
                records.terms(period, today),
                today,
                period.lastDay(),
                new ForecastGround.Money(position.totals().available(), records.queue(period), seminars.feeCents()),
                new ForecastFacts.History(
                        observed(now.moves(), today), outcomes(now.moves(), records.stayedAway(period))),
                seminars.planned(),
                records.kommunen(period, today));
    }

    private static ForecastFacts.Outcomes outcomes(List<DayMoves> moves, long stayedAway) {
        long reserved = moves.stream().mapToLong(DayMoves::reservations).sum();
        long released = moves.stream().mapToLong(DayMoves::releases).sum();
        long corrected = moves.stream().mapToLong(DayMoves::corrected).sum();
        long attended = moves.stream().mapToLong(DayMoves::spendings).sum() + corrected;
        return new ForecastFacts.Outcomes(
                reserved, Math.max(0, released - stayedAway - corrected), attended, stayedAway);
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
}
