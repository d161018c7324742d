package de.digitallotsen.proof.web;

import de.digitallotsen.proof.CheckDocument;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Uploaded;
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
import jakarta.ws.rs.core.Response;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/** Is a file one that the portal has issued, unchanged? Anybody who holds it, or its SHA-256, can ask. */
@Path("/pruefen/datei")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class CheckDocumentPages {

    private final CheckDocument check;

    CheckDocumentPages(CheckDocument check) {
        this.check = check;
    }

    /** @param answer null before anything was asked */
    @CheckedTemplate(basePath = "proof", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FilePage(Form form, CheckDocument.Answer answer) implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return new FilePage(Form.of(), null);
    }

    /** The file is hashed and forgotten. */
    @POST
    @Consumes({MediaType.MULTIPART_FORM_DATA, MediaType.APPLICATION_FORM_URLENCODED})
    public Response check(@RestForm("file") FileUpload file, @RestForm("sha256") String typed, RoutingContext request) {
        Form form = Form.of("sha256", typed);
        try {
            CheckDocument.Answer answer = check.handle(
                    Uploaded.bytes(file),
                    typed,
                    request.request().remoteAddress().hostAddress());
            return Response.ok(new FilePage(form, answer)).build();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(new FilePage(form.wrong(invalid), null))
                    .build();
        } catch (RefusedException refused) {
            return Response.status(refused.refusal().status())
                    .header("Retry-After", refused.details().get("retryAfter"))
                    .entity(new FilePage(form.refused(refused), null))
                    .build();
        }
    }
}
