package de.digitallotsen.account.web;

import de.digitallotsen.account.WithdrawInvitation;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** What becomes of an invitation that nobody has used yet, by the button beside it in its list. */
@Path("/einladungen/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME, Role.KOMMUNE_NAME})
public class OpenInvitationPages {

    private final WithdrawInvitation withdraw;
    private final CurrentUser user;

    OpenInvitationPages(WithdrawInvitation withdraw, CurrentUser user) {
        this.withdraw = withdraw;
        this.user = user;
    }

    @POST
    @Path("/zurueckziehen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response withdraw(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Link list = Link.to(user.actor().is(Role.KOMMUNE) ? ColleaguePages.class : AccountPages.class);
        if (Form.sent(fields).onlyShow()) {
            return list.seeOther();
        }
        withdraw.handle(user.actor(), Params.id(id));
        return list.saying("einladung-zurueckgezogen").seeOther();
    }
}
