package de.digitallotsen.claim;

import java.time.Instant;
import java.time.LocalDate;

import de.digitallotsen.shared.German;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * What was called for and paid of the money of a period, for those who watch it. A claim has few acts: all are read.
 */
@ApplicationScoped
public class ClaimFigures {

    private final EntityManager database;

    ClaimFigures(EntityManager database) {
        this.database = database;
    }

    /** How the claims of a period stood, day by day. */
    public ClaimCourse of(long periodId) {
        return new ClaimCourse(
                database.createQuery(
                                "select h.claimId, h.at, h.act, h.amountCents from ClaimHistoryEntry h"
                                        + " join Claim c on c.id = h.claimId where c.period.id = :period"
                                        + " order by h.at, h.id",
                                Object[].class)
                        .setParameter("period", periodId)
                        .getResultStream()
                        .map(row -> new ClaimCourse.Act(
                                (Long) row[0],
                                German.berlinDay((Instant) row[1]),
                                ((ClaimAct) row[2]).leavesClaimed(),
                                (Long) row[3]))
                        .toList(),
                database.createQuery(
                                "select p.valueDate, p.recordedAt, p.amountCents from ClaimPayment p"
                                        + " join Claim c on c.id = p.claimId where c.period.id = :period",
                                Object[].class)
                        .setParameter("period", periodId)
                        .getResultStream()
                        .map(row -> new ClaimCourse.Payment(
                                row[0] == null ? German.berlinDay((Instant) row[1]) : (LocalDate) row[0],
                                (Long) row[2]))
                        .toList());
    }
}
