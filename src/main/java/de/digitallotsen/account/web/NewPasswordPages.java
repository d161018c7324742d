package de.digitallotsen.account.web;

import de.digitallotsen.account.PasswordResets;
import de.digitallotsen.account.ResetPassword;
import de.digitallotsen.shared.InvalidInputException;
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

/** Somebody follows the link from the mail and chooses a new password. */
@Path("/passwort-neu")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class NewPasswordPages {

    private final PasswordResets resets;
    private final ResetPassword reset;

    NewPasswordPages(PasswordResets resets, ResetPassword reset) {
        this.resets = resets;
        this.reset = reset;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record NewPasswordPage(Form form) implements TemplateInstance {}

    /** The link of the mail. */
    @GET
    @Path("{token}")
    public Response follow(@PathParam("token") String token, RoutingContext request) {
        resets.requireUsable(token);
        return LinkCookie.NEW_PASSWORD.lead(request, token);
    }

    @GET
    public TemplateInstance show(RoutingContext request) {
        resets.requireUsable(LinkCookie.NEW_PASSWORD.token(request));
        return new NewPasswordPage(Form.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response choose(MultivaluedMap<String, String> fields, RoutingContext request) {
        String token = LinkCookie.NEW_PASSWORD.token(request);
        try {
            reset.handle(
                    new ResetPassword.Command(token, fields.getFirst("password"), fields.getFirst("passwordRepeated")));
            SessionCookies.clear(request);
            LinkCookie.NEW_PASSWORD.forget(request);
            return Link.to("/einloggen").saying("passwort-neu").seeOther();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(new NewPasswordPage(Form.of().wrong(invalid)))
                    .build();
        }
    }
}
