package de.digitallotsen.proof.web;

import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.proof.ProofSearch;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;

/** Files as they are stored, byte for byte. */
final class StoredFiles {

    static final String XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private StoredFiles() {}

    static PdfFile pdf(ProofSearch.File file) {
        return new PdfFile(file.name(), file.content());
    }

    static Response xlsx(ProofSearch.File file) {
        return Response.ok(file.content(), XLSX)
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + file.name() + "\"")
                .build();
    }
}
