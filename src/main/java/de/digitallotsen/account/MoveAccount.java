package de.digitallotsen.account;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/** The NSI lets personnel staff belong to another Kommune. Running sessions follow with their next request. */
@UseCase
public class MoveAccount {

    private final Users users;
    private final EligibleKommune kommune;
    private final Event<Audited> changes;

    MoveAccount(Users users, EligibleKommune kommune, Event<Audited> changes) {
        this.users = users;
        this.kommune = kommune;
        this.changes = changes;
    }

    /**
     * @throws RefusedException NOT_FOUND, NO_PERSONNEL_ACCOUNT
     * @throws de.digitallotsen.shared.InvalidInputException for a Kommune that may not register people (R1)
     */
    public void handle(Actor actor, long userId, String kommuneArs) {
        actor.require(Role.NSI);
        User user = users.findByIdOptional(userId).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
        if (user.role() != Role.KOMMUNE) {
            throw new RefusedException(AccountRefusal.NO_PERSONNEL_ACCOUNT);
        }
        Input input = new Input();
        input.check(Input.clean(kommuneArs) != null, "kommuneArs", "input.required", "label", "Kommune");
        input.throwIfWrong();
        String ars = kommune.require(Input.clean(kommuneArs));
        String before = user.kommuneArs();
        if (!before.equals(ars)) {
            user.moveTo(ars);
            changes.fire(AccountChanges.moved(actor, user, before));
        }
    }
}
