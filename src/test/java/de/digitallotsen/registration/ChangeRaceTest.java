package de.digitallotsen.registration;

import static de.digitallotsen.ParticipantFixture.aParticipant;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.HeldSeminars;
import de.digitallotsen.LeavesBooksWrong;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** Changes of registrations at the same instant; afterwards the books add up ({@link de.digitallotsen.CleanSlate}). */
@PortalTest
class ChangeRaceTest {

    @Inject
    Given given;
    @Inject
    HeldSeminars held;
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
    CancelSeminar callOff;
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
        Race.Outcome outcome = Race.of(List.of(doing("MOVED", () -> rebook.handle(staff.get(0), one, b)), doing("MOVED", () -> rebook.handle(staff.get(1), two, a))));
        assertThat(outcome.count("MOVED")).isEqualTo(2);
        assertThat(given.seatsOf(a) + ", " + given.seatsOf(b)).isEqualTo("2 1 0, 2 1 0");
        assertThat(given.money()).isEqualTo("20000000 100000 0 0");
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
        CyclicBarrier seen = new CyclicBarrier(4);
        for (Actor actor : given.staffOfKommunen(4)) {
            String reference = given.registered(actor, from);
            all.add(() -> QuarkusTransaction.requiringNew().call(() -> {
                boolean free = ((Number) entities.createNativeQuery("select count(*) from registration where seminar_id = ?1 and status = 'CONFIRMED'").setParameter(1, to).getSingleResult()).intValue() < 1;
                seen.await();
                if (free) {
                    entities.createNativeQuery("update registration set seminar_id = ?1 where reference = ?2").setParameter(1, to).setParameter(2, reference).executeUpdate();
                }
                return free ? "MOVED" : "FULL";
            }));
        }
        assertThat(Race.of(all).count("MOVED")).isEqualTo(4);
        assertThat(database.number("select count(*) from registration where seminar_id = ?", to)).as("people on one seat").isEqualTo(4);
    }

    @RepeatedTest(3)
    void promotion_by_hand_against_cancellation_gives_one_seat_to_one_person() {
        long seminar = given.aSeminar().withSeats(1).beginningOn(clock.today().plusDays(20)).closesAt(TestClock.START.plusSeconds(60)).published();
        List<Actor> staff = given.staffOfKommunen(3);
        Actor nsi = given.nsi();
        String seated = given.registered(staff.get(0), seminar);
        String first = given.registeredOrWaiting(staff.get(1), seminar);
        given.registeredOrWaiting(staff.get(2), seminar);
        clock.set(TestClock.START.plusSeconds(60));
        cancel.handle(staff.get(0), seated);
        Race.Outcome outcome = Race.of(List.of(doing("PROMOTED", () -> promote.handle(nsi, first)), doing("PROMOTED", () -> promote.handle(nsi, first)),
                doing("CANCELLED", () -> cancel.handle(staff.get(1), first))));
        assertThat(outcome.count("PROMOTED")).isLessThanOrEqualTo(1);
        assertThat(outcome.count("CANCELLED")).isEqualTo(1);
        assertThat(given.seatsOf(seminar)).isEqualTo("1 0 1");
        assertThat(given.money()).isEqualTo("20000000 0 0 0");
    }

    @RepeatedTest(3)
    void closing_against_substitution_settles_one_person_or_the_other_and_never_half() {
        long seminar = given.aSeminar().beginningOn(clock.today().plusDays(3)).closesAt(TestClock.START.plusSeconds(60)).published();
        Actor actor = given.staffOf(Given.LANGENHAGEN);
        Actor nsi = given.nsi();
        String reference = given.registered(actor, seminar);
        clock.pass(Duration.ofDays(7));
        held.recorded(nsi, seminar, Set.of(reference));
        Race.Outcome outcome = Race.of(List.of(doing("CLOSED", () -> close.handle(nsi, seminar)), doing("CLOSED", () -> close.handle(nsi, seminar)),
                doing("SUBSTITUTED", () -> substitute.handle(actor, reference, aParticipant().details()))));
        assertThat(outcome.count("CLOSED")).isEqualTo(1);
        assertThat(outcome.count("SEMINAR_NOT_CHANGEABLE")).isEqualTo(1);
        assertThat(outcome.count("NOT_SUBSTITUTABLE")).isEqualTo(1);
        assertThat(given.statusOf(reference)).isEqualTo("ATTENDED");
        assertThat(given.money()).isEqualTo("20000000 0 50000 0");
    }

    @RepeatedTest(3)
    void calling_off_while_people_register_and_cancel_leaves_nobody_behind() {
        long seminar = given.aSeminar().withSeats(3).published();
        List<Actor> staff = given.staffOfKommunen(6);
        Actor nsi = given.nsi();
        String early = given.registered(staff.get(0), seminar);
        List<Callable<String>> all = new ArrayList<>();
        staff.subList(1, 6).forEach(actor -> all.add(() -> register.handle(actor, Given.command(actor, seminar, aParticipant(), true))));
        all.add(doing("CANCELLED", () -> cancel.handle(staff.get(0), early)));
        all.add(doing("CALLED_OFF", () -> callOff.handle(nsi, seminar, "Wasserschaden")));
        Race.Outcome outcome = Race.of(all);
        assertThat(outcome.count("CALLED_OFF")).isEqualTo(1);
        assertThat(given.seatsOf(seminar)).isEqualTo("3 0 0");
        assertThat(given.money()).isEqualTo("20000000 0 0 0");
        assertThat(database.number("select count(*) from registration where status in ('CONFIRMED', 'WAITING')")).isZero();
        assertThat(database.number("select count(*) from place where taken_by is not null")).isZero();
    }
}
