package de.digitallotsen.budget;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Remembers which two entries of the ledger are the two sides of one carry-over (R35): each leads to the other. */
@ApplicationScoped
public class CarriedAmounts {

    private final EntityManager database;

    CarriedAmounts(EntityManager database) {
        this.database = database;
    }

    /**
     * Ties them together for ever; refused by the schema unless they are adjustments of two periods by the same amount.
     *
     * @param outgoing in the period that gives
     * @param incoming in the period that gets
     */
    public void tie(long outgoing, long incoming) {
        insert(outgoing, incoming);
        insert(incoming, outgoing);
    }

    private void insert(long entry, long counterpart) {
        database.createNativeQuery("insert into budget_counterpart (entry_id, counterpart_id) values (?1, ?2)")
                .setParameter(1, entry)
                .setParameter(2, counterpart)
                .executeUpdate();
    }
}
