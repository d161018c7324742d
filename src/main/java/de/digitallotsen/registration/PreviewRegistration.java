package de.digitallotsen.registration;

import java.util.Optional;

import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/** Says beforehand what a registration would lead to (R13), by the same rules. Changes nothing and promises nothing. */
@ApplicationScoped
@Transactional
public class PreviewRegistration {

    private final ApplicationCheck check;
    private final Admission admission;

    PreviewRegistration(ApplicationCheck check, Admission admission) {
        this.check = check;
        this.admission = admission;
    }

    /** What becomes of a registration (R13), or of a change to one. */
    public enum Outcome {
        CONFIRMED,
        WAITING,
        REFUSED,
        /** By a change only. */
        CANCELLED
    }

    /**
     * What would happen.
     *
     * @param waitingReason why it would wait, or could if the person asked to; else null
     * @param refusal why it would be refused, or null
     * @param feeCents the whole fee
     * @param subsidyCents the Land's share (R8)
     */
    public record Preview(
            Outcome outcome, WaitingReason waitingReason, RefusedException refusal, long feeCents, long subsidyCents) {
        /** What the Kommune pays. */
        public long ownShareCents() {
            return feeCents - subsidyCents;
        }

        /** What it would cost both then (R28): who waits or is refused costs nobody anything. */
        public Amount amount() {
            return outcome == Outcome.CONFIRMED
                    ? Amount.byTheRules(RegistrationStatus.CONFIRMED, feeCents, subsidyCents)
                    : Amount.NOTHING;
        }

        /** What the Kommune would owe the NSI then (R28): whoever waits owes nothing yet. */
        public long dueCents() {
            return amount().dueCents();
        }

        /** What the Land would pay then (R28). */
        public long landCents() {
            return outcome == Outcome.CONFIRMED ? subsidyCents : 0;
        }

        /** What the final click carries. */
        public Expect expect() {
            return new Expect(outcome, dueCents());
        }
    }

    /** For a completely described person. */
    public Preview handle(Actor actor, Application application) {
        Application.Checked checked = check.check(actor, application);
        return preview(
                new Admission.Question(
                        checked.seminar(),
                        checked.kommune(),
                        checked.participant().personKey(),
                        checked.selfPaying()),
                checked.acceptWaiting());
    }

    /**
     * Why a Kommune can register nobody more, known before a date is chosen or a person typed (R5); empty if it can.
     *
     * @param kommuneArs null means the actor's own
     */
    public Optional<RefusedException> noPlaceLeft(Actor actor, String kommuneArs) {
        return admission.limitReached(check.kommune(actor, kommuneArs));
    }

    /** True if the Kommune has no place left, and may register a further person at its own cost (R5). */
    public boolean mayPayAlone(Actor actor, Seminar seminar, String kommuneArs) {
        AdmissionFacts.Applicant applicant = admission
                .newcomer(new Admission.Question(seminar, check.kommune(actor, kommuneArs), null, false), null)
                .facts()
                .applicant();
        return applicant.selfPaying().allowed() && applicant.free() <= 0;
    }

    private Preview preview(Admission.Question question, boolean acceptWaiting) {
        Seminar seminar = question.seminar();
        Admission.Case asked = admission.newcomer(question, null);
        long subsidy =
                asked.facts().period() == null ? 0 : asked.facts().period().subsidyCents();
        AdmissionRules.Decision decision = AdmissionRules.decide(asked.facts());
        if (decision instanceof AdmissionRules.Decision.Refuse refuse) {
            return new Preview(Outcome.REFUSED, null, refuse.because(), seminar.feeCents(), subsidy);
        }
        if (decision instanceof AdmissionRules.Decision.Wait wait) {
            return acceptWaiting
                    ? new Preview(Outcome.WAITING, wait.reason(), null, seminar.feeCents(), subsidy)
                    : new Preview(Outcome.REFUSED, wait.reason(), wait.otherwise(), seminar.feeCents(), subsidy);
        }
        return new Preview(Outcome.CONFIRMED, null, null, seminar.feeCents(), subsidy);
    }
}
