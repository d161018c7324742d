package de.digitallotsen.claim;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * What was asked for on claims and what the Ministry has paid on them, for whoever reports about a period; in cents.
 */
@ApplicationScoped
public class Payments {

    private final EntityManager database;

    Payments(EntityManager database) {
        this.database = database;
    }

    /**
     * Money that has come.
     *
     * @param valueDate the day on which it was credited; for a payment from before that was noted, the day of the note
     * @param claim the number of the claim
     * @param reference of the Ministry (Kassenzeichen); where none was noted, a sentence that says so
     */
    public record Payment(LocalDate valueDate, String claim, String reference, long amountCents) {
        static Payment of(ClaimPayment payment, String claim) {
            LocalDate noted = German.berlinDay(payment.recordedAt());
            return payment.valueDate() == null
                    ? new Payment(
                            noted,
                            claim,
                            Messages.text("claim.paid-unknown", "at", payment.recordedAt()),
                            payment.amountCents())
                    : new Payment(payment.valueDate(), claim, payment.reference(), payment.amountCents());
        }
    }

    /** The payments of a period in order of time. */
    public List<Payment> of(long periodId) {
        return database.createQuery(
                        "select p, c.number from ClaimPayment p join Claim c on c.id = p.claimId"
                                + " where c.period.id = :period",
                        Object[].class)
                .setParameter("period", periodId)
                .getResultStream()
                .map(row -> Payment.of((ClaimPayment) row[0], (String) row[1]))
                .sorted(Comparator.comparing(Payment::valueDate).thenComparing(Payment::claim))
                .toList();
    }

    /** What claims that are submitted, approved or paid ask for. */
    public long askedCents(long periodId) {
        return database.createQuery(
                        "select coalesce(sum(c.amountCents), 0L) from Claim c where c.period.id = :period"
                                + " and c.status in (SUBMITTED, APPROVED, PAID)",
                        Long.class)
                .setParameter("period", periodId)
                .getSingleResult();
    }
}
