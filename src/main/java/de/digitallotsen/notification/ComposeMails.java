package de.digitallotsen.notification;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.shared.UseCase;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/**
 * Turns the oldest open occasion into one mail for each recipient; the mails and the end of the occasion are one
 * transaction.
 */
@UseCase
public class ComposeMails {

    private final Occasions occasions;
    private final Writers writers;
    private final EntityManager database;
    private final Clock clock;

    ComposeMails(Occasions occasions, Writers writers, EntityManager database, Clock clock) {
        this.occasions = occasions;
        this.writers = writers;
        this.database = database;
        this.clock = clock;
    }

    /** Who writes about what. */
    @Singleton
    static class Writers {
        private final LetterWriter registrations;
        private final BudgetLetterWriter budget;

        Writers(LetterWriter registrations, BudgetLetterWriter budget) {
            this.registrations = registrations;
            this.budget = budget;
        }

        private List<OutboxMail> write(MailOccasion occasion) {
            return occasion.kind() == OccasionKind.BUDGET_THRESHOLD
                    ? budget.write(occasion)
                    : registrations.write(occasion);
        }
    }

    /**
     * @return false if no occasion was open and due
     * @throws CompositionFailedException if its mails could not be composed; {@link #postpone} it then, or it stays
     *     first in line
     */
    public boolean handleNext() {
        Optional<MailOccasion> next = occasions.claimNext(clock.instant());
        next.ifPresent(this::compose);
        return next.isPresent();
    }

    private void compose(MailOccasion occasion) {
        try {
            if (occasion.concernsWholeSeminar()) {
                occasions.spread(occasion);
            } else {
                writers.write(occasion).forEach(database::persist);
            }
            occasion.handled(clock.instant());
            database.flush();
        } catch (RuntimeException fault) {
            throw new CompositionFailedException(occasion.id(), fault);
        }
    }

    /** Lets the others pass. */
    public void postpone(long occasionId) {
        occasions.findById(occasionId).postpone(clock.instant());
    }
}
