package de.digitallotsen.registration;

import de.digitallotsen.shared.Refusal;

/** Refusals of a registration or of a change to one. */
public enum RegistrationRefusal implements Refusal {
    /** R5: nobody may pay the whole fee themselves. */
    SELF_PAYING_OFF,
    /** R5: the Kommune still has a place, which is cheaper for it. */
    PLACE_STILL_FREE,
    /** R1. */
    NOT_ELIGIBLE,
    /** R5: both places are used. */
    KOMMUNE_LIMIT_REACHED,
    /** R4. */
    PERSON_ALREADY_REGISTERED,
    /** R6, R13: no seat, and the person did not ask to wait. */
    SEMINAR_FULL,
    /** R7: before it opens. */
    REGISTRATION_NOT_OPEN,
    /** R7: after the deadline. */
    REGISTRATION_CLOSED,
    /** R18: it is cancelled or settled already, or the seminar has begun. */
    NOT_CANCELLABLE,
    /** R18: cancelling costs another amount by now than the one that was shown. */
    COST_CHANGED,
    /** Nothing about the person can be put right any more, or not this by the Kommune. */
    PARTICIPANT_NOT_CORRECTABLE,
    /** A correction that would replace the person, or may: R16 is the way for that. */
    ANOTHER_PERSON,
    /** R16: it is cancelled or settled, or the first day has begun. */
    NOT_SUBSTITUTABLE,
    /** Each makes the portal write to an address that somebody typed. */
    TOO_MANY_SUBSTITUTIONS(429),
    /** So many were registered and cancelled again that the portal would write to too many, or to one too often. */
    TOO_MANY_REGISTRATIONS(429),
    /** So much was tried out, without meaning it, that others' registrations could be found out. */
    TOO_MANY_PREVIEWS(429),
    /** R17: it is cancelled or settled, too late, or the other date is in another period. */
    NOT_REBOOKABLE,
    /** R14: it does not wait, others come before it, or it is not yet or no longer time to promote by hand. */
    NOT_PROMOTABLE,
    /** R20: nobody says what the Kommune owes while it waits. */
    FEE_NOT_CHANGEABLE,
    /** R20: not every day was recorded yet. */
    ATTENDANCE_MISSING,
    /** R20: before the first day, or after closing. */
    ATTENDANCE_NOT_RECORDABLE,
    /** All together or nobody: one of them cannot be registered. */
    NOT_ALL_POSSIBLE,
    /** All of a list are registered already. */
    NOBODY_LEFT,
    /** R20: only a settled registration is corrected. */
    NOT_CORRECTABLE;

    private final int status;

    RegistrationRefusal() {
        this(409);
    }

    RegistrationRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
