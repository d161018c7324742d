package de.digitallotsen.registration.web;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.digitallotsen.registration.AttendanceList;
import de.digitallotsen.registration.RecordAttendance;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Who was there on which day of a seminar (R20), for programs. */
@Path("/api/v1/seminars")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Termine")
@RolesAllowed(Role.NSI_NAME)
public class AttendanceResource {

    private final RecordAttendance record;
    private final AttendanceList list;
    private final RegistrationSearch registrations;
    private final CurrentUser user;

    AttendanceResource(
            RecordAttendance record, AttendanceList list, RegistrationSearch registrations, CurrentUser user) {
        this.record = record;
        this.list = list;
        this.registrations = registrations;
        this.user = user;
    }

    /** On which days a person was there. */
    @Schema(name = "Attendance")
    public record AttendanceJson(
            @Schema(examples = "7K3MQ9XA") String reference,
            @Schema(examples = "[\"2027-03-01\"]") Set<LocalDate> daysPresent) {}

    @GET
    @Path("/{id}/attendance")
    @Operation(summary = "Erfasste Teilnahme")
    public List<AttendanceJson> attendance(@PathParam("id") String id) {
        long seminarId = registrations.requireSeminar(Params.id(id));
        Map<Long, Set<LocalDate>> presence = list.presence(seminarId);
        return registrations
                .find(
                        user.actor(),
                        RegistrationSearch.Filter.ofSeminar(seminarId),
                        RegistrationSearch.Order.SEMINAR_LIST,
                        Page.Request.everything())
                .items()
                .stream()
                .map(RegistrationSearch.RegistrationView::registration)
                .filter(AttendanceResource::hadSeat)
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
        record.handle(user.actor(), new RecordAttendance.Command(seminarId, null, present));
        return attendance(id);
    }
}
