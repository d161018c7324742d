package de.digitallotsen.document.web;

import java.util.Optional;

import de.digitallotsen.document.CheckCertificate;
import de.digitallotsen.document.CheckCertificate.Genuine;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.web.Form;
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

/** Is a certificate genuine? Anybody who holds one can ask. */
@Path("/pruefen")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class CheckPages {

    private final CheckCertificate check;

    CheckPages(CheckCertificate check) {
        this.check = check;
    }

    /**
     * The form, and the answer below it.
     *
     * @param asked something was asked and could be looked up
     * @param found the certificate, or null
     */
    @CheckedTemplate(basePath = "document", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CheckPage(Form form, boolean asked, Genuine found) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new CheckPage(Form.of(), false, null);
    }

    /** Sent as a form, so that neither history nor log keeps a code. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(MultivaluedMap<String, String> fields, RoutingContext request) {
        Form form = Form.sent(fields);
        try {
            Optional<Genuine> found = check.handle(
                    form.value("number"),
                    form.value("code"),
                    request.request().remoteAddress().hostAddress());
            return Response.ok(new CheckPage(form, true, found.orElse(null))).build();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(new CheckPage(form.wrong(invalid), false, null))
                    .build();
        } catch (RefusedException refused) {
            return Response.status(refused.refusal().status())
                    .header("Retry-After", refused.details().get("retryAfter"))
                    .entity(new CheckPage(form.refused(refused), false, null))
                    .build();
        }
    }
}
