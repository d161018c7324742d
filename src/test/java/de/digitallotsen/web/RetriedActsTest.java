package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.RetryOnConflict;
import de.digitallotsen.shared.Role;
import io.micrometer.core.instrument.MeterRegistry;
import io.restassured.http.Header;
import io.restassured.response.Response;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R24: an act that the portal itself had to try again is the same act; sent once more, it is not done once more. */
@PortalTest
class RetriedActsTest {

    private static final Header KEY = new Header("Idempotency-Key", "tried-again");

    private static final AtomicReference<SQLException> FAULT = new AtomicReference<>();

    /** Between the retries and the transaction: what it throws is thrown after the commit. */
    @Interceptor
    @RetryOnConflict
    @Priority(Interceptor.Priority.PLATFORM_BEFORE + 150)
    public static class FaultAfterCommit {
        private final TransactionSynchronizationRegistry transactions;

        FaultAfterCommit(TransactionSynchronizationRegistry transactions) {
            this.transactions = transactions;
        }

        @AroundInvoke
        Object fail(InvocationContext call) throws Exception {
            boolean outermost = transactions.getTransactionStatus() == Status.STATUS_NO_TRANSACTION;
            Object result = call.proceed();
            boolean act = call.getMethod().getDeclaringClass() == AdjustBudget.class
                    || "once".equals(call.getMethod().getName());
            SQLException fault = outermost && act ? FAULT.getAndSet(null) : null;
            if (fault != null) {
                throw new IllegalStateException(fault);
            }
            return result;
        }
    }

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    MeterRegistry metrics;

    private User ministry;

    @BeforeEach
    void account() {
        ministry = given.account(Role.MINISTRY, null);
    }

    @AfterEach
    void no_fault() {
        FAULT.set(null);
    }

    private Response adjust() {
        return Program.of(ministry)
                .header(KEY)
                .body(Map.of("amountCents", 100, "reason", "Erlass"))
                .post("/api/v1/budget/adjustments");
    }

    private long adjustments() {
        return database.number("select count(*) from budget_entry where type = 'ADJUSTMENT'");
    }

    private double retries() {
        return metrics.get("digitallotsen.transaction.retries").counter().count();
    }

    private void assertDoneOnce(Response first) {
        assertThat(first.statusCode()).as(first.asString()).isLessThan(300);
        Response again = adjust();
        assertThat(again.statusCode()).isEqualTo(first.statusCode());
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(adjustments()).isEqualTo(1);
        assertThat(database.number("select count(*) from submission where user_id = ?", ministry.id()))
                .isEqualTo(1);
    }

    @Test
    void an_act_that_waited_too_long_for_its_key_is_done_under_that_key() throws Exception {
        double before = retries();
        CompletableFuture<Response> first;
        try (Connection other = database.connect();
                PreparedStatement same = other.prepareStatement("insert into submission"
                        + " (user_id, submission_key, content_hash, created_at) values (?, ?, 'x', utc_timestamp())")) {
            other.setAutoCommit(false);
            same.setLong(1, ministry.id());
            same.setString(2, Hashes.sha256(KEY.getValue()));
            same.executeUpdate();
            first = CompletableFuture.supplyAsync(this::adjust);
            Instant end = Instant.now().plus(Duration.ofSeconds(20));
            while (retries() == before && Instant.now().isBefore(end)) {
                Thread.sleep(20);
            }
            Thread.sleep(200);
            assertThat(adjustments()).as("it still waits for its own key").isZero();
            other.rollback();
            other.setAutoCommit(true);
        }
        assertThat(retries() - before).isEqualTo(1);
        assertDoneOnce(first.get(20, TimeUnit.SECONDS));
    }

    @Test
    void an_act_whose_connection_broke_after_the_commit_is_not_done_again() {
        FAULT.set(new SQLException("gone at commit", "08S01"));
        assertDoneOnce(adjust());
        assertThat(FAULT).as("it broke").hasNullValue();
    }

    @Test
    void a_form_whose_connection_broke_after_the_commit_is_not_done_again() {
        Visitor visitor = Visitor.signedIn(ministry);
        String[] fields = {"direction", "raise", "amount", "500,00", "reason", "Erlass"};
        String check = visitor.send("/budget/anpassen", fields).header("Location");
        Response shown = visitor.get(check.replaceFirst("^https?://[^/]+", ""));
        FAULT.set(new SQLException("gone at commit", "08S01"));
        Response done = visitor.sendForm(shown, check.replaceFirst("^https?://[^/]+", ""));
        assertThat(done.statusCode()).as(done.asString()).isEqualTo(303);
        assertThat(done.header("Location")).contains("/erledigt/");
        assertThat(visitor.get(done.header("Location").replaceFirst("^https?://[^/]+", ""))
                        .asString())
                .contains("Die Anpassung ist gebucht.");
        assertThat(adjustments()).isEqualTo(1);
        assertThat(FAULT).as("it broke").hasNullValue();
    }
}
