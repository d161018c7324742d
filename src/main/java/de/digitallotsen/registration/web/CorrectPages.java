package de.digitallotsen.registration.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.registration.AttendanceList;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.LostRace;
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

    private static final String DAY = "tag.";
    /** Says that the form remembers what it showed, even where that was no day at all. */
    private static final String SHOWN = "gezeigt";

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
        return page(view, asItStands(view));
    }

    /** A tick for each day on which the person was there; what was shown is remembered (R31). */
    private Form asItStands(RegistrationView view) {
        Form form = Form.of(SHOWN, "ja");
        for (LocalDate day : attendance.presenceOf(view.registration().id())) {
            form = form.with(DAY + day, "on");
        }
        return form.remembering();
    }

    private CorrectPage page(RegistrationView view, Form form) {
        List<DayTick> ticks = view.registration().seminar().dates().stream()
                .map(day -> new DayTick(DAY + day, German.dateWithWeekday(day), form.ticked(DAY + day)))
                .toList();
        return new CorrectPage(RegistrationLine.of(view, clock.instant()), ticks, form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        RegistrationView view = search.require(user.actor(), reference);
        if (form.onlyShow()) {
            return form.submit(null, again -> page(view, again));
        }
        return Form.answering(
                () -> {
                    correct.handle(
                            user.actor(),
                            new CorrectAttendance.Command(
                                    reference,
                                    ticked(view, form, DAY),
                                    form.value("reason"),
                                    form.ticked(Form.WAS + SHOWN) ? ticked(view, form, Form.WAS + DAY) : null));
                    return RegistrationPages.linkTo(view).saying("berichtigt");
                },
                invalid -> page(view, form.wrong(invalid)),
                refused -> page(view, again(view, form, refused)));
    }

    private static Set<LocalDate> ticked(RegistrationView view, Form form, String prefix) {
        return view.registration().seminar().dates().stream()
                .filter(day -> form.ticked(prefix + day))
                .collect(Collectors.toSet());
    }

    /** After a lost race, what the other one corrected (R31). */
    private Form again(RegistrationView view, Form form, RefusedException refused) {
        Map<String, String> labels = new LinkedHashMap<>();
        view.registration().seminar().dates().forEach(day -> labels.put(DAY + day, German.dateWithWeekday(day)));
        return refused.refusal() == AccessRefusal.STALE
                ? LostRace.of(form, asItStands(view), refused, labels)
                : form.refused(refused);
    }
}
