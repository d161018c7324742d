package de.digitallotsen.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.GreenMailUtil;
import com.icegreen.greenmail.util.ServerSetup;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.ForgottenPassword;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Real SMTP: what arrives, and what happens when the server is down, slow, or does not want somebody. */
@PortalTest
class SmtpTest {

    private static final int MANY = 50;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    MailFixture mails;

    @Inject
    SendPendingMail sender;

    @Inject
    MailTransport transport;

    @ConfigProperty(name = "quarkus.mailer.port")
    int port;

    private String reference;

    @BeforeEach
    void two_mails_that_wait() {
        Actor staff = mails.staff("Petra Langner", "personal@langenhagen.example", Given.LANGENHAGEN);
        reference = given.registered(staff, given.aSeminar().published());
        mails.composeAll();
    }

    private GreenMail server() {
        GreenMail server = new GreenMail(new ServerSetup(port, "localhost", ServerSetup.PROTOCOL_SMTP));
        server.start();
        return server;
    }

    private List<String> states() {
        return database.rows("select state, attempts from outbox_mail order by id");
    }

    @Inject
    ForgottenPassword forgotten;

    @Inject
    SendTransientMail accountMail;

    @Test
    void a_link_for_a_new_password_arrives_and_is_kept_nowhere() throws Exception {
        GreenMail server = server();
        try {
            forgotten.handle(new ForgottenPassword.Command(
                    "personal@langenhagen.example", "192.0.2.1", "https://portal.example"));
            List<String> links = List.of();
            for (int i = 0; i < 200 && links.isEmpty(); i++) {
                // The link is made in the background, so that asking takes the same time whether there is an account or
                // not.
                Thread.sleep(50);
                accountMail.handle();
                links = Arrays.stream(server.getReceivedMessages())
                        .map(GreenMailUtil::getBody)
                        .filter(body -> body.contains("/passwort-neu/"))
                        .toList();
            }
            assertThat(links).isNotEmpty();
            assertThat(Arrays.stream(server.getReceivedMessages()).map(SmtpTest::subject))
                    .contains("Neues Passwort für das Digitallotsen-Portal");
        } finally {
            server.stop();
        }
        assertThat(database.number("select count(*) from outbox_mail where text_body like '%passwort-neu%'"))
                .isZero();
    }

    @Test
    void a_mail_arrives_with_text_html_calendar_and_headers() throws Exception {
        GreenMail server = server();
        try {
            assertThat(sender.handle()).isEqualTo(2);
            MimeMessage[] received = server.getReceivedMessages();
            assertThat(received).hasSize(2);
            MimeMessage mail = received[1];
            assertThat(mail.getSubject())
                    .isEqualTo(database.text("select subject from outbox_mail where id = 2"))
                    .contains("[" + reference.substring(0, 4) + "-" + reference.substring(4) + "] Anmeldung bestätigt");
            assertThat(mail.getMessageID()).isEqualTo(database.text("select message_id from outbox_mail where id = 2"));
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(mail.getAllRecipients())
                    .extracting(Object::toString)
                    .containsExactly("personal@langenhagen.example");
            assertParts((MimeMultipart) mail.getContent());
        } finally {
            server.stop();
        }
        assertThat(states()).containsExactly("SENT 1", "SENT 1");
    }

    private void assertParts(MimeMultipart mixed) throws Exception {
        MimeMultipart words = (MimeMultipart) mixed.getBodyPart(0).getContent();
        assertThat(words.getContentType()).startsWith("multipart/alternative");
        assertThat(normal(words.getBodyPart(0)))
                .isEqualTo(database.text("select text_body from outbox_mail where id = 2")
                        .strip());
        assertThat(normal(words.getBodyPart(1)))
                .isEqualTo(database.text("select html_body from outbox_mail where id = 2")
                        .strip());
        assertThat(mixed.getCount()).isEqualTo(4);
        for (int day = 1; day <= 3; day++) {
            BodyPart file = mixed.getBodyPart(day);
            assertThat(file.getContentType().replaceAll("\\s+", " "))
                    .contains("text/calendar")
                    .contains("method=REQUEST");
            assertThat(file.getFileName()).isEqualTo("termin-" + day + ".ics");
            try (InputStream content = file.getInputStream()) {
                assertThat(new String(content.readAllBytes(), StandardCharsets.UTF_8))
                        .startsWith("BEGIN:VCALENDAR")
                        .contains("METHOD:REQUEST")
                        .contains("(Tag " + day + " von 3)")
                        .containsOnlyOnce("BEGIN:VEVENT");
            }
        }
    }

    private static String subject(MimeMessage mail) {
        try {
            return mail.getSubject();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String normal(BodyPart part) throws Exception {
        return part.getContent().toString().replace("\r\n", "\n").strip();
    }

    @Test
    void a_server_that_is_down_loses_nothing_and_gets_everything_once_when_it_is_up() {
        assertThat(sender.handle()).isZero();
        assertThat(states()).containsExactly("PENDING 1", "PENDING 0");
        assertThat(database.text("select last_error from outbox_mail where id = 1"))
                .startsWith("Der Mailserver ist nicht erreichbar: ");
        GreenMail server = server();
        try {
            assertThat(sender.handle())
                    .as("the other one goes out, and calls the first")
                    .isEqualTo(2);
            assertThat(sender.handle()).isZero();
            assertThat(Arrays.stream(server.getReceivedMessages()).map(SmtpTest::messageId))
                    .hasSize(2)
                    .doesNotHaveDuplicates();
        } finally {
            server.stop();
        }
        assertThat(states()).containsExactly("SENT 2", "SENT 1");
    }

    /**
     * With attachments the mail client goes on on another thread: left alone, about one in ten waits for a greeting
     * that is gone.
     */
    @Test
    void a_greeting_is_never_missed() throws Exception {
        GreenMail server = server();
        try {
            OutboxMail.Content content = new OutboxMail.Content(
                    "Betreff", "Text", "<p>Text</p>", database.text("select calendar from outbox_mail where id = 1"));
            for (int i = 1; i <= MANY; i++) {
                transport.deliver(
                        new Delivery(i, 1, "anna@langenhagen.example", "<" + i + "@portal.example>", content));
            }
            assertThat(server.getReceivedMessages()).hasSize(MANY);
        } finally {
            server.stop();
        }
    }

    private static String messageId(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    @Test
    void a_recipient_that_is_refused_fails_alone() throws Exception {
        try (FaultyMailServer server = FaultyMailServer.on(port)) {
            server.refuse("anna");
            assertThat(sender.handle()).isEqualTo(1);
            assertThat(server.accepted()).containsExactly("personal@langenhagen.example");
        }
        assertThat(states()).containsExactly("FAILED 1", "SENT 1");
        assertThat(database.text("select last_error from outbox_mail where id = 1"))
                .contains("550")
                .contains("unbekannt");
    }

    @Test
    void a_server_that_does_not_answer_in_time_is_tried_again_later() throws Exception {
        try (FaultyMailServer server = FaultyMailServer.on(port)) {
            server.sayNothing();
            long begin = System.nanoTime();
            assertThat(sender.handle()).isZero();
            assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(Duration.ofSeconds(16));
        }
        assertThat(states()).containsExactly("PENDING 1", "PENDING 0");
        clock.pass(Duration.ofMinutes(1));
        GreenMail server = server();
        try {
            assertThat(sender.handle()).isEqualTo(2);
        } finally {
            server.stop();
        }
    }
}
