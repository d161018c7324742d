package de.digitallotsen.notification;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.WatchBudget;
import de.digitallotsen.claim.ClaimFixture;
import de.digitallotsen.mail.Attachment;
import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.mail.OutboxFixture;
import de.digitallotsen.mail.OutboxMail;
import de.digitallotsen.registration.RebookRegistration;
import de.digitallotsen.registration.Reference;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.seminar.ChangeSeminar;
import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Every mail word for word against its file in {@code src/test/resources/mails}: all recipients, subject, text, HTML
 * and calendar. {@code -Dmails.write=true} writes the files anew; read them before you keep them.
 */
@PortalTest
class MailTextTest {

    private static final Path EXPECTED = Path.of("src", "test", "resources", "mails");

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    MailFixture mails;

    @Inject
    OutboxFixture outbox;

    @Inject
    RegisterParticipant register;

    @Inject
    ChangeSeminar change;

    @Inject
    SubstituteParticipant substitute;

    @Inject
    RebookRegistration rebook;

    @Inject
    RemindParticipants remind;

    @Inject
    AdjustBudget adjust;

    @Inject
    WatchBudget watch;

    @Inject
    ClaimFixture claims;

    @Inject
    TestClock clock;

    private Actor staff;
    private long seminar;
    private String reference;

    @BeforeEach
    void a_confirmed_registration() {
        staff = mails.staff("Petra Langner", "personal@langenhagen.example", Given.LANGENHAGEN);
        mails.staff("Timo Vertretung", "vertretung@langenhagen.example", Given.LANGENHAGEN);
        mails.staff("Sören Ottrup", "personal@sottrum.example", Given.SOTTRUM);
        seminar = given.aSeminar().published();
        reference = register(seminar, "Anna", "Beispiel");
    }

    private String register(long id, String first, String last) {
        ParticipantFixture person = ParticipantFixture.aParticipant()
                .named(first, last)
                .withEmail((first + "." + last + "@langenhagen.example").toLowerCase(Locale.ROOT));
        return register.handle(staff, Given.command(staff, id, person, true));
    }

    /** What is different in every run is written the same every time. */
    private String steady(String text) {
        String steady = text.replace(Reference.spoken(reference), "7K3M-Q9XA").replace(reference, "7K3MQ9XA");
        List<String> uids = database.rows("select calendar_uid from seminar order by id");
        for (int i = 0; i < uids.size(); i++) {
            // Folded lines are one line for this.
            steady = steady.replace(uids.get(i), "00000000-0000-4000-8000-00000000000" + (i + 1));
        }
        return steady.replace("\r\n", "\n").replaceAll("localhost:\\d+", "localhost:8080");
    }

    private void assertMails(String file) {
        mails.composeAll();
        List<String> headers =
                database.rows("select concat(recipient, ' (', audience, ')') from outbox_mail order by id");
        List<OutboxMail.Content> contents = outbox.contents();
        StringBuilder all = new StringBuilder();
        for (int i = 0; i < contents.size(); i++) {
            OutboxMail.Content mail = contents.get(i);
            assertHtmlSaysTheSame(mail);
            all.append("An: ")
                    .append(headers.get(i))
                    .append("\nBetreff: ")
                    .append(mail.subject())
                    .append("\n\n")
                    .append(mail.text());
            all.append("\n=== HTML\n").append(mail.html());
            Attachment.ofCalendar(mail.calendar())
                    .forEach(day -> all.append("\n=== ")
                            .append(day.fileName())
                            .append(" (")
                            .append(day.mediaType())
                            .append(")\n")
                            .append(day.content()));
            all.append("\n==================================================================\n");
        }
        compare(EXPECTED.resolve(file + ".txt"), steady(all.toString()));
    }

    private static void compare(Path file, String actual) {
        try {
            if (Boolean.getBoolean("mails.write")) {
                Files.writeString(file, actual);
            }
            assertThat(actual).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void assertHtmlSaysTheSame(OutboxMail.Content mail) {
        String words = mail.html()
                .replaceAll("(?s)<(style|head)>.*?</\\1>", "")
                .replaceAll("<br>", " ")
                .replaceAll("<[^>]*>", " ")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&")
                .replaceAll("\\s+", " ");
        for (String paragraph : mail.text().split("\n\n")) {
            String line = paragraph.replaceAll("\\s+", " ").strip();
            if (line.endsWith(".") && !line.contains(": ")) {
                assertThat(words).contains(line);
            }
        }
        assertThat(mail.html())
                .doesNotContain("<img")
                .doesNotContainPattern("src=")
                .doesNotContainPattern("(?i)<script")
                .doesNotContainPattern("(?i)\\son[a-z]+=");
    }

    @Test
    void confirmed_to_the_person_and_to_everybody_of_the_kommune_with_the_notice_on_data_protection() {
        assertMails("confirmed");
    }

    @Test
    void waiting_with_the_position_and_without_a_calendar() {
        mails.forget();
        long full = given.aSeminar()
                .withSeats(1)
                .beginningOn(LocalDate.of(2027, 5, 3))
                .published();
        given.registered(given.staffOf(given.kommunen(1).get(0)), full);
        given.registeredOrWaiting(given.staffOf(given.kommunen(2).get(1)), full);
        mails.forget();
        reference = register(full, "Bea", "Wartend");
        assertMails("waiting");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "PROMOTED           | promoted           |"
                        + " {\"status\":\"CONFIRMED\",\"earlierStatus\":\"WAITING\",\"dueCents\":50000}",
                "PERSON_CORRECTED   | person-corrected   |"
                        + " {\"status\":\"CONFIRMED\",\"earlierStatus\":\"CONFIRMED\",\"dueCents\":50000}",
                "PROMOTION_ENDED    | promotion-ended    |"
                        + " {\"status\":\"WAITING\",\"earlierStatus\":\"WAITING\",\"dueCents\":0}",
                "CANCELLED          | cancelled-free     |"
                        + " {\"status\":\"CANCELLED\",\"earlierStatus\":\"CONFIRMED\",\"dueCents\":0}",
                "CANCELLED          | cancelled-late     |"
                        + " {\"status\":\"CANCELLED\",\"earlierStatus\":\"CONFIRMED\",\"dueCents\":50000}",
                "CANCELLED          | cancelled-waiting  |"
                        + " {\"status\":\"CANCELLED\",\"earlierStatus\":\"WAITING\",\"dueCents\":0}",
                "ATTENDED           | attended           |"
                        + " {\"status\":\"ATTENDED\",\"earlierStatus\":\"CONFIRMED\",\"dueCents\":50000}",
                "NO_SHOW            | no-show            |"
                        + " {\"status\":\"NO_SHOW\",\"earlierStatus\":\"CONFIRMED\",\"dueCents\":100000}",
                "FEE_CHANGED        | fee-changed        |"
                        + " {\"status\":\"NO_SHOW\",\"earlierStatus\":\"NO_SHOW\",\"dueCents\":25000,\"reason\":\"Die"
                        + " Person war erkrankt.\"}",
                "CORRECTED          | corrected-attended |"
                        + " {\"status\":\"ATTENDED\",\"earlierStatus\":\"NO_SHOW\",\"dueCents\":50000}",
                "CORRECTED          | corrected-no-show  |"
                        + " {\"status\":\"NO_SHOW\",\"earlierStatus\":\"ATTENDED\",\"dueCents\":100000}",
                "SEMINAR_CANCELLED  | seminar-cancelled  |"
                        + " {\"status\":\"CANCELLED\",\"earlierStatus\":\"CONFIRMED\",\"dueCents\":0,\"reason\":\"Die"
                        + " Seminarleitung ist erkrankt.\"}"
            })
    void says_what_happened(OccasionKind kind, String file, String facts) {
        mails.forget();
        mails.note(kind, reference, facts);
        assertMails(file);
    }

    @Test
    void substituted_to_the_new_person_to_the_old_one_and_to_the_staff() {
        mails.forget();
        substitute.handle(
                staff,
                reference,
                ParticipantFixture.aParticipant()
                        .named("Bodo", "Ersatz")
                        .withEmail("bodo.ersatz@langenhagen.example")
                        .details());
        assertMails("substituted");
    }

    @Test
    void rebooked_with_the_old_days_taken_out_of_the_calendar() {
        long later = given.aSeminar()
                .beginningOn(LocalDate.of(2027, 6, 7))
                .lasting(1)
                .published();
        mails.forget();
        rebook.handle(staff, reference, later);
        assertMails("rebooked");
    }

    @ParameterizedTest
    @CsvSource({"2027-03-15T06:00:00Z, reminder-two-weeks", "2027-03-26T06:00:00Z, reminder-three-days"})
    void reminds(Instant at, String file) {
        mails.forget();
        clock.set(at);
        remind.handle();
        assertMails(file);
    }

    @ParameterizedTest
    @CsvSource({"62500, budget-threshold", "50000, budget-exhausted"})
    void the_money_reaches_a_threshold(long allocated, String file) {
        mails.forget();
        Actor ministry = mails.ministry("Martin Brandes", "budget@ministerium.example");
        adjust.handle(ministry, new AdjustBudget.Command(allocated - Database.BUDGET_CENTS, "Kürzung"));
        watch.handle(Actor.portal());
        assertMails(file);
    }

    /**
     * Submitted, sent back, submitted again, approved and paid: who has to do something next, and who gets the money.
     */
    @Test
    void a_claim_goes_to_and_fro() throws SQLException {
        claims.held();
        database.writePastTheProgram("update user_account set active = false where role = 'NSI'");
        mails.forget();
        mails.ministry("Martin Brandes", "budget@ministerium.example");
        Actor nsi = mails.nsi("Nora Sievers", "seminare@nsi.example");
        Actor ministry = mails.ministry("Vertretung", "vertretung@ministerium.example");
        Actor cashier = mails.ministry("Kasse", "kasse@ministerium.example");
        claims.toAndFro(nsi, ministry, cashier, "Bitte den Termin vom 4. Februar <b>herausnehmen</b>");
        assertMails("claim");
    }

    @Test
    void seminar_changed_with_what_is_new_and_nothing_else() {
        mails.forget();
        SeminarPlan.Draft was = given.aSeminar().draft();
        List<SeminarDay> days = List.of(
                was.days().get(0),
                new SeminarDay(was.days().get(1).date().plusDays(2), LocalTime.of(10, 0), LocalTime.of(15, 0)));
        change.handle(
                given.nsi(),
                seminar,
                (int) database.number("select version from seminar where id = ?", seminar),
                new SeminarPlan.Draft(
                        was.title(),
                        days,
                        "Rathaus Lüneburg, Am Ochsenmarkt 1",
                        false,
                        15L,
                        was.feeCents(),
                        was.opensAt(),
                        was.closesAt()));
        assertMails("seminar-changed");
    }
}
