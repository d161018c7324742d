package de.digitallotsen.registration.web;

import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What a Kommune changes about a registration, for programs. Every answer is the registration as it stands then. */
@Path("/api/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Anmeldungen")
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegistrationChangesResource {

    private final SubstituteParticipant substitute;
    private final RegistrationSearch search;
    private final CurrentUser user;

    RegistrationChangesResource(SubstituteParticipant substitute, RegistrationSearch search, CurrentUser user) {
        this.substitute = substitute;
        this.search = search;
        this.user = user;
    }

    /** The other person. */
    public record SubstitutionRequest(RegistrationJson.Person participant) {}

    private RegistrationJson one(String reference) {
        RegistrationView view = search.require(user.actor(), reference);
        return RegistrationJson.of(view, search.history(view.registration()));
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
}
