package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
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
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Correcting is not replacing: what is wrong is put right, and nothing else happens. */
@PortalTest
class CorrectParticipantTest {

    private static final String WRONG = "anna.beispeil@langenhagen.example";
    private static final String RIGHT = "anna.beispiel@langenhagen.example";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    CompletedSeminars held;

    @Inject
    MailFixture mails;

    @Inject
    RegisterParticipant register;

    @Inject
    CorrectParticipant correct;

    @Inject
    CancelRegistration cancel;

    private Actor staff;
    private Actor nsi;
    private long seminar;
    private String reference;

    @BeforeEach
    void annaIsRegisteredWithSlips() {
        staff = given.staffOf(Given.LANGENHAGEN);
        nsi = given.nsi();
        seminar = given.aSeminar().published();
        reference = register.handle(
                staff,
                new RegisterParticipant.Command(
                        new Application(
                                seminar,
                                new Participant.Details(
                                        "Anna", "Beispeil", WRONG, "Bürgerbüro", "Rollstuhlgerechter Raum"),
                                true,
                                null),
                        null));
    }

    private static CorrectParticipant.Command command(String reference, String last, String email) {
        return new CorrectParticipant.Command(reference, new Participant.Details(null, last, email, null, null), false);
    }

    private void correct(String last, String email) {
        correct.handle(staff, command(reference, last, email));
    }

    private String person() {
        return database.text(
                "select concat_ws('|', p.first_name, p.last_name, p.email, p.job_title, p.accessibility_needs)"
                        + " from registration r join participant p on p.id = r.participant_id where r.reference = ?",
                reference);
    }

    private String rest() {
        return database.text(
                "select concat_ws(' ', id, place_number, status, fee_cents, subsidy_cents, due_cents, registered_at)"
                        + " from registration where reference = ?",
                reference);
    }

    private List<String> mailsSince(long id) {
        mails.composeAll();
        return database.rows(
                "select concat_ws(' ', kind, audience, recipient) from outbox_mail where id > ? order by id", id);
    }

    private long lastMail() {
        mails.composeAll();
        return database.number("select coalesce(max(id), 0) from outbox_mail");
    }

    @Test
    void a_wrong_letter_is_put_right_and_nothing_else_is_lost_and_nobody_is_written_to() {
        long mail = lastMail();
        String before = rest();
        String money = given.money();
        correct("Beispiel", null);
        assertThat(person()).isEqualTo("Anna|Beispiel|" + WRONG + "|Bürgerbüro|Rollstuhlgerechter Raum");
        assertThat(rest()).isEqualTo(before);
        assertThat(given.money()).isEqualTo(money);
        assertThat(given.wrongBooks()).isEmpty();
        assertThat(mailsSince(mail)).isEmpty();
        assertThat(database.rows("select kind, reason from registration_event order by id"))
                .containsExactly("CONFIRMED null", "PERSON_CORRECTED Nachname");
    }

    @Test
    void the_audit_trail_has_before_and_after_and_what_was_corrected_but_no_name() {
        correct("Beispiel", null);
        String entry = database.text("select concat(before_json, after_json) from audit_entry where action ="
                + " 'registration.person_corrected'");
        assertThat(entry)
                .contains("\"participantId\":", "\"corrected\":\"Nachname\"")
                .doesNotContain("Beispiel", "Beispeil");
    }

    @Test
    void the_right_address_gets_its_confirmation_with_notice_and_calendar_and_the_wrong_one_nothing_more() {
        long mail = lastMail();
        correct(null, RIGHT);
        assertThat(mailsSince(mail)).containsExactly("PERSON_CORRECTED PARTICIPANT " + RIGHT);
        assertThat(database.text("select concat(subject, text_body, calendar) from outbox_mail where id > ?", mail)
                        .replaceAll("\\r?\\n ", ""))
                .contains("Ihr Seminarplatz ist bestätigt", "Artikel\u00a014", "METHOD:REQUEST", "mailto:" + RIGHT)
                .doesNotContain(WRONG, "übernehmen", "Platz einer anderen Person");
        assertThat(database.rows("select state from outbox_mail where recipient = ?", WRONG))
                .as("what had not gone out yet does not go out any more")
                .containsOnly("OBSOLETE");
        cancel.handle(staff, reference);
        assertThat(mailsSince(mail)).contains("CANCELLED PARTICIPANT " + RIGHT).noneMatch(m -> m.endsWith(WRONG));
    }

    @Test
    void what_was_still_to_be_written_is_written_to_the_right_address() {
        correct(null, RIGHT);
        assertThat(mailsSince(0)).contains("CONFIRMED PARTICIPANT " + RIGHT).noneMatch(m -> m.endsWith(WRONG));
    }

    @Test
    void the_person_is_known_by_the_right_address_from_then_on() {
        correct(null, RIGHT);
        Refused.with(
                RegistrationRefusal.PERSON_ALREADY_REGISTERED,
                () -> register.handle(
                        staff,
                        Given.command(
                                staff,
                                seminar,
                                ParticipantFixture.aParticipant().withEmail(RIGHT),
                                true)));
        register.handle(
                staff,
                Given.command(staff, seminar, ParticipantFixture.aParticipant().withEmail(WRONG), true));
    }

    @Test
    void an_address_of_somebody_who_is_registered_is_refused_and_nothing_changes() {
        String other = register.handle(
                staff,
                Given.command(staff, seminar, ParticipantFixture.aParticipant().withEmail(RIGHT), true));
        mails.composeAll();
        Map<String, List<String>> before = database.content();
        assertThat(Refused.with(RegistrationRefusal.PERSON_ALREADY_REGISTERED, () -> correct(null, RIGHT))
                        .text())
                .contains(Reference.spoken(other));
        Refused.with(
                AccessRefusal.NOT_FOUND,
                () -> correct.handle(given.staffOf(Given.SOTTRUM), command(reference, "Beispiel", null)));
        assertThatThrownBy(() -> correct("", "keine Adresse"))
                .hasMessageContaining("Nachname")
                .hasMessageContaining("gültige E-Mail-Adresse");
        assertThat(database.content().get("registration")).isEqualTo(before.get("registration"));
        assertThat(database.content().get("participant")).isEqualTo(before.get("participant"));
    }

    @Test
    void empty_clears_what_may_be_missing_and_the_same_again_does_nothing() {
        correct.handle(
                staff,
                new CorrectParticipant.Command(
                        reference, new Participant.Details(null, "Beispeil", null, "", null), false));
        assertThat(person()).isEqualTo("Anna|Beispeil|" + WRONG + "|Rollstuhlgerechter Raum");
        long events = database.number("select count(*) from registration_event");
        correct("Beispeil", WRONG);
        assertThat(database.number("select count(*) from registration_event")).isEqualTo(events);
    }

    @Test
    void whoever_waits_keeps_the_position_and_is_told_of_it_at_the_right_address() {
        long full = given.aSeminar().withSeats(1).published();
        given.registered(given.staffOf(Given.SOTTRUM), full);
        reference = register.handle(
                staff,
                Given.command(staff, full, ParticipantFixture.aParticipant().withEmail("w@x.example"), true));
        long mail = lastMail();
        correct(null, "wartend@langenhagen.example");
        assertThat(given.statusOf(reference)).isEqualTo("WAITING SEATS");
        assertThat(mailsSince(mail)).containsExactly("PERSON_CORRECTED PARTICIPANT wartend@langenhagen.example");
        assertThat(database.text(
                        "select concat(subject, text_body, coalesce(calendar, '')) from outbox_mail where id > ?",
                        mail))
                .contains("Warteliste", "Position 1")
                .doesNotContain("BEGIN:VCALENDAR");
    }

    @Test
    void a_certificate_with_a_wrong_name_is_issued_anew_and_one_is_enough_for_another_function() {
        clock.pass(Duration.ofDays(60));
        held.closed(nsi, seminar, Set.of(reference));
        correct.handle(
                staff,
                new CorrectParticipant.Command(
                        reference, new Participant.Details(null, null, null, "Hauptamt", null), false));
        assertThat(database.number("select count(*) from certificate")).isOne();
        long mail = lastMail();
        correct("Beispiel", null);
        assertThat(database.rows("select issue, withdrawal_reason from certificate order by issue"))
                .containsExactly("1 Name berichtigt", "2 null");
        Refused.with(RegistrationRefusal.PARTICIPANT_NOT_CORRECTABLE, () -> correct(null, RIGHT));
        correct.handle(nsi, command(reference, null, RIGHT));
        assertThat(person()).contains(RIGHT);
        assertThat(mailsSince(mail)).as("nothing is to be confirmed any more").isEmpty();
    }

    @Test
    void what_is_cancelled_stays_as_it_was() {
        cancel.handle(staff, reference);
        assertThat(Refused.with(RegistrationRefusal.PARTICIPANT_NOT_CORRECTABLE, () -> correct("Beispiel", null))
                        .text())
                .contains("storniert");
    }
}
