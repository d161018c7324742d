package de.digitallotsen.registration;

import static de.digitallotsen.ParticipantFixture.aParticipant;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.LeavesBooksWrong;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * Changes of registrations at the same instant; afterwards the books add up ({@link de.digitallotsen.CleanSlate}). Each
 * subject has a control that does the same without the lock and has to go wrong.
 */
@PortalTest
class ChangeRaceTest {

    /** ER_LOCK_DEADLOCK of the server. */
    private static final int DEADLOCK_FOUND = 1213;

    @Inject
    Given given;

    @Inject
    CompletedSeminars held;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    RebookRegistration rebook;

    @Inject
    SubstituteParticipant substitute;

    @Inject
    CancelRegistration cancel;

    @Inject
    RegisterParticipant register;

    @Inject
    CloseSeminar close;

    @Inject
    PromoteByHand promote;

    @Inject
    CancelSeminar cancelSeminar;

    @Inject
    EntityManager entities;

    private static Callable<String> doing(String done, Runnable act) {
        return () -> {
            act.run();
            return done;
        };
    }

    @RepeatedTest(3)
    void rebooking_crosswise_swaps_where_both_have_a_free_seat() {
        long a = given.aSeminar().withSeats(2).published();
        long b = given.aSeminar().withSeats(2).published();
        List<Actor> staff = given.staffOfKommunen(2);
        String one = given.registered(staff.get(0), a);
        String two = given.registered(staff.get(1), b);
        Race.Outcome outcome = Race.of(List.of(
                doing("MOVED", () -> rebook.handle(staff.get(0), one, b)),
                doing("MOVED", () -> rebook.handle(staff.get(1), two, a))));
        assertThat(outcome.count("MOVED")).isEqualTo(2);
        assertThat(given.seatsOf(a) + ", " + given.seatsOf(b)).isEqualTo("2 1 0, 2 1 0");
        assertThat(given.money()).isEqualTo("20000000 100000 0 0");
    }

    @RepeatedTest(2)
    void rebooking_crosswise_between_two_full_seminars_changes_nothing() {
        long a = given.aSeminar().withSeats(1).published();
        long b = given.aSeminar().withSeats(1).published();
        List<Actor> staff = given.staffOfKommunen(2);
        String one = given.registered(staff.get(0), a);
        String two = given.registered(staff.get(1), b);
        Race.Outcome outcome = Race.of(List.of(
                doing("MOVED", () -> rebook.handle(staff.get(0), one, b)),
                doing("MOVED", () -> rebook.handle(staff.get(1), two, a))));
        assertThat(outcome.count("SEMINAR_FULL")).isEqualTo(2);
        assertThat(given.seatsOf(a) + ", " + given.seatsOf(b)).isEqualTo("1 1 0, 1 1 0");
        assertThat(given.money()).isEqualTo("20000000 100000 0 0");
    }

    /** The control: each takes the seminar that it leaves first, and then the other's. */
    @Test
    void control_crosswise_without_the_fixed_order_one_locks_the_other_out() {
        long a = given.aSeminar().published();
        long b = given.aSeminar().published();
        CyclicBarrier holding = new CyclicBarrier(2);
        Race.Outcome outcome = Race.of(List.of(locking(a, b, holding), locking(b, a, holding)));
        assertThat(outcome.count("DEADLOCK")).isEqualTo(1);
        assertThat(outcome.count("MOVED")).isEqualTo(1);
    }

    private Callable<String> locking(long first, long then, CyclicBarrier holding) {
        return () -> {
            try (Connection connection = database.connect();
                    Statement statement = connection.createStatement()) {
                connection.setAutoCommit(false);
                try {
                    statement.executeUpdate("update seminar set waiting_count = waiting_count where id = " + first);
                    holding.await(20, TimeUnit.SECONDS);
                    statement.executeUpdate("update seminar set waiting_count = waiting_count where id = " + then);
                    return "MOVED";
                } catch (SQLException lost) {
                    assertThat(lost.getErrorCode()).isEqualTo(DEADLOCK_FOUND);
                    return "DEADLOCK";
                } finally {
                    connection.rollback();
                    connection.setAutoCommit(true);
                }
            }
        };
    }

    @RepeatedTest(3)
    void of_eight_who_move_to_the_last_seat_one_arrives_and_seven_stay_where_they_are() {
        long from = given.aSeminar().published();
        long to = given.aSeminar().withSeats(1).published();
        List<Callable<String>> all = new ArrayList<>();
        for (Actor actor : given.staffOfKommunen(8)) {
            String reference = given.registered(actor, from);
            all.add(doing("MOVED", () -> rebook.handle(actor, reference, to)));
        }
        Race.Outcome outcome = Race.of(all);
        assertThat(outcome.count("MOVED")).isEqualTo(1);
        assertThat(outcome.count("SEMINAR_FULL")).isEqualTo(7);
        assertThat(given.seatsOf(from) + ", " + given.seatsOf(to)).isEqualTo("20 7 0, 1 1 0");
        assertThat(given.money()).isEqualTo("20000000 400000 0 0");
    }

    /** The control: looks whether there is a seat, and then counts itself in, as one would without a lock. */
    @Test
    @LeavesBooksWrong
    void control_moving_without_a_guard_loses_seats() {
        long from = given.aSeminar().published();
        long to = given.aSeminar().withSeats(1).published();
        List<Callable<String>> all = new ArrayList<>();
        CyclicBarrier looked = new CyclicBarrier(4);
        for (Actor actor : given.staffOfKommunen(4)) {
            all.add(taking(looked, to, "seminar_id = " + to, given.registered(actor, from)));
        }
        assertThat(Race.of(all).count("TOOK")).isEqualTo(4);
        assertThat(database.number("select count(*) from registration where seminar_id = ?", to))
                .as("people on one seat")
                .isEqualTo(4);
    }

    @RepeatedTest(3)
    void promotion_by_hand_against_cancellation_gives_one_seat_to_one_person() {
        long seminar = given.aSeminar()
                .withSeats(1)
                .beginningOn(clock.today().plusDays(20))
                .closesAt(TestClock.START.plusSeconds(60))
                .published();
        List<Actor> staff = given.staffOfKommunen(3);
        Actor nsi = given.nsi();
        String seated = given.registered(staff.get(0), seminar);
        String first = given.registeredOrWaiting(staff.get(1), seminar);
        given.registeredOrWaiting(staff.get(2), seminar);
        clock.set(TestClock.START.plusSeconds(60));
        cancel.handle(staff.get(0), seated);
        Race.Outcome outcome = Race.of(List.of(
                doing("PROMOTED", () -> promote.handle(nsi, first)),
                doing("PROMOTED", () -> promote.handle(nsi, first)),
                doing("CANCELLED", () -> cancel.handle(staff.get(1), first))));
        assertThat(outcome.count("PROMOTED")).isLessThanOrEqualTo(1);
        assertThat(outcome.count("CANCELLED")).isEqualTo(1);
        assertThat(given.seatsOf(seminar)).isEqualTo("1 0 1");
        assertThat(given.money()).isEqualTo("20000000 0 0 0");
    }

    @RepeatedTest(3)
    void closing_against_substitution_settles_one_person_or_the_other_and_never_half() {
        long seminar = given.aSeminar()
                .beginningOn(clock.today().plusDays(3))
                .closesAt(TestClock.START.plusSeconds(60))
                .published();
        Actor actor = given.staffOf(Given.LANGENHAGEN);
        Actor nsi = given.nsi();
        String reference = given.registered(actor, seminar);
        clock.pass(Duration.ofDays(7));
        held.recorded(nsi, seminar, Set.of(reference));
        Race.Outcome outcome = Race.of(List.of(
                doing("CLOSED", () -> close.handle(nsi, seminar)),
                doing("CLOSED", () -> close.handle(nsi, seminar)),
                doing(
                        "SUBSTITUTED",
                        () -> substitute.handle(actor, reference, aParticipant().details()))));
        assertThat(outcome.count("CLOSED")).isEqualTo(1);
        assertThat(outcome.count("SEMINAR_NOT_CHANGEABLE")).isEqualTo(1);
        assertThat(outcome.count("NOT_SUBSTITUTABLE")).isEqualTo(1);
        assertThat(given.statusOf(reference)).isEqualTo("ATTENDED");
        assertThat(given.money()).isEqualTo("20000000 0 50000 0");
    }

    /**
     * The substitution is written in the last instant before the beginning; while it is, the day passes and the NSI
     * closes.
     */
    @RepeatedTest(2)
    void closing_waits_for_a_substitution_that_is_being_written_and_settles_the_new_person() {
        LocalDate day = clock.today().plusDays(3);
        long seminar = given.aSeminar()
                .lasting(1)
                .beginningOn(day)
                .closesAt(TestClock.START.plusSeconds(60))
                .published();
        Actor actor = given.staffOf(Given.LANGENHAGEN);
        Actor nsi = given.nsi();
        String reference = given.registered(actor, seminar);
        clock.set(day.atTime(9, 0).atZone(German.BERLIN).toInstant().minusMillis(1));
        held.recorded(nsi, seminar, Set.of(reference));
        CyclicBarrier written = new CyclicBarrier(2);
        Race.Outcome outcome = Race.of(List.of(
                () -> QuarkusTransaction.requiringNew().call(() -> {
                    substitute.handle(
                            actor,
                            reference,
                            aParticipant().named("Berta", "Neumann").details());
                    clock.pass(Duration.ofDays(1));
                    written.await(20, TimeUnit.SECONDS);
                    // The other one is at the lock by now, or would have settled the old person.
                    Thread.sleep(300);
                    return "SUBSTITUTED";
                }),
                () -> {
                    written.await(20, TimeUnit.SECONDS);
                    close.handle(nsi, seminar);
                    return "CLOSED " + settledPerson(reference);
                }));
        assertThat(outcome.results()).containsExactly("SUBSTITUTED", "CLOSED ATTENDED Neumann");
        assertThat(database.rows("select kind from registration_event order by id"))
                .containsExactly("CONFIRMED", "ATTENDANCE_RECORDED", "SUBSTITUTED", "ATTENDED");
        assertThat(database.number("select count(*) from certificate")).isEqualTo(1);
        assertThat(given.money()).isEqualTo("20000000 0 50000 0");
    }

    private String settledPerson(String reference) {
        return database.text(
                "select r.status, p.last_name from registration r join participant p on p.id = r.participant_id"
                        + " where r.reference = ?",
                reference);
    }

    /**
     * The control: both look, then both write, as one would without the lock. Somebody is settled who had been
     * replaced.
     */
    @Test
    @LeavesBooksWrong
    void control_closing_and_substitution_without_the_lock_settle_one_person_and_name_another() {
        long seminar = given.aSeminar().published();
        String reference = given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        long old = database.number("select participant_id from registration where reference = ?", reference);
        long other = database.number(
                "select participant_id from registration where reference = ?",
                given.registered(given.staffOf(Given.SOTTRUM), given.aSeminar().published()));
        CyclicBarrier looked = new CyclicBarrier(2);
        Race.Outcome outcome = Race.of(List.of(
                careless(looked, reference, "status = 'ATTENDED'"),
                careless(looked, reference, "participant_id = " + other)));
        assertThat(outcome.count("WROTE FOR " + old))
                .as("both believe that it is still the old person")
                .isEqualTo(2);
        assertThat(database.text("select status, participant_id from registration where reference = ?", reference))
                .isEqualTo("ATTENDED " + other);
    }

    /** Looks who is registered and, once everybody has looked, writes. */
    private Callable<String> careless(CyclicBarrier looked, String reference, String change) {
        return () -> QuarkusTransaction.requiringNew().call(() -> {
            Object person = entities.createNativeQuery(
                            "select participant_id from registration where reference = ?1 and status = 'CONFIRMED'")
                    .setParameter(1, reference)
                    .getSingleResult();
            looked.await(20, TimeUnit.SECONDS);
            entities.createNativeQuery("update registration set " + change + " where reference = ?1")
                    .setParameter(1, reference)
                    .executeUpdate();
            return "WROTE FOR " + person;
        });
    }

    /** Promotion by every way at once, while newcomers register: who waits comes first, whoever is fastest. */
    @RepeatedTest(3)
    void promotion_against_registration_serves_those_who_wait_before_any_newcomer() {
        long seminar = given.aSeminar().withSeats(2).published();
        long other = given.aSeminar().published();
        List<Actor> staff = given.staffOfKommunen(9);
        String cancelling = given.registered(staff.get(0), seminar);
        String moving = given.registered(staff.get(1), seminar);
        List<String> waiting = staff.subList(2, 4).stream()
                .map(actor -> given.registeredOrWaiting(actor, seminar))
                .toList();
        List<Callable<String>> all = new ArrayList<>();
        all.add(doing("CANCELLED", () -> cancel.handle(staff.get(0), cancelling)));
        all.add(doing("MOVED", () -> rebook.handle(staff.get(1), moving, other)));
        staff.subList(4, 9)
                .forEach(actor -> all.add(() -> "NEW "
                        + given.statusOf(register.handle(actor, Given.command(actor, seminar, aParticipant(), true)))));
        Race.Outcome outcome = Race.of(all);
        assertThat(outcome.count("CANCELLED") + outcome.count("MOVED")).isEqualTo(2);
        assertThat(outcome.count("NEW WAITING SEATS")).as("newcomers who wait").isEqualTo(5);
        assertThat(waiting)
                .allSatisfy(reference -> assertThat(given.statusOf(reference)).isEqualTo("CONFIRMED"));
        assertThat(given.seatsOf(seminar) + ", " + given.seatsOf(other)).isEqualTo("2 2 5, 20 1 0");
        assertThat(given.money()).isEqualTo("20000000 150000 0 0");
    }

    /** The control: the promotion and a newcomer each look whether a seat is free, and then take it. */
    @Test
    @LeavesBooksWrong
    void control_promotion_and_registration_without_the_lock_give_one_seat_to_two() {
        long seminar = given.aSeminar().withSeats(1).published();
        long elsewhere = given.aSeminar().published();
        List<Actor> staff = given.staffOfKommunen(3);
        String holder = given.registered(staff.get(0), seminar);
        String first = given.registeredOrWaiting(staff.get(1), seminar);
        String newcomer = given.registered(staff.get(2), elsewhere);
        QuarkusTransaction.requiringNew()
                .run(() -> entities.createNativeQuery(
                                "update registration set status = 'CANCELLED', cancelled_at = now()"
                                        + " where reference = ?1")
                        .setParameter(1, holder)
                        .executeUpdate());
        CyclicBarrier looked = new CyclicBarrier(2);
        Race.Outcome outcome = Race.of(List.of(
                taking(looked, seminar, "status = 'CONFIRMED', waiting_reason = null", first),
                taking(looked, seminar, "seminar_id = " + seminar, newcomer)));
        assertThat(outcome.count("TOOK")).isEqualTo(2);
        assertThat(database.number(
                        "select count(*) from registration where seminar_id = ? and status = 'CONFIRMED'", seminar))
                .as("people on one seat")
                .isEqualTo(2);
    }

    private Callable<String> taking(CyclicBarrier looked, long seminar, String change, String reference) {
        return () -> QuarkusTransaction.requiringNew().call(() -> {
            boolean free =
                    ((Number) entities.createNativeQuery("select count(*) from registration where seminar_id = ?1"
                                                    + " and status = 'CONFIRMED'")
                                            .setParameter(1, seminar)
                                            .getSingleResult())
                                    .intValue()
                            < 1;
            looked.await(20, TimeUnit.SECONDS);
            if (free) {
                entities.createNativeQuery("update registration set " + change + " where reference = ?1")
                        .setParameter(1, reference)
                        .executeUpdate();
            }
            return free ? "TOOK" : "LEFT";
        });
    }

    @RepeatedTest(3)
    void calling_off_while_people_register_and_cancel_leaves_nobody_behind() {
        long seminar = given.aSeminar().withSeats(3).published();
        List<Actor> staff = given.staffOfKommunen(6);
        Actor nsi = given.nsi();
        String early = given.registered(staff.get(0), seminar);
        List<Callable<String>> all = new ArrayList<>();
        staff.subList(1, 6)
                .forEach(actor ->
                        all.add(() -> register.handle(actor, Given.command(actor, seminar, aParticipant(), true))));
        all.add(doing("CANCELLED", () -> cancel.handle(staff.get(0), early)));
        all.add(doing("SEMINAR_CANCELLED", () -> cancelSeminar.handle(nsi, seminar, "Wasserschaden")));
        Race.Outcome outcome = Race.of(all);
        assertThat(outcome.count("SEMINAR_CANCELLED")).isEqualTo(1);
        assertThat(given.seatsOf(seminar)).isEqualTo("3 0 0");
        assertThat(given.money()).isEqualTo("20000000 0 0 0");
        assertThat(database.number("select count(*) from registration where status in ('CONFIRMED', 'WAITING')"))
                .isZero();
        assertThat(database.number("select count(*) from place where taken_by is not null"))
                .isZero();
    }
}
