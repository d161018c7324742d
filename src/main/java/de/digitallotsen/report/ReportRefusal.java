package de.digitallotsen.report;

import de.digitallotsen.shared.Refusal;

/** Refusals of what cannot be reported. */
public enum ReportRefusal implements Refusal {
    /** Of a period that is over nothing can be foreseen. */
    PERIOD_ENDED
}
