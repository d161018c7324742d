package de.digitallotsen.notification;

import java.time.Clock;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.budget.BudgetThresholdCrossed;
import de.digitallotsen.claim.ClaimMoved;
import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.mail.Outbox;
import de.digitallotsen.proof.ProofChanged;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationChanged;
import de.digitallotsen.registration.RegistrationEvent;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.seminar.SeminarChanged;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.seminar.Seminars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Notes in the transaction of a change that people have to be told of it: one INSERT, no rendering, no look at
 * recipients, because the budget's row is held meanwhile (adr/0012). Whatever fails here undoes the change: nothing is
 * acknowledged without its mails.
 */
@ApplicationScoped
class NoteOccasions {

    private final Occasions occasions;
    private final Outbox outbox;
    private final Seminars seminars;
    private final ObjectMapper json;
    private final Clock clock;

    NoteOccasions(Occasions occasions, Outbox outbox, Seminars seminars, ObjectMapper json, Clock clock) {
        this.occasions = occasions;
        this.outbox = outbox;
        this.seminars = seminars;
        this.json = json;
        this.clock = clock;
    }

    void note(@Observes RegistrationChanged change) {
        if (change.kind() == RegistrationEvent.Kind.PERSON_CORRECTED && !isToldAnew(change)) {
            return;
        }
        OccasionKind.of(change.kind())
                .ifPresent(kind -> occasions.note(
                        MailOccasion.of(kind, change.registration(), write(facts(kind, change)), clock.instant())));
    }

    /**
     * What was still to be written to the wrong details goes to the right ones, and to a wrong address nothing more.
     * The right address is told again whoever still attends.
     */
    private boolean isToldAnew(RegistrationChanged change) {
        Registration registration = change.registration();
        Participant was = change.was().participant();
        occasions.readdress(registration, was);
        if (was.email().equalsIgnoreCase(registration.participant().email())) {
            return false;
        }
        outbox.dropUnsent(registration.id(), was.email());
        return registration.status().isOpen();
    }

    /** Of a draft nobody knows; what does not concern participants is not mailed. */
    void note(@Observes SeminarChanged change) {
        if (!"changed".equals(change.act())
                || seminars.require(change.seminarId()).status() != SeminarStatus.PUBLISHED) {
            return;
        }
        Facts facts = Facts.ofChange(change.was(), change.is(), change.reason());
        if (!facts.was().equals(facts.is())) {
            occasions.note(
                    MailOccasion.of(OccasionKind.SEMINAR_CHANGED, change.seminarId(), write(facts), clock.instant()));
        }
    }

    /**
     * That the money has come back below a threshold stands in the audit trail; nobody has to act on it. Of several at
     * once the highest is told.
     */
    void note(@Observes BudgetThresholdCrossed crossed) {
        if (crossed.upward() && crossed.highest()) {
            occasions.note(MailOccasion.ofPeriod(
                    OccasionKind.BUDGET_THRESHOLD,
                    crossed.periodId(),
                    write(new BudgetFacts(crossed.percent(), crossed.totals())),
                    clock.instant()));
        }
    }

    /**
     * The Ministry when it is its turn, the NSI when the Ministry has done something; nobody of what the NSI does
     * alone.
     */
    void note(@Observes ClaimMoved moved) {
        OccasionKind.ofClaim(moved.act().name())
                .ifPresent(kind -> occasions.note(MailOccasion.ofPeriod(
                        kind, moved.claim().period().id(), write(ClaimFacts.of(moved)), clock.instant())));
    }

    /** A draft waits for nobody. */
    void note(@Observes ProofChanged changed) {
        if (!changed.draft()) {
            occasions.note(MailOccasion.ofPeriod(
                    changed.act() == ProofChanged.Act.PRODUCED
                            ? OccasionKind.PROOF_PRODUCED
                            : OccasionKind.PROOF_ACCEPTED,
                    changed.periodId(),
                    write(new ProofNote(changed.number())),
                    clock.instant()));
        }
    }

    private Facts facts(OccasionKind kind, RegistrationChanged change) {
        Registration registration = change.registration();
        RegistrationChanged.State was = change.was();
        boolean waits = registration.status() == RegistrationStatus.WAITING;
        // PROMOTION_ENDED comes to many at once, and the position is worth nothing any more.
        Integer position = waits && kind != OccasionKind.PROMOTION_ENDED
                ? occasions.waitingPosition(registration.seminar().id(), registration.id())
                : null;
        return new Facts(
                registration.status(),
                was == null ? null : was.status(),
                position,
                kind == OccasionKind.SUBSTITUTED ? was.participant().id() : null,
                kind == OccasionKind.REBOOKED ? was.seminar().id() : null,
                registration.amount().dueCents(),
                registration.amount().landCents(),
                change.reason(),
                null,
                null);
    }

    private String write(Object facts) {
        try {
            return json.writeValueAsString(facts);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }
}
