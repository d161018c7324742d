package de.digitallotsen.places.web;

import de.digitallotsen.places.ImportEarlierUse;
import de.digitallotsen.shared.FileText;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Places used in earlier periods, for programs. */
@Path("/api/v1/places/earlier-use")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "Auswertungen", description = "Prognose und Abdeckung, ohne Namen")
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class EarlierUseResource {

    private final ImportEarlierUse importEarlierUse;
    private final CurrentUser user;

    EarlierUseResource(ImportEarlierUse importEarlierUse, CurrentUser user) {
        this.importEarlierUse = importEarlierUse;
        this.user = user;
    }

    @POST
    @Consumes({"text/csv", MediaType.TEXT_PLAIN, MediaType.APPLICATION_OCTET_STREAM})
    @Operation(
            summary = "Frühere Nutzung einlesen",
            description = "CSV mit den Spalten ars;zeitraum;plaetze. Mit dryRun=true zeigt die Antwort nur, was sich"
                    + " ändern würde. Alles oder nichts; keiner laufenden Anmeldung wird ihr Platz genommen (R3).")
    public ImportEarlierUse.Changes importEarlierUse(byte[] file, @QueryParam("dryRun") String dryRun) {
        return importEarlierUse.handle(
                user.actor(),
                FileText.of(file == null ? new byte[0] : file),
                Boolean.TRUE.equals(Params.flag("dryRun", dryRun)));
    }
}
