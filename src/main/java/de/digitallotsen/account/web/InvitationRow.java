package de.digitallotsen.account.web;

import de.digitallotsen.account.InvitationPlan;
import de.digitallotsen.account.InvitationPlan.InvitationOutcome;
import de.digitallotsen.account.InviteMany;
import de.digitallotsen.shared.Messages;

/**
 * One line of a list of invitations and what becomes of it.
 *
 * @param kind of the mark
 * @param address of a link that no mail brings, or null
 */
public record InvitationRow(
        int number, String kommune, String email, String kind, String outcome, String message, String address) {
    static InvitationRow of(InvitationPlan.Planned line, boolean again) {
        boolean sent =
                line.outcome() == InvitationOutcome.NEW || (again && line.outcome() == InvitationOutcome.INVITED);
        return new InvitationRow(
                line.number(),
                line.kommune(),
                line.email(),
                sent ? "success" : line.outcome() == InvitationOutcome.REJECTED ? "danger" : "info",
                again && sent && line.outcome() == InvitationOutcome.INVITED
                        ? Messages.text("invite-many.again")
                        : Messages.label(line.outcome()),
                line.message(),
                null);
    }

    static InvitationRow of(InviteMany.Sent sent, String portal) {
        return new InvitationRow(
                sent.number(),
                sent.kommune(),
                sent.invitation().email(),
                "success",
                Messages.text("invite-many.sent"),
                "",
                sent.invitation().mailed()
                        ? null
                        : portal + "/einladung/" + sent.invitation().token());
    }
}
