package de.digitallotsen.mail;

import java.util.Arrays;
import java.util.Optional;

import de.digitallotsen.registration.RegistrationEvent;

/** What people are told of by mail. What happens to a registration bears the same name in its history. */
public enum OccasionKind {
    CONFIRMED,
    WAITING,
    PROMOTED,
    /** The deadline passed while it waited. */
    PROMOTION_ENDED,
    CANCELLED,
    SUBSTITUTED,
    /** The address was wrong: the right one gets the confirmation. */
    PERSON_CORRECTED,
    REBOOKED,
    /** First said of a seminar, then of each of its registrations. */
    SEMINAR_CHANGED,
    SEMINAR_CANCELLED,
    FEE_CHANGED,
    CORRECTED,
    /** The certificate is ready. */
    ATTENDED,
    NO_SHOW,
    REMINDER_TWO_WEEKS,
    REMINDER_THREE_DAYS,
    /** Of a period, not of a registration: its money has reached a threshold of the programme. */
    BUDGET_THRESHOLD,
    /** The Ministry is to check a claim. */
    CLAIM_SUBMITTED,
    /** The NSI is to change it. */
    CLAIM_RETURNED,
    CLAIM_APPROVED,
    CLAIM_PAID,
    /** Of a period: a finished proof of use was issued, and waits for the Ministry. */
    PROOF_PRODUCED,
    /** Of a period: the Ministry has accepted its proof of use. */
    PROOF_ACCEPTED;

    private static final String CLAIM = "CLAIM_";

    /** What people are told of it; empty if they are told nothing. */
    public static Optional<OccasionKind> of(RegistrationEvent.Kind happened) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.name().equals(happened.name()))
                .findFirst();
    }

    /** What people are told of an act on a claim, by its name; empty if they are told nothing. */
    public static Optional<OccasionKind> ofClaim(String act) {
        return Arrays.stream(values())
                .filter(occasion -> occasion.name().equals(CLAIM + act))
                .findFirst();
    }

    /** Of the money of a period, not of a registration: something was done with a claim. */
    public boolean isAboutClaim() {
        return name().startsWith(CLAIM);
    }

    /** Worth nothing once the seminar has begun or the person does not come any more. */
    public boolean isReminder() {
        return this == REMINDER_TWO_WEEKS || this == REMINDER_THREE_DAYS;
    }

    /** About the proof of use of a period. */
    public boolean isAboutProof() {
        return this == PROOF_PRODUCED || this == PROOF_ACCEPTED;
    }

    /** Nothing that staff would not know: they did it. */
    public boolean isForPersonOnly() {
        return this == PERSON_CORRECTED;
    }

    /** About money only: the person who attends has no part in it. */
    public boolean isForStaffOnly() {
        return this == FEE_CHANGED || this == NO_SHOW;
    }
}
