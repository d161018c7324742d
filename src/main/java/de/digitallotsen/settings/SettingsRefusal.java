package de.digitallotsen.settings;

import de.digitallotsen.shared.Refusal;

/** Refusals of what the Ministry wants to set. */
public enum SettingsRefusal implements Refusal {
    /** R3: some Kommunen use more places than they would have. */
    PLACES_IN_USE,
    /** Another period has some of these days. */
    PERIOD_OVERLAPS,
    /** Only an ended period has a remainder. */
    PERIOD_NOT_ENDED,
    /** It pays for something, or it is the only one: it is not withdrawn. */
    PERIOD_IN_USE,
    /** It was withdrawn before. */
    PERIOD_WITHDRAWN,
    /** There is no period of today or later to carry money over to. */
    NO_LATER_PERIOD
}
