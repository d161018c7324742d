package de.digitallotsen.shared.web;

import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.RetentionRule;
import io.quarkus.arc.Unremovable;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Named;

/**
 * How long personal data are kept, for every page, mail and form that says so: {@code inject:keeping}. All of them read
 * the schedule by which the portal deletes, so none can promise anything else (R27).
 */
@Unremovable
@Named("keeping")
@ApplicationScoped
public class KeepingWords {

    private final Retention retention;

    KeepingWords(Retention retention) {
        this.retention = retention;
    }

    /** „5 Jahre“. */
    public String getNames() {
        return retention.words(RetentionRule.NAMES);
    }

    /** „4 Wochen“. */
    public String getNeeds() {
        return retention.words(RetentionRule.ACCESSIBILITY_NEEDS);
    }

    /** What is said where somebody types needs. */
    public String getNeedsHint() {
        return Messages.text("needs.hint", "keep", getNeeds());
    }

    /** „180 Tage“. */
    public String getDeliveredMails() {
        return retention.words(RetentionRule.DELIVERED_MAILS);
    }

    /** „1 Jahr“. */
    public String getFailedMails() {
        return retention.words(RetentionRule.FAILED_MAILS);
    }

    /** „30 Tage“. */
    public String getShortLived() {
        return retention.words(RetentionRule.SHORT_LIVED);
    }
}
