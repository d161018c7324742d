package de.digitallotsen.proof.web;

import java.util.List;

import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.proof.ProofOfUse;
import de.digitallotsen.proof.ProofSearch;
import de.digitallotsen.proof.ProofSheets;
import de.digitallotsen.proof.ProofTables;
import de.digitallotsen.proof.ReadProofOfUse;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
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

/**
 * The proof of use of a period: how it would look now, what was issued, and the file with names for whoever says why.
 */
@Path("/verwendungsnachweis")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ProofPages {

    private final ReadProofOfUse read;
    private final ProofSearch stored;
    private final ProofSheets sheets;
    private final ClaimSearch search;
    private final CurrentUser user;

    ProofPages(ReadProofOfUse read, ProofSearch stored, ProofSheets sheets, ClaimSearch search, CurrentUser user) {
        this.read = read;
        this.stored = stored;
        this.sheets = sheets;
        this.search = search;
        this.user = user;
    }

    /**
     * @param versions what was issued, the newest first
     * @param ministry has to say why it needs names
     * @param produces may issue one
     */
    @CheckedTemplate(basePath = "proof", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ProofPage(
            ProofOfUse proof,
            List<ProofSearch.Shown> versions,
            ChosenPeriod chosen,
            boolean ministry,
            boolean produces,
            Form form)
            implements TemplateInstance {}

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@QueryParam("zeitraum") String period) {
        return page(search.one(period), Form.of());
    }

    /** How it would look now as a file, without names; kept nowhere. */
    @GET
    @Produces(Table.XLSX)
    public Tables list(@QueryParam("zeitraum") String period) {
        return ProofTables.of(read.handle(user.actor(), command(search.one(period))));
    }

    private static ReadProofOfUse.Command command(ChosenPeriod chosen) {
        return ReadProofOfUse.Command.of(chosen.id());
    }

    private ProofPage page(ChosenPeriod chosen, Form form) {
        ProofOfUse proof = read.handle(user.actor(), command(chosen));
        return new ProofPage(
                proof,
                stored.of(user.actor(), proof.period().id()),
                chosen,
                user.actor().readsAs(Role.MINISTRY),
                user.actor().is(Role.NSI),
                form);
    }

    /** A form that sends a file: what is wrong with it comes back as the page. */
    @POST
    @RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME, Role.AUDITOR_NAME})
    @Path("/mit-namen")
    @Produces(MediaType.WILDCARD)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response named(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        ChosenPeriod period = search.one(form.value("zeitraum"));
        if (form.onlyShow()) {
            return html(Response.ok(page(period, form.with(Form.SHOW_AGAIN, ""))));
        }
        try {
            ProofOfUse proof =
                    read.handle(user.actor(), new ReadProofOfUse.Command(period.id(), true, form.value("reason")));
            // Said outright: a browser would rather have a page, and nothing writes a workbook as one.
            return "xlsx".equals(form.value("ending"))
                    ? Response.ok(ProofTables.of(proof), StoredFiles.XLSX).build()
                    : Response.ok(sheets.pdf(proof), PdfFile.MEDIA_TYPE).build();
        } catch (InvalidInputException invalid) {
            return html(Response.status(400).entity(page(period, form.wrong(invalid))));
        }
    }

    private static Response html(Response.ResponseBuilder answer) {
        return answer.type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8")).build();
    }
}
