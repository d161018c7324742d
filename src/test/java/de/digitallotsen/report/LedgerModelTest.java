package de.digitallotsen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Random acts on the real portal and on {@link LedgerModel}: equal after every act, and for the end of every day that
 * has passed.
 */
@PortalTest
class LedgerModelTest {

    private static final int ACTS = 160;
    /** Nothing here is a round number: half of 999.99 euros is 499.99 and the Kommune pays the odd cent. */
    private static final List<Long> FEES = List.of(99_999L, 100_001L, 73_333L);

    private static final long BUDGET = 311_111;

    @Inject
    Given given;

    @Inject
    CompletedSeminars held;

    @Inject
    TestClock clock;

    @Inject
    Database database;

    @Inject
    CancelRegistration cancel;

    @Inject
    AdjustBudget adjust;

    @Inject
    BudgetPosition position;

    private record Shown(BudgetTotals totals, long funded, WaitingForFunds.Sum waiting) {}

    private Random chance;
    private LedgerModel model;
    private Actor nsi;
    private Actor ministry;
    private final List<LedgerModel.Seminar> seminars = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private final Map<String, Actor> staff = new TreeMap<>();

    private Shown shown(LocalDate asOf) {
        BudgetPosition.Position p = position.of(ministry, asOf);
        return new Shown(p.totals(), p.fundedRegistrations(), p.waitingSum());
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 2027})
    void the_real_ledger_comes_to_what_the_model_comes_to(long seed) {
        chance = new Random(seed);
        begin();
        Map<LocalDate, Shown> days = new TreeMap<>();
        for (int i = 0; i < ACTS; i++) {
            act();
            compare("after act " + i + " of seed " + seed);
            if (chance.nextInt(3) == 0) {
                days.put(clock.today(), shown(null));
                nextDay();
            }
        }
        days.put(clock.today(), shown(null));
        assertThat(seen)
                .as("what can happen has happened")
                .contains("CONFIRMED", "WAITING FUNDS", "CANCELLED", "ATTENDED", "NO_SHOW");
        comparePast(days);
    }

    private void begin() {
        nsi = given.nsi();
        ministry = given.ministry();
        given.kommunen(14).forEach(ars -> staff.put(ars, given.staffOf(ars)));
        adjust.handle(ministry, new AdjustBudget.Command(BUDGET - Database.BUDGET_CENTS, "Knapp, damit gewartet wird"));
        model = new LedgerModel(BUDGET);
        seminars.clear();
        plan();
        plan();
    }

    private void plan() {
        long fee = FEES.get(chance.nextInt(FEES.size()));
        int seats = 2 + chance.nextInt(5);
        LocalDate first = clock.today().plusDays(12 + chance.nextInt(30));
        Instant closes = first.minusDays(3).atTime(18, 0).atZone(German.BERLIN).toInstant();
        long id = given.aSeminar()
                .fee(fee)
                .withSeats(seats)
                .beginningOn(first)
                .closesAt(closes)
                .published();
        seminars.add(new LedgerModel.Seminar(
                id,
                seats,
                Programme.subsidyOf(fee, 5000),
                closes,
                first.plusDays(4).atStartOfDay(German.BERLIN).toInstant()));
    }

    private void nextDay() {
        LocalDate next = clock.today().plusDays(1 + chance.nextInt(4));
        clock.set(next.atTime(chance.nextInt(2) == 0 ? 0 : 23, chance.nextInt(60), chance.nextInt(60))
                .atZone(German.BERLIN)
                .toInstant());
    }

    private void act() {
        clock.pass(Duration.ofMillis(1));
        settleWhatIsOver();
        int kind = chance.nextInt(20);
        if (kind < 11) {
            register();
        } else if (kind < 15) {
            cancelSomebody();
        } else if (kind < 18) {
            adjustBudget();
        } else {
            plan();
        }
    }

    private void settleWhatIsOver() {
        for (LedgerModel.Seminar seminar : seminars) {
            if (!seminar.settled && clock.instant().isAfter(seminar.over)) {
                Set<String> present = new HashSet<>();
                model.people.stream()
                        .filter(person -> person.seminar == seminar && person.is("CONFIRMED") && chance.nextInt(4) > 0)
                        .forEach(person -> present.add(person.reference));
                held.closed(nsi, seminar.id, present);
                model.settle(seminar, present, clock.instant());
            }
        }
    }

    private void register() {
        List<LedgerModel.Seminar> open = seminars.stream()
                .filter(seminar -> clock.instant().isBefore(seminar.closes))
                .toList();
        List<String> free =
                staff.keySet().stream().filter(ars -> model.live(ars) < 2).toList();
        if (!open.isEmpty() && !free.isEmpty()) {
            LedgerModel.Seminar seminar = open.get(chance.nextInt(open.size()));
            String ars = free.get(chance.nextInt(free.size()));
            String reference = given.registeredOrWaiting(staff.get(ars), seminar.id);
            model.register(seminar, ars, clock.instant()).reference = reference;
        }
    }

    private void cancelSomebody() {
        List<LedgerModel.Person> cancellable = model.people.stream()
                .filter(person ->
                        person.is("CONFIRMED", "WAITING") && clock.instant().isBefore(person.seminar.closes))
                .toList();
        if (!cancellable.isEmpty()) {
            LedgerModel.Person person = cancellable.get(chance.nextInt(cancellable.size()));
            cancel.handle(staff.get(person.kommune), person.reference);
            model.cancel(person, clock.instant());
        }
    }

    private void adjustBudget() {
        long cents = chance.nextInt(120_000) + 1;
        boolean lower = chance.nextBoolean() && model.available() > cents;
        adjust.handle(ministry, new AdjustBudget.Command(lower ? -cents : cents, "Zufall"));
        model.adjust(lower ? -cents : cents, clock.instant());
    }

    private void compare(String when) {
        for (LedgerModel.Person person : model.people) {
            seen.add(person.state);
            assertThat(given.statusOf(person.reference))
                    .as("%s: %s", when, person.reference)
                    .isEqualTo(person.state);
        }
        Shown shown = shown(null);
        assertThat(shown.totals()).as(when).isEqualTo(model.totals());
        assertThat(shown.funded()).as(when).isEqualTo(model.funded());
        List<LedgerModel.Person> waiting = model.people.stream()
                .filter(person -> person.is("WAITING FUNDS"))
                .toList();
        assertThat(shown.waiting())
                .as(when)
                .isEqualTo(new WaitingForFunds.Sum(
                        waiting.size(),
                        waiting.stream()
                                .mapToLong(person -> person.seminar.subsidy)
                                .sum()));
    }

    /**
     * What was shown last on a day is what is shown for it ever after; days without an act show what the day before
     * did.
     */
    private void comparePast(Map<LocalDate, Shown> days) {
        LocalDate first = days.keySet().iterator().next();
        clock.pass(Duration.ofDays(3));
        Course course = position.overview(ministry, null).course();
        Shown expected = new Shown(BudgetTotals.zero(), 0, new WaitingForFunds.Sum(0, 0));
        for (LocalDate day = first.minusDays(2); day.isBefore(clock.today()); day = day.plusDays(1)) {
            expected = days.getOrDefault(day, expected);
            assertThat(shown(day)).as("end of %s", day).isEqualTo(expected);
            assertThat(course.at(day).totals()).as("course on %s", day).isEqualTo(expected.totals());
            assertThat(course.at(day).funded()).isEqualTo(expected.funded());
        }
        assertThat(database.number("select count(*) from registration where subsidy_cents * 2 > fee_cents"))
                .as("the odd cent is the Kommune's")
                .isZero();
    }
}
