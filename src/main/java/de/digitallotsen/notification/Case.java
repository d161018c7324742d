package de.digitallotsen.notification;

import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.registration.Amount;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.seminar.Seminar;

/**
 * Everything that the mails of one occasion are written from.
 *
 * @param participant as it was when it happened; somebody may have taken over the place since
 * @param seminar in which the registration was then
 * @param earlierParticipant whose place somebody took over, or null
 * @param earlierSeminar from which somebody was moved, or null
 */
record Case(
        MailOccasion occasion,
        Facts facts,
        Registration registration,
        Participant participant,
        Seminar seminar,
        Participant earlierParticipant,
        Seminar earlierSeminar) {

    OccasionKind kind() {
        return occasion.kind();
    }

    /** What it cost as it stood when it happened (R28). */
    Amount amount() {
        RegistrationStatus status = facts.status() == null ? registration.status() : facts.status();
        long due = facts.dueCents() == null ? registration.dueCents() : facts.dueCents();
        return facts.landCents() == null
                ? Amount.of(status, registration.subsidyCents(), due)
                : new Amount(due, facts.landCents());
    }

    /** True if the person has a seat after what happened. */
    boolean hasSeat() {
        return switch (kind()) {
            case CONFIRMED, PROMOTED -> true;
            case SUBSTITUTED, PERSON_CORRECTED, REBOOKED -> facts.status() == RegistrationStatus.CONFIRMED;
            case SEMINAR_CHANGED -> registration.status() == RegistrationStatus.CONFIRMED;
            default -> false;
        };
    }

    /** True if a person had a seat before and has it no more. */
    boolean hadSeat() {
        return facts.wasConfirmed();
    }
}
