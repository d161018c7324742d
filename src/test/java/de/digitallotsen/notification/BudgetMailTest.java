package de.digitallotsen.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.BudgetThresholdCrossed;
import de.digitallotsen.budget.WatchBudget;
import de.digitallotsen.mail.OutboxFixture;
import de.digitallotsen.mail.RetryMail;
import de.digitallotsen.shared.Actor;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * The Ministry is written to when the money of a period reaches a threshold: once, also by several portals, and never
 * not at all.
 */
@PortalTest
class BudgetMailTest {

    /** Fails, if told to, after everybody else has done what is due at a threshold. */
    @Singleton
    static class Last {
        private volatile boolean fails;

        void hear(@Observes @Priority(9000) BudgetThresholdCrossed event) {
            if (fails) {
                throw new IllegalStateException("The last observer fails");
            }
        }
    }

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    MailFixture mails;

    @Inject
    OutboxFixture outbox;

    @Inject
    AdjustBudget adjust;

    @Inject
    WatchBudget watch;

    @Inject
    ComposeMails compose;

    @Inject
    RetryMail retry;

    @Inject
    Last last;

    private final List<String> delivered = Collections.synchronizedList(new ArrayList<>());
    private Actor ministry;

    @BeforeEach
    void one_place_is_reserved_and_nobody_is_told_of_that() {
        ministry = mails.ministry("Martin Brandes", "budget@ministerium.example");
        mails.ministry("Vertretung", "vertretung@ministerium.example");
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        mails.forget();
    }

    @AfterEach
    void nothing_fails() {
        last.fails = false;
    }

    private void allocate(long cents) {
        adjust.handle(
                ministry,
                new AdjustBudget.Command(
                        cents - database.number("select allocated_cents from budget"), "Für den Test"));
    }

    private void watchAndCompose() {
        watch.handle(Actor.portal());
        mails.composeAll();
    }

    private int send() {
        return outbox.send(delivered::add);
    }

    @Test
    void everybody_of_the_ministry_with_an_active_account_gets_one_and_nobody_else() throws Exception {
        mails.ministry("Ehemalige", "ehemalig@ministerium.example");
        database.writePastTheProgram(
                "update user_account set active = false where email = 'ehemalig@ministerium.example'");
        given.nsi();
        allocate(62_501);
        watchAndCompose();
        assertThat(mails.mails()).as("79.99 %").isEmpty();
        allocate(62_500);
        watchAndCompose();
        watchAndCompose();
        assertThat(mails.mails())
                .containsExactly(
                        "BUDGET_THRESHOLD MINISTRY budget@ministerium.example PENDING",
                        "BUDGET_THRESHOLD MINISTRY vertretung@ministerium.example PENDING");
        assertThat(send()).isEqualTo(2);
        assertThat(send()).isZero();
        assertThat(delivered)
                .containsExactly(
                        "budget@ministerium.example Fördermittel zu 80 Prozent gebunden oder festgestellt",
                        "vertretung@ministerium.example Fördermittel zu 80 Prozent gebunden oder festgestellt");
    }

    @Test
    void thresholds_reached_at_once_are_one_mail_and_the_trail_knows_each() {
        allocate(50_000);
        watchAndCompose();
        assertThat(subjects()).containsExactly("100");
        assertThat(database.number("select count(*) from audit_entry where action = 'budget.threshold-reached'"))
                .isEqualTo(3);
    }

    @Test
    void each_threshold_has_its_own_and_one_that_was_left_and_is_reached_again_is_told_again() {
        for (long cents : new long[] {62_500, 52_000, 50_000}) {
            allocate(cents);
            watchAndCompose();
        }
        assertThat(subjects()).containsExactly("80", "95", "100");
        allocate(1_000_000);
        watchAndCompose();
        assertThat(subjects()).as("that there is money again is no warning").hasSize(3);
        allocate(62_500);
        watchAndCompose();
        assertThat(subjects()).containsExactly("80", "95", "100", "80");
    }

    private List<String> subjects() {
        return database.rows("select regexp_substr(subject, '[0-9]+') from outbox_mail"
                + " where recipient = 'budget@ministerium.example' order by id");
    }

    @Test
    void says_how_the_money_stood_when_it_was_noticed() {
        allocate(62_500);
        watch.handle(Actor.portal());
        allocate(1_000_000);
        mails.composeAll();
        assertThat(database.text("select text_body from outbox_mail where id = 1"))
                .contains(
                        "zugewiesen:           625,00",
                        "gebunden:             500,00",
                        "festgestellt:         0,00",
                        "verfügbar:            125,00",
                        "Stand:                01.02.2027");
    }

    @Test
    void of_eight_portals_that_notice_compose_and_send_at_once_each_recipient_gets_one() {
        allocate(62_500);
        Race.of(Collections.nCopies(8, () -> {
            watch.handle(Actor.portal());
            return "looked";
        }));
        assertThat(database.number("select count(*) from mail_occasion where kind = 'BUDGET_THRESHOLD'"))
                .isEqualTo(1);
        Race.of(Collections.nCopies(4, () -> {
            compose.handleNext();
            return "composed";
        }));
        Race.of(Collections.nCopies(4, () -> "" + send()));
        assertThat(delivered).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    void noticing_and_noting_are_one_transaction_so_that_none_is_lost() {
        allocate(62_500);
        last.fails = true;
        assertThatThrownBy(() -> watch.handle(Actor.portal())).hasStackTraceContaining("The last observer fails");
        assertThat(database.number("select count(*) from mail_occasion where kind = 'BUDGET_THRESHOLD'"))
                .isZero();
        assertThat(database.number("select count(*) from budget_warning where reached"))
                .isZero();
        last.fails = false;
        watchAndCompose();
        assertThat(mails.kinds()).containsExactly("BUDGET_THRESHOLD MINISTRY", "BUDGET_THRESHOLD MINISTRY");
    }

    @Test
    void one_that_failed_is_sent_anew_by_the_nsi() throws Exception {
        allocate(62_500);
        watchAndCompose();
        database.writePastTheProgram(
                "update outbox_mail set state = 'FAILED', attempts = 1, last_error = '550' where id = 1");
        retry.handleAllFailed(given.nsi());
        assertThat(send()).isEqualTo(2);
    }

    @Test
    void the_schema_knows_what_a_mail_is_about() {
        allocate(62_500);
        watchAndCompose();
        assertThatThrownBy(() -> database.writePastTheProgram("update outbox_mail set kind = 'CONFIRMED'"))
                .hasMessageContaining("outbox_mail_subject_check");
        assertThatThrownBy(() -> database.writePastTheProgram(
                        "update mail_occasion set period_id = null where kind = 'BUDGET_THRESHOLD'"))
                .hasMessageContaining("mail_occasion_subject_check");
    }
}
