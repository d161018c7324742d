package de.digitallotsen.account;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
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
     * Where an account belongs from now on.
     *
     * @param kommuneArs the other Kommune
     * @param seenArs the Kommune to which it belonged when that was chosen; null or empty moves it from wherever it is
     */
    public record Command(long userId, String kommuneArs, String seenArs) {}

    /** From wherever it is. */
    public void handle(Actor actor, long userId, String kommuneArs) {
        handle(actor, new Command(userId, kommuneArs, null));
    }

    /**
     * @throws RefusedException NOT_FOUND, NO_PERSONNEL_ACCOUNT, STALE
     * @throws de.digitallotsen.shared.InvalidInputException for a Kommune that may not register people (R1)
     */
    public void handle(Actor actor, Command command) {
        actor.require(Role.NSI);
        User user = users.findByIdOptional(command.userId())
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
        if (user.role() != Role.KOMMUNE) {
            throw new RefusedException(AccountRefusal.NO_PERSONNEL_ACCOUNT);
        }
        Input input = new Input();
        input.check(Input.clean(command.kommuneArs()) != null, "kommuneArs", "input.required", "label", "Kommune");
        input.throwIfWrong();
        String ars = kommune.require(Input.clean(command.kommuneArs()));
        String before = user.kommuneArs();
        if (!before.equals(ars)) {
            requireAsSeen(command, before);
            user.moveTo(ars);
            changes.fire(AccountChanges.moved(actor, user, before));
        }
    }

    /** Somebody else may have moved it in between (R31). */
    private static void requireAsSeen(Command command, String before) {
        String seen = Input.clean(command.seenArs());
        if (seen != null && !seen.equals(before)) {
            throw new RefusedException(AccessRefusal.STALE, "changedAt", Messages.text("stale.since-opened"));
        }
    }
}
