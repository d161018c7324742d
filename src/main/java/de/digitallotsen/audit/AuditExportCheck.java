package de.digitallotsen.audit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.CsvTable;
import de.digitallotsen.shared.CsvText;
import de.digitallotsen.shared.Messages;

/**
 * Checks an {@link AuditExport} by itself, without a portal and without its database (docs/audit-chain.md): whether
 * every entry is as it was sealed, none is missing, moved or put in, and every seal follows on the one before. Whether
 * the end was cut off only a seal can say that somebody kept elsewhere.
 */
public final class AuditExportCheck {

    private final List<Fault> faults = new ArrayList<>();
    private final Map<String, Long> seals = new LinkedHashMap<>();
    private final Map<String, Integer> columns = new HashMap<>();
    private final List<String> open = new ArrayList<>();
    private long firstOpenLine;
    private long entries;
    private long lastNumber;
    private long lastId;
    private String beginning;
    private String lastHash;
    private String lastSealedAt;

    private AuditExportCheck() {}

    /**
     * What does not hold.
     *
     * @param line as an editor counts the lines of the file, from 1 on
     * @param what in German
     */
    public record Fault(long line, String what) {}

    /**
     * What the check found.
     *
     * @param entries lines of entries
     * @param seals the hash of each seal, and the number of the last entry under it; in order
     * @param beginning what the first seal follows on: zeros, or the last seal of a chain from before; null without one
     * @param lastSealedAt the instant of the last seal as the file writes it; null without one
     * @param faults in the order of lines; empty if everything holds
     */
    public record Report(
            long entries, Map<String, Long> seals, String beginning, String lastSealedAt, List<Fault> faults) {
        /** Everything holds. */
        public boolean intact() {
            return faults.isEmpty();
        }

        /** True if it goes on from a chain from before (adr/0044). */
        public boolean goesOn() {
            return beginning != null && !beginning.equals(Seal.BEGINNING);
        }

        /** The hash of the last seal; null without one. */
        public String lastHash() {
            return seals.keySet().stream().reduce((earlier, later) -> later).orElse(null);
        }
    }

    /**
     * @param csv the file without a byte order mark
     * @throws de.digitallotsen.shared.InvalidInputException if it is no CSV, or ends within a cell
     */
    public static Report of(String csv) {
        List<CsvText.Row> rows = CsvText.rows(csv, Integer.MAX_VALUE).stream()
                .filter(row -> !row.isBlank())
                .toList();
        AuditExportCheck check = new AuditExportCheck();
        if (check.readsHeading(rows)) {
            rows.subList(1, rows.size()).forEach(check::read);
            check.end(rows.get(rows.size() - 1).line());
        }
        return new Report(check.entries, check.seals, check.beginning, check.lastSealedAt, check.faults);
    }

    private boolean readsHeading(List<CsvText.Row> rows) {
        List<String> heading = rows.isEmpty() ? List.of() : rows.get(0).cells();
        for (int i = 0; i < heading.size(); i++) {
            columns.putIfAbsent(CsvTable.folded(heading.get(i)), i);
        }
        List<String> missing = AuditExport.COLUMNS.stream()
                .filter(column -> !columns.containsKey(CsvTable.folded(column)))
                .toList();
        if (!missing.isEmpty()) {
            fault(1, "audit-check.columns", "columns", String.join(", ", missing));
        }
        return missing.isEmpty();
    }

    /** Null where nothing stands. */
    private String cell(CsvText.Row row, String column) {
        int at = columns.get(CsvTable.folded(column));
        String text = at < row.cells().size() ? row.cells().get(at) : "";
        return text.isEmpty() ? null : text;
    }

    private void fault(long line, String key, Object... details) {
        faults.add(new Fault(line, Messages.text(key, details)));
    }

    private void read(CsvText.Row row) {
        String kind = cell(row, "Art");
        if (AuditExport.ENTRY.equals(kind)) {
            readEntry(row);
        } else if (AuditExport.SEAL.equals(kind)) {
            readSeal(row);
        } else {
            fault(row.line(), "audit-check.kind");
        }
    }

    private void readEntry(CsvText.Row row) {
        checkNumber(row.line(), number(cell(row, "Nummer")));
        String subject = cell(row, "Gegenstand") == null ? "" : cell(row, "Gegenstand");
        int of = subject.indexOf(AuditExport.OF);
        String text = Seal.text(
                cell(row, "Id"),
                cell(row, "Zeitpunkt"),
                cell(row, "Konto"),
                cell(row, "Gruppe"),
                cell(row, "Vorgang"),
                of < 0 ? subject : subject.substring(0, of),
                subject.substring(of + 1),
                cell(row, "Vorher"),
                cell(row, "Nachher"));
        if (!(AuditExport.HASH + Seal.hashOf(text)).equals(cell(row, "Prüfsumme"))) {
            fault(row.line(), "audit-check.entry");
        }
        if (open.isEmpty()) {
            firstOpenLine = row.line();
        }
        open.add(text);
        entries++;
    }

    /** Goes on from the greater one, so that one gap is one fault. */
    private void checkNumber(long line, long found) {
        if (found != lastNumber + 1) {
            fault(line, "audit-check.number", "expected", lastNumber + 1, "found", found < 0 ? "–" : found);
        }
        lastNumber = Math.max(lastNumber, found);
    }

    private void readSeal(CsvText.Row row) {
        long from = number(cell(row, "Erste Id"));
        long to = number(cell(row, "Letzte Id"));
        String previous = hash(row, "Voriges Siegel");
        String hash = hash(row, "Siegel");
        boolean follows = seals.isEmpty() ? from == 1 : previous.equals(lastHash) && from == lastId + 1;
        if (!follows) {
            fault(row.line(), "audit-check.follows");
        }
        long sealed = number(cell(row, "Einträge"));
        if (sealed != open.size()) {
            fault(row.line(), "audit-check.count", "sealed", sealed, "found", open.size());
        } else if (!hash.equals(Seal.hash(previous, from, to, open))) {
            fault(row.line(), "audit-check.seal", "first", firstOpenLine, "last", row.line() - 1);
        }
        beginning = seals.isEmpty() ? previous : beginning;
        lastHash = hash;
        lastId = to;
        lastSealedAt = cell(row, "Versiegelt");
        seals.put(hash, lastNumber);
        open.clear();
    }

    private String hash(CsvText.Row row, String column) {
        String text = cell(row, column);
        return text != null && text.startsWith(AuditExport.HASH) ? text.substring(AuditExport.HASH.length()) : "";
    }

    private void end(long lastLine) {
        if (!open.isEmpty()) {
            fault(lastLine, "audit-check.open", "first", firstOpenLine);
        } else if (seals.isEmpty()) {
            fault(lastLine, "audit-check.none");
        }
    }

    /** −1 if it is none. */
    private static long number(String text) {
        return text != null && text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }
}
