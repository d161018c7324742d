package de.digitallotsen.registration;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.BudgetRefusal;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.places.Places;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Repeatable;
import de.digitallotsen.shared.Submissions;
import de.digitallotsen.shared.UseCase;
import jakarta.inject.Singleton;

/**
 * Registers one person of a Kommune for a seminar (R3–R9, R13): confirmed with seat and money, or waiting if the person
 * asked for it, or refused with nothing changed. Rows are taken in the fixed order Kommune's place → seminar's seat →
 * budget; what was read before is only a hint, the guarded UPDATEs decide.
 */
@UseCase
public class RegisterParticipant {

    private static final int MOST_LOOKS = 5;
    private static final int LONGEST_KEY = 100;

    private final Application.Check check;
    private final Admission admission;
    private final Resources resources;
    private final Journal journal;

    RegisterParticipant(Application.Check check, Admission admission, Resources resources, Journal journal) {
        this.check = check;
        this.admission = admission;
        this.resources = resources;
        this.journal = journal;
    }

    /**
     * @param key the client's key for this submission (R24), 1 to {@value #LONGEST_KEY} printable ASCII characters;
     *     null makes one up
     */
    public record Command(Application application, String key) implements Repeatable {
        public Command {
            key = key == null ? "portal-" + Hashes.randomToken() : key;
        }
    }

    /** What a registration takes from, and how it is written. */
    @Singleton
    static class Resources {
        private final Places places;
        private final Seminars seminars;
        private final Budget budget;
        private final Submissions submissions;

        Resources(Places places, Seminars seminars, Budget budget, Submissions submissions) {
            this.places = places;
            this.seminars = seminars;
            this.budget = budget;
            this.submissions = submissions;
        }
    }

    /**
     * @return the reference (R23); the same one again for the same submission (R24)
     * @throws RefusedException with the rule that says no; nothing has changed then
     */
    public String handle(Actor actor, Command command) {
        Application.Checked application = check.check(actor, command.application());
        requireUsableKey(command.key());
        String reference = Reference.next();
        Instant now = journal.now();
        Optional<String> earlier =
                resources.submissions.receive(actor.userId(), command.key(), contentHash(application), reference, now);
        return earlier.orElseGet(() -> register(actor, application, reference));
    }

    private static void requireUsableKey(String key) {
        Input input = new Input();
        input.check(
                key.matches("[\\x21-\\x7E]{1," + LONGEST_KEY + "}"),
                "Idempotency-Key",
                "input.idempotency-key",
                "longest",
                LONGEST_KEY);
        input.throwIfWrong();
    }

    private static String contentHash(Application.Checked application) {
        Participant.Details person = application.participant();
        return Hashes.sha256(String.join(
                "\u0000",
                String.valueOf(application.seminar().id()),
                application.kommune().ars(),
                person.firstName(),
                person.lastName(),
                person.email(),
                String.valueOf(person.jobTitle()),
                String.valueOf(person.accessibilityNeeds()),
                String.valueOf(application.acceptWaiting()),
                application.selfPaying() ? "self" : ""));
    }

    private String register(Actor actor, Application.Checked application, String reference) {
        String personKey = application.participant().personKey();
        Integer place = null;
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (look > 0) {
                // At the first look the seminar has only just been read.
                journal.refresh(application.seminar());
            }
            Admission.Case asked = look(application, personKey, reference);
            requireAdmissible(asked, application.acceptWaiting());
            FundingPeriod period = asked.period().orElseThrow();
            if (place == null && !application.selfPaying()) {
                place = takePlace(application, asked, period, reference);
                if (place == null) {
                    continue;
                }
            }
            Optional<Boolean> seat = takeSeatOrQueue(application, asked);
            if (seat.isPresent()) {
                Registration registration = Registration.receive(
                        reference,
                        new Registration.Slot(period, application.seminar(), application.kommune(), place),
                        journal.write(new Participant(application.participant())),
                        personKey,
                        journal.now(),
                        actor.userId());
                settle(actor, registration, seat.get(), application.acceptWaiting());
                return reference;
            }
        }
        throw new RefusedException(de.digitallotsen.shared.AccessRefusal.BUSY);
    }

    /**
     * The number of the place, or null if there is none any more: somebody was faster, or the Ministry has lowered the
     * number of places between the two reads, so that the rules saw one that the rows do not have.
     */
    private Integer takePlace(
            Application.Checked application, Admission.Case asked, FundingPeriod period, String reference) {
        Optional<Places.PlaceUse> free = asked.freePlace();
        if (free.isEmpty()) {
            journal.refresh(period.programme());
            return null;
        }
        int wanted = free.get().number();
        boolean taken = resources.places.take(
                period.programme(), period.id(), application.kommune().ars(), wanted, reference);
        return taken ? wanted : null;
    }

    /** Reads places, person and money anew; a Kommune that comes for the first time is granted its places. */
    private Admission.Case look(Application.Checked application, String personKey, String reference) {
        Admission.Case asked = admission.newcomer(
                new Admission.Question(
                        application.seminar(), application.kommune(), personKey, application.selfPaying()),
                reference);
        if (asked.period().isPresent()
                && asked.places().isEmpty()
                && asked.facts().applicant().eligibility().eligible()) {
            FundingPeriod period = asked.period().get();
            resources.places.grant(period.programme(), period.id(), application.kommune());
            return admission.newcomer(
                    new Admission.Question(
                            application.seminar(), application.kommune(), personKey, application.selfPaying()),
                    reference);
        }
        return asked;
    }

    private static void requireAdmissible(Admission.Case asked, boolean acceptWaiting) {
        AdmissionRules.Decision decision = AdmissionRules.decide(asked.facts());
        if (decision instanceof AdmissionRules.Decision.Refuse refuse) {
            throw refuse.because();
        }
        if (decision instanceof AdmissionRules.Decision.Wait wait && !acceptWaiting) {
            throw wait.otherwise();
        }
    }

    /** True: has a seat. False: is on the waiting list. Empty: the seminar is no longer what was read; look again. */
    private Optional<Boolean> takeSeatOrQueue(Application.Checked application, Admission.Case asked) {
        long seminar = application.seminar().id();
        int version = application.seminar().version();
        Instant now = asked.facts().now();
        if (resources.seminars.takeSeat(seminar, version, now)) {
            return Optional.of(true);
        }
        if (asked.facts().applicant().turn().firstPersonsUntil() != null
                && takeSeatPastLaterPersons(application, asked)) {
            return Optional.of(true);
        }
        return application.acceptWaiting() && resources.seminars.queueNewcomer(seminar, version, now)
                ? Optional.of(false)
                : Optional.empty();
    }

    /** Who waits until others than first persons are funded does not keep a first person from a seat. */
    private boolean takeSeatPastLaterPersons(Application.Checked application, Admission.Case asked) {
        long seminar = application.seminar().id();
        resources.seminars.lock(List.of(seminar));
        return !asked.facts().isLaterPerson()
                && admission.onlyLaterPersonsWait(
                        application.seminar(), asked.facts().period().id())
                && resources.seminars.takeSeatPastWaiting(
                        seminar, application.seminar().version(), asked.facts().now());
    }

    private void settle(Actor actor, Registration registration, boolean hasSeat, boolean acceptWaiting) {
        if (hasSeat) {
            registration.confirm(journal.now());
            journal.write(registration);
            if (!reserve(actor, registration)) {
                if (!acceptWaiting) {
                    throw exhausted(registration);
                }
                resources.seminars.seatToQueue(registration.seminar().id());
                queueForFunds(registration);
            }
        } else if (resources.seminars.seats(registration.seminar().id()).free() > 0) {
            // A free seat that nobody may have: those before wait for money, and so does this one.
            journal.write(registration);
            queueForFunds(registration);
        } else {
            journal.write(registration);
        }
        journal.received(actor, registration);
    }

    /** R9, R14: the money has to suffice, and nobody may wait for it whom the portal could still promote. */
    private boolean reserve(Actor actor, Registration registration) {
        long period = registration.periodId();
        if (resources.budget.reserveForNewcomer(actor, period, registration.payee(), registration.subsidyCents())) {
            return true;
        }
        BudgetTotals totals = resources.budget.lock(period);
        return totals.available() >= registration.subsidyCents()
                && admission.mayHaveMoney(registration)
                && resources.budget.reserve(actor, period, registration.payee(), registration.subsidyCents());
    }

    private void queueForFunds(Registration registration) {
        registration.keepWaiting(WaitingReason.FUNDS);
        resources.budget.changeQueue(registration.periodId(), 1);
    }

    private RefusedException exhausted(Registration registration) {
        BudgetTotals totals = resources.budget.totals(registration.periodId());
        return new RefusedException(
                BudgetRefusal.BUDGET_EXHAUSTED,
                "subsidy",
                new Money(registration.subsidyCents()),
                "available",
                new Money(totals.available()),
                "ahead",
                resources.budget.standing(registration.periodId()).waitingForFunds());
    }
}
