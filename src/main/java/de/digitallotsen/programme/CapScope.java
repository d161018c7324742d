package de.digitallotsen.programme;

/** Over what the two places of a Kommune are counted (R3). */
public enum CapScope {
    /** Over all periods of the programme: a place used in an earlier period stays used. The default. */
    PROGRAMME,
    /** Anew in every funding period. */
    PERIOD
}
