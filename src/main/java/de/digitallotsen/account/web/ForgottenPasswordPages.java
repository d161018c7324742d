package de.digitallotsen.account.web;

import de.digitallotsen.account.ForgottenPassword;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Somebody has forgotten the password and asks for a link. */
@Path("/passwort-vergessen")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class ForgottenPasswordPages {

    private final ForgottenPassword forgotten;
    private final Visitor visitor;

    ForgottenPasswordPages(ForgottenPassword forgotten, Visitor visitor) {
        this.forgotten = forgotten;
        this.visitor = visitor;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ForgottenPasswordPage(Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new ForgottenPasswordPage(Form.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response ask(MultivaluedMap<String, String> fields, RoutingContext request) {
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(new ForgottenPasswordPage(form.with(Form.SHOW_AGAIN, "")))
                    .build();
        }
        try {
            forgotten.handle(new ForgottenPassword.Command(
                    form.value("email"), Visitor.address(request), visitor.portal(request)));
            return Link.to("/einloggen").saying("link-unterwegs").seeOther();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(new ForgottenPasswordPage(form.wrong(invalid)))
                    .build();
        } catch (RefusedException refused) {
            return Response.status(refused.refusal().status())
                    .header("Retry-After", refused.details().get("retryAfter"))
                    .entity(new ForgottenPasswordPage(form.refused(refused)))
                    .build();
        }
    }
}
