package de.digitallotsen.registration.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.registration.AttendanceList;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The NSI corrects the attendance of one person after the seminar was closed (R20). */
@Path("/anmeldungen/{reference}/berichtigen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class CorrectPages {

    private final CorrectAttendance correct;
    private final AttendanceList attendance;
    private final RegistrationSearch search;
    private final CurrentUser user;
    private final Clock clock;

    CorrectPages(
            CorrectAttendance correct,
            AttendanceList attendance,
            RegistrationSearch search,
            CurrentUser user,
            Clock clock) {
        this.correct = correct;
        this.attendance = attendance;
        this.search = search;
        this.user = user;
        this.clock = clock;
    }

    /** One day of the seminar, and whether the person was there. */
    public record DayTick(String field, String label, boolean ticked) {}

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CorrectPage(RegistrationLine registration, List<DayTick> days, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("reference") String reference) {
        RegistrationView view = search.require(user.actor(), reference);
        return page(view, attendance.presenceOf(view.registration().id()), Form.of());
    }

    private CorrectPage page(RegistrationView view, Set<LocalDate> present, Form form) {
        List<DayTick> ticks = view.registration().seminar().dates().stream()
                .map(day -> new DayTick("tag." + day, German.dateWithWeekday(day), present.contains(day)))
                .toList();
        return new CorrectPage(RegistrationLine.of(view, clock.instant()), ticks, form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        RegistrationView view = search.require(user.actor(), reference);
        Set<LocalDate> present = view.registration().seminar().dates().stream()
                .filter(day -> form.ticked("tag." + day))
                .collect(Collectors.toSet());
        return form.submit(
                () -> {
                    correct.handle(
                            user.actor(), new CorrectAttendance.Command(reference, present, form.value("reason")));
                    return RegistrationPages.linkTo(view).saying("berichtigt");
                },
                again -> page(view, present, again));
    }
}
