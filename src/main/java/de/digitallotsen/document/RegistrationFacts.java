package de.digitallotsen.document;

import de.digitallotsen.registration.Amount;
import de.digitallotsen.registration.Reference;
import de.digitallotsen.registration.Registration;

/**
 * A registration as documents show it; amounts in cents.
 *
 * @param reference as it is read aloud
 * @param jobTitle empty if unknown
 * @param feeCents the whole fee, as it was agreed at registration
 * @param amount what both pay as it stands (R28)
 * @param dueReason why the NSI set what is to be paid; empty unless it did
 */
public record RegistrationFacts(
        String reference,
        String person,
        String jobTitle,
        String kommune,
        long feeCents,
        Amount amount,
        String dueReason) {

    static RegistrationFacts of(Registration r) {
        String job = r.participant().jobTitle() == null ? "" : r.participant().jobTitle();
        return new RegistrationFacts(
                Reference.spoken(r.reference()),
                r.participant().fullName(),
                job,
                r.kommune().displayName(),
                r.feeCents(),
                r.amount(),
                r.dueReason() == null ? "" : r.dueReason());
    }
}
