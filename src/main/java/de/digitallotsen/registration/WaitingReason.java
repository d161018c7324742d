package de.digitallotsen.registration;

/** Why a registration waits (R13). */
public enum WaitingReason {
    /** No seat of the seminar is free. */
    SEATS,
    /** The money of the period does not cover the subsidy. */
    FUNDS
}
