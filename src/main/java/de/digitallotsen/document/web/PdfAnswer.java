package de.digitallotsen.document.web;

import de.digitallotsen.document.PdfFile;
import jakarta.ws.rs.core.Response;

/** A document as a download: not every browser shows a PDF under the portal's content security policy. */
final class PdfAnswer {

    static final String MEDIA_TYPE = "application/pdf";

    private PdfAnswer() {}

    static Response of(PdfFile file) {
        return Response.ok(file.content(), MEDIA_TYPE)
                .header("Content-Disposition", "attachment; filename=\"" + file.name() + "\"")
                .build();
    }
}
