package de.digitallotsen.audit.web;

import java.time.Clock;

import de.digitallotsen.audit.AuditTrail;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The trail as a file, for programs. */
@Path("/api/v1/audit.{ending: csv|xlsx}")
@Produces(MediaType.WILDCARD)
@Tag(name = "Listen", description = "Was auf dem Bildschirm steht, als Datei")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class AuditFilesResource {

    private final AuditTable table;
    private final CurrentUser user;
    private final Clock clock;

    AuditFilesResource(AuditTable table, CurrentUser user, Clock clock) {
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @GET
    @Operation(
            summary = "Protokoll als Datei",
            description =
                    "CSV mit Semikolon und UTF-8 oder XLSX mit getippten Zellen; dieselben Filter wie beim Lesen.")
    public Response file(
            @PathParam("ending") String ending,
            @QueryParam("from") String from,
            @QueryParam("to") String to,
            @QueryParam("action") String action,
            @QueryParam("subjectType") String subjectType,
            @QueryParam("subjectId") String subjectId,
            @QueryParam("person") String person) {
        AuditTrail.Filter filter = new AuditTrail.Filter(
                Params.day("from", from),
                Params.day("to", to),
                blankToNull(action),
                blankToNull(subjectType),
                blankToNull(subjectId),
                null,
                blankToNull(person));
        return table.entries(
                        user.actor(),
                        filter,
                        Pager.query(
                                "from",
                                from,
                                "to",
                                to,
                                "action",
                                action,
                                "subjectType",
                                subjectType,
                                "subjectId",
                                subjectId,
                                "person",
                                person))
                .as(ending, clock.instant());
    }

    private static String blankToNull(String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
