package de.digitallotsen.account;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Role;

/** What the audit trail writes down about accounts, where more than one way leads to the same entry. */
final class AccountChanges {

    private static final String ACCOUNT = "account";
    private static final String ROLE = "role";
    private static final String KOMMUNE = "kommuneArs";

    private AccountChanges() {}

    static AuditedChange of(Actor actor, String action, long userId) {
        return AuditedChange.of(actor, action, ACCOUNT, userId);
    }

    static AuditedChange created(Actor actor, User user) {
        return withRole(of(actor, "account.created", user.id()), user.role(), user.kommuneArs());
    }

    static AuditedChange invited(Actor actor, Invitation invitation) {
        return withRole(
                AuditedChange.of(actor, "account.invited", "invitation", invitation.id()),
                invitation.role(),
                invitation.kommuneArs());
    }

    /** By somebody, or because its sender is locked or has sent a newer one. */
    static AuditedChange invitationWithdrawn(Actor actor, Invitation invitation) {
        return AuditedChange.of(actor, "account.invitation-withdrawn", "invitation", invitation.id());
    }

    private static AuditedChange withRole(AuditedChange change, Role role, String kommuneArs) {
        return kommuneArs == null ? change.to(ROLE, role) : change.to(ROLE, role, KOMMUNE, kommuneArs);
    }

    /** Belongs to another Kommune from now on. */
    static AuditedChange moved(Actor actor, User user, String from) {
        return of(actor, "account.moved", user.id()).from(KOMMUNE, from).to(KOMMUNE, user.kommuneArs());
    }
}
