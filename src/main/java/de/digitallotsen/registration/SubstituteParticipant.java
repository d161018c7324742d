package de.digitallotsen.registration;

import java.util.Set;

import de.digitallotsen.registration.PossibleActs.Act;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.ChangedSincePreviewException;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/**
 * Another person of the same Kommune takes over a registration, until the first day begins (R16). Place, seat, money
 * and order of receipt stay. The same address again would be the same person: that is {@link CorrectParticipant}.
 */
@UseCase
public class SubstituteParticipant {

    private final Registrations registrations;
    private final Seminars seminars;
    private final Journal journal;
    private final SubstitutionBrake brake;

    SubstituteParticipant(Registrations registrations, Seminars seminars, Journal journal, SubstitutionBrake brake) {
        this.registrations = registrations;
        this.seminars = seminars;
        this.journal = journal;
        this.brake = brake;
    }

    /**
     * @param shown who takes part until now, as the person was shown it ({@link #preview}); null if they do not mind
     * @param told {@link Expect#told}
     */
    public record Command(String reference, Participant.Details person, String shown, String told) {}

    /** Whoever takes part until now. */
    public void handle(Actor actor, String reference, Participant.Details typed) {
        handle(actor, new Command(reference, typed, null, null));
    }

    /**
     * Asks the same beforehand (R29) and changes nothing.
     *
     * @return who takes part until now and how the registration stands, in words
     * @throws de.digitallotsen.shared.InvalidInputException as {@link #handle(Actor, Command)}
     * @throws RefusedException as {@link #handle(Actor, Command)}
     */
    public String preview(Actor actor, String reference, Participant.Details typed) {
        actor.require(Role.KOMMUNE, Role.NSI);
        Registration registration = registrations.require(actor, reference);
        String key = check(typed).personKey();
        requirePossible(actor, registration, key);
        brake.requireRoom(registration.kommune().ars(), registration.personKey(), key);
        return state(registration);
    }

    /**
     * @throws de.digitallotsen.shared.ChangedSincePreviewException if somebody else takes part than was shown
     * @throws de.digitallotsen.shared.InvalidInputException with everything that is missing or wrong about the person
     * @throws RefusedException NOT_FOUND (R25), NOT_SUBSTITUTABLE, PERSON_ALREADY_REGISTERED (R4),
     *     TOO_MANY_SUBSTITUTIONS (429)
     */
    public void handle(Actor actor, Command command) {
        actor.require(Role.KOMMUNE, Role.NSI);
        Participant.Details person = check(command.person());
        Registration registration = registrations.require(actor, command.reference());
        String key = person.personKey();
        brake.count(registration.kommune().ars(), registration.personKey(), key);
        // Closing, promoting and cancelling lock the seminar too: none of them meets half a substitution.
        seminars.lock(Set.of(registration.seminar().id()));
        journal.reread(registration);
        requireAsShown(command.shown(), registration);
        requirePossible(actor, registration, key);
        Participant other = new Participant(person);
        journal.requireTold(
                command.told(),
                RegistrationEvent.Kind.SUBSTITUTED,
                registration.kommune().ars(),
                other,
                registration.participant());
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        registration.substitute(journal.write(other), key);
        journal.changed(actor, RegistrationEvent.Kind.SUBSTITUTED, registration, was);
    }

    private void requirePossible(Actor actor, Registration registration, String key) {
        PossibleActs.of(registration, actor, journal.now()).require(Act.SUBSTITUTE);
        requireOtherPerson(registration, key);
        registrations.requireNotRegistered(registration, key);
    }

    private static void requireAsShown(String shown, Registration registration) {
        String now = state(registration);
        if (shown != null && !shown.equals(now)) {
            throw new ChangedSincePreviewException(shown, now);
        }
    }

    private static String state(Registration registration) {
        return Messages.text(
                "substitute.until-now",
                "person",
                registration.participant().fullName(),
                "status",
                registration.status(),
                "day",
                registration.seminar().firstDay());
    }

    private static Participant.Details check(Participant.Details typed) {
        Input input = new Input();
        Participant.Details checked =
                (typed == null ? new Participant.Details(null, null, null, null, null) : typed).check(input);
        input.throwIfWrong();
        return checked;
    }

    private static void requireOtherPerson(Registration registration, String key) {
        Input input = new Input();
        input.check(!key.equals(registration.personKey()), "participant.email", "substitute.same-person");
        input.throwIfWrong();
    }
}
