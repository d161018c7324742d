package de.digitallotsen.account;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import de.digitallotsen.kommune.Eligibility;
import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;
import de.digitallotsen.shared.Violation;
import jakarta.enterprise.event.Event;

/** The NSI invites somebody: personnel staff of a Kommune that may register people, or a colleague of its own or of the Ministry. */
@UseCase
public class InviteUser {

    private final Invitations invitations;
    private final Kommunen kommunen;
    private final Clock clock;
    private final Event<AuditedChange> changes;

    InviteUser(Invitations invitations, Kommunen kommunen, Clock clock, Event<AuditedChange> changes) {
        this.invitations = invitations;
        this.kommunen = kommunen;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @param role       of the new account
     * @param kommuneArs for personnel staff, else null
     */
    public record Command(Role role, String kommuneArs) {
    }

    /**
     * An invitation. Only its maker ever sees the token: the database knows its hash.
     *
     * @param expiresAt seven days from now
     */
    public record Invited(String token, Instant expiresAt) {
    }

    /** Somebody was invited. */
    public record UserInvited(Actor actor, long invitationId, Command command) implements AuditedChange {
        @Override
        public String action() {
            return "account.invited";
        }

        @Override
        public String subjectType() {
            return "invitation";
        }

        @Override
        public String subjectId() {
            return String.valueOf(invitationId);
        }

        @Override
        public Map<String, Object> after() {
            return command.kommuneArs() == null ? Map.of("role", command.role()) : Map.of("role", command.role(), "kommuneArs", command.kommuneArs());
        }
    }

    /** @throws InvalidInputException without a role, or for a Kommune that may not register people (R1) */
    public Invited handle(Actor actor, Command command) {
        actor.require(Role.NSI);
        Input input = new Input();
        input.check(command.role() != null, "role", "input.required", "label", "Rolle");
        boolean staff = command.role() == Role.KOMMUNE;
        input.check(!staff || Input.clean(command.kommuneArs()) != null, "kommuneArs", "input.required", "label", "Kommune");
        input.throwIfWrong();
        String ars = staff ? requireEligible(Input.clean(command.kommuneArs())) : null;
        String token = Hashes.randomToken();
        Invitation invitation = Invitation.of(command.role(), ars, token, clock.instant());
        invitations.persist(invitation);
        changes.fire(new UserInvited(actor, invitation.id(), new Command(command.role(), ars)));
        return new Invited(token, invitation.expiresAt());
    }

    private String requireEligible(String ars) {
        Kommune kommune = kommunen.require(ars);
        Eligibility eligibility = kommune.eligibilityOn(SystemClock.today(clock));
        if (!eligibility.eligible()) {
            String through = kommunen.displayName(eligibility.registerThroughArs());
            throw new InvalidInputException(List.of(new Violation("kommuneArs",
                    Messages.text("not-eligible." + eligibility.code() + (through == null ? "" : ".through"), "kommune", kommune.displayName(), "through", through))));
        }
        return ars;
    }
}
