package de.digitallotsen.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * The chain from before the words of the entries were kept apart (V095, adr/0044). Its seals are worked out from the
 * entries as they were sealed then; once words of an entry have gone (R27), its seal cannot be worked out any more, and
 * the chain of today, which goes on from the last of these hashes, answers alone.
 */
@ApplicationScoped
class FormerSeals {

    private final EntityManager database;
    private final Rows rows;
    private final AuditNumbers numbers;

    FormerSeals(EntityManager database, Rows rows, AuditNumbers numbers) {
        this.database = database;
        this.rows = rows;
        this.numbers = numbers;
    }

    /** What the chain of today begins with. */
    String lastHash() {
        List<AuditSeal> last = all(" order by id desc limit 1");
        return last.isEmpty() ? Seal.BEGINNING : last.get(0).hash();
    }

    /** Those that do not hold, as far as they can be worked out. */
    List<AuditChain.Break> breaks() {
        List<AuditChain.Break> breaks = new ArrayList<>();
        AuditSeal previous = null;
        for (AuditSeal seal : all(" order by id")) {
            List<AuditEntry> entries = entries(seal);
            Map<Long, String> sealed = sealedThen(seal);
            boolean complete = entries.stream().allMatch(entry -> !entry.isMarked() || sealed.containsKey(entry.id()));
            List<String> texts = entries.stream()
                    .map(entry -> entry.canonicalText(sealed.get(entry.id())))
                    .toList();
            if (complete && !seal.holds(previous, Seal.BEGINNING, texts)) {
                breaks.add(AuditChain.Break.of(
                        seal, numbers.of(seal.fromId(), seal.toId(), List.of(), 0), entries.size()));
            }
            previous = seal;
        }
        return breaks;
    }

    /** Read as values: their ids are those of seals of today. */
    private List<AuditSeal> all(String order) {
        return rows
                .records("select from_id as fromId, to_id as toId, entries as entries, previous_hash as previousHash,"
                        + " hash as hash, sealed_at as sealedAt from audit_seal_former" + order)
                .stream()
                .map(row -> AuditSeal.former(
                        ((Number) row.get("fromId")).longValue(),
                        ((Number) row.get("toId")).longValue(),
                        ((Number) row.get("entries")).intValue(),
                        (String) row.get("previousHash"),
                        (String) row.get("hash"),
                        (Instant) row.get("sealedAt")))
                .toList();
    }

    private List<AuditEntry> entries(AuditSeal seal) {
        return database.createQuery(
                        "select e from AuditEntry e where e.id between :from and :to order by e.id", AuditEntry.class)
                .setParameter("from", seal.fromId())
                .setParameter("to", seal.toId())
                .getResultList();
    }

    private Map<Long, String> sealedThen(AuditSeal seal) {
        Map<Long, String> sealed = new HashMap<>();
        rows.records(
                        "select entry_id as entry, sealed_json as sealed from audit_text"
                                + " where entry_id between ?1 and ?2 and sealed_json is not null",
                        seal.fromId(),
                        seal.toId())
                .forEach(row -> sealed.put(((Number) row.get("entry")).longValue(), (String) row.get("sealed")));
        return sealed;
    }
}
