package de.digitallotsen.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * The sealed trail as it can be checked without the portal ({@link AuditExportCheck}): every entry as it was sealed,
 * and behind the last one of each seal the seal. Its form is promised in docs/audit-chain.md. Names nobody: accounts
 * are numbers, and words that people wrote are hashes (adr/0044).
 */
@ApplicationScoped
public class AuditExport {

    /** What an entry is called in the first column. */
    static final String ENTRY = "Eintrag";
    /** What a seal is called there. */
    static final String SEAL = "Siegel";
    /** In front of every hash: a spreadsheet would take 64 zeros for a number. */
    static final String HASH = "sha256:";
    /** Between the kind of the subject and its key, which would lose its leading zero without it. */
    static final char OF = ':';
    /** An empty text is not a missing one; the portal never writes one. */
    private static final String EMPTY = "(leer)";

    /** The headings. */
    public static final List<String> COLUMNS = List.of(
            "Art",
            "Nummer",
            "Id",
            "Zeitpunkt",
            "Konto",
            "Gruppe",
            "Vorgang",
            "Gegenstand",
            "Vorher",
            "Nachher",
            "Prüfsumme",
            "Erste Id",
            "Letzte Id",
            "Einträge",
            "Voriges Siegel",
            "Siegel",
            "Versiegelt");

    private static final int ROWS_OF_AN_ENTRY = 11;
    private static final int SEALS_AT_ONCE = 20;

    private final EntityManager database;
    private final AuditNumbers numbers;

    AuditExport(EntityManager database, AuditNumbers numbers) {
        this.database = database;
        this.numbers = numbers;
    }

    /** All that is sealed by now, in the order of the chain; a cell for each of {@link #COLUMNS}, null where empty. */
    public List<List<Object>> rows(Actor actor) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        List<List<Object>> rows = new ArrayList<>();
        int read = 0;
        for (List<AuditSeal> some = seals(0); !some.isEmpty(); some = seals(read)) {
            for (AuditSeal seal : some) {
                Map<Long, Long> numbered = numbers.byEntry(seal.fromId(), seal.toId());
                entries(seal).forEach(entry -> rows.add(row(entry, numbered.get(entry.id()))));
                rows.add(row(seal));
            }
            read += some.size();
            database.clear();
        }
        return rows;
    }

    private List<AuditSeal> seals(int from) {
        return database.createQuery("select s from AuditSeal s order by s.id", AuditSeal.class)
                .setFirstResult(from)
                .setMaxResults(SEALS_AT_ONCE)
                .getResultList();
    }

    private List<AuditEntry> entries(AuditSeal seal) {
        return database.createQuery(
                        "select e from AuditEntry e where e.id between :from and :to order by e.id", AuditEntry.class)
                .setParameter("from", seal.fromId())
                .setParameter("to", seal.toId())
                .getResultList();
    }

    private static List<Object> row(AuditEntry entry, Long number) {
        List<Object> row = new ArrayList<>(List.of(ENTRY));
        row.add(number);
        row.addAll(entry.cells().stream().map(AuditExport::cell).toList());
        row.add(HASH + Seal.hashOf(entry.canonicalText()));
        while (row.size() < COLUMNS.size()) {
            row.add(null);
        }
        return row;
    }

    private static Object cell(Object value) {
        return value instanceof String text && text.isEmpty() ? EMPTY : value;
    }

    private static List<Object> row(AuditSeal seal) {
        List<Object> row = new ArrayList<>(List.of(SEAL));
        while (row.size() < ROWS_OF_AN_ENTRY) {
            row.add(null);
        }
        row.addAll(Arrays.asList(
                seal.fromId(),
                seal.toId(),
                seal.entries(),
                HASH + seal.previousHash(),
                HASH + seal.hash(),
                seal.sealedAt().toString()));
        return row;
    }
}
