package de.digitallotsen.proof.web;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.proof.AcceptProof;
import de.digitallotsen.proof.ProduceProof;
import de.digitallotsen.proof.ProofSearch;
import de.digitallotsen.proof.ProofVersion;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.InterfaceDescription;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
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

/** The stored proofs of use for programs. */
@Path("/api/v1/proofs")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Verwendungsnachweis")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ProofVersionResource {

    private final ProofSearch search;
    private final ProduceProof produce;
    private final AcceptProof accept;
    private final CurrentUser user;

    ProofVersionResource(ProofSearch search, ProduceProof produce, AcceptProof accept, CurrentUser user) {
        this.search = search;
        this.produce = produce;
        this.accept = accept;
        this.user = user;
    }

    /** A stored version. */
    @Schema(name = "StoredProof")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record StoredProofJson(
            String id,
            String periodId,
            @Schema(examples = "VN-2027-001") String number,
            @Schema(description = "1, 2, 3 … im Zeitraum") int version,

            @Schema(description = "beim Ausstellen fehlte noch etwas")
            boolean draft,

            long spentCents,
            long paidCents,
            @Schema(description = "der PDF-Datei selbst") String sha256,
            @Schema(description = "der XLSX-Datei selbst") String xlsxSha256,

            @Schema(description = "Sachbericht, wie er eingegeben wurde")
            String narrative,

            String place,
            Instant producedAt,
            Instant acceptedAt,
            @Schema(description = "Prüfvermerk") String remark) {
        static StoredProofJson of(ProofSearch.Shown shown) {
            ProofVersion v = shown.version();
            return new StoredProofJson(
                    String.valueOf(v.id()),
                    String.valueOf(v.periodId()),
                    v.number(),
                    v.version(),
                    v.draft(),
                    v.spentCents(),
                    v.paidCents(),
                    v.pdfSha256(),
                    v.xlsxSha256(),
                    v.narrative(),
                    v.place(),
                    v.producedAt(),
                    v.acceptedAt(),
                    v.remark());
        }
    }

    /** What stands in the document besides the figures. */
    @Schema(name = "ProofEdition")
    public record EditionJson(
            @Schema(description = "ohne Angabe der laufende")
            Long periodId,

            @Schema(description = "Sachbericht: Absätze ohne Formatierung; ohne ihn ist es ein Entwurf")
            String narrative,

            @Schema(examples = "Hannover", description = "Ort der Erklärung")
            String place) {}

    /** The examination note. */
    @Schema(name = "ProofAcceptance")
    public record AcceptanceJson(
            @Schema(examples = "Geprüft, keine Beanstandungen.")
            String remark) {}

    @GET
    @Operation(summary = "Ausgestellte Verwendungsnachweise", description = "Eines Zeitraums, neueste Fassung zuerst.")
    public List<StoredProofJson> list(@QueryParam("periodId") String period) {
        return search.of(user.actor(), Params.longNumber("periodId", period)).stream()
                .map(StoredProofJson::of)
                .toList();
    }

    @POST
    @RolesAllowed(Role.NSI_NAME)
    @Operation(
            summary = "Ausstellen",
            description = "Eine neue Fassung; keine frühere wird ersetzt. Entwurf, bis der Zeitraum beendet und alles"
                    + " abgerechnet ist.")
    @APIResponse(responseCode = "201", description = "Ausgestellt, siehe Location")
    public Response produce(EditionJson sent) {
        long id = produce.handle(
                user.actor(),
                sent == null
                        ? new ProduceProof.Command(null, null, null)
                        : new ProduceProof.Command(sent.periodId(), sent.narrative(), sent.place()));
        return Response.created(URI.create("/api/v1/proofs/" + id))
                .entity(one(String.valueOf(id)))
                .build();
    }

    @GET
    @Path("/{id}")
    @Operation(summary = "Eine Fassung")
    public StoredProofJson one(@PathParam("id") String id) {
        return StoredProofJson.of(search.require(user.actor(), Params.id(id)));
    }

    @GET
    @Path("/{id}")
    @Produces(Table.XLSX)
    @Extension(name = InterfaceDescription.LIST, value = "Eine Fassung als XLSX")
    @Extension(
            name = InterfaceDescription.LIST_DESCRIPTION,
            value = "Die Datei, wie sie gespeichert ist; ihre Prüfsumme ist xlsxSha256.")
    public Response xlsx(@PathParam("id") String id) {
        return StoredFiles.xlsx(search.xlsx(user.actor(), Params.id(id)));
    }

    @GET
    @Path("/{id}.pdf")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Eine Fassung als PDF", description = "Die Datei, wie sie gespeichert ist.")
    @APIResponse(responseCode = "200", description = "Das Dokument", content = @Content(mediaType = PdfFile.MEDIA_TYPE))
    public PdfFile pdf(@PathParam("id") String id) {
        return StoredFiles.pdf(search.pdf(user.actor(), Params.id(id)));
    }

    @POST
    @Path("/{id}/acceptance")
    @RolesAllowed(Role.MINISTRY_NAME)
    @Operation(
            summary = "Abnehmen",
            description = "Nur die neueste fertige Fassung (409 PROOF_DRAFT, PROOF_SUPERSEDED, PROOF_ACCEPTED), nie"
                    + " durch die Person, die sie ausgestellt hat (409 FOUR_EYES).")
    public StoredProofJson accept(@PathParam("id") String id, AcceptanceJson sent) {
        accept.handle(user.actor(), Params.id(id), new AcceptProof.Command(sent == null ? null : sent.remark()));
        return one(id);
    }
}
