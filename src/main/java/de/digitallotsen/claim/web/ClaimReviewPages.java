package de.digitallotsen.claim.web;

import de.digitallotsen.claim.ApproveClaim;
import de.digitallotsen.claim.ReturnClaim;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** What the Ministry does with a claim, by the buttons of its page; what it pays is {@link PaymentPages}. */
@Path("/mittelabrufe/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed(Role.MINISTRY_NAME)
public class ClaimReviewPages {

    private final ClaimDetail detail;
    private final ReturnClaim sendBack;
    private final ApproveClaim approve;
    private final CurrentUser user;

    ClaimReviewPages(ClaimDetail detail, ReturnClaim sendBack, ApproveClaim approve, CurrentUser user) {
        this.detail = detail;
        this.sendBack = sendBack;
        this.approve = approve;
        this.user = user;
    }

    @POST
    @Path("/zurueckgeben")
    public Response sendBack(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return detail.act(
                id,
                form,
                claim -> sendBack.handle(user.actor(), claim, form.value("remark")),
                "mittelabruf-zurueckgegeben");
    }

    @POST
    @Path("/genehmigen")
    public Response approve(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return detail.act(id, Form.sent(fields), claim -> approve.handle(user.actor(), claim), "mittelabruf-genehmigt");
    }
}
