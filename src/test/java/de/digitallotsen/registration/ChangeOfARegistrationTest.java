package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.BudgetRefusal;
import de.digitallotsen.seminar.SeminarRefusal;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.InvalidInputException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What happens to a registration after it was received: R14 by hand, R16 to R20, each at its edge. */
@PortalTest
class ChangeOfARegistrationTest {

    @Inject
    Given given;

    @Inject
    CompletedSeminars held;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    Acts acts;

    private List<Actor> staff;
    private Actor nsi;

    /** Everything that can be done with a registration. */
    @Singleton
    static class Acts {
        @Inject
        CancelRegistration cancel;

        @Inject
        SubstituteParticipant substitute;

        @Inject
        RebookRegistration rebook;

        @Inject
        PromoteByHand promote;

        @Inject
        OverrideFee override;

        @Inject
        CancelSeminar cancelSeminar;

        @Inject
        CorrectAttendance correct;

        @Inject
        EndPromotion endPromotion;

        @Inject
        AdjustBudget adjust;

        @Inject
        CancellationCost cost;
    }

    @BeforeEach
    void people() {
        staff = given.staffOfKommunen(6);
        nsi = given.nsi();
    }

    @AfterEach
    void books_add_up() {
        assertThat(given.wrongBooks()).isEmpty();
    }

    private static Instant berlin(LocalDate day, int hour, int minute) {
        return day.atTime(hour, minute).atZone(German.BERLIN).toInstant();
    }

    private long due(String reference) {
        return database.number("select due_cents from registration where reference = ?", reference);
    }

    private List<String> history(String reference) {
        return database.rows("select e.kind from registration_event e join registration r on r.id = e.registration_id"
                + " where r.reference = '"
                + reference + "' order by e.id");
    }

    private void leave(long cents) {
        acts.adjust.handle(given.ministry(), new AdjustBudget.Command(cents - Database.BUDGET_CENTS, "Für den Test"));
    }

    // --- R18

    @Test
    void cancels_free_until_the_minute_of_the_deadline_and_for_half_the_fee_from_it() {
        LocalDate first = clock.today().plusDays(40);
        Instant deadline = berlin(first.minusDays(20), 18, 0);
        long seminar = given.aSeminar().beginningOn(first).closesAt(deadline).published();
        String early = given.registered(staff.get(0), seminar);
        String late = given.registered(staff.get(1), seminar);
        clock.set(deadline.minusMillis(1));
        acts.cancel.handle(staff.get(0), early);
        assertThat(due(early)).isZero();
        clock.set(deadline);
        acts.cancel.handle(staff.get(1), late);
        assertThat(due(late)).isEqualTo(50_000);
        assertThat(given.money()).isEqualTo("20000000 0 0 0");
        assertThat(database.rows("select taken_by from place where taken_by is not null"))
                .isEmpty();
    }

    @Test
    void costs_half_until_15_days_before_and_the_whole_fee_from_14_days_by_the_berlin_calendar() {
        // The clocks change on 28 March 2027, between the deadline and the first day.
        LocalDate first = LocalDate.of(2027, 4, 5);
        long seminar = given.aSeminar()
                .beginningOn(first)
                .fee(99_999)
                .closesAt(berlin(LocalDate.of(2027, 3, 1), 12, 0))
                .published();
        Registration registration = find(given.registered(staff.get(0), seminar));
        clock.set(berlin(first.minusDays(14), 0, 0).minusMillis(1));
        assertThat(acts.cost.now(registration)).isEqualTo(49_999);
        clock.set(berlin(first.minusDays(14), 0, 0));
        assertThat(acts.cost.now(registration)).isEqualTo(99_999);
        clock.set(berlin(first, 9, 0).minusMillis(1));
        assertThat(acts.cost.now(registration)).isEqualTo(99_999);
        clock.set(berlin(first, 9, 0));
        assertThat(Refused.with(RegistrationRefusal.NOT_CANCELLABLE, () -> acts.cost.now(registration))
                        .text())
                .contains("begonnen");
    }

    @Inject
    Registrations registrations;

    private Registration find(String reference) {
        return io.quarkus.narayana.jta.QuarkusTransaction.requiringNew().call(() -> {
            Registration registration = registrations.require(nsi, reference);
            registration.seminar().dates().size();
            return registration;
        });
    }

    @Test
    void cancels_only_at_the_cost_that_was_shown() {
        LocalDate first = clock.today().plusDays(30);
        long seminar = given.aSeminar()
                .beginningOn(first)
                .closesAt(TestClock.START.plusSeconds(60))
                .published();
        String reference = given.registered(staff.get(0), seminar);
        clock.set(TestClock.START.plusSeconds(60));
        Map<String, List<String>> before = database.content();
        assertThat(Refused.with(
                                RegistrationRefusal.COST_CHANGED,
                                () -> acts.cancel.handle(staff.get(0), new CancelRegistration.Command(reference, 0L)))
                        .text())
                .contains("500,00");
        assertThat(database.content()).isEqualTo(before);
        acts.cancel.handle(staff.get(0), new CancelRegistration.Command(reference, 50_000L));
        assertThat(given.statusOf(reference)).isEqualTo("CANCELLED");
    }

    @Test
    void whoever_waits_leaves_free_of_charge_after_the_deadline_too() {
        long seminar = given.aSeminar()
                .withSeats(1)
                .closesAt(TestClock.START.plusSeconds(60))
                .published();
        given.registered(staff.get(0), seminar);
        String waiting = given.registeredOrWaiting(staff.get(1), seminar);
        clock.set(TestClock.START.plusSeconds(60));
        acts.cancel.handle(staff.get(1), waiting);
        assertThat(due(waiting)).isZero();
    }

    @Test
    void lets_the_nsi_set_another_amount_with_a_reason_and_never_more_than_the_fee_in_all() {
        long seminar =
                given.aSeminar().closesAt(TestClock.START.plusSeconds(60)).published();
        String reference = given.registered(staff.get(0), seminar);
        Refused.with(
                AccessRefusal.ROLE_NOT_ALLOWED,
                () -> acts.override.handle(staff.get(0), new OverrideFee.Command(reference, 0L, "Kulanz")));
        assertThatThrownBy(() -> acts.override.handle(nsi, new OverrideFee.Command(reference, 100_001L, "")))
                .isInstanceOf(InvalidInputException.class)
                .satisfies(e -> assertThat(((InvalidInputException) e).violations())
                        .extracting("field")
                        .containsExactlyInAnyOrder("dueCents", "reason"));
        assertThatThrownBy(() -> acts.override.handle(nsi, new OverrideFee.Command(reference, 50_001L, "Kulanz")))
                .as("the Land pays the other half")
                .isInstanceOf(InvalidInputException.class)
                .satisfies(e -> assertThat(((InvalidInputException) e).violations())
                        .singleElement()
                        .satisfies(wrong -> assertThat(wrong.message())
                                .contains("höchstens 500,00\u00a0€", "Land zahlt 500,00\u00a0€", "1.000,00\u00a0€")));
        acts.override.handle(nsi, new OverrideFee.Command(reference, 50_000L, "Wie vereinbart"));
        clock.set(TestClock.START.plusSeconds(60));
        acts.cancel.handle(staff.get(0), reference);
        acts.override.handle(nsi, new OverrideFee.Command(reference, 100_000L, "Das Land zahlt nichts mehr"));
        acts.override.handle(nsi, new OverrideFee.Command(reference, 12_345L, "Erkrankt, Attest liegt vor"));
        assertThat(due(reference)).isEqualTo(12_345);
        assertThat(history(reference))
                .containsExactly("CONFIRMED", "FEE_CHANGED", "CANCELLED", "FEE_CHANGED", "FEE_CHANGED");
        assertThat(database.text("select after_json, text from audit_entry join audit_text on entry_id = id"
                        + " where action = 'registration.fee_changed' order by id desc limit 1"))
                .contains("12345", "Attest");
    }

    // --- R16

    @Test
    void another_person_takes_over_place_seat_money_and_order_until_the_first_day_begins() {
        LocalDate first = clock.today().plusDays(30);
        long seminar = given.aSeminar().withSeats(1).beginningOn(first).published();
        given.registered(staff.get(0), seminar);
        String first_in_line = given.registeredOrWaiting(staff.get(1), seminar);
        given.registeredOrWaiting(staff.get(2), seminar);
        String before = given.seatsOf(seminar) + given.money();
        clock.set(berlin(first, 9, 0).minusMillis(1));
        acts.substitute.handle(
                staff.get(1), first_in_line, ParticipantFixture.aParticipant().details());
        assertThat(given.seatsOf(seminar) + given.money()).isEqualTo(before);
        assertThat(history(first_in_line)).containsExactly("WAITING", "SUBSTITUTED");
        assertThat(database.number("select count(*) from registration_event where earlier_participant_id is not null"))
                .isEqualTo(1);
        clock.set(berlin(first, 9, 0));
        Refused.with(
                RegistrationRefusal.NOT_SUBSTITUTABLE,
                () -> acts.substitute.handle(
                        staff.get(1),
                        first_in_line,
                        ParticipantFixture.aParticipant().details()));
    }

    @Test
    void refuses_a_substitute_who_is_registered_or_belongs_to_another_kommune_s_registration() {
        long seminar = given.aSeminar().published();
        ParticipantFixture anna = ParticipantFixture.aParticipant();
        ParticipantFixture berta = ParticipantFixture.aParticipant();
        String annas = registered(staff.get(0), seminar, anna);
        String bertas = registered(staff.get(0), seminar, berta);
        Map<String, List<String>> before = database.content();
        assertThat(Refused.with(
                                RegistrationRefusal.PERSON_ALREADY_REGISTERED,
                                () -> acts.substitute.handle(staff.get(0), annas, berta.details()))
                        .text())
                .contains(Reference.spoken(bertas));
        Refused.with(
                AccessRefusal.NOT_FOUND,
                () -> acts.substitute.handle(
                        staff.get(1), annas, ParticipantFixture.aParticipant().details()));
        assertThat(database.content()).isEqualTo(before);
        assertThatThrownBy(() -> acts.substitute.handle(
                        staff.get(0),
                        annas,
                        new Participant.Details(
                                "Anna-Maria", "Beispiel", anna.details().email(), null, null)))
                .as("the same address is the same person: nobody to substitute")
                .hasMessageContaining("Angaben berichtigen");
        assertThat(history(annas)).containsExactly("CONFIRMED");
        // Anna's address is free for another place once she is no longer registered.
        acts.substitute.handle(
                staff.get(0), annas, ParticipantFixture.aParticipant().details());
        acts.substitute.handle(staff.get(0), bertas, anna.details());
    }

    private String registered(Actor actor, long seminar, ParticipantFixture person) {
        return register.handle(actor, Given.command(actor, seminar, person, true));
    }

    @Inject
    RegisterParticipant register;

    // --- R17

    @Test
    void moves_to_another_date_with_place_and_money_and_gives_the_old_seat_to_who_waits() {
        long full = given.aSeminar().withSeats(1).published();
        long other = given.aSeminar().fee(80_000).published();
        String moving = given.registered(staff.get(0), full);
        String waiting = given.registeredOrWaiting(staff.get(1), full);
        acts.rebook.handle(staff.get(0), moving, other);
        assertThat(given.statusOf(waiting)).isEqualTo("CONFIRMED");
        assertThat(given.seatsOf(full)).isEqualTo("1 1 0");
        assertThat(given.seatsOf(other)).isEqualTo("20 1 0");
        assertThat(given.money()).isEqualTo("20000000 90000 0 0");
        assertThat(due(moving)).isEqualTo(40_000);
        assertThat(history(moving)).containsExactly("CONFIRMED", "REBOOKED");
        assertThat(database.rows("select type from budget_entry where reference = '" + moving + "' order by id"))
                .containsExactly("RESERVATION", "RELEASE", "RESERVATION");
        assertThat(database.number("select count(*) from place where taken_by = ?", moving))
                .isEqualTo(1);
    }

    @Test
    void changes_nothing_if_the_other_date_is_full_waited_for_dearer_than_the_money_or_not_open() {
        leave(110_000);
        long from = given.aSeminar().published();
        String moving = given.registered(staff.get(0), from);
        long full = given.aSeminar().withSeats(1).published();
        given.registered(staff.get(1), full);
        long dear = given.aSeminar().fee(130_000).published();
        long later = given.aSeminar().opensAt(TestClock.START.plusSeconds(60)).published();
        long draft = given.aSeminar().planned();
        Map<String, List<String>> before = database.content();
        Refused.with(RegistrationRefusal.SEMINAR_FULL, () -> acts.rebook.handle(staff.get(0), moving, full));
        Refused.with(BudgetRefusal.BUDGET_EXHAUSTED, () -> acts.rebook.handle(staff.get(0), moving, dear));
        Refused.with(RegistrationRefusal.REGISTRATION_NOT_OPEN, () -> acts.rebook.handle(staff.get(0), moving, later));
        Refused.with(SeminarRefusal.SEMINAR_NOT_PUBLISHED, () -> acts.rebook.handle(staff.get(0), moving, draft));
        Refused.with(RegistrationRefusal.NOT_REBOOKABLE, () -> acts.rebook.handle(staff.get(0), moving, from));
        Refused.with(AccessRefusal.NOT_FOUND, () -> acts.rebook.handle(staff.get(1), moving, later));
        assertThat(database.content()).isEqualTo(before);
        // The money that is bound already counts: 500 + 100 left pay a subsidy of 600.
        acts.rebook.handle(staff.get(0), moving, given.aSeminar().fee(120_000).published());
        assertThat(given.money()).isEqualTo("110000 110000 0 0");
    }

    @Test
    void the_kommune_rebooks_until_the_deadline_and_the_nsi_until_the_first_day() {
        long from = given.aSeminar()
                .beginningOn(clock.today().plusDays(20))
                .closesAt(TestClock.START.plusSeconds(60))
                .published();
        long to = given.aSeminar().published();
        String reference = given.registered(staff.get(0), from);
        clock.set(TestClock.START.plusSeconds(60));
        assertThat(Refused.with(
                                RegistrationRefusal.NOT_REBOOKABLE,
                                () -> acts.rebook.handle(staff.get(0), reference, to))
                        .text())
                .contains("NSI");
        acts.rebook.handle(nsi, reference, to);
        assertThat(given.seatsOf(to)).isEqualTo("20 1 0");
    }

    @Test
    void whoever_waits_moves_to_a_free_seat_and_is_confirmed_there() {
        long full = given.aSeminar().withSeats(1).published();
        given.registered(staff.get(0), full);
        String waiting = given.registeredOrWaiting(staff.get(1), full);
        acts.rebook.handle(staff.get(1), waiting, given.aSeminar().published());
        assertThat(given.statusOf(waiting)).isEqualTo("CONFIRMED");
        assertThat(given.seatsOf(full)).isEqualTo("1 1 0");
        assertThat(given.money()).isEqualTo("20000000 100000 0 0");
    }

    // --- R14 by hand

    @Test
    void the_nsi_promotes_by_hand_only_after_the_deadline_in_order_and_never_past_a_rule() {
        LocalDate first = clock.today().plusDays(20);
        long seminar = given.aSeminar()
                .withSeats(1)
                .beginningOn(first)
                .closesAt(TestClock.START.plusSeconds(60))
                .published();
        String seated = given.registered(staff.get(0), seminar);
        String next = given.registeredOrWaiting(staff.get(1), seminar);
        String last = given.registeredOrWaiting(staff.get(2), seminar);
        Refused.with(RegistrationRefusal.NOT_PROMOTABLE, () -> acts.promote.handle(nsi, next));
        clock.set(TestClock.START.plusSeconds(60));
        assertThat(Refused.with(RegistrationRefusal.NOT_PROMOTABLE, () -> acts.promote.handle(nsi, next))
                        .text())
                .contains("Der einzige Platz ist vergeben.");
        acts.cancel.handle(staff.get(0), seated);
        assertThat(given.statusOf(next)).isEqualTo("WAITING SEATS");
        assertThat(Refused.with(RegistrationRefusal.NOT_PROMOTABLE, () -> acts.promote.handle(nsi, last))
                        .text())
                .contains("wartet noch eine andere");
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> acts.promote.handle(staff.get(1), next));
        acts.promote.handle(nsi, next);
        assertThat(given.statusOf(next)).isEqualTo("CONFIRMED");
        assertThat(given.seatsOf(seminar)).isEqualTo("1 1 1");
        clock.set(berlin(first, 9, 0));
        assertThat(Refused.with(RegistrationRefusal.NOT_PROMOTABLE, () -> acts.promote.handle(nsi, last))
                        .text())
                .contains("begonnen");
    }

    @Test
    void promoting_by_hand_does_not_overtake_those_who_wait_for_the_same_money() {
        leave(50_000);
        long open = given.aSeminar().published();
        long closing =
                given.aSeminar().closesAt(TestClock.START.plusSeconds(60)).published();
        String seated = given.registered(staff.get(0), open);
        String first = given.registeredOrWaiting(staff.get(1), open);
        String second = given.registeredOrWaiting(staff.get(2), closing);
        clock.set(TestClock.START.plusSeconds(60));
        Refused.with(BudgetRefusal.BUDGET_EXHAUSTED, () -> acts.promote.handle(nsi, second));
        acts.cancel.handle(staff.get(0), seated);
        assertThat(given.statusOf(first)).isEqualTo("CONFIRMED");
        Refused.with(BudgetRefusal.BUDGET_EXHAUSTED, () -> acts.promote.handle(nsi, second));
        acts.cancel.handle(staff.get(1), first);
        acts.promote.handle(nsi, second);
        assertThat(given.money()).isEqualTo("50000 50000 0 0");
    }

    @Test
    void tells_those_who_still_wait_at_the_deadline_once() {
        long seminar = given.aSeminar()
                .withSeats(1)
                .closesAt(TestClock.START.plusSeconds(60))
                .published();
        given.registered(staff.get(0), seminar);
        String waiting = given.registeredOrWaiting(staff.get(1), seminar);
        clock.set(TestClock.START.plusSeconds(60).minusMillis(1));
        assertThat(acts.endPromotion.handle()).isZero();
        clock.set(TestClock.START.plusSeconds(60));
        assertThat(acts.endPromotion.handle()).isEqualTo(1);
        assertThat(acts.endPromotion.handle()).isZero();
        assertThat(history(waiting)).containsExactly("WAITING", "PROMOTION_ENDED");
        assertThat(given.statusOf(waiting)).isEqualTo("WAITING SEATS");
    }

    // --- R19

    @Test
    void calling_a_seminar_off_cancels_everybody_free_of_charge_and_hands_the_money_on() {
        leave(100_000);
        long off = given.aSeminar()
                .withSeats(2)
                .closesAt(TestClock.START.plusSeconds(60))
                .published();
        String one = given.registered(staff.get(0), off);
        String two = given.registered(staff.get(1), off);
        String listed = given.registeredOrWaiting(staff.get(2), off);
        String elsewhere =
                given.registeredOrWaiting(staff.get(3), given.aSeminar().published());
        assertThat(given.statusOf(elsewhere)).isEqualTo("WAITING FUNDS");
        clock.set(TestClock.START.plusSeconds(60));
        assertThatThrownBy(() -> acts.cancelSeminar.handle(nsi, off, " ")).isInstanceOf(InvalidInputException.class);
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> acts.cancelSeminar.handle(staff.get(0), off, "Nein"));
        acts.cancelSeminar.handle(nsi, off, "Die Referentin ist erkrankt.");
        for (String reference : List.of(one, two, listed)) {
            assertThat(given.statusOf(reference)).isEqualTo("CANCELLED");
            assertThat(due(reference)).isZero();
            assertThat(history(reference)).last().isEqualTo("SEMINAR_CANCELLED");
        }
        assertThat(given.statusOf(elsewhere)).isEqualTo("CONFIRMED");
        assertThat(given.seatsOf(off)).isEqualTo("2 0 0");
        assertThat(database.rows("select taken_by from place where taken_by is not null"))
                .containsExactly(elsewhere);
        Refused.with(SeminarRefusal.SEMINAR_NOT_CHANGEABLE, () -> acts.cancelSeminar.handle(nsi, off, "Noch einmal"));
        assertThat(database.text("select text from audit_entry join audit_text on entry_id = id"
                        + " where action = 'seminar.cancelled'"))
                .contains("erkrankt");
    }

    // --- R20

    private long heldSeminar(int days) {
        return given.aSeminar()
                .lasting(days)
                .beginningOn(clock.today().plusDays(3))
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
    }

    @Test
    void two_of_three_days_are_enough_and_one_is_not() {
        long seminar = heldSeminar(3);
        List<LocalDate> days = held.daysOf(seminar).stream().sorted().toList();
        String enough = given.registered(staff.get(0), seminar);
        String tooFew = given.registered(staff.get(1), seminar);
        clock.set(berlin(days.get(2).plusDays(1), 8, 0));
        held.recorded(nsi, seminar, enough, Set.of(days.get(0), days.get(2)));
        held.recorded(nsi, seminar, tooFew, Set.of(days.get(1)));
        close.handle(nsi, seminar);
        assertThat(given.statusOf(enough)).isEqualTo("ATTENDED");
        assertThat(due(enough)).isEqualTo(50_000);
        assertThat(given.statusOf(tooFew)).isEqualTo("NO_SHOW");
        assertThat(due(tooFew)).isEqualTo(100_000);
    }

    @Inject
    CloseSeminar close;

    @Inject
    RecordAttendance record;

    @Test
    void a_seminar_of_one_day_needs_that_day() {
        long seminar = heldSeminar(1);
        String came = given.registered(staff.get(0), seminar);
        String missed = given.registered(staff.get(1), seminar);
        clock.pass(Duration.ofDays(4));
        held.closed(nsi, seminar, Set.of(came));
        assertThat(given.statusOf(came)).isEqualTo("ATTENDED");
        assertThat(given.statusOf(missed)).isEqualTo("NO_SHOW");
    }

    @Test
    void records_only_days_that_have_begun_and_keeps_the_others() {
        long seminar = heldSeminar(3);
        List<LocalDate> days = held.daysOf(seminar).stream().sorted().toList();
        String reference = given.registered(staff.get(0), seminar);
        Refused.with(
                RegistrationRefusal.ATTENDANCE_NOT_RECORDABLE,
                () -> record.handle(nsi, new RecordAttendance.Command(seminar, null, Map.of(reference, Set.of()))));
        clock.set(berlin(days.get(0), 0, 0));
        record.handle(nsi, new RecordAttendance.Command(seminar, null, Map.of(reference, Set.of(days.get(0)))));
        assertThatThrownBy(() -> record.handle(
                        nsi, new RecordAttendance.Command(seminar, null, Map.of(reference, Set.of(days.get(1))))))
                .isInstanceOf(InvalidInputException.class);
        clock.set(berlin(days.get(1), 8, 0));
        record.handle(nsi, new RecordAttendance.Command(seminar, Set.of(days.get(1)), Map.of(reference, Set.of())));
        assertThat(database.rows("select day from attendance"))
                .containsExactly(days.get(0).toString());
        clock.set(berlin(days.get(2).plusDays(1), 8, 0));
        assertThat(Refused.with(RegistrationRefusal.ATTENDANCE_MISSING, () -> close.handle(nsi, seminar))
                        .text())
                .contains(German.date(days.get(2)))
                .doesNotContain(German.date(days.get(0)));
    }

    @Test
    void a_correction_after_closing_books_the_difference_with_its_reason() {
        leave(50_000);
        long seminar = heldSeminar(3);
        Set<LocalDate> days = held.daysOf(seminar);
        String reference = given.registered(staff.get(0), seminar);
        String waiting =
                given.registeredOrWaiting(staff.get(1), given.aSeminar().published());
        clock.pass(Duration.ofDays(7));
        Refused.with(
                RegistrationRefusal.NOT_CORRECTABLE,
                () -> acts.correct.handle(nsi, new CorrectAttendance.Command(reference, days, "Zu früh")));
        held.closed(nsi, seminar, Set.of(reference));
        assertThat(given.money()).isEqualTo("50000 0 50000 1");
        acts.correct.handle(
                nsi,
                new CorrectAttendance.Command(reference, Set.of(days.iterator().next()), "War nur einen Tag da"));
        assertThat(given.statusOf(reference)).isEqualTo("NO_SHOW");
        assertThat(due(reference)).isEqualTo(100_000);
        assertThat(given.statusOf(waiting)).isEqualTo("CONFIRMED");
        assertThat(given.money()).isEqualTo("50000 50000 0 0");
        Refused.with(
                BudgetRefusal.BUDGET_EXHAUSTED,
                () -> acts.correct.handle(nsi, new CorrectAttendance.Command(reference, days, "Doch")));
        acts.cancel.handle(staff.get(1), waiting);
        acts.correct.handle(nsi, new CorrectAttendance.Command(reference, days, "Liste nachgereicht"));
        assertThat(given.statusOf(reference)).isEqualTo("ATTENDED");
        assertThat(given.money()).isEqualTo("50000 0 50000 0");
        assertThat(database.rows("select spent_cents from budget_entry where type = 'CORRECTION' order by id"))
                .containsExactly("-50000", "50000");
        assertThat(history(reference))
                .containsExactly("CONFIRMED", "ATTENDANCE_RECORDED", "ATTENDED", "CORRECTED", "CORRECTED");
    }

    @Test
    void a_correction_takes_no_third_place_and_no_second_live_registration_of_a_person() {
        long seminar = heldSeminar(3);
        ParticipantFixture anna = ParticipantFixture.aParticipant();
        String missed = registered(staff.get(0), seminar, anna);
        Set<LocalDate> days = held.daysOf(seminar);
        clock.pass(Duration.ofDays(7));
        held.closed(nsi, seminar, Set.of());
        long next = given.aSeminar().published();
        String again = registered(staff.get(0), next, anna);
        Refused.with(
                RegistrationRefusal.PERSON_ALREADY_REGISTERED,
                () -> acts.correct.handle(nsi, new CorrectAttendance.Command(missed, days, "War da")));
        acts.substitute.handle(
                staff.get(0), again, ParticipantFixture.aParticipant().details());
        given.registered(staff.get(0), next);
        Refused.with(
                RegistrationRefusal.KOMMUNE_LIMIT_REACHED,
                () -> acts.correct.handle(nsi, new CorrectAttendance.Command(missed, days, "War da")));
        acts.cancel.handle(staff.get(0), again);
        acts.correct.handle(nsi, new CorrectAttendance.Command(missed, days, "War da"));
        assertThat(given.statusOf(missed)).isEqualTo("ATTENDED");
    }
}
