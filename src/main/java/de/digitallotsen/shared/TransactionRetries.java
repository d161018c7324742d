package de.digitallotsen.shared;

import java.sql.SQLException;
import java.util.Arrays;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Predicate;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.annotation.Priority;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/**
 * Wraps the transaction, not the other way round (priority before {@code @Transactional}): each try is a whole new
 * transaction with a fresh persistence context. At most five tries, with a random pause that grows.
 */
@Interceptor
@RetryOnConflict
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
public class TransactionRetries {

    static final int MOST_TRIES = 5;
    private static final int ER_LOCK_WAIT_TIMEOUT = 1205;
    private static final int ER_LOCK_DEADLOCK = 1213;
    private static final int ER_CHECKREAD = 1020;
    private static final int ER_DUP_ENTRY = 1062;
    private static final Set<Integer> CONFLICTS = Set.of(ER_LOCK_WAIT_TIMEOUT, ER_LOCK_DEADLOCK, ER_CHECKREAD);

    private final TransactionSynchronizationRegistry transactions;
    private final CurrentSubmission submission;
    private final Counter retries;

    TransactionRetries(
            TransactionSynchronizationRegistry transactions, CurrentSubmission submission, MeterRegistry metrics) {
        this.transactions = transactions;
        this.submission = submission;
        this.retries = Counter.builder("digitallotsen.transaction.retries")
                .description("Transactions tried again after a deadlock, a lock wait or a snapshot conflict")
                .register(metrics);
    }

    @AroundInvoke
    Object tryAgainOnConflict(InvocationContext call) throws Exception {
        if (transactions.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
            return call.proceed();
        }
        int acts = submission.acts();
        boolean duplicateSeen = false;
        for (int attempt = 1; ; attempt++) {
            try {
                return call.proceed();
            } catch (Exception failure) {
                // The same act once more, not another one: under the same key (R24).
                submission.backTo(acts);
                boolean duplicate = isDuplicate(failure);
                boolean worthwhile = isConflict(failure)
                        || (duplicate && !duplicateSeen)
                        || (isConnectionLost(failure) && isRepeatable(call));
                if (attempt == MOST_TRIES || !worthwhile) {
                    throw failure;
                }
                // Two who wanted the same unique thing at once: the second looks once more and then gets a refusal it
                // can read.
                duplicateSeen |= duplicate;
                retries.increment();
                Thread.sleep(ThreadLocalRandom.current().nextLong(5L << attempt));
            }
        }
    }

    /** True if the database says: the same transaction may succeed if it is tried again from its beginning. */
    static boolean isConflict(Throwable failure) {
        return hasErrorCode(failure, CONFLICTS);
    }

    /**
     * True if nobody knows what became of the transaction: the connection broke, perhaps while it was being committed.
     */
    static boolean isConnectionLost(Throwable failure) {
        return anySqlException(
                failure, sql -> sql.getSQLState() != null && sql.getSQLState().startsWith("08"));
    }

    /** Only what bears a key can be handled again without doing it twice. */
    private boolean isRepeatable(InvocationContext call) {
        return submission.hasKey() || Arrays.stream(call.getParameters()).anyMatch(Repeatable.class::isInstance);
    }

    /** True if a UNIQUE constraint refused the write. */
    static boolean isDuplicate(Throwable failure) {
        return hasErrorCode(failure, Set.of(ER_DUP_ENTRY));
    }

    private static boolean hasErrorCode(Throwable failure, Set<Integer> codes) {
        return anySqlException(failure, sql -> codes.contains(sql.getErrorCode()));
    }

    private static boolean anySqlException(Throwable failure, Predicate<SQLException> wanted) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql && wanted.test(sql)) {
                return true;
            }
            for (Throwable suppressed : cause.getSuppressed()) {
                if (suppressed != cause && anySqlException(suppressed, wanted)) {
                    return true;
                }
            }
        }
        return false;
    }
}
