package de.digitallotsen.seminar;

/** The life of a seminar. */
public enum SeminarStatus {
    /** Planned; only the NSI sees it. */
    DRAFT,
    /** Everybody sees it; people register between its two deadlines. */
    PUBLISHED,
    /** Cancelled by the NSI. */
    CANCELLED,
    /** Held and settled. */
    CLOSED
}
