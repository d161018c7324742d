package de.digitallotsen.registration;

import java.util.function.Supplier;

import de.digitallotsen.registration.PreviewRegistration.Outcome;
import de.digitallotsen.shared.RefusedException;

/**
 * What a change to a registration would lead to now (R29), found out by the code that then does it. Promises nothing:
 * what counts is what the change itself finds.
 *
 * @param outcome CONFIRMED, CANCELLED or REFUSED
 * @param refusal why not; null if it is possible
 * @param feeCents of the date that it would belong to
 * @param subsidyCents what the Land would pay
 * @param dueCents what the Kommune would owe the NSI afterwards; where it is refused, what it owes anyway
 */
public record ChangePreview(
        Outcome outcome, RefusedException refusal, long feeCents, long subsidyCents, long dueCents) {

    /** As it is asked for, or refused. */
    static ChangePreview of(Registration registration, Supplier<ChangePreview> asked) {
        try {
            return asked.get();
        } catch (RefusedException refused) {
            if (refused.refusal().status() != 409) {
                throw refused;
            }
            return new ChangePreview(
                    Outcome.REFUSED,
                    refused,
                    registration.feeCents(),
                    registration.subsidyCents(),
                    registration.dueCents());
        }
    }

    /** It would happen. */
    public boolean isPossible() {
        return refusal == null;
    }

    /** What the final click carries. */
    public Expect expect() {
        return new Expect(outcome, dueCents);
    }
}
