package de.digitallotsen.audit;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Numbers the entries of the trail without a gap (R34). Ids cannot be these numbers: they are used up by what is rolled
 * back, and a counter that all transactions share would put them in a row. So an entry is numbered when it is sealed,
 * in the transaction of its seal, of which there is one at a time (adr/0061).
 */
@ApplicationScoped
class AuditNumbers {

    private final EntityManager database;

    AuditNumbers(EntityManager database) {
        this.database = database;
    }

    /**
     * The numbers of the entries of one seal.
     *
     * @param first 0 if there are none
     * @param last 0 if there are none
     * @param whole true if each of these entries has one, and they follow on the one before without a gap
     */
    record Range(long first, long last, boolean whole) {}

    /** Gives the next numbers to these entries, in their order; the first of them. */
    long give(List<AuditEntry> sealed) {
        long before = ((Number) database.createNativeQuery("select coalesce(max(number), 0) from audit_number")
                        .getSingleResult())
                .longValue();
        // One statement with rows of its own: MariaDB 11.4 refuses INSERT … SELECT of several rows into a table with
        // triggers.
        database.createNativeQuery("insert into audit_number (number, entry_id) values "
                        + IntStream.range(0, sealed.size())
                                .mapToObj(i -> "(" + (before + 1 + i) + ", "
                                        + sealed.get(i).id() + ")")
                                .collect(Collectors.joining(", ")))
                .executeUpdate();
        return before + 1;
    }

    /** Of the entries between two ids. */
    Map<Long, Long> byEntry(long fromId, long toId) {
        return between(fromId, toId).stream().collect(Collectors.toMap(AuditNumber::entryId, AuditNumber::number));
    }

    private List<AuditNumber> between(long fromId, long toId) {
        return database.createQuery(
                        "select n from AuditNumber n where n.entryId between :from and :to order by n.number",
                        AuditNumber.class)
                .setParameter("from", fromId)
                .setParameter("to", toId)
                .getResultList();
    }

    /**
     * The numbers between two ids.
     *
     * @param before the last number of the seal before
     */
    Range of(long fromId, long toId, List<AuditEntry> entries, long before) {
        List<AuditNumber> numbers = between(fromId, toId);
        if (numbers.isEmpty()) {
            return new Range(0, 0, entries.isEmpty());
        }
        boolean whole = numbers.stream()
                        .map(AuditNumber::entryId)
                        .toList()
                        .equals(entries.stream().map(AuditEntry::id).toList())
                && IntStream.range(0, numbers.size())
                        .allMatch(i -> numbers.get(i).number() == before + 1 + i);
        return new Range(
                numbers.get(0).number(), numbers.get(numbers.size() - 1).number(), whole);
    }
}
