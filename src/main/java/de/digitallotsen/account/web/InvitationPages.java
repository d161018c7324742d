package de.digitallotsen.account.web;

import de.digitallotsen.account.AcceptInvitation;
import de.digitallotsen.account.Invitation;
import de.digitallotsen.account.Invitations;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Somebody follows a one-time link and makes an account. */
@Path("/einladung")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class InvitationPages {

    private final Invitations invitations;
    private final AcceptInvitation accept;
    private final Kommunen kommunen;

    InvitationPages(Invitations invitations, AcceptInvitation accept, Kommunen kommunen) {
        this.invitations = invitations;
        this.accept = accept;
        this.kommunen = kommunen;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record InvitationPage(Form form, String forWhom, String email) implements TemplateInstance {}

    /** The link of the mail. */
    @GET
    @Path("{token}")
    public Response follow(@PathParam("token") String token, RoutingContext request) {
        invitations.requireUsable(token);
        return LinkCookie.INVITATION.lead(request, token);
    }

    @GET
    public TemplateInstance show(RoutingContext request) {
        Invitation invitation = invitations.requireUsable(LinkCookie.INVITATION.token(request));
        return new InvitationPage(Form.of(), forWhom(invitation), EmailAddress.shown(invitation.email()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response accept(MultivaluedMap<String, String> fields, RoutingContext request) {
        String token = LinkCookie.INVITATION.token(request);
        Invitation invitation = invitations.requireUsable(token);
        Form form = Form.sent(fields);
        try {
            accept.handle(new AcceptInvitation.Command(
                    token,
                    form.value("name"),
                    form.value("email"),
                    fields.getFirst("password"),
                    fields.getFirst("passwordRepeated")));
            LinkCookie.INVITATION.forget(request);
            return Link.to("/einloggen").saying("zugang-angelegt").seeOther();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(new InvitationPage(
                            form.wrong(invalid), forWhom(invitation), EmailAddress.shown(invitation.email())))
                    .build();
        }
    }

    private String forWhom(Invitation invitation) {
        return invitation.kommuneArs() == null
                ? Messages.label(invitation.role())
                : kommunen.displayName(invitation.kommuneArs());
    }
}
