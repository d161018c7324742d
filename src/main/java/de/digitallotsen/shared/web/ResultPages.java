package de.digitallotsen.shared.web;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** After the final click (R29): what has happened, who is written to, where to go on. Only for whoever did it. */
@Path("/erledigt")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class ResultPages {

    private final CheckedActs acts;

    ResultPages(CheckedActs acts) {
        this.acts = acts;
    }

    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ResultPage(CheckedActs.Outcome outcome) implements TemplateInstance {}

    @GET
    @Path("/{entry}")
    public TemplateInstance result(@PathParam("entry") String entry) {
        return new ResultPage(acts.outcome(entry).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND)));
    }
}
