package de.digitallotsen.proof;

import java.io.IOException;
import java.io.UncheckedIOException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.shared.web.Workbooks;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the files of a proof of use: of the same facts the same bytes, whenever and by whomever (R36). */
@ApplicationScoped
class ProofFiles {

    private final ProofSheets sheets;
    private final Workbooks workbooks;
    private final ObjectMapper json;

    ProofFiles(ProofSheets sheets, Workbooks workbooks, ObjectMapper json) {
        this.sheets = sheets;
        this.workbooks = workbooks;
        this.json = json;
    }

    /** @param proof as a document, without names */
    Proofs.Files of(ProofOfUse proof) {
        try {
            return new Proofs.Files(
                    sheets.pdf(proof).content(),
                    workbooks.write(
                            ProofTables.of(proof), proof.at(), proof.edition().producer()),
                    json.writeValueAsString(proof.as(null)));
        } catch (IOException memoryOnly) {
            throw new UncheckedIOException(memoryOnly);
        }
    }

    /** What was stored, made again of its facts. */
    Proofs.Files again(ProofVersion version, String facts) {
        try {
            return of(json.readValue(facts, ProofOfUse.class).as(version.edition()));
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
