package de.digitallotsen.document;

import de.digitallotsen.registration.Reference;
import de.digitallotsen.registration.Registration;

/**
 * A registration as documents show it; amounts in cents, as they were agreed on.
 *
 * @param reference as it is read aloud
 * @param jobTitle empty if unknown
 * @param ownShareCents what the Kommune pays of the fee: fee − subsidy
 */
public record RegistrationFacts(
        String reference,
        String person,
        String jobTitle,
        String kommune,
        long feeCents,
        long subsidyCents,
        long ownShareCents) {

    static RegistrationFacts of(Registration r) {
        String job = r.participant().jobTitle() == null ? "" : r.participant().jobTitle();
        return new RegistrationFacts(
                Reference.spoken(r.reference()),
                r.participant().fullName(),
                job,
                r.kommune().displayName(),
                r.feeCents(),
                r.subsidyCents(),
                r.ownShareCents());
    }
}
