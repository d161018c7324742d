package de.digitallotsen.document;

/**
 * A document to carry away.
 *
 * @param name without a person's name: it stays in download folders and logs
 */
public record PdfFile(String name, byte[] content) {}
