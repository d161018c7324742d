package de.digitallotsen.shared;

import java.util.function.Supplier;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;

/**
 * Says beforehand what an act will do, by doing it in a transaction that is taken back, and does it afterwards only if
 * it does just that (R29). What was rehearsed leaves nothing: no mail, no audit entry, no submission; only some numbers
 * that nobody checks for gaps are used up, as by every transaction that is rolled back.
 */
@ApplicationScoped
@RetryOnConflict
public class Foresight {

    private final Happenings happenings;
    private final Instance<MailForecast> mails;
    private final CurrentSubmission submission;

    Foresight(Happenings happenings, Instance<MailForecast> mails, CurrentSubmission submission) {
        this.happenings = happenings;
        this.mails = mails;
        this.submission = submission;
    }

    /**
     * What was done.
     *
     * @param result of the act itself
     * @param consequences empty if it had been done before (R24)
     */
    public record Done<T>(T result, Consequences consequences) {}

    /** What the act would do now; nothing is changed. Whatever it refuses, this refuses. */
    public Consequences of(Runnable act) {
        return rehearse(() -> {
                    act.run();
                    return null;
                })
                .consequences();
    }

    /** The same, with what the act would answer. */
    public <T> Done<T> rehearse(Supplier<T> act) {
        QuarkusTransaction.begin();
        try {
            happenings.rehearse();
            T result = act.get();
            return new Done<>(result, consequences());
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /**
     * Does it.
     *
     * @param expected the {@link Consequences#fingerprint} of what was shown; null or empty does it whatever it does
     * @throws ChangedSincePreviewException if it would do something else; nothing has happened then
     */
    public <T> Done<T> act(String expected, Supplier<T> act) {
        return QuarkusTransaction.joiningExisting().call(() -> {
            T result = act.get();
            Consequences consequences = consequences();
            boolean asShown = expected == null
                    || expected.isEmpty()
                    || submission.isRepeated()
                    || expected.equals(consequences.fingerprint());
            if (!asShown) {
                throw new ChangedSincePreviewException(Messages.text("foresight.shown"), consequences.summary());
            }
            return new Done<>(result, consequences);
        });
    }

    private Consequences consequences() {
        return new Consequences(
                mails.stream()
                        .flatMap(forecast -> forecast.ofThisTransaction().stream())
                        .toList(),
                happenings.changes().stream().map(Consequences.Happening::of).toList());
    }
}
