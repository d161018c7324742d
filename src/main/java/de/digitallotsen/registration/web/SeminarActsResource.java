package de.digitallotsen.registration.web;

import java.util.EnumMap;
import java.util.Map;

import de.digitallotsen.registration.CancelSeminar;
import de.digitallotsen.registration.CloseSeminar;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
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

/** The NSI cancels or closes a seminar with all its registrations, for programs. */
@Path("/api/v1/seminars")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Termine")
@RolesAllowed(Role.NSI_NAME)
public class SeminarActsResource {

    private final CancelSeminar cancel;
    private final CloseSeminar close;
    private final SeminarSearch seminars;
    private final RegistrationSearch registrations;
    private final CurrentUser user;

    SeminarActsResource(
            CancelSeminar cancel,
            CloseSeminar close,
            SeminarSearch seminars,
            RegistrationSearch registrations,
            CurrentUser user) {
        this.cancel = cancel;
        this.close = close;
        this.seminars = seminars;
        this.registrations = registrations;
        this.user = user;
    }

    /** Why it is cancelled; everybody concerned reads it. */
    public record SeminarCancellation(
            @Schema(examples = "Die Referentin ist erkrankt.")
            String reason) {}

    /** How a seminar stands after the act, and with it its registrations. */
    @Schema(name = "SeminarOutcome")
    public record OutcomeJson(
            String id, SeminarStatus status, String cancellationReason, Map<RegistrationStatus, Long> registrations) {}

    private OutcomeJson outcome(long id) {
        SeminarSearch.SeminarView view = seminars.require(user.actor(), id);
        Map<RegistrationStatus, Long> counts = new EnumMap<>(RegistrationStatus.class);
        registrations
                .find(
                        user.actor(),
                        RegistrationSearch.Filter.ofSeminar(id),
                        RegistrationSearch.Order.SEMINAR_LIST,
                        Page.Request.everything())
                .items()
                .forEach(r -> counts.merge(r.registration().status(), 1L, Long::sum));
        return new OutcomeJson(
                String.valueOf(id), view.seminar().status(), view.seminar().cancellationReason(), counts);
    }

    @POST
    @Path("/{id}/cancellation")
    @Operation(
            summary = "Termin absagen",
            description = "Alle laufenden Anmeldungen enden kostenfrei, Mittel und Förderplätze werden frei (R19).")
    public OutcomeJson cancel(@PathParam("id") String id, SeminarCancellation request) {
        long seminarId = Params.id(id);
        cancel.handle(user.actor(), seminarId, request == null ? null : request.reason());
        return outcome(seminarId);
    }

    @POST
    @Path("/{id}/closing")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Termin abschließen",
            description = "Wer an genügend Tagen da war, hat teilgenommen, und die Förderung ist festgestellt; sonst"
                    + " wird sie frei (R10, R20).")
    public OutcomeJson close(@PathParam("id") String id) {
        long seminarId = Params.id(id);
        close.handle(user.actor(), seminarId);
        return outcome(seminarId);
    }
}
