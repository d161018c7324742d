package de.digitallotsen.programme;

import de.digitallotsen.shared.Refusal;

/** Refusals about the programme and its periods. */
public enum ProgrammeRefusal implements Refusal {
    /** R7: a day of the seminar lies outside every funding period. */
    NO_FUNDING_PERIOD
}
