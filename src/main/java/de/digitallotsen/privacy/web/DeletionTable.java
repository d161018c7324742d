package de.digitallotsen.privacy.web;

import java.util.Arrays;
import java.util.List;

import de.digitallotsen.privacy.Deletions;
import de.digitallotsen.shared.web.Table;

/** The proofs of deletion as a list to carry elsewhere. */
final class DeletionTable {

    private DeletionTable() {}

    static Table of(List<Deletions.Proof> proofs) {
        return new Table(
                "Löschnachweise",
                "",
                List.of("Lauf", "Anlass", "Zeitpunkt", "Was gelöscht wurde", "Anzahl", "Regel", "Frist"),
                proofs.stream()
                        .map(proof -> Arrays.<Object>asList(
                                proof.runId(),
                                proof.how(),
                                proof.at(),
                                proof.what(),
                                proof.deleted(),
                                proof.why(),
                                proof.keepWords()))
                        .toList());
    }
}
