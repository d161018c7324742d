package de.digitallotsen.programme;

import de.digitallotsen.shared.Refusal;

/** Refusals about the programme and its periods. */
public enum ProgrammeRefusal implements Refusal {
    /** R7: a day of the seminar lies outside every funding period. */
    NO_FUNDING_PERIOD(409),
    /** R35: an address asks for a period that does not exist. */
    UNKNOWN_PERIOD(404);

    private final int status;

    ProgrammeRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
