package de.digitallotsen.audit.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import de.digitallotsen.audit.AuditExport;
import de.digitallotsen.audit.AuditTrail;
import de.digitallotsen.audit.AuditWords;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.web.Table;

/** The trail as a list to carry elsewhere, as filtered on the screen. */
final class AuditTable {

    private AuditTable() {}

    /** As {@link AuditExport} gives it: every cell as it was sealed. */
    static Table sealed(List<List<Object>> rows) {
        return new Table("Protokoll mit Siegeln", "", AuditExport.COLUMNS, rows);
    }

    static Table of(List<AuditTrail.Line> lines, String words) {
        List<List<Object>> rows = new ArrayList<>();
        for (AuditTrail.Line line : lines) {
            rows.add(Arrays.asList(
                    line.number(),
                    line.at(),
                    AuditWords.who(line),
                    AuditWords.action(line.action()),
                    Messages.label("subject." + line.subjectType()),
                    line.subjectId(),
                    AuditWords.sentence(line),
                    AuditWords.changes(line).stream()
                            .map(AuditWords.Change::words)
                            .collect(Collectors.joining("; ")),
                    line.formerNumber()));
        }
        return new Table(
                "Protokoll",
                words,
                List.of(
                        "Nummer",
                        "Zeitpunkt",
                        "Wer",
                        "Vorgang",
                        "Gegenstand",
                        "Kennung",
                        "Satz",
                        "Vorher und nachher",
                        "Frühere Nummer"),
                rows);
    }
}
