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
 * Puts right what was typed about the person of a registration: the same person, written differently. Place, seat,
 * money, order and everything that is not corrected stay, and nobody is told that somebody took their place; that is
 * {@link SubstituteParticipant} (R16). A changed address gets the confirmation that went astray.
 */
@UseCase
public class CorrectParticipant {

    private final Registrations registrations;
    private final Seminars seminars;
    private final Journal journal;
    private final SubstitutionBrake brake;

    CorrectParticipant(Registrations registrations, Seminars seminars, Journal journal, SubstitutionBrake brake) {
        this.registrations = registrations;
        this.seminars = seminars;
        this.journal = journal;
        this.brake = brake;
    }

    /**
     * @param details what is corrected: null leaves a detail as it is, empty clears one that may be missing
     * @param samePerson somebody was asked whether it is another person, and says no
     */
    public record Command(String reference, Participant.Details details, boolean samePerson) {}

    /**
     * Does nothing where nothing is different.
     *
     * @throws de.digitallotsen.shared.InvalidInputException with everything that is wrong about what is corrected
     * @throws RefusedException NOT_FOUND (R25), PARTICIPANT_NOT_CORRECTABLE, ANOTHER_PERSON, PERSON_ALREADY_REGISTERED
     *     (R4), TOO_MANY_SUBSTITUTIONS (429): a corrected address is written to as a new one is
     */
    public void handle(Actor actor, Command command) {
        actor.require(Role.KOMMUNE, Role.NSI);
        Registration registration = registrations.require(actor, command.reference());
        PersonCorrection wanted = correction(registration, command.details());
        brake.count(registration.kommune().ars(), registration.personKey(), wanted.personKey());
        // Closing and substituting lock the seminar too: a certificate never bears half a correction.
        seminars.lock(Set.of(registration.seminar().id()));
        journal.reread(registration);
        PossibleActs acts = PossibleActs.of(registration, actor, journal.now());
        acts.require(Act.CORRECT_PERSON);
        PersonCorrection correction = correction(registration, command.details());
        if (correction.isNothing()) {
            return;
        }
        correction.requireAllowed(acts, command.samePerson());
        if (correction.addressChanged() && registration.status().isLive()) {
            registrations.requireNotRegistered(registration, correction.personKey());
        }
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        registration.substitute(journal.write(new Participant(correction.is())), correction.personKey());
        journal.changed(actor, RegistrationEvent.Kind.PERSON_CORRECTED, registration, was, correction.inWords());
    }

    private static PersonCorrection correction(Registration registration, Participant.Details given) {
        Participant.Details was = registration.participant().details();
        Input input = new Input();
        Participant.Details is = given == null ? was : was.corrected(given, input);
        input.throwIfWrong();
        return new PersonCorrection(was, is);
    }
}
