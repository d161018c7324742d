package de.digitallotsen.registration.web;

import java.time.LocalDate;
import java.util.Set;

import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.registration.OverrideFee;
import de.digitallotsen.registration.PromoteByHand;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
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
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/**
 * What the NSI alone changes about a registration, for programs. Every answer is the registration as it stands then.
 */
@Path("/api/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Anmeldungen")
@RolesAllowed(Role.NSI_NAME)
public class NsiChangesResource {

    private final PromoteByHand promote;
    private final OverrideFee override;
    private final CorrectAttendance correct;
    private final RegistrationSearch search;
    private final CurrentUser user;

    NsiChangesResource(
            PromoteByHand promote,
            OverrideFee override,
            CorrectAttendance correct,
            RegistrationSearch search,
            CurrentUser user) {
        this.promote = promote;
        this.override = override;
        this.correct = correct;
        this.search = search;
        this.user = user;
    }

    /** What the Kommune owes, and why. */
    public record FeeRequest(
            @Schema(
                    examples = "25000",
                    description = "0 bis zum Teilnahmeentgelt ohne das, was das Land davon zahlt, in Cent")
            Long dueCents,

            @Schema(examples = "Erkrankt, Attest liegt vor") String reason) {}

    /** All days on which the person was there, and why that differs from what was settled. */
    public record CorrectionRequest(
            Set<LocalDate> daysPresent,

            @Schema(examples = "Unterschriftenliste nachgereicht")
            String reason) {}

    private RegistrationJson one(String reference) {
        RegistrationView view = search.require(user.actor(), reference);
        return RegistrationJson.of(view, search.history(view.registration()));
    }

    @POST
    @Path("/{reference}/promotion")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Von Hand nachrücken lassen",
            description = "Nach dem Meldeschluss, in der Reihenfolge des Eingangs, nach denselben Regeln (R14).")
    public RegistrationJson promote(@PathParam("reference") String reference) {
        promote.handle(user.actor(), reference);
        return one(reference);
    }

    @POST
    @Path("/{reference}/fee")
    @Operation(
            summary = "Betrag festlegen",
            description = "Was die Kommune dem NSI schuldet, mit Begründung. Die Förderung ändert sich nicht.")
    public RegistrationJson changeFee(@PathParam("reference") String reference, FeeRequest request) {
        FeeRequest given = request == null ? new FeeRequest(null, null) : request;
        override.handle(user.actor(), new OverrideFee.Command(reference, given.dueCents(), given.reason()));
        return one(reference);
    }

    @POST
    @Path("/{reference}/correction")
    @Operation(
            summary = "Teilnahme berichtigen",
            description = "Nach dem Abschließen, mit Begründung; der Unterschied wird gebucht (R20).")
    public RegistrationJson correct(@PathParam("reference") String reference, CorrectionRequest request) {
        Set<LocalDate> days = request == null || request.daysPresent() == null ? Set.of() : request.daysPresent();
        correct.handle(
                user.actor(),
                new CorrectAttendance.Command(reference, days, request == null ? null : request.reason()));
        return one(reference);
    }
}
