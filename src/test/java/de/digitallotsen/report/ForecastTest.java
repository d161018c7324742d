package de.digitallotsen.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.budget.DayMoves;
import org.junit.jupiter.api.Test;

/** Synthetic histories whose answer is known. */
class ForecastTest {

    private static final LocalDate TODAY = LocalDate.of(2027, 6, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(2028, 12, 31);
    private static final long PLACE = 50_000;
    /** Seats for everybody, all the time, settled after the period. */
    private static final ForecastFacts.PlannedSeminar ENDLESS =
            new ForecastFacts.PlannedSeminar(TODAY.minusDays(500), LAST_DAY, LAST_DAY, 100_000, 0);

    /** Places for everybody; nobody is preferred. */
    private static final ForecastFacts.KommunePlaces PLACES =
            new ForecastFacts.KommunePlaces(1_000_000, 1_000_000, 0.5, null);

    private static List<Long> perDay(int days, long each) {
        return Collections.nCopies(days, each);
    }

    /** So many at once, then nothing for the rest of the interval. */
    private static List<Long> bursts(int days, int interval, long each) {
        List<Long> list = new ArrayList<>();
        for (int i = 0; i < days; i++) {
            list.add(i % interval == 0 ? each : 0L);
        }
        return list;
    }

    private static long sum(List<Long> days) {
        return days.stream().mapToLong(Long::longValue).sum();
    }

    private static ForecastFacts facts(
            long available,
            List<Long> observed,
            ForecastFacts.Outcomes outcomes,
            ForecastFacts.PlannedSeminar... seminars) {
        return facts(available, ForecastFacts.Queue.EMPTY, observed, outcomes, seminars);
    }

    private static ForecastFacts facts(
            long available,
            ForecastFacts.Queue queue,
            List<Long> observed,
            ForecastFacts.Outcomes outcomes,
            ForecastFacts.PlannedSeminar... seminars) {
        return new ForecastFacts(
                TODAY,
                LAST_DAY,
                new ForecastFacts.Funds(available, PLACE, queue),
                new ForecastFacts.History(observed, outcomes),
                List.of(seminars),
                PLACES);
    }

    /** The same where the places of the Kommunen are few, or first persons are preferred. */
    private static ForecastFacts with(ForecastFacts.KommunePlaces places, ForecastFacts facts) {
        return new ForecastFacts(
                facts.today(), facts.lastDay(), facts.funds(), facts.history(), facts.seminars(), places);
    }

    private static ForecastFacts.Outcomes allOpen(List<Long> observed) {
        return new ForecastFacts.Outcomes(sum(observed), 0, 0, 0);
    }

    @Test
    void a_constant_pace_runs_out_on_the_day_that_can_be_counted() {
        List<Long> oneADay = perDay(84, 1);
        Forecast forecast = Forecast.of(facts(100 * PLACE, oneADay, allOpen(oneADay), ENDLESS));
        assertThat(forecast.outcome()).isEqualTo(Forecast.Outcome.WILL_RUN_OUT);
        assertThat(forecast.planned().exhaustion()).isEqualTo(TODAY.plusDays(100));
        assertThat(forecast.planned().earliest())
                .isBefore(forecast.planned().exhaustion())
                .isAfter(TODAY.plusDays(80));
        assertThat(forecast.planned().latest())
                .isAfter(forecast.planned().exhaustion())
                .isBefore(TODAY.plusDays(130));
        assertThat(forecast.planned().remainder()).isZero();
    }

    @Test
    void a_remainder_that_pays_for_no_whole_place_counts_as_run_out() {
        List<Long> oneADay = perDay(84, 1);
        Forecast forecast = Forecast.of(facts(100 * PLACE + PLACE - 1, oneADay, allOpen(oneADay), ENDLESS));
        assertThat(forecast.planned().exhaustion()).isEqualTo(TODAY.plusDays(100));
    }

    @Test
    void a_slow_pace_lasts_and_leaves_what_is_not_asked_for() {
        List<Long> oneAWeek = bursts(84, 7, 1);
        Forecast forecast = Forecast.of(facts(400 * PLACE, oneAWeek, allOpen(oneAWeek), ENDLESS));
        long days = TODAY.until(LAST_DAY, ChronoUnit.DAYS);
        assertThat(forecast.outcome()).isEqualTo(Forecast.Outcome.WILL_LAST);
        assertThat(forecast.planned().exhaustion()).isNull();
        assertThat(forecast.planned().earliest()).isNull();
        assertThat(forecast.planned().remainder()).isCloseTo(400 * PLACE - days * PLACE / 7, within(2L));
        assertThat(forecast.planned().remainderLeast())
                .isLessThan(forecast.planned().remainder());
        assertThat(forecast.planned().remainderMost())
                .isGreaterThan(forecast.planned().remainder());
    }

    @Test
    void bursts_have_the_pace_of_their_mean_and_a_wide_range() {
        List<Long> bursts = bursts(84, 28, 28);
        Forecast even = Forecast.of(facts(200 * PLACE, perDay(84, 1), allOpen(bursts), ENDLESS));
        Forecast forecast = Forecast.of(facts(200 * PLACE, bursts, allOpen(bursts), ENDLESS));
        assertThat(forecast.planned().exhaustion())
                .isEqualTo(TODAY.plusDays(200))
                .isEqualTo(even.planned().exhaustion());
        assertThat(forecast.planned().earliest()).isBefore(even.planned().earliest());
        assertThat(forecast.basis().pace().most())
                .isGreaterThan(even.basis().pace().most() * 1.2);
    }

    @Test
    void the_range_holds_the_truth_in_about_eight_cases_of_ten() {
        Random chance = new Random(4);
        int held = 0;
        for (int i = 0; i < 400; i++) {
            List<Long> observed = new ArrayList<>();
            for (int day = 0; day < 84; day++) {
                observed.add((long) (chance.nextDouble() < 0.5 ? 1 : 0) + (chance.nextDouble() < 0.5 ? 1 : 0));
            }
            Pace pace = Pace.of(observed);
            held += pace.least() <= 7 && 7 <= pace.most() ? 1 : 0;
        }
        assertThat(held / 400.0).isBetween(0.75, 0.98);
    }

    @Test
    void those_who_cancel_do_not_count() {
        List<Long> twoADay = perDay(84, 2);
        Forecast forecast =
                Forecast.of(facts(100 * PLACE, twoADay, new ForecastFacts.Outcomes(168, 84, 0, 0), ENDLESS));
        assertThat(forecast.basis().cancelPercent()).isEqualTo(50);
        assertThat(forecast.planned().exhaustion()).isEqualTo(TODAY.plusDays(100));
    }

    @Test
    void money_of_those_who_stay_away_comes_back_after_their_seminar() {
        ForecastFacts.Outcomes oneInFiveStaysAway = new ForecastFacts.Outcomes(200, 0, 80, 20);
        ForecastFacts.PlannedSeminar soon = new ForecastFacts.PlannedSeminar(
                TODAY.minusDays(60), TODAY.minusDays(1), TODAY.plusDays(10), 0, 50 * PLACE);
        List<Long> oneADay = perDay(84, 1);
        Forecast without = Forecast.of(facts(100 * PLACE, oneADay, oneInFiveStaysAway, ENDLESS));
        Forecast with = Forecast.of(facts(100 * PLACE, oneADay, oneInFiveStaysAway, soon, ENDLESS));
        assertThat(with.basis().showPercent()).isEqualTo(80);
        assertThat(without.planned().exhaustion()).isEqualTo(TODAY.plusDays(100));
        assertThat(with.planned().exhaustion()).as("10 of 50 come back").isEqualTo(TODAY.plusDays(110));
        assertThat(with.planned().remainder())
                .as("a fifth of the 110 in the seminar that ends with the period")
                .isEqualTo(22 * PLACE);
    }

    @Test
    void without_settled_seminars_everybody_is_taken_to_come() {
        List<Long> oneADay = perDay(84, 1);
        Forecast forecast = Forecast.of(facts(100 * PLACE, oneADay, new ForecastFacts.Outcomes(84, 0, 5, 4), ENDLESS));
        assertThat(forecast.basis().showPercent()).isNull();
        assertThat(forecast.planned().remainder()).isZero();
    }

    @Test
    void the_seminars_planned_are_the_limit() {
        List<Long> tenADay = perDay(84, 10);
        ForecastFacts.PlannedSeminar last =
                new ForecastFacts.PlannedSeminar(TODAY, TODAY.plusDays(30), TODAY.plusDays(60), 40, 0);
        Forecast forecast = Forecast.of(facts(100 * PLACE, tenADay, allOpen(tenADay), last));
        assertThat(forecast.outcome()).isEqualTo(Forecast.Outcome.WILL_LAST);
        assertThat(forecast.basis().supply().openSeats()).isEqualTo(40);
        assertThat(forecast.planned().remainder()).isEqualTo(60 * PLACE);
    }

    @Test
    void says_what_the_planned_dates_leave_and_what_the_same_pace_would_leave() {
        List<Long> oneAWeek = bursts(84, 7, 1);
        ForecastFacts.PlannedSeminar last =
                new ForecastFacts.PlannedSeminar(TODAY, TODAY.plusDays(70), TODAY.plusDays(100), 40, 0);
        Forecast forecast = Forecast.of(facts(187 * PLACE, oneAWeek, allOpen(oneAWeek), last));
        long days = TODAY.until(LAST_DAY, ChronoUnit.DAYS);
        assertThat(forecast.outcome()).isEqualTo(Forecast.Outcome.WILL_LAST);
        assertThat(forecast.limit()).isEqualTo(Forecast.Limit.DATES);
        assertThat(forecast.basis().supply().lastClosing()).isEqualTo(TODAY.plusDays(70));
        assertThat(forecast.planned().remainder()).isCloseTo(177 * PLACE, within(2L));
        assertThat(forecast.steady().remainder()).isCloseTo(187 * PLACE - days * PLACE / 7, within(2L));
        assertThat(forecast.steady().remainderLeast())
                .isLessThan(forecast.steady().remainder());
        assertThat(forecast.steady().remainderMost())
                .isGreaterThan(forecast.steady().remainder());
        assertThat(Forecast.of(facts(30 * PLACE, oneAWeek, allOpen(oneAWeek), last))
                        .steady()
                        .exhaustion())
                .as("the money would not last for the further dates")
                .isEqualTo(TODAY.plusDays(7 * 29 + 1));
    }

    @Test
    void names_the_limit_that_binds() {
        List<Long> oneADay = perDay(84, 1);
        assertThat(Forecast.of(facts(100 * PLACE, oneADay, allOpen(oneADay), ENDLESS))
                        .limit())
                .isEqualTo(Forecast.Limit.MONEY);
        assertThat(Forecast.of(facts(1000 * PLACE, oneADay, allOpen(oneADay), ENDLESS))
                        .limit())
                .isEqualTo(Forecast.Limit.DEMAND);
        assertThat(Forecast.of(facts(1000 * PLACE, oneADay, allOpen(oneADay))).limit())
                .as("no date at all")
                .isEqualTo(Forecast.Limit.DATES);
        ForecastFacts fewPlaces = with(
                new ForecastFacts.KommunePlaces(20, 20, 0.5, null),
                facts(1000 * PLACE, oneADay, allOpen(oneADay), ENDLESS));
        assertThat(Forecast.of(fewPlaces).limit()).isEqualTo(Forecast.Limit.PLACES);
        assertThat(Forecast.of(fewPlaces).planned().remainder()).isEqualTo(980 * PLACE);
        assertThat(Forecast.of(fewPlaces).steady().remainder())
                .as("further dates do not help")
                .isEqualTo(980 * PLACE);
    }

    @Test
    void while_first_persons_are_preferred_the_others_wait_and_come_first_afterwards() {
        List<Long> oneADay = perDay(84, 1);
        LocalDate until = TODAY.plusDays(50);
        ForecastFacts facts = facts(100 * PLACE, oneADay, allOpen(oneADay), ENDLESS);
        Forecast forecast = Forecast.of(with(new ForecastFacts.KommunePlaces(1000, 1000, 0.5, until), facts));
        List<Long> available = forecast.planned().expected().available();
        assertThat(available.get(50)).as("every other is funded").isEqualTo(75 * PLACE);
        assertThat(available.get(51)).as("25 held, and one newcomer").isEqualTo(49 * PLACE);
        assertThat(forecast.planned().exhaustion()).isEqualTo(TODAY.plusDays(100));
        Forecast few = Forecast.of(with(new ForecastFacts.KommunePlaces(1000, 10, 0.5, until), facts));
        assertThat(few.planned().expected().available().get(50))
                .as("10 Kommunen have nobody yet")
                .isEqualTo(90 * PLACE);
    }

    @Test
    void who_waits_for_the_end_of_the_preference_waits_for_no_money() {
        List<Long> oneADay = perDay(84, 1);
        ForecastFacts facts =
                facts(100 * PLACE, new ForecastFacts.Queue(3, 3, 3 * PLACE), oneADay, allOpen(oneADay), ENDLESS);
        assertThat(Forecast.of(with(new ForecastFacts.KommunePlaces(1000, 1000, 0.5, TODAY.plusDays(5)), facts))
                        .outcome())
                .isEqualTo(Forecast.Outcome.WILL_RUN_OUT);
    }

    @Test
    void keeps_what_is_available_at_the_end_of_every_day() {
        List<Long> oneADay = perDay(84, 1);
        Projection expected = Forecast.of(facts(100 * PLACE, oneADay, allOpen(oneADay), ENDLESS))
                .planned()
                .expected();
        assertThat(expected.available())
                .hasSize((int) TODAY.until(LAST_DAY, ChronoUnit.DAYS) + 1)
                .startsWith(100 * PLACE, 99 * PLACE, 98 * PLACE)
                .endsWith(0L);
    }

    @Test
    void seats_that_open_later_are_taken_later() {
        List<Long> oneADay = perDay(84, 1);
        ForecastFacts.PlannedSeminar later =
                new ForecastFacts.PlannedSeminar(TODAY.plusDays(51), LAST_DAY, LAST_DAY, 1000, 0);
        assertThat(Forecast.of(facts(100 * PLACE, oneADay, allOpen(oneADay), later))
                        .planned()
                        .exhaustion())
                .isEqualTo(TODAY.plusDays(150));
    }

    @Test
    void nobody_registers_any_more_and_the_money_lasts() {
        List<Long> nobody = perDay(84, 0);
        Forecast forecast = Forecast.of(facts(100 * PLACE, nobody, new ForecastFacts.Outcomes(40, 0, 0, 0), ENDLESS));
        assertThat(forecast.outcome()).isEqualTo(Forecast.Outcome.WILL_LAST);
        assertThat(forecast.planned().remainder()).isEqualTo(100 * PLACE);
        assertThat(forecast.planned().latest()).isNull();
    }

    @Test
    void says_too_few_data_instead_of_guessing() {
        assertThat(Forecast.of(facts(100 * PLACE, List.of(), allOpen(List.of()), ENDLESS))
                        .outcome())
                .as("zero")
                .isEqualTo(Forecast.Outcome.TOO_FEW_DATA);
        List<Long> twentySevenDays = perDay(27, 5);
        assertThat(Forecast.of(facts(100 * PLACE, twentySevenDays, allOpen(twentySevenDays), ENDLESS))
                        .outcome())
                .as("too short")
                .isEqualTo(Forecast.Outcome.TOO_FEW_DATA);
        List<Long> nine = new ArrayList<>(perDay(75, 0));
        nine.addAll(perDay(9, 1));
        Forecast forecast = Forecast.of(facts(100 * PLACE, nine, allOpen(nine), ENDLESS));
        assertThat(forecast.outcome()).as("too few").isEqualTo(Forecast.Outcome.TOO_FEW_DATA);
        assertThat(forecast.planned()).isNull();
        assertThat(forecast.steady()).isNull();
        assertThat(forecast.limit()).isNull();
    }

    @Test
    void what_is_exhausted_already_is_not_foreseen() {
        List<Long> oneADay = perDay(84, 1);
        assertThat(Forecast.of(facts(PLACE - 1, oneADay, allOpen(oneADay), ENDLESS))
                        .outcome())
                .isEqualTo(Forecast.Outcome.EXHAUSTED);
        assertThat(Forecast.of(facts(PLACE - 1, oneADay, allOpen(oneADay), ENDLESS))
                        .planned()
                        .exhaustion())
                .isEqualTo(TODAY);
        assertThat(Forecast.of(facts(
                                5 * PLACE,
                                new ForecastFacts.Queue(3, 0, 3 * PLACE),
                                oneADay,
                                allOpen(oneADay),
                                ENDLESS))
                        .outcome())
                .as("others wait")
                .isEqualTo(Forecast.Outcome.EXHAUSTED);
        assertThat(Forecast.of(facts(PLACE - 1, List.of(), allOpen(List.of()), ENDLESS))
                        .outcome())
                .as("also with few data")
                .isEqualTo(Forecast.Outcome.EXHAUSTED);
    }

    @Test
    void those_who_wait_take_what_comes_back_first() {
        ForecastFacts.Outcomes halfStayAway = new ForecastFacts.Outcomes(100, 0, 50, 50);
        ForecastFacts.PlannedSeminar soon = new ForecastFacts.PlannedSeminar(
                TODAY.minusDays(60), TODAY.minusDays(1), TODAY.plusDays(10), 0, 20 * PLACE);
        ForecastFacts facts =
                facts(0, new ForecastFacts.Queue(4, 0, 4 * PLACE), perDay(84, 0), halfStayAway, soon, ENDLESS);
        assertThat(Forecast.of(facts).planned().remainder())
                .as("10 come back, 4 take them, of whom 2 stay away")
                .isEqualTo(8 * PLACE);
    }

    @Test
    void observes_from_the_first_reservation_on_and_never_more_than_twelve_weeks() {
        assertThat(ForecastReport.observed(List.of(), TODAY)).isEmpty();
        assertThat(ForecastReport.observed(List.of(moves(TODAY, 3)), TODAY)).isEmpty();
        assertThat(ForecastReport.observed(
                        List.of(moves(TODAY.minusDays(3), 2), moves(TODAY.minusDays(1), 1), moves(TODAY, 9)), TODAY))
                .containsExactly(2L, 0L, 1L);
        assertThat(ForecastReport.observed(
                        List.of(moves(TODAY.minusDays(300), 2), moves(TODAY.minusDays(84), 1)), TODAY))
                .hasSize(84)
                .startsWith(1L);
    }

    private static DayMoves moves(LocalDate day, long reservations) {
        return new DayMoves(day, BudgetTotals.zero(), 0, reservations, 0, 0, 0);
    }
}
