package de.digitallotsen.claim.web;

import de.digitallotsen.claim.ClaimSheets;
import de.digitallotsen.claim.ReviseClaim;
import de.digitallotsen.claim.SubmitClaim;
import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** One claim, and what the NSI does with it; what the Ministry does is {@link ClaimReviewPages}. */
@Path("/mittelabrufe/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ClaimDetailPages {

    private final ClaimDetail detail;
    private final ReviseClaim revise;
    private final SubmitClaim submit;
    private final ClaimSheets sheets;
    private final ClaimLineTable table;
    private final CurrentUser user;

    ClaimDetailPages(
            ClaimDetail detail,
            ReviseClaim revise,
            SubmitClaim submit,
            ClaimSheets sheets,
            ClaimLineTable table,
            CurrentUser user) {
        this.detail = detail;
        this.revise = revise;
        this.submit = submit;
        this.sheets = sheets;
        this.table = table;
        this.user = user;
    }

    @GET
    public TemplateInstance show(@PathParam("id") String id) {
        return detail.page(Params.id(id), Form.of());
    }

    /** Its lines as a file. */
    @GET
    @Path("/mittelabruf")
    @Produces({Table.CSV, Table.XLSX})
    public Table list(@PathParam("id") String id) {
        return table.of(user.actor(), Params.id(id));
    }

    @GET
    @Path("/mittelabruf.pdf")
    @Produces(MediaType.WILDCARD)
    public PdfFile pdf(@PathParam("id") String id) {
        return sheets.pdf(user.actor(), Params.id(id));
    }

    @POST
    @Path("/neu-zusammenstellen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.NSI_NAME)
    public Response revise(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        long claim = Params.id(id);
        if (form.onlyShow()) {
            return form.submit(null, again -> detail.page(claim, again));
        }
        return Form.answering(
                () -> {
                    revise.handle(
                            user.actor(),
                            claim,
                            Params.integer("version", form.value("version")),
                            ClaimPages.chosen(form));
                    return Link.to(ClaimDetailPages.class, claim).saying("mittelabruf-entwurf");
                },
                invalid -> detail.page(claim, form.wrong(invalid)),
                refused -> detail.page(claim, detail.again(claim, form, refused)));
    }

    @POST
    @Path("/einreichen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.NSI_NAME)
    public Response submit(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return detail.act(
                id, Form.sent(fields), claim -> submit.handle(user.actor(), claim), "mittelabruf-eingereicht");
    }
}
