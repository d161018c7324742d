package de.digitallotsen.registration;

import java.util.List;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Violation;
import jakarta.inject.Singleton;

/**
 * What somebody typed to register a person.
 *
 * @param seminarId the date
 * @param participant the person
 * @param acceptWaiting true if the person wants to wait should there be no seat or no money (R13)
 * @param kommuneArs for whom; only the NSI chooses, personnel staff may leave it out
 * @param selfPaying true if the Kommune pays the whole fee, beyond its places (R5)
 */
public record Application(
        Long seminarId, Participant.Details participant, boolean acceptWaiting, String kommuneArs, boolean selfPaying) {

    /** On one of the Kommune's places. */
    public Application(Long seminarId, Participant.Details participant, boolean acceptWaiting, String kommuneArs) {
        this(seminarId, participant, acceptWaiting, kommuneArs, false);
    }

    /** What is missing or wrong about date and person, without asking the database; empty if nothing is. */
    public List<Violation> violations() {
        Input input = new Input();
        input.check(seminarId != null, "seminarId", "input.required", "label", "Termin");
        (participant == null ? new Participant.Details(null, null, null, null, null) : participant).check(input);
        try {
            input.throwIfWrong();
            return List.of();
        } catch (InvalidInputException invalid) {
            return invalid.violations();
        }
    }

    /** An application whose seminar and Kommune exist and whose person is well described. */
    record Checked(
            Seminar seminar,
            Kommune kommune,
            Participant.Details participant,
            boolean acceptWaiting,
            boolean selfPaying) {}

    /** Checks applications, for a registration and its preview alike. */
    @Singleton
    static class Check {

        private final Seminars seminars;
        private final Kommunen kommunen;

        Check(Seminars seminars, Kommunen kommunen) {
            this.seminars = seminars;
            this.kommunen = kommunen;
        }

        /**
         * @throws de.digitallotsen.shared.InvalidInputException with everything that is missing or wrong
         * @throws RefusedException NOT_FOUND for a seminar or Kommune that does not exist for this actor (R25)
         */
        Checked check(Actor actor, Application application) {
            actor.require(Role.KOMMUNE, Role.NSI);
            Input input = new Input();
            input.check(application.seminarId() != null, "seminarId", "input.required", "label", "Termin");
            Participant.Details person = application.participant() == null
                    ? new Participant.Details(null, null, null, null, null)
                    : application.participant();
            Participant.Details checked = person.check(input);
            String ars = Input.clean(application.kommuneArs());
            input.check(actor.is(Role.KOMMUNE) || ars != null, "kommuneArs", "input.required", "label", "Kommune");
            input.throwIfWrong();
            return new Checked(
                    seminars.require(application.seminarId()),
                    kommune(actor, ars),
                    checked,
                    application.acceptWaiting(),
                    application.selfPaying());
        }

        Kommune kommune(Actor actor, String ars) {
            String wanted = ars == null ? actor.kommuneArs() : ars;
            if (!actor.mayActFor(wanted)) {
                throw new RefusedException(AccessRefusal.NOT_FOUND);
            }
            return kommunen.require(wanted);
        }
    }
}
