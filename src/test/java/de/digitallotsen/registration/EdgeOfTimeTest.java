package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.seminar.SeminarRefusal;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every rule with a time in it, a thousandth of a second before its edge and at it, where Berlin's clocks change: on 28
 * March 2027 they go from +1 to +2 hours, on 31 October 2027 back. The edges are written in UTC, as the portal stores
 * them.
 */
@PortalTest
class EdgeOfTimeTest {

    /** Long before any clock changes. */
    private static final Instant EARLY_DEADLINE = Instant.parse("2027-02-15T11:00:00Z");

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    Acts acts;

    /** Whatever depends on the time. */
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
        RecordAttendance record;

        @Inject
        CloseSeminar close;
    }

    private List<Actor> staff;
    private Actor nsi;

    @BeforeEach
    void people() {
        staff = given.staffOfKommunen(3);
        nsi = given.nsi();
    }

    private long owedBy(Actor actor, String reference) {
        acts.cancel.handle(actor, reference);
        return database.number("select due_cents from registration where reference = ?", reference);
    }

    /** R18: from 14 days before the first day on, counted in days of the Berlin calendar and not in hours. */
    @ParameterizedTest
    @CsvSource({
        "2027-04-11, 2027-03-27T23:00:00Z",
        "2027-04-12, 2027-03-28T22:00:00Z",
        "2027-11-14, 2027-10-30T22:00:00Z",
        "2027-11-15, 2027-10-31T23:00:00Z"
    })
    void half_the_fee_until_the_last_instant_of_the_fifteenth_day_before(LocalDate first, Instant edge) {
        long seminar =
                given.aSeminar().beginningOn(first).closesAt(EARLY_DEADLINE).published();
        String early = given.registered(staff.get(0), seminar);
        String late = given.registered(staff.get(1), seminar);
        clock.set(edge.minusMillis(1));
        assertThat(owedBy(staff.get(0), early)).isEqualTo(50_000);
        clock.set(edge);
        assertThat(owedBy(staff.get(1), late)).isEqualTo(100_000);
    }

    /** R16, R17, R18, R14 by hand: until the first day begins at nine in Berlin. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-27, 2027-03-27T08:00:00Z",
        "2027-03-28, 2027-03-28T07:00:00Z",
        "2027-10-30, 2027-10-30T07:00:00Z",
        "2027-10-31, 2027-10-31T08:00:00Z"
    })
    void everything_can_change_until_the_first_minute_of_the_first_day(LocalDate first, Instant begin) {
        long seminar = given.aSeminar()
                .withSeats(2)
                .beginningOn(first)
                .closesAt(EARLY_DEADLINE)
                .published();
        long other = given.aSeminar().beginningOn(LocalDate.of(2027, 12, 1)).published();
        String one = given.registered(staff.get(0), seminar);
        String two = given.registered(staff.get(1), seminar);
        String waiting = given.registeredOrWaiting(staff.get(2), seminar);
        String last = given.registeredOrWaiting(staff.get(2), seminar);
        clock.set(begin.minusMillis(1));
        acts.substitute.handle(
                staff.get(0), one, ParticipantFixture.aParticipant().details());
        acts.rebook.handle(nsi, two, other);
        acts.promote.handle(nsi, waiting);
        acts.cancel.handle(staff.get(2), waiting);
        clock.set(begin);
        Refused.with(
                RegistrationRefusal.NOT_SUBSTITUTABLE,
                () -> acts.substitute.handle(
                        staff.get(0), one, ParticipantFixture.aParticipant().details()));
        Refused.with(RegistrationRefusal.NOT_REBOOKABLE, () -> acts.rebook.handle(nsi, one, other));
        Refused.with(RegistrationRefusal.NOT_PROMOTABLE, () -> acts.promote.handle(nsi, last));
        Refused.with(RegistrationRefusal.NOT_CANCELLABLE, () -> acts.cancel.handle(staff.get(0), one));
    }

    /** R7, R18: six in the evening in Berlin on the day of the change itself. */
    @ParameterizedTest
    @CsvSource({"2027-03-28, 2027-03-28T16:00:00Z", "2027-10-31, 2027-10-31T17:00:00Z"})
    void registers_and_cancels_free_until_the_minute_of_the_deadline(LocalDate day, Instant deadline) {
        // The fixture closes at 18:00, fourteen days before.
        long seminar = given.aSeminar().beginningOn(day.plusDays(14)).published();
        String early = given.registered(staff.get(0), seminar);
        clock.set(deadline.minusMillis(1));
        String late = given.registered(staff.get(1), seminar);
        assertThat(owedBy(staff.get(0), early)).isZero();
        clock.set(deadline);
        Refused.with(RegistrationRefusal.REGISTRATION_CLOSED, () -> given.registered(staff.get(2), seminar));
        assertThat(owedBy(staff.get(1), late)).isEqualTo(100_000);
    }

    /** R20: recorded from midnight of the first day on, settled from midnight after the last one. */
    @ParameterizedTest
    @CsvSource({
        "2027-03-28, 2027-03-27T23:00:00Z, 2027-03-28T22:00:00Z",
        "2027-10-31, 2027-10-30T22:00:00Z, 2027-10-31T23:00:00Z"
    })
    void records_from_the_first_midnight_and_closes_after_the_last(LocalDate day, Instant begins, Instant ends) {
        long seminar = given.aSeminar()
                .lasting(1)
                .beginningOn(day)
                .closesAt(EARLY_DEADLINE)
                .published();
        String reference = given.registered(staff.get(0), seminar);
        RecordAttendance.Command present = new RecordAttendance.Command(seminar, null, Map.of(reference, Set.of(day)));
        clock.set(begins.minusMillis(1));
        Refused.with(RegistrationRefusal.ATTENDANCE_NOT_RECORDABLE, () -> acts.record.handle(nsi, present));
        clock.set(begins);
        acts.record.handle(nsi, present);
        clock.set(ends.minusMillis(1));
        Refused.with(SeminarRefusal.SEMINAR_NOT_CHANGEABLE, () -> acts.close.handle(nsi, seminar));
        clock.set(ends);
        acts.close.handle(nsi, seminar);
        assertThat(given.statusOf(reference)).isEqualTo("ATTENDED");
    }
}
