package de.digitallotsen.seminar;

/** What a person wants to know of a seminar at a glance; follows from its status, its deadlines and the clock. */
public enum SeminarPhase {
    DRAFT,
    NOT_YET_OPEN,
    OPEN,
    FULL,
    REGISTRATION_ENDED,
    RUNNING,
    HELD,
    CANCELLED
}
