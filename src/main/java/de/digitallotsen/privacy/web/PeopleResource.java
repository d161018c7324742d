package de.digitallotsen.privacy.web;

import java.util.List;
import java.util.Map;

import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.privacy.ErasePerson;
import de.digitallotsen.privacy.People;
import de.digitallotsen.privacy.PersonSheets;
import de.digitallotsen.privacy.ReportPerson;
import de.digitallotsen.shared.PersonalRecords.Ending;
import de.digitallotsen.shared.PersonalRecords.Found;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What is kept about persons, for programs (Art. 15 and 17 DSGVO). */
@Path("/api/v1/people")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@RolesAllowed(Role.NSI_NAME)
@Tag(name = "Datenschutz")
public class PeopleResource {

    private final People people;
    private final ReportPerson report;
    private final ErasePerson erase;
    private final PersonSheets sheets;
    private final CurrentUser user;

    PeopleResource(People people, ReportPerson report, ErasePerson erase, PersonSheets sheets, CurrentUser user) {
        this.people = people;
        this.report = report;
        this.erase = erase;
        this.sheets = sheets;
        this.user = user;
    }

    /** Whom it is about. */
    @Schema(name = "PersonRequest")
    public record PersonJson(
            @Schema(examples = "anna.beispiel@kommune.example")
            String email) {
        static String of(PersonJson body) {
            return body == null ? null : body.email();
        }
    }

    /** Whom it is about, and whether anything shall happen. */
    @Schema(name = "ErasureRequest")
    public record ErasureJson(
            @Schema(examples = "anna.beispiel@kommune.example")
            String email,

            @Schema(description = "true: nur sagen, was gelöscht würde")
            Boolean dryRun,

            @Schema(description = "der Wert „shown“ des Probelaufs: Nur was er gezeigt hat, geschieht")
            String shown) {}

    /** What goes, or went, and what stays. */
    @Schema(name = "Erasure")
    public record ErasureAnswer(
            String email,

            @Schema(description = "je Art; leer im Probelauf")
            Map<String, Integer> erased,

            @Schema(description = "was gelöscht würde oder, danach, noch bleibt, mit Grund und Frist")
            List<Ending> endings,

            String shown) {}

    @GET
    @Operation(summary = "Personen suchen", description = "Name oder E-Mail-Adresse, mindestens drei Zeichen.")
    public List<Found> find(@QueryParam("q") String q) {
        return people.find(user.actor(), q);
    }

    @POST
    @Path("/report")
    @Operation(
            summary = "Auskunft über eine Person (Art. 15 DSGVO)",
            description = "Alles, was über sie gespeichert ist. Dass Sie es abgerufen haben, steht im Protokoll.")
    public People.Report report(PersonJson body) {
        report.handle(user.actor(), PersonJson.of(body));
        return people.report(user.actor(), PersonJson.of(body));
    }

    @POST
    @Path("/report.pdf")
    @Produces(MediaType.WILDCARD)
    @Operation(summary = "Auskunft über eine Person als PDF")
    @APIResponse(responseCode = "200", description = "Das Dokument", content = @Content(mediaType = PdfFile.MEDIA_TYPE))
    public PdfFile pdf(PersonJson body) {
        report.handle(user.actor(), PersonJson.of(body));
        return sheets.report(people.report(user.actor(), PersonJson.of(body)));
    }

    @POST
    @Path("/erasure")
    @Operation(
            summary = "Löschung auf Verlangen (Art. 17 DSGVO)",
            description = "Löscht, was nicht aufbewahrt werden muss; was bleibt, steht mit Grund und Frist in der"
                    + " Antwort. 409 ERASURE_CHANGED, wenn es etwas anderes wäre als gezeigt.")
    public ErasureAnswer erase(ErasureJson body) {
        String email = body == null ? null : body.email();
        boolean dryRun = body != null && Boolean.TRUE.equals(body.dryRun());
        Map<String, Integer> erased = dryRun
                ? Map.of()
                : erase.handle(user.actor(), new ErasePerson.Command(email, body == null ? null : body.shown()));
        People.Plan plan = people.plan(user.actor(), email);
        return new ErasureAnswer(plan.email(), erased, plan.endings(), plan.shown());
    }
}
