package de.digitallotsen.registration.web;

import java.util.List;
import java.util.stream.IntStream;

import de.digitallotsen.registration.DryRuns;
import de.digitallotsen.registration.ManyRegistrations;
import de.digitallotsen.registration.PreviewMany;
import de.digitallotsen.registration.RegisterMany;
import de.digitallotsen.shared.ChangedSincePreviewException;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Several registrations at once, for programs. */
@Path("/api/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Anmeldungen")
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class BatchResource {

    private final RegisterMany register;
    private final PreviewMany preview;
    private final DryRuns dryRuns;
    private final CurrentUser user;

    BatchResource(RegisterMany register, PreviewMany preview, DryRuns dryRuns, CurrentUser user) {
        this.register = register;
        this.preview = preview;
        this.dryRuns = dryRuns;
        this.user = user;
    }

    @POST
    @Path("/batch")
    @Operation(
            summary = "Mehrere Personen anmelden",
            description = "Bis zu 200, eine Antwort je Zeile, gezählt ab 1. together=true: alle oder niemand (409"
                    + " NOT_ALL_POSSIBLE); wer schon angemeldet ist, hält niemanden auf. dryRun=true: nur die Vorschau,"
                    + " nichts ändert sich. ALREADY_REGISTERED ist kein Fehler: Die Person ist für diesen"
                    + " Termin schon angemeldet.")
    public List<ManyRegistrations.Result> batch(
            List<RegistrationRequestJson> requests,
            @QueryParam("together") String together,
            @QueryParam("dryRun") String dryRun,
            @HeaderParam("Idempotency-Key") @Parameter(example = "3d7c2b1e-5f0a-4c55-9d0e-1f2a3b4c5d6e") String key) {
        List<RegistrationRequestJson> given = requests == null ? List.of() : requests;
        List<ManyRegistrations.Line> lines = IntStream.range(0, given.size())
                .mapToObj(i -> ManyRegistrations.Line.of(i + 1, RegistrationRequestJson.application(given.get(i)))
                        .expecting(RegistrationRequestJson.expect(given.get(i))))
                .toList();
        if (Boolean.TRUE.equals(Params.flag("dryRun", dryRun))) {
            return dryRuns.many(user.actor(), lines, DryRuns.Door.PROGRAM);
        }
        boolean all = Boolean.TRUE.equals(Params.flag("together", together));
        try {
            return register.handle(
                    user.actor(),
                    new RegisterMany.Command(lines, all, key == null ? "batch-" + Hashes.randomToken() : key));
        } catch (ChangedSincePreviewException changed) {
            throw changed.showing(preview.handle(user.actor(), lines));
        }
    }
}
