package de.digitallotsen.claim;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import de.digitallotsen.budget.ClaimedEntries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Tells the ledger which of its entries stand in a claim; a draft is nobody's business but the NSI's. */
@ApplicationScoped
class LinesOfClaims implements ClaimedEntries {

    /** So many ids in one question. */
    private static final int AT_ONCE = 1000;

    private final EntityManager database;

    LinesOfClaims(EntityManager database) {
        this.database = database;
    }

    @Override
    public Map<Long, In> among(Collection<Long> entries) {
        List<Long> all = new ArrayList<>(entries);
        Map<Long, In> found = new HashMap<>();
        for (int from = 0; from < all.size(); from += AT_ONCE) {
            database.createQuery(
                            "select l.entryId, c.id, c.number from ClaimLine l join Claim c on c.id = l.claimId"
                                    + " where c.status <> DRAFT and l.entryId in :entries",
                            Object[].class)
                    .setParameter("entries", all.subList(from, Math.min(all.size(), from + AT_ONCE)))
                    .getResultList()
                    .forEach(row -> found.put((Long) row[0], new In((Long) row[1], (String) row[2])));
        }
        return found;
    }

    @Override
    public List<Long> of(String number) {
        return database.createQuery(
                        "select l.entryId from ClaimLine l join Claim c on c.id = l.claimId"
                                + " where c.status <> DRAFT and c.number = :number",
                        Long.class)
                .setParameter("number", number)
                .getResultList();
    }
}
