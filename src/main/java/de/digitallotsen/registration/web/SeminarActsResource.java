package de.digitallotsen.registration.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.digitallotsen.registration.AttendanceList;
import de.digitallotsen.registration.CancelSeminar;
import de.digitallotsen.registration.CloseSeminar;
import de.digitallotsen.registration.RecordAttendance;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What the NSI does with a whole seminar and all its registrations, for programs. */
@Path("/api/v1/seminars")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Termine")
@RolesAllowed(Role.NSI_NAME)
public class SeminarActsResource {

    private final SeminarSearch seminars;
    private final RegistrationSearch registrations;
    private final Acts acts;
    private final CurrentUser user;

    SeminarActsResource(SeminarSearch seminars, RegistrationSearch registrations, Acts acts, CurrentUser user) {
        this.seminars = seminars;
        this.registrations = registrations;
        this.acts = acts;
        this.user = user;
    }

    /** What is done. */
    @Singleton
    static class Acts {
        private final CancelSeminar cancel;
        private final RecordAttendance record;
        private final CloseSeminar close;
        private final AttendanceList attendance;

        Acts(CancelSeminar cancel, RecordAttendance record, CloseSeminar close, AttendanceList attendance) {
            this.cancel = cancel;
            this.record = record;
            this.close = close;
            this.attendance = attendance;
        }
    }

    /** Why it is cancelled; everybody concerned reads it. */
    public record SeminarCancellation(
            @Schema(examples = "Die Referentin ist erkrankt.")
            String reason) {}

    /** On which days a person was there. */
    @Schema(name = "Attendance")
    public record AttendanceJson(
            @Schema(examples = "7K3MQ9XA") String reference,
            @Schema(examples = "[\"2027-03-01\"]") Set<LocalDate> daysPresent) {}

    /** How a seminar stands after the act, and with it its registrations. */
    @Schema(name = "SeminarOutcome")
    public record OutcomeJson(
            String id, SeminarStatus status, String cancellationReason, Map<RegistrationStatus, Long> registrations) {}

    private OutcomeJson outcome(long id) {
        SeminarSearch.SeminarView view = seminars.require(user.actor(), id);
        Map<RegistrationStatus, Long> counts = new java.util.EnumMap<>(RegistrationStatus.class);
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
        acts.cancel.handle(user.actor(), seminarId, request == null ? null : request.reason());
        return outcome(seminarId);
    }

    @GET
    @Path("/{id}/attendance")
    @Operation(summary = "Erfasste Teilnahme")
    public List<AttendanceJson> attendance(@PathParam("id") String id) {
        long seminarId = registrations.requireSeminar(Params.id(id));
        Map<Long, Set<LocalDate>> presence = acts.attendance.presence(seminarId);
        return registrations
                .find(
                        user.actor(),
                        RegistrationSearch.Filter.ofSeminar(seminarId),
                        RegistrationSearch.Order.SEMINAR_LIST,
                        Page.Request.everything())
                .items()
                .stream()
                .map(RegistrationSearch.RegistrationView::registration)
                .filter(SeminarActsResource::hadSeat)
                .map(r -> new AttendanceJson(r.reference(), presence.getOrDefault(r.id(), Set.of())))
                .toList();
    }

    private static boolean hadSeat(Registration registration) {
        return switch (registration.status()) {
            case CONFIRMED, ATTENDED, NO_SHOW -> true;
            case WAITING, CANCELLED -> false;
        };
    }

    @PUT
    @Path("/{id}/attendance")
    @Operation(
            summary = "Teilnahme erfassen",
            description = "Je Person die Tage, an denen sie da war, von allen Tagen, die schon begonnen haben. Wer"
                    + " nicht genannt ist, bleibt, wie erfasst (R20).")
    public List<AttendanceJson> record(@PathParam("id") String id, List<AttendanceJson> people) {
        long seminarId = Params.id(id);
        Input input = new Input();
        input.check(
                people != null && people.stream().allMatch(p -> p != null && p.reference() != null),
                "reference",
                "input.required",
                "label",
                "reference");
        input.throwIfWrong();
        Map<String, Set<LocalDate>> present = new HashMap<>();
        people.forEach(p -> present.put(p.reference(), p.daysPresent() == null ? Set.of() : p.daysPresent()));
        acts.record.handle(user.actor(), new RecordAttendance.Command(seminarId, null, present));
        return attendance(id);
    }

    @POST
    @Path("/{id}/closing")
    @Consumes(MediaType.WILDCARD)
    @Operation(
            summary = "Termin abschließen",
            description = "Wer an genügend Tagen da war, hat teilgenommen, und die Förderung ist ausgezahlt; sonst"
                    + " wird sie frei (R10, R20).")
    public OutcomeJson close(@PathParam("id") String id) {
        long seminarId = Params.id(id);
        acts.close.handle(user.actor(), seminarId);
        return outcome(seminarId);
    }
}
