package de.digitallotsen.shared;

/** What a person typed into a field for a number, an amount, a date or a time, made ready for reading. */
final class TypedText {

    private TypedText() {}

    /** As a reader sees it, with plain single blanks, true minus signs and dashes as hyphens; empty if missing. */
    static String of(String raw) {
        String line = VisibleText.line(raw);
        return line == null ? "" : VisibleText.plainHyphens(line);
    }
}
