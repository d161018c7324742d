package de.digitallotsen.registration.web;

import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.RebookRegistration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a Kommune changes about a registration, for programs. Every answer is the registration as it stands then. */
@Path("/api/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Anmeldungen")
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegistrationChangesResource {

    private final CancelRegistration cancel;
    private final SubstituteParticipant substitute;
    private final RebookRegistration rebook;
    private final RegistrationSearch search;
    private final CurrentUser user;

    RegistrationChangesResource(
            CancelRegistration cancel,
            SubstituteParticipant substitute,
            RebookRegistration rebook,
            RegistrationSearch search,
            CurrentUser user) {
        this.cancel = cancel;
        this.substitute = substitute;
        this.rebook = rebook;
        this.search = search;
        this.user = user;
    }

    /** The other person. */
    public record SubstitutionRequest(RegistrationJson.Person participant) {}

    /** The other date. */
    public record RebookingRequest(@Schema(examples = "12") Long seminarId) {}

    private RegistrationJson one(String reference) {
        RegistrationView view = search.require(user.actor(), reference);
        return RegistrationJson.of(view, search.history(view.registration()));
    }

    @POST
    @Path("/{reference}/cancellation")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Anmeldung stornieren",
            description = "Bis zum Meldeschluss kostenfrei, danach nach den Stufen des Programms; dueCents sagt, was"
                    + " die Kommune schuldet (R18). Platz und Mittel gehen sofort an die Warteliste (R14).")
    public RegistrationJson cancel(
            @PathParam("reference") String reference,
            @QueryParam("expectedDueCents")
                    @Parameter(description = "409 COST_CHANGED, wenn es inzwischen etwas anderes kostet")
                    String expected) {
        cancel.handle(
                user.actor(),
                new CancelRegistration.Command(reference, Params.longNumber("expectedDueCents", expected)));
        return one(reference);
    }

    @POST
    @Path("/{reference}/substitution")
    @Operation(
            summary = "Andere Person",
            description = "Bis das Seminar beginnt. Platz, Mittel und Reihenfolge bleiben (R16).")
    public RegistrationJson substitute(@PathParam("reference") String reference, SubstitutionRequest request) {
        substitute.handle(
                user.actor(),
                reference,
                request == null || request.participant() == null
                        ? null
                        : request.participant().asDetails());
        return one(reference);
    }

    @POST
    @Path("/{reference}/rebooking")
    @Operation(
            summary = "Umbuchen",
            description = "Auf einen anderen offenen Termin desselben Förderzeitraums mit freiem Platz; sonst bleibt"
                    + " alles, wie es ist (R17).")
    public RegistrationJson rebook(@PathParam("reference") String reference, RebookingRequest request) {
        rebook.handle(user.actor(), reference, request == null ? null : request.seminarId());
        return one(reference);
    }
}
