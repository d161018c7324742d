package de.digitallotsen.account;

import java.util.List;
import java.util.Map;
import java.util.Optional;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;

/**
 * Which side looks after whose accounts (R32): the one place that use cases, lists and forms ask. Money and seminars
 * are held apart, so nobody lets somebody of the other side in. Personnel staff look after those of their own Kommune.
 */
public final class AccountCare {

    private static final Map<Role, List<Role>> INVITES = Map.of(
            Role.KOMMUNE, List.of(Role.KOMMUNE),
            Role.NSI, List.of(Role.KOMMUNE, Role.NSI),
            Role.MINISTRY, List.of(Role.MINISTRY, Role.AUDITOR));

    private AccountCare() {}

    /** For whom the one who asks invites; for nobody as an auditor. */
    public static List<Role> rolesOf(Actor actor) {
        return actor.system() ? List.of(Role.values()) : INVITES.getOrDefault(actor.role(), List.of());
    }

    /** Whose accounts and invitations the one who asks sees. */
    public static List<Role> rolesSeenBy(Actor actor) {
        return actor.is(Role.AUDITOR) ? INVITES.get(Role.MINISTRY) : rolesOf(actor);
    }

    /** @throws RefusedException ROLE_NOT_YOURS, and whose it is */
    static void require(Actor actor, Role role) {
        require(rolesOf(actor), role);
    }

    /**
     * For changing that account.
     *
     * @throws RefusedException NOT_FOUND for personnel staff, to whom only those of their own Kommune exist (R25);
     *     ROLE_NOT_YOURS, and whose it is
     */
    static void require(Actor actor, User account) {
        if (actor.is(Role.KOMMUNE) && !isColleague(actor, account)) {
            throw new RefusedException(AccessRefusal.NOT_FOUND);
        }
        require(actor, account.role());
    }

    private static boolean isColleague(Actor actor, User account) {
        return actor.kommuneArs().equals(account.kommuneArs()) && !account.isForgotten();
    }

    /** @throws RefusedException ROLE_NOT_YOURS, and whose it is */
    static void requireToRead(Actor actor, Role role) {
        require(rolesSeenBy(actor), role);
    }

    private static void require(List<Role> roles, Role role) {
        if (!roles.contains(role)) {
            throw new RefusedException(
                    AccountRefusal.ROLE_NOT_YOURS,
                    "role",
                    Messages.label(role),
                    "keeper",
                    Messages.text("account.keeper." + keeper(role)));
        }
    }

    private static Role keeper(Role role) {
        return INVITES.get(Role.NSI).contains(role) ? Role.NSI : Role.MINISTRY;
    }

    /** Why the one who asks cannot lock this account of their own side; empty if they can. */
    public static Optional<RefusedException> refusalToLock(Actor actor, long userId) {
        return actor.userId() != null && actor.userId() == userId
                ? Optional.of(new RefusedException(AccountRefusal.OWN_ACCOUNT))
                : Optional.empty();
    }
}
