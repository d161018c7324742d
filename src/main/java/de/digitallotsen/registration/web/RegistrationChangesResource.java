package de.digitallotsen.registration.web;

import java.time.LocalDate;
import java.util.Set;

import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.registration.OverrideFee;
import de.digitallotsen.registration.PromoteByHand;
import de.digitallotsen.registration.RebookRegistration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
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

/**
 * What happens to a registration after it was received, for programs. Every answer is the registration as it stands
 * then.
 */
@Path("/api/v1/registrations")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Anmeldungen")
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegistrationChangesResource {

    private final RegistrationSearch search;
    private final CurrentUser user;
    private final KommuneActs kommune;
    private final NsiActs nsi;

    RegistrationChangesResource(RegistrationSearch search, CurrentUser user, KommuneActs kommune, NsiActs nsi) {
        this.search = search;
        this.user = user;
        this.kommune = kommune;
        this.nsi = nsi;
    }

    /** What the Kommune does. */
    @Singleton
    static class KommuneActs {
        private final CancelRegistration cancel;
        private final SubstituteParticipant substitute;
        private final RebookRegistration rebook;

        KommuneActs(CancelRegistration cancel, SubstituteParticipant substitute, RebookRegistration rebook) {
            this.cancel = cancel;
            this.substitute = substitute;
            this.rebook = rebook;
        }
    }

    /** What the NSI alone does. */
    @Singleton
    static class NsiActs {
        private final PromoteByHand promote;
        private final OverrideFee override;
        private final CorrectAttendance correct;

        NsiActs(PromoteByHand promote, OverrideFee override, CorrectAttendance correct) {
            this.promote = promote;
            this.override = override;
            this.correct = correct;
        }
    }

    /** The other person. */
    public record SubstitutionRequest(RegistrationJson.Person participant) {}

    /** The other date. */
    public record RebookingRequest(@Schema(examples = "12") Long seminarId) {}

    /** What the Kommune owes, and why. */
    public record FeeRequest(
            @Schema(examples = "25000", description = "0 bis zum ganzen Teilnahmeentgelt, in Cent")
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
        kommune.cancel.handle(
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
        kommune.substitute.handle(
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
        kommune.rebook.handle(user.actor(), reference, request == null ? null : request.seminarId());
        return one(reference);
    }

    @POST
    @Path("/{reference}/promotion")
    @Consumes(MediaType.WILDCARD)
    @RolesAllowed(Role.NSI_NAME)
    @Operation(
            summary = "Von Hand nachrücken lassen",
            description = "Nach dem Meldeschluss, in der Reihenfolge des Eingangs, nach denselben Regeln (R14).")
    public RegistrationJson promote(@PathParam("reference") String reference) {
        nsi.promote.handle(user.actor(), reference);
        return one(reference);
    }

    @POST
    @Path("/{reference}/fee")
    @RolesAllowed(Role.NSI_NAME)
    @Operation(
            summary = "Betrag festlegen",
            description = "Was die Kommune dem NSI schuldet, mit Begründung. Die Förderung ändert sich nicht.")
    public RegistrationJson changeFee(@PathParam("reference") String reference, FeeRequest request) {
        FeeRequest given = request == null ? new FeeRequest(null, null) : request;
        nsi.override.handle(user.actor(), new OverrideFee.Command(reference, given.dueCents(), given.reason()));
        return one(reference);
    }

    @POST
    @Path("/{reference}/correction")
    @RolesAllowed(Role.NSI_NAME)
    @Operation(
            summary = "Teilnahme berichtigen",
            description = "Nach dem Abschließen, mit Begründung; der Unterschied wird gebucht (R20).")
    public RegistrationJson correct(@PathParam("reference") String reference, CorrectionRequest request) {
        Set<LocalDate> days = request == null || request.daysPresent() == null ? Set.of() : request.daysPresent();
        nsi.correct.handle(
                user.actor(),
                new CorrectAttendance.Command(reference, days, request == null ? null : request.reason()));
        return one(reference);
    }
}
