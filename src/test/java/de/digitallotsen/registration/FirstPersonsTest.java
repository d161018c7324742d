package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.BudgetRefusal;
import de.digitallotsen.settings.PreferFirstPersons;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * Until a day only the first person of each Kommune is funded: who waits, who does not, and what happens when it begins
 * and ends.
 */
@PortalTest
class FirstPersonsTest {

    private static final LocalDate UNTIL = LocalDate.of(2027, 3, 1);

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    PreferFirstPersons prefer;

    @Inject
    SimulateFirstPersons simulate;

    @Inject
    RegisterParticipant register;

    @Inject
    PreviewRegistration preview;

    @Inject
    CancelRegistration cancel;

    @Inject
    AdjustBudget adjust;

    private Actor ministry;
    private List<Actor> staff;

    @BeforeEach
    void three_kommunen() {
        ministry = given.ministry();
        staff = given.staffOfKommunen(3);
    }

    private void until(LocalDate day) {
        prefer.handle(ministry, new PreferFirstPersons.Command(day, "Erlass vom 1.2.2027"));
    }

    private void leave(long cents) {
        adjust.handle(ministry, new AdjustBudget.Command(cents - Database.BUDGET_CENTS, "Für den Test"));
    }

    private long seminar() {
        return given.aSeminar().beginningOn(LocalDate.of(2027, 6, 1)).published();
    }

    @Test
    void the_second_person_of_a_kommune_waits_for_money_and_keeps_nobody_else_from_seat_or_money() {
        until(UNTIL);
        long seminar = given.aSeminar()
                .withSeats(5)
                .beginningOn(LocalDate.of(2027, 6, 1))
                .published();
        assertThat(given.statusOf(given.registeredOrWaiting(staff.get(0), seminar)))
                .isEqualTo("CONFIRMED");
        String second = given.registeredOrWaiting(staff.get(0), seminar);
        assertThat(database.text("select status, waiting_reason from registration where reference = ?", second))
                .isEqualTo("WAITING FUNDS");
        assertThat(given.statusOf(given.registered(staff.get(1), seminar))).isEqualTo("CONFIRMED");
        assertThat(given.statusOf(given.registered(staff.get(2), seminar))).isEqualTo("CONFIRMED");
        assertThat(given.seatsOf(seminar)).isEqualTo("5 3 1");
        assertThat(given.money()).isEqualTo("20000000 150000 0 1");
    }

    @Test
    void who_does_not_want_to_wait_is_refused_and_told_until_when() {
        until(UNTIL);
        long seminar = seminar();
        given.registered(staff.get(0), seminar);
        RegisterParticipant.Command second =
                Given.command(staff.get(0), seminar, ParticipantFixture.aParticipant(), false);
        assertThat(Refused.with(BudgetRefusal.FIRST_PERSONS_FIRST, () -> register.handle(staff.get(0), second))
                        .text())
                .contains("01.03.2027", "02.03.2027");
        assertThat(given.seatsOf(seminar)).endsWith(" 1 0");
        PreviewRegistration.Preview foreseen = preview.handle(
                staff.get(0),
                Given.command(staff.get(0), seminar, ParticipantFixture.aParticipant(), true)
                        .application());
        assertThat(foreseen.outcome()).isEqualTo(PreviewRegistration.Outcome.WAITING);
        assertThat(foreseen.waitingReason()).isEqualTo(WaitingReason.FUNDS);
    }

    @Test
    void after_the_day_those_who_waited_are_promoted_in_order_of_receipt_and_nobody_overtakes_them() {
        until(UNTIL);
        long seminar = seminar();
        staff.forEach(actor -> given.registered(actor, seminar));
        String early = given.registeredOrWaiting(staff.get(1), seminar);
        String late = given.registeredOrWaiting(staff.get(0), seminar);
        leave(200_000);
        clock.set(UNTIL.atTime(LocalTime.MAX).atZone(ZoneId.of("Europe/Berlin")).toInstant());
        prefer.endWhatIsOver();
        assertThat(given.statusOf(early)).isEqualTo("WAITING FUNDS");
        clock.set(UNTIL.plusDays(1).atStartOfDay(ZoneId.of("Europe/Berlin")).toInstant());
        // The job has not run yet: somebody new still stands behind those who waited.
        assertThat(given.statusOf(given.registeredOrWaiting(staff.get(2), seminar)))
                .isEqualTo("WAITING FUNDS");
        prefer.endWhatIsOver();
        prefer.endWhatIsOver();
        assertThat(given.statusOf(early)).isEqualTo("CONFIRMED");
        assertThat(given.statusOf(late)).isEqualTo("WAITING FUNDS");
        assertThat(database.rows("select action, actor_role from audit_entry"
                        + " where action = 'programme.first-persons' order by id"))
                .containsExactly("programme.first-persons MINISTRY", "programme.first-persons null");
    }

    @Test
    void when_the_first_person_leaves_the_second_becomes_the_first() {
        until(UNTIL);
        long seminar = seminar();
        String first = given.registered(staff.get(0), seminar);
        String second = given.registeredOrWaiting(staff.get(0), seminar);
        cancel.handle(staff.get(0), first);
        assertThat(given.statusOf(second)).isEqualTo("CONFIRMED");
    }

    @Test
    void switching_it_on_passes_the_money_to_a_first_person_behind_and_switching_it_off_to_the_second_before() {
        long seminar = seminar();
        long dear = given.aSeminar()
                .fee(160_000)
                .beginningOn(LocalDate.of(2027, 6, 1))
                .published();
        given.registered(staff.get(0), seminar);
        leave(110_000);
        String second = given.registeredOrWaiting(staff.get(0), dear);
        String firstOfAnother = given.registeredOrWaiting(staff.get(1), seminar);
        assertThat(given.statusOf(firstOfAnother))
                .as("held back by the dear one before")
                .isEqualTo("WAITING FUNDS");
        until(UNTIL);
        assertThat(given.statusOf(firstOfAnother)).isEqualTo("CONFIRMED");
        assertThat(given.statusOf(second)).isEqualTo("WAITING FUNDS");
        adjust.handle(ministry, new AdjustBudget.Command(100_000L, "Mehr"));
        assertThat(given.statusOf(second)).isEqualTo("WAITING FUNDS");
        until(null);
        assertThat(given.statusOf(second)).isEqualTo("CONFIRMED");
    }

    @RepeatedTest(3)
    void of_two_persons_of_a_kommune_at_once_exactly_one_is_funded() {
        until(UNTIL);
        List<Callable<String>> acts = new ArrayList<>();
        for (Actor actor : staff) {
            for (int person = 0; person < 2; person++) {
                RegisterParticipant.Command command =
                        Given.command(actor, seminar(), ParticipantFixture.aParticipant(), true);
                acts.add(() -> register.handle(actor, command));
            }
        }
        Race.of(acts);
        assertThat(database.rows("select count(*), sum(status = 'CONFIRMED') from registration group by kommune_ars"))
                .containsExactly("2 1", "2 1", "2 1");
        assertThat(given.money()).isEqualTo("20000000 150000 0 3");
    }

    @RepeatedTest(3)
    void whoever_read_the_books_before_the_switch_is_stopped_by_it() {
        long seminar = seminar();
        staff.forEach(actor -> given.registered(actor, seminar));
        List<Callable<String>> acts = new ArrayList<>(List.of(() -> {
            until(UNTIL);
            return "SWITCHED";
        }));
        staff.forEach(actor -> {
            RegisterParticipant.Command command =
                    Given.command(actor, seminar, ParticipantFixture.aParticipant(), true);
            acts.add(() -> register.handle(actor, command));
        });
        Race.of(acts);
        // Each was either confirmed before the switch or waits after it; later ones all wait.
        long switchedAt = database.number("select min(id) from audit_entry where action = 'programme.first-persons'");
        assertThat(database.number(
                        "select count(*) from audit_entry where action = 'registration.confirmed' and id > ?",
                        switchedAt))
                .isZero();
    }

    @Test
    void the_simulation_says_how_many_kommunen_would_profit_with_and_without() {
        long seminar = seminar();
        given.registered(staff.get(0), seminar);
        leave(50_000);
        given.registeredOrWaiting(staff.get(0), seminar);
        given.registeredOrWaiting(staff.get(1), seminar);
        given.registeredOrWaiting(staff.get(1), seminar);
        given.registeredOrWaiting(staff.get(2), seminar);
        SimulateFirstPersons.Simulation simulation = simulate.handle(ministry, 100_000L);
        assertThat(simulation)
                .isEqualTo(new SimulateFirstPersons.Simulation(
                        4,
                        3,
                        200_000,
                        0,
                        100_000,
                        new SimulateFirstPersons.Effect(2, 2, 1, 0),
                        new SimulateFirstPersons.Effect(2, 2, 2, 0)));
        assertThat(simulate.handle(ministry, 500_000L).firstOnly())
                .isEqualTo(new SimulateFirstPersons.Effect(2, 2, 2, 400_000));
        assertThat(given.money()).isEqualTo("50000 50000 0 4");
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> simulate.handle(given.nsi(), 1L));
    }

    @Test
    void refuses_days_that_make_no_sense_and_whoever_gives_no_reason() {
        LocalDate today = clock.today();
        assertThat(catchThrowable(() -> until(today.minusDays(1)))).isInstanceOf(InvalidInputException.class);
        assertThat(catchThrowable(() -> until(Database.LAST_DAY.plusDays(1))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("31.12.2028");
        assertThat(catchThrowable(() -> until(null)))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nichts anders");
        assertThat(catchThrowable(() -> prefer.handle(ministry, new PreferFirstPersons.Command(today, " "))))
                .isInstanceOf(InvalidInputException.class);
        Refused.with(
                AccessRefusal.ROLE_NOT_ALLOWED,
                () -> prefer.handle(given.nsi(), new PreferFirstPersons.Command(today, "Wir")));
        assertThat(database.number("select count(*) from audit_entry where action = 'programme.first-persons'"))
                .isZero();
        until(today);
        assertThat(prefer.until(ministry)).isEqualTo(today);
    }
}
