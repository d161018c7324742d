package de.digitallotsen.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/**
 * The NSI invites the personnel staff of many Kommunen at once: all that were shown beforehand, or nobody (R29). Each
 * invitation is one for its address and an audit entry of its own, as if it were sent alone.
 */
@UseCase
public class InviteMany {

    /** Within {@link #WHILE}, whoever invites: a mail server that is flooded delivers nothing to anybody. */
    public static final int MOST = InvitationList.MOST;

    static final Duration WHILE = Duration.ofHours(1);

    private final InvitationPlan plan;
    private final InvitationSender sender;
    private final Invitations invitations;
    private final Users users;
    private final Clock clock;

    InviteMany(InvitationPlan plan, InvitationSender sender, Invitations invitations, Users users, Clock clock) {
        this.plan = plan;
        this.sender = sender;
        this.invitations = invitations;
        this.users = users;
        this.clock = clock;
    }

    /**
     * @param again also those who are invited already get a new link
     * @param expected the fingerprint of the plan that was shown; null if nobody looked at one
     * @param portal where the links lead, without a slash at its end
     */
    public record Command(List<InvitationList.Line> lines, boolean again, String expected, String portal) {}

    /** One that was sent, with the Kommune it is for. */
    public record Sent(int number, String ars, String kommune, InviteUser.Invited invitation) {}

    /**
     * @return those that were sent; the other lines are as the plan says
     * @throws de.digitallotsen.shared.InvalidInputException for no address at all, or too many
     * @throws RefusedException INVITATIONS_CHANGED if others would be invited than were shown, TOO_MANY_INVITATIONS,
     *     INVITED_TOO_OFTEN (429) if somebody else has used up an address meanwhile
     */
    public List<Sent> handle(Actor actor, Command command) {
        actor.require(Role.NSI);
        // One list after the other, and before anything is read: of two that hold the same address, one invites it.
        users.lockAll(Role.NSI);
        InvitationPlan.Plan now = plan.of(actor, command.lines());
        if (command.expected() != null && !command.expected().equals(now.fingerprint(command.again()))) {
            throw new RefusedException(AccountRefusal.INVITATIONS_CHANGED);
        }
        List<InvitationPlan.Planned> wanted = now.toSend(command.again());
        requireRoom(wanted.size());
        return wanted.stream()
                .map(line -> new Sent(
                        line.number(),
                        line.ars(),
                        line.kommune(),
                        sender.send(
                                actor,
                                new InvitationSender.Addressee(Role.KOMMUNE, line.ars(), line.email()),
                                command.portal())))
                .toList();
    }

    private void requireRoom(int wanted) {
        Instant begin = clock.instant().minus(WHILE);
        long sent = invitations.countSince(begin);
        if (wanted > 0 && sent + wanted > MOST) {
            throw new RefusedException(
                    AccountRefusal.TOO_MANY_INVITATIONS,
                    "most",
                    MOST,
                    "sent",
                    sent,
                    "wanted",
                    wanted,
                    "retryAfter",
                    WHILE.toSeconds());
        }
    }
}
