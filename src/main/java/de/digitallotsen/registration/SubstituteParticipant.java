package de.digitallotsen.registration;

import java.util.Set;

import de.digitallotsen.registration.PossibleActs.Act;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
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
     * @throws de.digitallotsen.shared.InvalidInputException with everything that is missing or wrong about the person
     * @throws RefusedException NOT_FOUND (R25), NOT_SUBSTITUTABLE, PERSON_ALREADY_REGISTERED (R4),
     *     TOO_MANY_SUBSTITUTIONS (429)
     */
    public void handle(Actor actor, String reference, Participant.Details typed) {
        actor.require(Role.KOMMUNE, Role.NSI);
        Participant.Details person = check(typed);
        Registration registration = registrations.require(actor, reference);
        String key = person.personKey();
        brake.count(registration.kommune().ars(), registration.personKey(), key);
        // Closing, promoting and cancelling lock the seminar too: none of them meets half a substitution.
        seminars.lock(Set.of(registration.seminar().id()));
        journal.reread(registration);
        PossibleActs.of(registration, actor, journal.now()).require(Act.SUBSTITUTE);
        requireOtherPerson(registration, key);
        registrations.requireNotRegistered(registration, key);
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        registration.substitute(journal.write(new Participant(person)), key);
        journal.changed(actor, RegistrationEvent.Kind.SUBSTITUTED, registration, was);
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
