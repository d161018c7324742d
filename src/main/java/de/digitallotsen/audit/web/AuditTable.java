package de.digitallotsen.audit.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import de.digitallotsen.audit.AuditTrail;
import de.digitallotsen.audit.AuditWords;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.web.Table;
import jakarta.enterprise.context.ApplicationScoped;

/** The trail as a list to carry elsewhere, as filtered on the screen. */
@ApplicationScoped
class AuditTable {

    private final AuditTrail trail;

    AuditTable(AuditTrail trail) {
        this.trail = trail;
    }

    Table entries(Actor actor, AuditTrail.Filter filter, String words) {
        List<List<Object>> rows = new ArrayList<>();
        for (AuditTrail.Line line :
                trail.find(actor, filter, Page.Request.everything()).items()) {
            rows.add(Arrays.asList(
                    line.id(),
                    line.at(),
                    AuditWords.who(line),
                    AuditWords.action(line.action()),
                    Messages.label("subject." + line.subjectType()),
                    line.subjectId(),
                    AuditWords.sentence(line),
                    AuditWords.changes(line).stream()
                            .map(AuditWords.Change::words)
                            .collect(Collectors.joining("; "))));
        }
        return new Table(
                "Protokoll",
                words,
                List.of("Nummer", "Zeitpunkt", "Wer", "Vorgang", "Gegenstand", "Kennung", "Satz", "Vorher und nachher"),
                rows);
    }
}
