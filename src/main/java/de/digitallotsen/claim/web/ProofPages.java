package de.digitallotsen.claim.web;

import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.claim.ProduceProofOfUse;
import de.digitallotsen.claim.ProofOfUse;
import de.digitallotsen.claim.ProofSheets;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import de.digitallotsen.shared.web.Tables;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The proof of use of a period: its figures, the files, and the file with names for whoever says why. */
@Path("/verwendungsnachweis")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ProofPages {

    private final ProduceProofOfUse produce;
    private final ProofSheets sheets;
    private final ClaimSearch search;
    private final CurrentUser user;

    ProofPages(ProduceProofOfUse produce, ProofSheets sheets, ClaimSearch search, CurrentUser user) {
        this.produce = produce;
        this.sheets = sheets;
        this.search = search;
        this.user = user;
    }

    /** @param ministry has to say why it needs names */
    @CheckedTemplate(basePath = "claim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProofPage(ProofOfUse proof, ChosenPeriod chosen, boolean ministry, Form form) implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@QueryParam("zeitraum") String period) {
        return page(Params.longNumber("zeitraum", period), Form.of());
    }

    /** The same as a file, without names. */
    @GET
    @Produces(Table.XLSX)
    public Tables list(@QueryParam("zeitraum") String period) {
        return ProofTables.of(
                produce.handle(user.actor(), ProduceProofOfUse.Command.of(Params.longNumber("zeitraum", period))));
    }

    private ProofPage page(Long periodId, Form form) {
        ProofOfUse proof = produce.handle(user.actor(), ProduceProofOfUse.Command.of(periodId));
        ChosenPeriod chosen = search.chosen(proof.period().id());
        return new ProofPage(proof, chosen, user.actor().readsAs(Role.MINISTRY), form);
    }

    /** A form that sends a file: what is wrong with it comes back as the page. */
    @POST
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME, Role.AUDITOR_NAME})
    @Path("/mit-namen")
    @Produces(MediaType.WILDCARD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response named(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        Long period = Params.longNumber("zeitraum", form.value("zeitraum"));
        if (form.onlyShow()) {
            return html(Response.ok(page(period, form.with(Form.SHOW_AGAIN, ""))));
        }
        try {
            ProofOfUse proof =
                    produce.handle(user.actor(), new ProduceProofOfUse.Command(period, true, form.value("reason")));
            return Response.ok("xlsx".equals(form.value("ending")) ? ProofTables.of(proof) : sheets.pdf(proof))
                    .build();
        } catch (InvalidInputException invalid) {
            return html(Response.status(400).entity(page(period, form.wrong(invalid))));
        }
    }

    private static Response html(Response.ResponseBuilder answer) {
        return answer.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }
}
