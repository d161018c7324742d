package de.digitallotsen.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nothing is lost, nothing is sent twice, and whoever has to know learns what failed. */
@PortalTest
class OutboxTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    MailFixture mails;

    @Inject
    Deliveries deliveries;

    @Inject
    RetryMail retry;

    @Inject
    CancelRegistration cancel;

    @Inject
    MailTasks tasks;

    @Inject
    MailRecords records;

    private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());
    private final AtomicReference<DeliveryFailure> trouble = new AtomicReference<>();
    private SendPendingMail sender;
    private Actor staff;
    private long seminar;

    @BeforeEach
    void a_sender() {
        sender = new SendPendingMail(deliveries, this::deliver);
        staff = mails.staff("Petra Langner", "personal@langenhagen.example", Given.LANGENHAGEN);
        seminar = given.aSeminar().published();
    }

    private void deliver(Delivery delivery) throws DeliveryFailure {
        if (trouble.get() != null) {
            throw trouble.get();
        }
        delivered.add(delivery.messageId());
    }

    private String aMailToEach() {
        String reference = given.registered(staff, seminar);
        mails.composeAll();
        return reference;
    }

    private List<String> states() {
        return database.rows("select state, attempts from outbox_mail order by id");
    }

    private Duration pause() {
        return Duration.between(
                clock.instant(),
                Instant.parse(database.text("select concat(date_format(min(next_attempt_at), '%Y-%m-%dT%T'), 'Z')"
                        + " from outbox_mail where attempts > 0")));
    }

    @Test
    void sends_each_mail_once_under_its_own_message_id() {
        aMailToEach();
        assertThat(sender.handle()).isEqualTo(2);
        assertThat(sender.handle()).isZero();
        assertThat(states()).containsExactly("SENT 1", "SENT 1");
        assertThat(delivered)
                .hasSize(2)
                .doesNotHaveDuplicates()
                .isEqualTo(database.rows("select message_id from outbox_mail order by id"));
    }

    @Test
    void tries_again_with_growing_pauses_and_gives_up_after_almost_three_days() {
        aMailToEach();
        Instant begin = clock.instant();
        trouble.set(new DeliveryFailure(DeliveryFailure.Kind.REFUSED, "452 voll"));
        List<Long> pauses = new ArrayList<>();
        for (int i = 1; i < OutboxMail.MOST_TRIES; i++) {
            sender.handle();
            assertThat(states()).containsExactly("PENDING " + i, "PENDING " + i);
            pauses.add(pause().toMinutes());
            assertThat(sender.handle()).as("not before its time").isZero();
            assertThat(states()).containsExactly("PENDING " + i, "PENDING " + i);
            clock.pass(pause());
        }
        assertThat(pauses).startsWith(1L, 5L, 15L, 60L, 240L, 240L);
        sender.handle();
        assertThat(states()).containsExactly("FAILED " + OutboxMail.MOST_TRIES, "FAILED " + OutboxMail.MOST_TRIES);
        assertThat(Duration.between(begin, clock.instant())).isBetween(Duration.ofHours(60), Duration.ofHours(72));
        assertThat(database.text("select distinct last_error from outbox_mail")).isEqualTo("452 voll");
    }

    @Test
    void gives_up_at_once_what_the_server_will_never_take_and_sends_the_others() throws DeliveryFailure {
        aMailToEach();
        SendPendingMail picky = new SendPendingMail(deliveries, delivery -> {
            if (delivery.recipient().startsWith("anna")) {
                throw new DeliveryFailure(DeliveryFailure.Kind.REFUSED_FOR_GOOD, "550 unbekannt");
            }
            deliver(delivery);
        });
        assertThat(picky.handle()).isEqualTo(1);
        assertThat(states()).containsExactly("FAILED 1", "SENT 1");
    }

    @Test
    void an_outage_costs_one_try_a_round_and_its_end_brings_everything_at_once() {
        aMailToEach();
        aMailToEach();
        trouble.set(new DeliveryFailure(DeliveryFailure.Kind.OUTAGE, "nicht erreichbar"));
        sender.handle();
        assertThat(states()).containsExactly("PENDING 1", "PENDING 0", "PENDING 0", "PENDING 0");
        for (int i = 0; i < 3; i++) {
            sender.handle();
        }
        assertThat(states()).containsExactly("PENDING 1", "PENDING 1", "PENDING 1", "PENDING 1");
        trouble.set(null);
        assertThat(sender.handle()).isZero();
        given.registered(staffOfSottrum(), seminar);
        mails.composeAll();
        // The first mail that gets through calls the others, a minute before their time.
        assertThat(sender.handle()).isEqualTo(6);
        assertThat(delivered).hasSize(6).doesNotHaveDuplicates();
    }

    private Actor staffOfSottrum() {
        return mails.staff("Sören Ottrup", "personal@sottrum.example", Given.SOTTRUM);
    }

    @Test
    void sends_a_recipient_first_what_happened_first() {
        String reference = aMailToEach();
        trouble.set(new DeliveryFailure(DeliveryFailure.Kind.REFUSED, "451 später"));
        sender.handle();
        cancel.handle(staff, reference);
        mails.composeAll();
        trouble.set(null);
        assertThat(sender.handle())
                .as("the cancellation waits for the confirmation")
                .isZero();
        clock.pass(Duration.ofMinutes(1));
        assertThat(sender.handle()).isEqualTo(4);
        assertThat(delivered).isEqualTo(database.rows("select message_id from outbox_mail order by id"));
    }

    @Test
    void composes_of_a_registration_first_what_happened_first() throws Exception {
        String reference = given.registered(staff, seminar);
        database.writePastTheProgram("update mail_occasion set next_attempt_at = next_attempt_at + interval 1 hour");
        cancel.handle(staff, reference);
        mails.composeAll();
        assertThat(mails.mails()).isEmpty();
        clock.pass(Duration.ofHours(1));
        mails.composeAll();
        assertThat(mails.kinds())
                .containsExactly(
                        "CONFIRMED PARTICIPANT", "CONFIRMED STAFF", "CANCELLED PARTICIPANT", "CANCELLED STAFF");
    }

    @Test
    void a_mail_whose_sender_died_goes_to_the_next_one_under_the_same_message_id_and_not_before_the_lease_is_over() {
        aMailToEach();
        Delivery lost = deliveries.lease().orElseThrow();
        assertThat(sender.handle()).isEqualTo(1);
        clock.pass(OutboxMail.LEASE.plusSeconds(1));
        assertThat(sender.handle()).isEqualTo(1);
        assertThat(delivered).contains(lost.messageId());
        assertThat(states()).containsExactly("SENT 2", "SENT 1");
        // The dead one comes back and reports: too late to have a say.
        deliveries.notSent(lost, new DeliveryFailure(DeliveryFailure.Kind.OUTAGE, "zu spät"));
        assertThat(states()).containsExactly("SENT 2", "SENT 1");
    }

    @Test
    void no_transaction_is_open_while_a_mail_is_delivered() {
        aMailToEach();
        List<Boolean> open = new ArrayList<>();
        new SendPendingMail(
                        deliveries,
                        delivery -> open.add(QuarkusTransaction.getStatus() != Status.STATUS_NO_TRANSACTION))
                .handle();
        assertThat(open).containsExactly(false, false);
    }

    @Test
    void four_senders_at_once_send_each_of_forty_mails_once() {
        fortyMails();
        SendPendingMail slow = new SendPendingMail(deliveries, delivery -> {
            pause(3);
            delivered.add(delivery.messageId());
        });
        Race.of(Collections.nCopies(4, () -> {
            while (slow.handle() > 0) {
                pause(1);
            }
            return "done";
        }));
        sender.handle();
        assertThat(delivered).hasSize(40).doesNotHaveDuplicates();
        assertThat(new HashSet<>(states())).containsExactly("SENT 1");
    }

    private void fortyMails() {
        List<String> kommunen = given.kommunen(20);
        kommunen.forEach(ars -> given.registered(given.staffOf(ars), seminar));
        mails.composeAll();
        assertThat(database.number("select count(*) from outbox_mail where state = 'PENDING'"))
                .isEqualTo(40);
    }

    /** The control: without lock and lease, senders that look at the same time send the same mail. */
    @Test
    void senders_that_neither_lock_nor_lease_send_twice() {
        fortyMails();
        CyclicBarrier together = new CyclicBarrier(2);
        Race.of(Collections.nCopies(2, () -> {
            List<String> pending =
                    database.rows("select message_id from outbox_mail where state = 'PENDING' order by id limit 1");
            together.await(20, TimeUnit.SECONDS);
            delivered.addAll(pending);
            database.writePastTheProgram(
                    "update outbox_mail set state = 'SENT', sent_at = now(6) where message_id = ?", pending.get(0));
            return "done";
        }));
        assertThat(delivered).hasSize(2);
        assertThat(new HashSet<>(delivered)).hasSize(1);
    }

    @Test
    void four_composers_at_once_compose_each_of_twenty_occasions_once() {
        given.kommunen(20).forEach(ars -> given.registered(given.staffOf(ars), seminar));
        Race.of(Collections.nCopies(4, () -> {
            mails.composeAll();
            return "done";
        }));
        mails.composeAll();
        assertThat(database.number("select count(*) from outbox_mail")).isEqualTo(40);
        assertThat(database.number("select count(distinct occasion_id, audience, recipient) from outbox_mail"))
                .isEqualTo(40);
    }

    private static void pause(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException stopped) {
            throw new IllegalStateException(stopped);
        }
    }

    @Test
    void a_failed_mail_is_a_task_of_the_nsi_and_goes_out_when_the_nsi_says_so() {
        aMailToEach();
        trouble.set(new DeliveryFailure(DeliveryFailure.Kind.REFUSED_FOR_GOOD, "550 unbekannt"));
        sender.handle();
        Actor nsi = given.nsi();
        assertThat(tasks.tasks(nsi)).singleElement().satisfies(task -> {
            assertThat(task.text()).isEqualTo("2 E-Mails konnten nicht zugestellt werden.");
            assertThat(task.href()).isEqualTo("/mails?status=FAILED");
        });
        assertThat(tasks.tasks(staff)).isEmpty();
        trouble.set(null);
        assertThat(sender.handle()).isZero();
        retry.handle(nsi, 1);
        retry.handle(nsi, 1);
        assertThat(sender.handle()).isEqualTo(1);
        assertThat(states()).containsExactly("SENT 1", "FAILED 1");
        assertThat(retry.handleAllFailed(nsi)).isEqualTo(1);
        assertThat(sender.handle()).isEqualTo(1);
        assertThat(tasks.tasks(nsi)).isEmpty();
        assertThat(database.rows("select action, subject_id from audit_entry where subject_type = 'mail'"))
                .containsExactly("mail.retried 1", "mail.retried 2");
    }

    @Test
    void refuses_to_send_anew_what_was_sent_and_lets_nobody_but_the_nsi_ask() {
        aMailToEach();
        sender.handle();
        Refused.with(MailRefusal.MAIL_NOT_RETRYABLE, () -> retry.handle(given.nsi(), 1));
        Refused.with(AccessRefusal.NOT_FOUND, () -> retry.handle(given.nsi(), 999));
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> retry.handle(staff, 1));
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> retry.handleAllFailed(given.ministry()));
    }

    @Test
    void forgets_what_arrived_long_ago_and_keeps_what_failed() {
        aMailToEach();
        sender.handle();
        trouble.set(new DeliveryFailure(DeliveryFailure.Kind.REFUSED_FOR_GOOD, "550 unbekannt"));
        given.registered(staffOfSottrum(), seminar);
        mails.composeAll();
        sender.handle();
        assertThat(forgotten()).isZero();
        clock.pass(Duration.ofDays(180));
        assertThat(forgotten()).isEqualTo(2);
        assertThat(states()).containsExactly("FAILED 1", "FAILED 1");
        clock.pass(Duration.ofDays(184));
        assertThat(forgotten()).isZero();
        clock.pass(Duration.ofDays(1));
        assertThat(forgotten()).as("a year is enough for what failed").isEqualTo(2);
    }

    private int forgotten() {
        return QuarkusTransaction.requiringNew()
                .call(() -> records.expiries().stream()
                        .mapToInt(expiry -> expiry.forget().some(clock.today(), 100))
                        .sum());
    }
}
