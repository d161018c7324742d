package de.digitallotsen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.TestClock;
import de.digitallotsen.mail.OutboxFixture;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.seminar.ChangeSeminar;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Two weeks and three days before the first day, at 7 in the morning in Berlin; once, and only those who come. */
@PortalTest
class RemindParticipantsTest {

    /** The clocks go forward on 28 March 2027. */
    private static final LocalDate AFTER_THE_CHANGE = LocalDate.of(2027, 3, 30);

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    MailFixture mails;

    @Inject
    RemindParticipants remind;

    @Inject
    OutboxFixture outbox;

    @Inject
    CancelRegistration cancel;

    @Inject
    ChangeSeminar change;

    private Actor staff;
    private long seminar;
    private String reference;

    @BeforeEach
    void a_confirmed_registration() {
        staff = mails.staff("Petra Langner", "personal@langenhagen.example", Given.LANGENHAGEN);
        seminar = given.aSeminar().beginningOn(AFTER_THE_CHANGE).published();
        reference = given.registered(staff, seminar);
        mails.forget();
    }

    private List<String> reminded() {
        return database.rows("select once_key from mail_occasion where once_key is not null order by id");
    }

    @ParameterizedTest
    @CsvSource({
        "2027-03-16T05:59:59Z, 0",
        "2027-03-16T06:00:00Z, 1",
        "2027-03-19T05:00:00Z, 1",
        "2027-03-20T12:00:00Z, 0",
        "2027-03-27T05:59:59Z, 0",
        "2027-03-27T06:00:00Z, 1",
        "2027-03-29T21:00:00Z, 1",
        "2027-03-30T05:00:00Z, 0",
        "2027-04-20T05:00:00Z, 0"
    })
    void is_due_at_seven_in_berlin_for_a_few_days(Instant now, int reminders) {
        clock.set(now);
        assertThat(remind.handle()).isEqualTo(reminders);
    }

    /** Three days before Tuesday, 30 March, is still winter; three days before 31 March is the day of the change. */
    @Test
    void keeps_to_seven_in_the_morning_across_the_change_of_the_clocks() {
        assertThat(Reminders.Reminder.THREE_DAYS.dueAt(LocalDate.of(2027, 3, 30)))
                .isEqualTo("2027-03-27T06:00:00Z");
        assertThat(Reminders.Reminder.THREE_DAYS.dueAt(LocalDate.of(2027, 3, 31)))
                .isEqualTo("2027-03-28T05:00:00Z");
        assertThat(Reminders.Reminder.TWO_WEEKS.dueAt(LocalDate.of(2027, 4, 5))).isEqualTo("2027-03-22T06:00:00Z");
        assertThat(Reminders.Reminder.TWO_WEEKS.dueAt(LocalDate.of(2027, 11, 13)))
                .isEqualTo("2027-10-30T05:00:00Z");
        assertThat(Reminders.Reminder.TWO_WEEKS.dueAt(LocalDate.of(2027, 11, 14)))
                .isEqualTo("2027-10-31T06:00:00Z");
        assertThat(Reminders.Reminder.THREE_DAYS.dueAt(LocalDate.of(2027, 11, 2)))
                .isEqualTo("2027-10-30T05:00:00Z");
        assertThat(Reminders.Reminder.THREE_DAYS.dueAt(LocalDate.of(2027, 11, 4)))
                .isEqualTo("2027-11-01T06:00:00Z");
    }

    /**
     * In autumn, too, at seven and not at six: the clocks go back on 31 October 2027, the reminders are due on 19 and
     * 30 October and on 1 November.
     */
    @ParameterizedTest
    @CsvSource({
        "2027-11-02, 2027-10-19T04:59:59Z, 0",
        "2027-11-02, 2027-10-19T05:00:00Z, 1",
        "2027-11-02, 2027-10-30T04:59:59Z, 0",
        "2027-11-02, 2027-10-30T05:00:00Z, 1",
        "2027-11-04, 2027-11-01T05:59:59Z, 0",
        "2027-11-04, 2027-11-01T06:00:00Z, 1"
    })
    void is_due_at_seven_in_berlin_in_autumn_too(LocalDate first, Instant now, int reminders) {
        cancel.handle(staff, reference);
        given.registered(staff, given.aSeminar().beginningOn(first).published());
        mails.forget();
        clock.set(now);
        assertThat(remind.handle()).isEqualTo(reminders);
    }

    @Test
    void reminds_twice_in_all_however_often_it_runs_on_however_many_portals() {
        clock.set(Instant.parse("2027-03-16T06:00:00Z"));
        Race.of(Collections.nCopies(4, () -> {
            remind.handle();
            return "done";
        }));
        for (int hour = 0; hour < 24 * 20; hour += 6) {
            clock.pass(Duration.ofHours(6));
            remind.handle();
        }
        assertThat(reminded()).containsExactly("REMINDER_TWO_WEEKS/1/2027-03-30", "REMINDER_THREE_DAYS/1/2027-03-30");
    }

    @Test
    void writes_to_the_person_and_to_the_staff() {
        clock.set(Instant.parse("2027-03-16T06:00:00Z"));
        remind.handle();
        mails.composeAll();
        assertThat(mails.kinds()).containsExactly("REMINDER_TWO_WEEKS PARTICIPANT", "REMINDER_TWO_WEEKS STAFF");
    }

    @Test
    void reminds_nobody_who_cancelled_or_waits_or_got_the_seat_after_the_day() {
        cancel.handle(staff, reference);
        long full = given.aSeminar()
                .beginningOn(AFTER_THE_CHANGE)
                .withSeats(1)
                .closesAt(Instant.parse("2027-03-25T12:00:00Z"))
                .published();
        Actor sottrum = given.staffOf(Given.SOTTRUM);
        String first = given.registered(sottrum, full);
        given.registeredOrWaiting(sottrum, full);
        clock.set(Instant.parse("2027-03-16T06:30:00Z"));
        cancel.handle(sottrum, first);
        assertThat(remind.handle())
                .as("the one who was promoted half an hour ago has just read about it")
                .isZero();
    }

    @Test
    void a_cancellation_before_the_mail_was_written_or_sent_stops_it() {
        clock.set(Instant.parse("2027-03-16T06:00:00Z"));
        long open = given.aSeminar()
                .beginningOn(AFTER_THE_CHANGE)
                .closesAt(Instant.parse("2027-03-25T12:00:00Z"))
                .opensAt(clock.instant().minusSeconds(60))
                .published();
        Actor sottrum = mails.staff("Sören Ottrup", "personal@sottrum.example", Given.SOTTRUM);
        String written = registeredBefore(sottrum, open);
        String unwritten = registeredBefore(sottrum, open);
        clock.set(Instant.parse("2027-03-16T06:00:00Z"));
        mails.forget();
        cancelLater(written, unwritten, sottrum);
        assertThat(database.rows("select distinct m.kind, r.reference, m.state from outbox_mail m"
                        + " join registration r on r.id = m.registration_id"
                        + " where m.kind like 'REMINDER%' and m.registration_id > 1"))
                .containsExactly("REMINDER_TWO_WEEKS " + written + " OBSOLETE");
    }

    private String registeredBefore(Actor actor, long id) {
        clock.set(Instant.parse("2027-03-16T05:59:30Z"));
        return given.registered(actor, id);
    }

    private void cancelLater(String written, String unwritten, Actor sottrum) {
        remind.handle();
        cancel.handle(sottrum, unwritten);
        mails.composeAll();
        cancel.handle(sottrum, written);
        mails.composeAll();
        outbox.send(sent -> {});
    }

    @Test
    void a_reminder_that_could_not_be_sent_before_the_seminar_began_is_not_sent_any_more() {
        clock.set(Instant.parse("2027-03-27T06:00:00Z"));
        remind.handle();
        mails.composeAll();
        clock.set(Instant.parse("2027-03-30T06:00:00Z"));
        assertThat(outbox.send(sent -> {})).isZero();
        assertThat(database.rows("select state from outbox_mail")).containsExactly("OBSOLETE", "OBSOLETE");
    }

    @Test
    void a_seminar_that_is_moved_is_reminded_of_on_its_new_day() {
        clock.set(Instant.parse("2027-03-16T06:00:00Z"));
        remind.handle();
        SeminarPlan.Draft later =
                given.aSeminar().beginningOn(AFTER_THE_CHANGE.plusDays(14)).draft();
        change.handle(
                given.nsi(),
                seminar,
                (int) database.number("select version from seminar where id = ?", seminar),
                later);
        mails.composeAll();
        assertThat(database.rows("select distinct kind from outbox_mail"))
                .as("the old day is not reminded of")
                .containsExactly("SEMINAR_CHANGED");
        clock.set(Instant.parse("2027-03-30T05:00:00Z"));
        assertThat(remind.handle()).isEqualTo(1);
        assertThat(reminded()).containsExactly("REMINDER_TWO_WEEKS/1/2027-03-30", "REMINDER_TWO_WEEKS/1/2027-04-13");
    }
}
