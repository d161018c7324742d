package de.digitallotsen.audit;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.TextsEnded;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

/**
 * What people wrote in their own words, apart from the entries: it may name somebody and has an end (R27), the trail
 * has none. The entry, and so the seal, holds the salted hash; salt and words go together, and then the hash says
 * nothing any more (adr/0044).
 */
@ApplicationScoped
class AuditTexts {

    /** In front of a hash that stands for words. */
    static final String MARK = "sha256:";

    /** Values that people write as they like. */
    private static final Set<String> IN_OWN_WORDS = Set.of("reason", "remark");

    private static final String BEFORE = "before.";
    private static final String AFTER = "after.";

    private final EntityManager database;
    private final ObjectMapper json;

    AuditTexts(EntityManager database, ObjectMapper json) {
        this.database = database;
        this.json = json;
    }

    /** Words with their salt. */
    private record Salted(String salt, String text) {
        static Salted of(String text) {
            return new Salted(Hashes.sha256(Hashes.randomToken()), text);
        }

        String mark() {
            return MARK + Hashes.sha256(salt + text);
        }
    }

    /** The values of an entry with hashes for words, and the words by where they stand. */
    record Apart(Map<String, Object> before, Map<String, Object> after, Map<String, Object> words) {}

    /** Takes the words out. */
    Apart apart(Map<String, Object> before, Map<String, Object> after) {
        Map<String, Object> words = new LinkedHashMap<>();
        return new Apart(take(BEFORE, before, words), take(AFTER, after, words), words);
    }

    private static Map<String, Object> take(String side, Map<String, Object> values, Map<String, Object> words) {
        Map<String, Object> rest = new LinkedHashMap<>();
        values.forEach((name, value) -> {
            if (IN_OWN_WORDS.contains(name) && value instanceof String text && !text.isEmpty()) {
                Salted salted = Salted.of(text);
                words.put(side + name, salted);
                rest.put(name, salted.mark());
            } else {
                rest.put(name, value);
            }
        });
        return rest;
    }

    /** Keeps the words of an entry, in its transaction. */
    void keep(long entryId, Apart apart) {
        apart.words()
                .forEach((field, words) -> database.createNativeQuery(
                                "insert into audit_text (entry_id, field, salt, text) values (?1, ?2, ?3, ?4)")
                        .setParameter(1, entryId)
                        .setParameter(2, field)
                        .setParameter(3, ((Salted) words).salt())
                        .setParameter(4, ((Salted) words).text())
                        .executeUpdate());
    }

    /** The entries with their words; where those have gone, they say so. */
    List<AuditTrail.Line> fill(List<AuditTrail.Line> lines) {
        if (lines.stream().noneMatch(AuditTexts::isMarked)) {
            return lines;
        }
        long from = lines.stream().mapToLong(AuditTrail.Line::id).min().orElseThrow();
        long to = lines.stream().mapToLong(AuditTrail.Line::id).max().orElseThrow();
        Map<String, String> words = new HashMap<>();
        rows(from, to).forEach(row -> words.put(row[0] + " " + row[1], (String) row[3]));
        return lines.stream()
                .map(line -> isMarked(line)
                        ? line.saying(
                                fill(line.id(), BEFORE, line.before(), words),
                                fill(line.id(), AFTER, line.after(), words))
                        : line)
                .toList();
    }

    private static boolean isMarked(AuditTrail.Line line) {
        return (line.before() != null && line.before().contains(MARK))
                || (line.after() != null && line.after().contains(MARK));
    }

    private String fill(long id, String side, String values, Map<String, String> words) {
        if (values == null) {
            return null;
        }
        try {
            ObjectNode node = (ObjectNode) json.readTree(values);
            IN_OWN_WORDS.stream()
                    .filter(name -> node.path(name).asText().startsWith(MARK))
                    .forEach(name ->
                            node.put(name, words.getOrDefault(id + " " + side + name, Messages.text("deleted"))));
            return node.toString();
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** False if words that are still there are not those that the entries stand for. */
    boolean fit(List<AuditEntry> entries) {
        if (entries.isEmpty()) {
            return true;
        }
        Map<Long, AuditEntry> byId = new TreeMap<>();
        entries.forEach(entry -> byId.put(entry.id(), entry));
        return rows(entries.get(0).id(), entries.get(entries.size() - 1).id()).stream()
                .allMatch(row -> {
                    AuditEntry entry = byId.get(((Number) row[0]).longValue());
                    return entry != null && entry.holds(new Salted((String) row[2], (String) row[3]).mark());
                });
    }

    @SuppressWarnings("unchecked")
    private List<Object[]> rows(long from, long to) {
        return database.createNativeQuery(
                        "select entry_id, field, salt, text from audit_text where entry_id between ?1 and ?2")
                .setParameter(1, from)
                .setParameter(2, to)
                .getResultList();
    }

    /** What somebody wrote about these things goes with them. */
    void forget(@Observes TextsEnded ended) {
        if (!ended.subjectIds().isEmpty()) {
            database.createNativeQuery("delete from audit_text where entry_id in (select e.id from audit_entry e"
                            + " where e.subject_type = ?1 and e.subject_id in (?2) and e.at >= ?3)")
                    .setParameter(1, ended.subjectType())
                    .setParameter(2, ended.subjectIds())
                    .setParameter(3, ended.begin())
                    .executeUpdate();
        }
    }
}
