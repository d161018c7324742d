package de.digitallotsen.registration.web;

import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.ManyRegistrations;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.PreviewRegistration.Outcome;
import de.digitallotsen.registration.WaitingReason;
import de.digitallotsen.shared.Messages;

/**
 * One person on a check page: who it is and what will become of the registration.
 *
 * @param kind success, warning or danger
 * @param headline what will happen, in a few words
 * @param text the same in sentences, or why not
 * @param selfPaying the Kommune pays alone (R5)
 * @param dueCents what the Kommune will owe (R28)
 */
public record PersonCheck(
        String person,
        String email,
        String jobTitle,
        String accessibilityNeeds,
        String kind,
        String headline,
        String text,
        boolean selfPaying,
        long dueCents) {

    static PersonCheck of(Application application, ManyRegistrations.Result result) {
        Outcome outcome = result.expect().outcome();
        return of(
                application,
                outcome,
                outcome == Outcome.REFUSED
                        ? new Words("danger", Messages.text("outlook.refused.headline"), result.message())
                        : Words.of(outcome, result.waitingReason()),
                result.dueCents());
    }

    private static PersonCheck of(Application application, Outcome outcome, Words words, long dueCents) {
        Participant.Details person = application.participant();
        return new PersonCheck(
                (person.firstName() + " " + person.lastName()).strip(),
                person.email(),
                person.jobTitle(),
                person.accessibilityNeeds(),
                words.kind(),
                words.headline(),
                words.text(),
                application.selfPaying() && outcome != Outcome.REFUSED,
                dueCents);
    }

    /** It will be confirmed or wait. */
    public boolean isPossible() {
        return !kind.equals("danger");
    }

    private record Words(String kind, String headline, String text) {
        static Words of(Outcome outcome, WaitingReason reason) {
            boolean confirmed = outcome == Outcome.CONFIRMED;
            String key = confirmed ? "outlook.confirmed" : "outlook.waiting-" + reason;
            return new Words(
                    confirmed ? "success" : "warning", Messages.text(key + ".headline"), Messages.text(key + ".text"));
        }
    }
}
