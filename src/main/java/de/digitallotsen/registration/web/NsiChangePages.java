package de.digitallotsen.registration.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.registration.AttendanceList;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.registration.OverrideFee;
import de.digitallotsen.registration.PromoteByHand;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * What the NSI alone does with a registration: promote by hand (R14), set another amount, correct the attendance (R20).
 */
@Path("/anmeldungen")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed(Role.NSI_NAME)
public class NsiChangePages {

    private final RegistrationSearch search;
    private final Acts acts;
    private final CurrentUser user;
    private final Clock clock;

    NsiChangePages(RegistrationSearch search, Acts acts, CurrentUser user, Clock clock) {
        this.search = search;
        this.acts = acts;
        this.user = user;
        this.clock = clock;
    }

    /** What is done, and what the correction starts from. */
    @Singleton
    static class Acts {
        private final PromoteByHand promote;
        private final OverrideFee override;
        private final CorrectAttendance correct;
        private final AttendanceList attendance;

        Acts(PromoteByHand promote, OverrideFee override, CorrectAttendance correct, AttendanceList attendance) {
            this.promote = promote;
            this.override = override;
            this.correct = correct;
            this.attendance = attendance;
        }
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PromotePage(RegistrationLine registration, Form form) implements TemplateInstance {}

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FeePage(RegistrationLine registration, Form form) implements TemplateInstance {}

    /** One day of the seminar, and whether the person was there. */
    public record DayTick(String field, String label, boolean ticked) {}

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CorrectPage(RegistrationLine registration, List<DayTick> days, Form form) implements TemplateInstance {}

    private RegistrationLine line(String reference) {
        return RegistrationLine.of(search.require(user.actor(), reference), clock.instant());
    }

    private static String to(RegistrationLine registration, String done) {
        return "/anmeldungen/" + registration.reference() + "?meldung=" + done;
    }

    @GET
    @Path("/{reference}/nachruecken")
    public TemplateInstance showPromote(@PathParam("reference") String reference) {
        return new PromotePage(line(reference), Form.of());
    }

    @POST
    @Path("/{reference}/nachruecken")
    public Response promote(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        RegistrationLine line = line(reference);
        return Form.sent(fields)
                .submit(
                        () -> {
                            acts.promote.handle(user.actor(), reference);
                            return to(line, "nachgerueckt");
                        },
                        again -> new PromotePage(line, again));
    }

    @GET
    @Path("/{reference}/betrag")
    public TemplateInstance showFee(@PathParam("reference") String reference) {
        RegistrationLine line = line(reference);
        return new FeePage(line, Form.of("dueCents", German.plainEuro(line.dueCents())));
    }

    @POST
    @Path("/{reference}/betrag")
    public Response changeFee(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        RegistrationLine line = line(reference);
        Form form = Form.sent(fields);
        return form.submit(
                () -> {
                    Input input = new Input();
                    input.check(German.parseEuro(form.value("dueCents")).isPresent(), "dueCents", "budget.amount");
                    input.throwIfWrong();
                    acts.override.handle(
                            user.actor(),
                            new OverrideFee.Command(
                                    reference,
                                    German.parseEuro(form.value("dueCents")).orElseThrow(),
                                    form.value("reason")));
                    return to(line, "betrag-festgelegt");
                },
                again -> new FeePage(line, again));
    }

    @GET
    @Path("/{reference}/berichtigen")
    public TemplateInstance showCorrect(@PathParam("reference") String reference) {
        Registration registration = search.require(user.actor(), reference).registration();
        Set<LocalDate> present = acts.attendance.presenceOf(registration.id());
        return new CorrectPage(line(reference), ticks(registration, present), Form.of());
    }

    private static List<DayTick> ticks(Registration registration, Set<LocalDate> present) {
        return registration.seminar().dates().stream()
                .map(day -> new DayTick("tag." + day, German.dateWithWeekday(day), present.contains(day)))
                .toList();
    }

    @POST
    @Path("/{reference}/berichtigen")
    public Response correct(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        Registration registration = search.require(user.actor(), reference).registration();
        RegistrationLine line = line(reference);
        Set<LocalDate> present = registration.seminar().dates().stream()
                .filter(day -> form.ticked("tag." + day))
                .collect(Collectors.toSet());
        List<DayTick> ticks = ticks(registration, present);
        return form.submit(
                () -> {
                    acts.correct.handle(
                            user.actor(), new CorrectAttendance.Command(reference, present, form.value("reason")));
                    return to(line, "berichtigt");
                },
                again -> new CorrectPage(line, ticks, again));
    }
}
