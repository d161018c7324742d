package de.digitallotsen.claim.web;

import java.net.URI;
import java.util.List;

import de.digitallotsen.claim.Claim;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.claim.ClaimSheets;
import de.digitallotsen.claim.PrepareClaim;
import de.digitallotsen.claim.ReviseClaim;
import de.digitallotsen.claim.SubmitClaim;
import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.InterfaceDescription;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.extensions.Extension;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Claims for programs, and what the NSI does with them; what the Ministry does is {@link ClaimReviewResource}. */
@Path("/api/v1/claims")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Mittelabrufe", description = "Festgestelltes zusammenstellen, einreichen, genehmigen, Zahlung vermerken")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ClaimResource {

    private final ClaimSearch search;
    private final PrepareClaim prepare;
    private final ReviseClaim revise;
    private final SubmitClaim submit;
    private final ClaimSheets sheets;
    private final ClaimLineTable table;
    private final CurrentUser user;

    ClaimResource(
            ClaimSearch search,
            PrepareClaim prepare,
            ReviseClaim revise,
            SubmitClaim submit,
            ClaimSheets sheets,
            ClaimLineTable table,
            CurrentUser user) {
        this.search = search;
        this.prepare = prepare;
        this.revise = revise;
        this.submit = submit;
        this.sheets = sheets;
        this.table = table;
        this.user = user;
    }

    /** Whose money. */
    @Schema(name = "ClaimSelection")
    public record SelectionJson(
            @Schema(description = "ohne Angabe der laufende; nur beim Anlegen")
            Long periodId,

            @Schema(description = "ohne Angabe alle Termine")
            List<Long> seminarIds) {}

    @GET
    @Operation(
            summary = "Mittelabrufe",
            description = "Neueste zuerst; periodId=all für alle Zeiträume, ohne Angabe der laufende."
                    + " Ministerium und Rechnungsprüfung sehen keine Entwürfe.")
    public Page<ClaimJson> list(
            @QueryParam("periodId") String period, @QueryParam("page") String page, @QueryParam("size") String size) {
        Page<Claim> found = search.find(user.actor(), search.chosen(period).id(), Params.page(page, size));
        return new Page<>(
                found.items().stream().map(ClaimJson::inList).toList(), found.page(), found.size(), found.total());
    }

    @GET
    @Produces({Table.CSV, Table.XLSX})
    @Tag(name = InterfaceDescription.LISTS)
    @Extension(name = InterfaceDescription.LIST, value = "Mittelabrufe als Datei")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "Neueste zuerst, das Ministerium ohne Entwürfe; CSV mit Semikolon und UTF-8 oder"
                    + " XLSX mit getippten Zellen.")
    public Table asList(@QueryParam("periodId") String period) {
        return ClaimTable.of(search, user.actor(), search.chosen(period));
    }

    @GET
    @Path("/{id}")
    @Operation(
            summary = "Ein Mittelabruf mit seinen Positionen, seiner Zahlung und seinem Verlauf",
            description = "Referenz und Kommune, keine Namen von Teilnehmenden; im Verlauf steht jeder Schritt.")
    public ClaimJson one(@PathParam("id") String id) {
        return ClaimJson.whole(search.require(user.actor(), Params.id(id)), search);
    }

    @GET
    @Path("/{id}/claim")
    @Produces({Table.CSV, Table.XLSX})
    @Operation(summary = "Die Positionen eines Mittelabrufs als CSV oder XLSX")
    public Table lines(@PathParam("id") String id) {
        return table.of(user.actor(), Params.id(id));
    }

    @GET
    @Path("/{id}/claim.pdf")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Ein Mittelabruf als PDF")
    @APIResponse(responseCode = "200", description = "Das Dokument", content = @Content(mediaType = PdfFile.MEDIA_TYPE))
    public PdfFile pdf(@PathParam("id") String id) {
        return sheets.pdf(user.actor(), Params.id(id));
    }

    @POST
    @RolesAllowed(Role.NSI_NAME)
    @Operation(
            summary = "Zusammenstellen",
            description = "Was festgestellt und noch nicht abgerufen ist; Berichtigungen früher abgerufener Beträge"
                    + " sind immer dabei. Jede Buchung steht in höchstens einem Mittelabruf.")
    @APIResponse(responseCode = "201", description = "Angelegt, siehe Location")
    public Response prepare(SelectionJson selection) {
        long id = prepare.handle(
                user.actor(),
                new PrepareClaim.Command(
                        selection == null ? null : selection.periodId(),
                        selection == null ? null : selection.seminarIds()));
        return Response.created(URI.create("/api/v1/claims/" + id))
                .entity(one(String.valueOf(id)))
                .build();
    }

    @PUT
    @Path("/{id}")
    @RolesAllowed(Role.NSI_NAME)
    @Operation(
            summary = "Neu zusammenstellen",
            description = "Ein Entwurf oder ein zurückgegebener; die Nummer bleibt.")
    public ClaimJson revise(@PathParam("id") String id, SelectionJson selection) {
        revise.handle(user.actor(), Params.id(id), selection == null ? null : selection.seminarIds());
        return one(id);
    }

    @POST
    @Path("/{id}/submission")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.NSI_NAME)
    @Operation(
            summary = "Einreichen",
            description = "Nur wenn Aktenzeichen, Kontoinhaber und IBAN eingestellt sind (409 RECIPIENT_MISSING); das"
                    + " Ministerium bekommt eine E-Mail.")
    public ClaimJson submit(@PathParam("id") String id) {
        submit.handle(user.actor(), Params.id(id));
        return one(id);
    }
}
