package de.digitallotsen.registration;

import static de.digitallotsen.ParticipantFixture.aParticipant;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.LeavesBooksWrong;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.SeminarFixture;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.seminar.ChangeSeminar;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * Several at the same instant. After each race the books add up ({@link de.digitallotsen.CleanSlate}). Each subject has
 * a control that does the same work the way one would without thinking, looks first and then writes, and has to go
 * wrong: it shows that the race is one.
 */
@PortalTest
class RaceTest {

    private static final int MANY = 8;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    RegisterParticipant register;

    @Inject
    CancelRegistration cancel;

    @Inject
    AdjustBudget adjustBudget;

    @Inject
    ChangeSeminar changeSeminar;

    private void leave(long cents) {
        adjustBudget.handle(given.ministry(), new AdjustBudget.Command(cents - Database.BUDGET_CENTS, "Für den Test"));
    }

    private Callable<String> registering(Actor actor, long seminar, boolean acceptWaiting) {
        return registering(actor, seminar, aParticipant(), acceptWaiting);
    }

    private Callable<String> registering(Actor actor, long seminar, ParticipantFixture person, boolean acceptWaiting) {
        RegisterParticipant.Command command = Given.command(actor, seminar, person, acceptWaiting);
        return () -> register.handle(actor, command);
    }

    private Callable<String> changingSeats(long seminar, SeminarFixture to) {
        Actor nsi = given.nsi();
        int version = (int) database.number("select version from seminar where id = ?", seminar);
        return () -> {
            changeSeminar.handle(nsi, seminar, version, to.draft());
            return "CHANGED";
        };
    }

    private long confirmed() {
        return database.number("select count(*) from registration where status = 'CONFIRMED'");
    }

    @RepeatedTest(2)
    void the_last_seat_goes_to_exactly_one_of_eight() {
        long seminar = given.aSeminar().withSeats(1).published();
        Race.Outcome outcome = Race.of(given.staffOfKommunen(MANY).stream()
                .map(actor -> registering(actor, seminar, false))
                .toList());
        assertThat(outcome.count("SEMINAR_FULL")).isEqualTo(MANY - 1);
        assertThat(confirmed()).isEqualTo(1);
        assertThat(given.seatsOf(seminar)).isEqualTo("1 1 0");
    }

    @Test
    void of_eight_who_would_wait_one_gets_the_last_seat_and_seven_wait() {
        long seminar = given.aSeminar().withSeats(1).published();
        Race.of(given.staffOfKommunen(MANY).stream()
                .map(actor -> registering(actor, seminar, true))
                .toList());
        assertThat(given.seatsOf(seminar)).isEqualTo("1 1 7");
        assertThat(given.money()).isEqualTo("20000000 50000 0 0");
    }

    @RepeatedTest(2)
    void the_last_500_euros_go_to_exactly_one_of_eight_in_eight_seminars() {
        leave(50_000);
        Race.Outcome outcome = Race.of(given.staffOfKommunen(MANY).stream()
                .map(actor -> registering(actor, given.aSeminar().published(), false))
                .toList());
        assertThat(outcome.count("BUDGET_EXHAUSTED")).isEqualTo(MANY - 1);
        assertThat(confirmed()).isEqualTo(1);
        assertThat(given.money()).isEqualTo("50000 50000 0 0");
    }

    @Test
    void with_499_euros_99_nobody_of_eight_is_confirmed() {
        leave(49_999);
        long seminar = given.aSeminar().published();
        Race.of(given.staffOfKommunen(MANY).stream()
                .map(actor -> registering(actor, seminar, true))
                .toList());
        assertThat(confirmed()).isZero();
        assertThat(given.seatsOf(seminar)).isEqualTo("20 0 8");
        assertThat(given.money()).isEqualTo("49999 0 0 8");
    }

    @RepeatedTest(2)
    void a_kommune_gets_no_third_place_from_six_browsers() {
        long seminar = given.aSeminar().published();
        List<Callable<String>> browsers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            browsers.add(registering(
                    given.staffOf(Given.LANGENHAGEN),
                    i % 2 == 0 ? seminar : given.aSeminar().published(),
                    false));
        }
        Race.Outcome outcome = Race.of(browsers);
        assertThat(outcome.count("KOMMUNE_LIMIT_REACHED")).isEqualTo(4);
        assertThat(database.rows("select place_number from registration order by 1"))
                .containsExactly("1", "2");
    }

    @RepeatedTest(2)
    void a_person_gets_in_once_from_two_kommunen() {
        long seminar = given.aSeminar().published();
        long other = given.aSeminar().published();
        Race.Outcome outcome = Race.of(List.of(
                registering(
                        given.staffOf(Given.LANGENHAGEN),
                        seminar,
                        aParticipant().withEmail("anna@stadt.example"),
                        false),
                registering(
                        given.staffOf(Given.SOTTRUM), other, aParticipant().withEmail("Anna@Stadt.example"), false)));
        assertThat(outcome.count("PERSON_ALREADY_REGISTERED")).isEqualTo(1);
        assertThat(confirmed()).isEqualTo(1);
        assertThat(database.number("select count(*) from place where taken_by is not null"))
                .isEqualTo(1);
    }

    @RepeatedTest(2)
    void a_double_click_registers_once_and_answers_the_same() {
        long seminar = given.aSeminar().published();
        Actor actor = given.staffOf(Given.LANGENHAGEN);
        RegisterParticipant.Command command = new RegisterParticipant.Command(
                new Application(seminar, aParticipant().details(), false, null), "one-click");
        Callable<String> click = () -> register.handle(actor, command);
        Race.Outcome outcome = Race.of(List.of(click, click, click));
        assertThat(outcome.results().stream().distinct()).hasSize(1);
        assertThat(database.number("select count(*) from registration")).isEqualTo(1);
        assertThat(given.statusOf(outcome.results().get(0))).isEqualTo("CONFIRMED");
    }

    @RepeatedTest(3)
    void a_freed_seat_goes_to_the_one_who_waits_and_never_to_a_newcomer() {
        long seminar = given.aSeminar().withSeats(1).published();
        List<Actor> staff = given.staffOfKommunen(5);
        String holder = given.registered(staff.get(0), seminar);
        String waiting = given.registeredOrWaiting(staff.get(1), seminar);
        Race.Outcome outcome = Race.of(List.of(
                () -> {
                    cancel.handle(staff.get(0), holder);
                    return "CANCELLED";
                },
                registering(staff.get(2), seminar, true),
                registering(staff.get(3), seminar, false),
                registering(staff.get(4), seminar, true)));
        assertThat(outcome.count("CANCELLED")).isEqualTo(1);
        assertThat(given.statusOf(waiting)).isEqualTo("CONFIRMED");
        assertThat(given.seatsOf(seminar)).isEqualTo("1 1 2");
    }

    @RepeatedTest(3)
    void freed_money_goes_to_the_one_who_waits_elsewhere_and_never_to_a_newcomer() {
        leave(50_000);
        long here = given.aSeminar().published();
        long there = given.aSeminar().published();
        List<Actor> staff = given.staffOfKommunen(5);
        String holder = given.registered(staff.get(0), here);
        String waiting = given.registeredOrWaiting(staff.get(1), there);
        Race.of(List.of(
                () -> {
                    cancel.handle(staff.get(0), holder);
                    return "CANCELLED";
                },
                registering(staff.get(2), here, true),
                registering(staff.get(3), here, false),
                registering(staff.get(4), there, true)));
        assertThat(given.statusOf(waiting)).isEqualTo("CONFIRMED");
        assertThat(given.money()).isEqualTo("50000 50000 0 2");
    }

    @RepeatedTest(2)
    void two_who_cancel_the_same_registration_free_it_once() {
        long seminar = given.aSeminar().withSeats(1).published();
        Actor actor = given.staffOf(Given.LANGENHAGEN);
        String reference = given.registered(actor, seminar);
        Callable<String> click = () -> {
            cancel.handle(actor, reference);
            return "CANCELLED";
        };
        Race.Outcome outcome = Race.of(List.of(click, click));
        assertThat(outcome.results()).containsExactlyInAnyOrder("CANCELLED", "NOT_CANCELLABLE");
        assertThat(given.seatsOf(seminar)).isEqualTo("1 0 0");
        assertThat(given.money()).isEqualTo("20000000 0 0 0");
    }

    @RepeatedTest(3)
    void capacity_lowered_while_people_register_never_falls_below_them() {
        long seminar = given.aSeminar().withSeats(8).published();
        List<Callable<String>> all = new ArrayList<>(given.staffOfKommunen(6).stream()
                .map(actor -> registering(actor, seminar, true))
                .toList());
        all.add(changingSeats(seminar, given.aSeminar().withSeats(3)));
        Race.Outcome outcome = Race.of(all);
        long confirmed = confirmed();
        if (outcome.count("CHANGED") == 1) {
            assertThat(confirmed).isEqualTo(3);
            assertThat(given.seatsOf(seminar)).isEqualTo("3 3 3");
        } else {
            assertThat(outcome.count("CAPACITY_BELOW_CONFIRMED")).isEqualTo(1);
            assertThat(given.seatsOf(seminar)).isEqualTo("8 6 0");
        }
    }

    @RepeatedTest(3)
    void budget_lowered_while_people_register_never_falls_below_what_they_reserve() {
        leave(400_000);
        Actor ministry = given.ministry();
        List<Callable<String>> all = new ArrayList<>(given.staffOfKommunen(6).stream()
                .map(actor -> registering(actor, given.aSeminar().published(), true))
                .toList());
        all.add(() -> {
            adjustBudget.handle(ministry, new AdjustBudget.Command(-250_000L, "Kürzung"));
            return "LOWERED";
        });
        Race.Outcome outcome = Race.of(all);
        if (outcome.count("LOWERED") == 1) {
            assertThat(given.money()).isEqualTo("150000 150000 0 3");
        } else {
            assertThat(outcome.count("BUDGET_BELOW_COMMITTED")).isEqualTo(1);
            assertThat(given.money()).isEqualTo("400000 300000 0 0");
        }
    }

    @RepeatedTest(2)
    void budget_and_seats_raised_while_people_cancel_and_register_leave_nobody_overtaken() {
        leave(100_000);
        long small = given.aSeminar().withSeats(1).published();
        long large = given.aSeminar().withSeats(9).published();
        List<Actor> staff = given.staffOfKommunen(8);
        String holder = given.registered(staff.get(0), small);
        given.registered(staff.get(1), large);
        String first = given.registeredOrWaiting(staff.get(2), small);
        String second = given.registeredOrWaiting(staff.get(3), large);
        Actor ministry = given.ministry();
        Race.of(List.of(
                () -> {
                    cancel.handle(staff.get(0), holder);
                    return "CANCELLED";
                },
                () -> {
                    adjustBudget.handle(ministry, new AdjustBudget.Command(50_000L, "Mehr"));
                    return "RAISED";
                },
                changingSeats(small, given.aSeminar().withSeats(2)),
                registering(staff.get(4), small, true),
                registering(staff.get(5), large, true),
                registering(staff.get(6), large, true)));
        assertThat(given.statusOf(first)).isEqualTo("CONFIRMED");
        assertThat(given.statusOf(second)).isEqualTo("CONFIRMED");
        assertThat(confirmed()).isEqualTo(3);
        assertThat(given.money()).startsWith("150000 150000 0 ");
    }

    // ---- Controls: look first, then write. The pause between the two makes sure that all have looked before any
    // writes.

    /** One who looks and then writes, without a guard. Says whether it wrote. */
    private Callable<String> careless(String look, String write, CyclicBarrier pause) {
        return () -> {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                boolean free;
                try (ResultSet row = statement.executeQuery(look)) {
                    row.next();
                    free = row.getLong(1) > 0;
                }
                pause.await(20, TimeUnit.SECONDS);
                if (free) {
                    statement.executeUpdate(write);
                }
                connection.commit();
                connection.setAutoCommit(true);
                return free ? "TOOK" : "LEFT";
            }
        };
    }

    private Race.Outcome carelessly(int people, String look, String write) {
        CyclicBarrier pause = new CyclicBarrier(people);
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < people; i++) {
            all.add(careless(look, write, pause));
        }
        return Race.of(all);
    }

    private void scratch(String columns) throws SQLException {
        database.writePastTheProgram("create or replace table control (id int primary key, " + columns + ")");
    }

    private void dropScratch() throws SQLException {
        database.writePastTheProgram("drop table control");
    }

    @Test
    @LeavesBooksWrong
    void control_without_the_guard_the_last_seat_goes_to_eight() throws SQLException {
        scratch("capacity int, taken int");
        database.writePastTheProgram("insert into control values (1, 1, 0)");
        Race.Outcome outcome =
                carelessly(MANY, "select capacity - taken from control", "update control set taken = taken + 1");
        assertThat(outcome.count("TOOK")).isEqualTo(MANY);
        assertThat(database.number("select taken from control")).as("oversold").isEqualTo(MANY);
        dropScratch();
    }

    @Test
    @LeavesBooksWrong
    void control_without_the_guard_the_last_500_euros_are_given_eight_times() throws SQLException {
        scratch("allocated bigint, reserved bigint");
        database.writePastTheProgram("insert into control values (1, 50000, 0)");
        carelessly(
                MANY,
                "select allocated - reserved >= 50000 from control",
                "update control set reserved = reserved + 50000");
        assertThat(database.number("select reserved from control"))
                .as("overdrawn")
                .isEqualTo(400_000);
        dropScratch();
    }

    @Test
    @LeavesBooksWrong
    void control_with_a_total_written_back_seven_of_eight_updates_are_lost() throws SQLException {
        scratch("taken int");
        database.writePastTheProgram("insert into control values (1, 0)");
        carelessly(MANY, "select taken + 1 from control", "update control set taken = 1");
        assertThat(database.number("select taken from control"))
                .as("lost updates")
                .isEqualTo(1);
        dropScratch();
    }

    @Test
    @LeavesBooksWrong
    void control_without_the_place_rows_a_kommune_gets_six_places() throws SQLException {
        scratch("kommune char(12)");
        CyclicBarrier pause = new CyclicBarrier(6);
        List<Callable<String>> all = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            all.add(careless(
                    "select count(*) < 2 from control where kommune = '032410010010'",
                    "insert into control values (" + i + ", '032410010010')",
                    pause));
        }
        Race.of(all);
        assertThat(database.number("select count(*) from control"))
                .as("past the cap of two")
                .isEqualTo(6);
        dropScratch();
    }

    @Test
    @LeavesBooksWrong
    void control_without_unique_keys_person_and_submission_are_taken_twice() throws SQLException {
        scratch("person varchar(64)");
        CyclicBarrier pause = new CyclicBarrier(2);
        Race.of(List.of(
                careless(
                        "select count(*) = 0 from control where person = 'anna'",
                        "insert into control values (1, 'anna')",
                        pause),
                careless(
                        "select count(*) = 0 from control where person = 'anna'",
                        "insert into control values (2, 'anna')",
                        pause)));
        assertThat(database.number("select count(*) from control where person = 'anna'"))
                .isEqualTo(2);
        dropScratch();
    }

    @Test
    @LeavesBooksWrong
    void control_without_a_queue_the_newcomer_overtakes_the_one_who_waits() throws SQLException {
        scratch("capacity int, taken int, waiting int, holder varchar(10)");
        database.writePastTheProgram("insert into control values (1, 1, 1, 1, 'first')");
        // The seat comes free in one transaction, the promotion follows in another: between the two stands the
        // newcomer.
        database.writePastTheProgram("update control set taken = taken - 1, holder = null");
        assertThat(database.writePastTheProgram(
                        "update control set taken = taken + 1, holder = 'newcomer' where taken < capacity"))
                .isEqualTo(1);
        assertThat(database.writePastTheProgram(
                        "update control set taken = taken + 1, holder = 'waiting' where taken < capacity"))
                .isZero();
        assertThat(database.text("select holder from control")).isEqualTo("newcomer");
        dropScratch();
    }

    @Test
    @LeavesBooksWrong
    void control_without_the_guard_capacity_and_budget_fall_below_what_is_taken() throws SQLException {
        scratch("capacity int, taken int");
        database.writePastTheProgram("insert into control values (1, 3, 2)");
        CyclicBarrier pause = new CyclicBarrier(2);
        Race.of(List.of(
                careless("select capacity - taken from control", "update control set taken = taken + 1", pause),
                careless("select taken <= 2 from control", "update control set capacity = 2", pause)));
        assertThat(database.text("select capacity, taken from control"))
                .as("more taken than there is")
                .isEqualTo("2 3");
        dropScratch();
    }
}
