package de.digitallotsen.registration.web;

import de.digitallotsen.registration.CorrectParticipant;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The person of a registration, put right, for programs. */
@Path("/api/v1/registrations/{reference}/participant")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Anmeldungen")
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class ParticipantResource {

    private final CorrectParticipant correct;
    private final RegistrationSearch search;
    private final CurrentUser user;

    ParticipantResource(CorrectParticipant correct, RegistrationSearch search, CurrentUser user) {
        this.correct = correct;
        this.search = search;
        this.user = user;
    }

    /** What is put right; what is missing stays as it is. */
    @Schema(name = "ParticipantCorrection")
    public record CorrectionRequest(
            @Schema(examples = "Anna") String firstName,
            @Schema(examples = "Beispiel") String lastName,

            @Schema(examples = "anna.beispiel@langenhagen.example")
            String email,

            @Schema(examples = "Bürgerbüro", description = "leer: löschen")
            String jobTitle,

            @Schema(description = "leer: löschen") String accessibilityNeeds,

            @Schema(description = "true: Auf ANOTHER_PERSON hin geprüft, es ist dieselbe Person")
            Boolean samePerson) {
        private CorrectParticipant.Command of(String reference) {
            return new CorrectParticipant.Command(
                    reference,
                    new Participant.Details(firstName, lastName, email, jobTitle, accessibilityNeeds),
                    Boolean.TRUE.equals(samePerson));
        }
    }

    @PUT
    @Operation(
            summary = "Angaben berichtigen",
            description =
                    "Dieselbe Person, anders geschrieben: jede Auswahl der Felder, alles andere bleibt. Eine andere"
                            + " Person benennt „substitution“ (R16). Eine neue Adresse bekommt die Bestätigung.")
    public RegistrationJson correct(@PathParam("reference") String reference, CorrectionRequest request) {
        CorrectionRequest given = request == null ? new CorrectionRequest(null, null, null, null, null, null) : request;
        correct.handle(user.actor(), given.of(reference));
        RegistrationView view = search.require(user.actor(), reference);
        return RegistrationJson.of(view, search.history(view.registration()));
    }
}
