package de.digitallotsen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.mail.Attachment;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.CancelSeminar;
import de.digitallotsen.registration.CorrectParticipant;
import de.digitallotsen.registration.EndPromotion;
import de.digitallotsen.registration.OverrideFee;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.RebookRegistration;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.registration.RegistrationRefusal;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.seminar.ChangeSeminar;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people are told of, and who is told. */
@PortalTest
class NoteOccasionsTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    MailFixture mails;

    @Inject
    RegisterParticipant register;

    @Inject
    CancelRegistration cancel;

    @Inject
    CompletedSeminars seminars;

    @Inject
    SubstituteParticipant substitute;

    @Inject
    CorrectParticipant correct;

    @Inject
    RebookRegistration rebook;

    @Inject
    CancelSeminar cancelSeminar;

    @Inject
    OverrideFee override;

    @Inject
    EndPromotion endPromotion;

    @Inject
    ChangeSeminar change;

    private Actor langenhagen;
    private Actor sottrum;

    @BeforeEach
    void staff() {
        langenhagen = mails.staff("Petra Langner", "personal@langenhagen.example", Given.LANGENHAGEN);
        sottrum = mails.staff("Sören Ottrup", "personal@sottrum.example", Given.SOTTRUM);
    }

    private List<String> occasions() {
        return database.rows("select kind, facts from mail_occasion order by id");
    }

    @Test
    void a_registration_leaves_one_row_and_no_mail_yet() {
        given.registered(langenhagen, given.aSeminar().published());
        assertThat(occasions())
                .containsExactly("CONFIRMED {\"status\":\"CONFIRMED\",\"dueCents\":50000,\"landCents\":50000}");
        assertThat(mails.mails()).isEmpty();
    }

    @Test
    void keeps_the_position_on_the_waiting_list_that_it_had_then() {
        long seminar = given.aSeminar().withSeats(1).published();
        String first = given.registered(langenhagen, seminar);
        given.registeredOrWaiting(sottrum, seminar);
        given.registeredOrWaiting(sottrum, seminar);
        cancel.handle(langenhagen, first);
        assertThat(occasions())
                .containsExactly(
                        "CONFIRMED {\"status\":\"CONFIRMED\",\"dueCents\":50000,\"landCents\":50000}",
                        "WAITING {\"status\":\"WAITING\",\"waitingPosition\":1,\"dueCents\":0,\"landCents\":0}",
                        "WAITING {\"status\":\"WAITING\",\"waitingPosition\":2,\"dueCents\":0,\"landCents\":0}",
                        "CANCELLED {\"status\":\"CANCELLED\",\"earlierStatus\":\"CONFIRMED\",\"dueCents\":0,"
                                + "\"landCents\":0}",
                        "PROMOTED {\"status\":\"CONFIRMED\",\"earlierStatus\":\"WAITING\",\"dueCents\":50000,"
                                + "\"landCents\":50000}");
    }

    @Test
    void what_is_refused_leaves_no_row() {
        long seminar = given.aSeminar().withSeats(1).published();
        given.registered(langenhagen, seminar);
        Refused.with(RegistrationRefusal.SEMINAR_FULL, () -> given.registered(sottrum, seminar));
        assertThat(occasions()).hasSize(1);
    }

    @Test
    void writes_to_everybody_of_the_kommune_who_is_active_and_to_nobody_else() throws Exception {
        mails.staff("Timo Vertretung", "vertretung@langenhagen.example", Given.LANGENHAGEN);
        mails.staff("Ehemalige", "ehemalig@langenhagen.example", Given.LANGENHAGEN);
        database.writePastTheProgram(
                "update user_account set active = false where email = 'ehemalig@langenhagen.example'");
        given.nsi();
        given.ministry();
        given.registered(langenhagen, given.aSeminar().published());
        mails.composeAll();
        assertThat(database.rows("select recipient from outbox_mail where audience = 'STAFF' order by id"))
                .containsExactly("personal@langenhagen.example", "vertretung@langenhagen.example");
        assertThat(database.number("select count(*) from outbox_mail where audience = 'PARTICIPANT'"))
                .isEqualTo(1);
    }

    @Test
    void composes_each_occasion_once() {
        given.registered(langenhagen, given.aSeminar().published());
        mails.composeAll();
        mails.composeAll();
        assertThat(mails.kinds()).containsExactly("CONFIRMED PARTICIPANT", "CONFIRMED STAFF");
    }

    @Test
    void tells_everybody_of_a_seminar_whose_place_changed_but_not_those_who_had_cancelled() {
        long seminar = given.aSeminar().withSeats(2).published();
        given.registered(langenhagen, seminar);
        String gone = given.registered(langenhagen, seminar);
        cancel.handle(langenhagen, gone);
        given.registered(sottrum, seminar);
        given.registeredOrWaiting(sottrum, seminar);
        mails.forget();
        change(seminar, "Rathaus Lüneburg", 2);
        mails.composeAll();
        assertThat(database.rows("select r.status, m.audience from outbox_mail m"
                        + " join registration r on r.id = m.registration_id order by m.id"))
                .containsExactly(
                        "CONFIRMED PARTICIPANT",
                        "CONFIRMED STAFF",
                        "CONFIRMED PARTICIPANT",
                        "CONFIRMED STAFF",
                        "WAITING PARTICIPANT",
                        "WAITING STAFF");
        assertThat(database.rows("select distinct calendar is null from outbox_mail m"
                        + " join registration r on r.id = m.registration_id where r.status = 'WAITING'"))
                .containsExactly("1");
    }

    @Test
    void mails_nothing_when_only_seats_or_deadlines_change_or_the_seminar_is_a_draft() {
        long seminar = given.aSeminar().published();
        given.registered(langenhagen, seminar);
        mails.forget();
        change(seminar, "NSI Hannover, Wielandstraße 8", 12);
        change(given.aSeminar().planned(), "Rathaus Lüneburg", 12);
        mails.composeAll();
        assertThat(mails.mails()).isEmpty();
    }

    private void change(long seminar, String venue, long seats) {
        SeminarPlan.Draft was = given.aSeminar().draft();
        change.handle(
                given.nsi(),
                seminar,
                (int) database.number("select version from seminar where id = ?", seminar),
                new SeminarPlan.Draft(
                        was.title(), was.days(), venue, false, seats, was.feeCents(), was.opensAt(), was.closesAt()));
    }

    @Test
    void a_fault_while_composing_holds_up_nobody_else_and_is_tried_again() throws Exception {
        given.registered(langenhagen, given.aSeminar().published());
        database.writePastTheProgram("update mail_occasion set facts = '{' where id = 1");
        String fine = given.registered(sottrum, given.aSeminar().published());
        NotificationJobsFixture.composeRound();
        assertThat(database.rows("select distinct r.reference from outbox_mail m"
                        + " join registration r on r.id = m.registration_id"))
                .containsExactly(fine);
        assertThat(database.text("select attempts, handled_at from mail_occasion where id = 1"))
                .isEqualTo("1 null");
        database.writePastTheProgram("update mail_occasion set facts = '{}' where id = 1");
        clock.pass(Duration.ofMinutes(3));
        NotificationJobsFixture.composeRound();
        assertThat(database.number("select count(*) from outbox_mail")).isEqualTo(4);
    }

    @Test
    void a_name_that_is_markup_stays_text_in_html_and_no_line_break_reaches_the_subject() {
        register.handle(
                langenhagen,
                Given.command(
                        langenhagen,
                        given.aSeminar().published(),
                        ParticipantFixture.aParticipant().named("<script>alert(1)</script>", "O'Neill & \"Söhne\""),
                        false));
        mails.composeAll();
        List<String> html = database.rows("select html_body from outbox_mail");
        assertThat(html)
                .hasSize(2)
                .allSatisfy(page -> assertThat(page)
                        .doesNotContain("<script>")
                        .contains("&lt;script&gt;alert(1)&lt;/script&gt; O&#39;Neill &amp; &quot;Söhne&quot;"));
        assertThat(Prose.oneLine("Titel\r\nBcc: alle@example.org\u2028x\u0000"))
                .isEqualTo("Titel Bcc: alle@example.org x");
    }

    @Test
    void closing_tells_of_certificates_and_of_what_is_owed() {
        long seminar = given.aSeminar().published();
        String came = given.registered(langenhagen, seminar);
        given.registered(sottrum, seminar);
        mails.forget();
        clock.pass(Duration.ofDays(70));
        seminars.closed(given.nsi(), seminar, Set.of(came));
        mails.composeAll();
        assertThat(mails.kinds()).containsExactly("ATTENDED PARTICIPANT", "ATTENDED STAFF", "NO_SHOW STAFF");
    }

    @Test
    void a_substitution_is_told_to_the_new_person_the_old_one_and_the_staff() {
        String reference = given.registered(langenhagen, given.aSeminar().published());
        mails.composeAll();
        substitute.handle(
                langenhagen,
                reference,
                ParticipantFixture.aParticipant()
                        .named("Neu", "Benannt")
                        .withEmail("neu@langenhagen.example")
                        .details());
        mails.composeAll();
        assertThat(database.rows("select kind, audience, text_body like '%Hinweise zum Datenschutz%', calendar"
                        + " like '%METHOD:CANCEL%', calendar like '%METHOD:REQUEST%' from outbox_mail"
                        + " order by id"))
                .containsExactly(
                        "CONFIRMED PARTICIPANT 1 0 1",
                        "CONFIRMED STAFF 0 0 1",
                        "SUBSTITUTED PARTICIPANT 1 0 1",
                        "SUBSTITUTED FORMER_PARTICIPANT 0 1 0",
                        "SUBSTITUTED STAFF 0 0 1");
        assertThat(database.text(
                        "select recipient from outbox_mail where kind = 'SUBSTITUTED' and audience = 'PARTICIPANT'"))
                .isEqualTo("neu@langenhagen.example");
    }

    @Test
    void a_person_written_differently_gets_no_mail_and_no_second_notice() {
        String reference = given.registered(langenhagen, given.aSeminar().published());
        mails.composeAll();
        correct.handle(
                langenhagen,
                new CorrectParticipant.Command(
                        reference, new Participant.Details("Anna-Lena", null, null, null, null), false));
        mails.composeAll();
        assertThat(mails.mails()).hasSize(2);
        cancel.handle(langenhagen, reference);
        mails.composeAll();
        assertThat(database.rows("select text_body like 'Guten Tag Anna-Lena Beispiel%', text_body like"
                        + " '%Hinweise zum Datenschutz%' from outbox_mail where kind = 'CANCELLED'"
                        + " and audience = 'PARTICIPANT'"))
                .containsExactly("1 0");
    }

    @Test
    void a_rebooking_takes_the_old_days_out_of_the_calendar_and_enters_the_new_ones() {
        String reference = given.registered(langenhagen, given.aSeminar().published());
        long later = given.aSeminar()
                .beginningOn(clock.today().plusWeeks(12))
                .lasting(2)
                .published();
        mails.forget();
        rebook.handle(langenhagen, reference, later);
        mails.composeAll();
        assertThat(mails.kinds()).containsExactly("REBOOKED PARTICIPANT", "REBOOKED STAFF");
        List<Attachment> files = Attachment.ofCalendar(database.text("select calendar from outbox_mail where id = 1"));
        assertThat(files)
                .extracting(Attachment::fileName)
                .containsExactly("absage-1.ics", "absage-2.ics", "absage-3.ics", "termin-4.ics", "termin-5.ics");
    }

    @Test
    void calling_a_seminar_off_tells_each_registration_once_with_the_reason() {
        long seminar = given.aSeminar().withSeats(1).published();
        given.registered(langenhagen, seminar);
        given.registeredOrWaiting(sottrum, seminar);
        mails.forget();
        cancelSeminar.handle(given.nsi(), seminar, "Die Seminarleitung ist erkrankt.");
        mails.composeAll();
        assertThat(database.rows("select kind, audience, text_body like '%Die Seminarleitung ist erkrankt.%',"
                        + " calendar like '%STATUS:CANCELLED%' from outbox_mail order by id"))
                .containsExactly(
                        "SEMINAR_CANCELLED PARTICIPANT 1 1",
                        "SEMINAR_CANCELLED STAFF 1 1",
                        "SEMINAR_CANCELLED PARTICIPANT 1 null",
                        "SEMINAR_CANCELLED STAFF 1 null");
    }

    @Test
    void another_amount_and_the_end_of_promotion_are_told_to_those_concerned() {
        long seminar = given.aSeminar().withSeats(1).published();
        String first = given.registered(langenhagen, seminar);
        given.registeredOrWaiting(sottrum, seminar);
        mails.forget();
        override.handle(given.nsi(), new OverrideFee.Command(first, 12_300L, "Vereinbart am Telefon."));
        clock.pass(Duration.ofDays(50));
        endPromotion.handle();
        endPromotion.handle();
        mails.composeAll();
        assertThat(mails.kinds())
                .containsExactly("FEE_CHANGED STAFF", "PROMOTION_ENDED PARTICIPANT", "PROMOTION_ENDED STAFF");
        assertThat(database.text("select text_body from outbox_mail where kind = 'FEE_CHANGED'"))
                .contains("Zu zahlen sind jetzt 123,00\u00a0€.")
                .contains("Der Grund: Vereinbart am Telefon.");
    }

    @Test
    void the_sequence_of_a_calendar_entry_only_grows_and_its_uid_stays() {
        String reference = given.registered(langenhagen, given.aSeminar().published());
        mails.composeAll();
        cancel.handle(langenhagen, reference);
        mails.composeAll();
        List<String> calendars =
                database.rows("select calendar from outbox_mail where audience = 'PARTICIPANT' order by id");
        assertThat(calendars.stream()
                        .map(calendar -> calendar.replaceAll("(?s).*?SEQUENCE:(\\d+).*", "$1"))
                        .map(Integer::valueOf)
                        .toList())
                .isSorted()
                .doesNotHaveDuplicates();
        assertThat(calendars.stream()
                        .map(calendar -> calendar.lines()
                                .filter(line -> line.startsWith("UID:"))
                                .toList())
                        .distinct())
                .hasSize(1);
    }
}
