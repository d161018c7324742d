package de.digitallotsen.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.shared.German;
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
     * @param valueDate the day on which it came
     * @param claim the number of the claim
     * @param reference of the Ministry (Kassenzeichen); empty where none was noted
     */
    public record Payment(LocalDate valueDate, String claim, String reference, long amountCents) {}

    /** The payments of a period in order of time. */
    public List<Payment> of(long periodId) {
        return database.createQuery(
                        "select c.paidAt, c.number, c.amountCents from Claim c where c.period.id = :period"
                                + " and c.status = PAID order by c.paidAt, c.id",
                        Object[].class)
                .setParameter("period", periodId)
                .getResultStream()
                .map(row -> new Payment(
                        German.berlinDay((Instant) row[0]), (String) row[1], "", ((Number) row[2]).longValue()))
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
