package de.digitallotsen.registration;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;

/** Checks applications, for a registration and its preview alike. */
@ApplicationScoped
class ApplicationCheck {

    private final Seminars seminars;
    private final Kommunen kommunen;

    ApplicationCheck(Seminars seminars, Kommunen kommunen) {
        this.seminars = seminars;
        this.kommunen = kommunen;
    }

    /**
     * @throws de.digitallotsen.shared.InvalidInputException with everything that is missing or wrong
     * @throws RefusedException NOT_FOUND for a seminar or Kommune that does not exist for this actor (R25)
     */
    Application.Checked check(Actor actor, Application application) {
        actor.require(Role.KOMMUNE, Role.NSI);
        Input input = new Input();
        input.check(application.seminarId() != null, "seminarId", "input.choose-date");
        Participant.Details person = application.participant() == null
                ? new Participant.Details(null, null, null, null, null)
                : application.participant();
        Participant.Details checked = person.check(input);
        String ars = Input.clean(application.kommuneArs());
        input.check(actor.is(Role.KOMMUNE) || ars != null, "kommuneArs", "input.required", "label", "Kommune");
        input.throwIfWrong();
        return new Application.Checked(
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
