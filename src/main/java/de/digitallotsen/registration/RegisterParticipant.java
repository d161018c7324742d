package de.digitallotsen.registration;

import java.time.Instant;
import java.util.Optional;

import de.digitallotsen.registration.PreviewRegistration.Outcome;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Repeatable;
import de.digitallotsen.shared.Submissions;
import de.digitallotsen.shared.UseCase;

/**
 * Registers one person of a Kommune for a seminar (R3–R9, R13): confirmed with seat and money, or waiting if the person
 * asked for it, or refused with nothing changed. Rows are taken in the fixed order Kommune's place → seminar's seat →
 * budget; what was read before is only a hint, the guarded UPDATEs decide.
 */
@UseCase
public class RegisterParticipant {

    private static final int MOST_LOOKS = 5;
    private static final int LONGEST_KEY = 100;

    private final ApplicationCheck check;
    private final Submissions submissions;
    private final PlaceAndSeat placeAndSeat;
    private final SubsidyReservation subsidy;
    private final Journal journal;

    RegisterParticipant(
            ApplicationCheck check,
            Submissions submissions,
            PlaceAndSeat placeAndSeat,
            SubsidyReservation subsidy,
            Journal journal) {
        this.check = check;
        this.submissions = submissions;
        this.placeAndSeat = placeAndSeat;
        this.subsidy = subsidy;
        this.journal = journal;
    }

    /**
     * @param key the client's key for this submission (R24), 1 to {@value #LONGEST_KEY} printable ASCII characters;
     *     null makes one up
     * @param expect what the person was shown (R29); not part of the content that a key stands for
     */
    public record Command(Application application, String key, Expect expect) implements Repeatable {
        public Command {
            key = key == null ? "portal-" + Hashes.randomToken() : key;
            expect = Expect.orAnything(expect);
        }

        /** Whatever comes of it. */
        public Command(Application application, String key) {
            this(application, key, Expect.ANYTHING);
        }
    }

    /**
     * @return the reference (R23); the same one again for the same submission (R24)
     * @throws RefusedException with the rule that says no; nothing has changed then
     * @throws de.digitallotsen.shared.ChangedSincePreviewException if something else was shown; likewise
     */
    public String handle(Actor actor, Command command) {
        Application.Checked application = check.check(actor, command.application());
        requireUsableKey(command.key());
        String reference = Reference.next();
        Instant now = journal.now();
        Optional<String> earlier =
                submissions.receive(actor.userId(), command.key(), contentHash(application), reference, now);
        return earlier.orElseGet(() -> {
            requireTold(application, command.expect());
            return command.expect().hold(() -> register(actor, application, reference, command.expect()));
        });
    }

    private void requireTold(Application.Checked application, Expect expect) {
        journal.requireTold(
                expect.told(),
                expect.outcome() == Outcome.WAITING ? RegistrationEvent.Kind.WAITING : RegistrationEvent.Kind.CONFIRMED,
                application.kommune().ars(),
                new Participant(application.participant()),
                null);
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

    private String register(Actor actor, Application.Checked application, String reference, Expect expect) {
        Integer place = null;
        for (int look = 0; look < MOST_LOOKS; look++) {
            if (look > 0) {
                // At the first look the seminar has only just been read.
                journal.refresh(application.seminar());
            }
            Admission.Case asked = placeAndSeat.look(application, reference);
            AdmissionRules.require(asked.facts(), application.acceptWaiting());
            if (place == null && !application.selfPaying()) {
                place = placeAndSeat.takePlace(asked, reference);
                if (place == null) {
                    continue;
                }
            }
            Optional<Boolean> seat = placeAndSeat.takeSeatOrQueue(application, asked);
            if (seat.isPresent()) {
                Registration registration = Registration.receive(
                        reference,
                        new Registration.Slot(
                                asked.period().orElseThrow(), application.seminar(), application.kommune(), place),
                        journal.write(new Participant(application.participant())),
                        application.participant().personKey(),
                        journal.now(),
                        actor.userId());
                subsidy.reserveOrQueue(actor, registration, seat.get(), application.acceptWaiting());
                expect.require(Outcome.valueOf(registration.status().name()), registration.dueCents());
                journal.received(actor, registration);
                return reference;
            }
        }
        throw new RefusedException(AccessRefusal.BUSY);
    }
}
