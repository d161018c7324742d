package de.digitallotsen.paper;

/**
 * A document to carry away: PDF/A-2a and PDF/UA-1.
 *
 * @param name without a person's name: it stays in download folders and logs
 */
public record PdfFile(String name, byte[] content) {
    public static final String MEDIA_TYPE = "application/pdf";
}
