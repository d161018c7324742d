package de.digitallotsen.registration.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.registration.AttendanceList;
import de.digitallotsen.registration.RecordAttendance;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.LostRace;
import de.digitallotsen.shared.web.Params;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Who is there, day by day (R20): a form for the seminar room, with everybody in one go. */
@Path("/seminare/{id}/teilnahme")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class AttendancePages {

    private final RecordAttendance record;
    private final AttendanceList attendance;
    private final SeminarSearch seminars;
    private final RegistrationSearch registrations;
    private final CurrentUser user;
    private final Clock clock;

    AttendancePages(
            RecordAttendance record,
            AttendanceList attendance,
            SeminarSearch seminars,
            RegistrationSearch registrations,
            CurrentUser user,
            Clock clock) {
        this.record = record;
        this.attendance = attendance;
        this.seminars = seminars;
        this.registrations = registrations;
        this.user = user;
        this.clock = clock;
    }

    /**
     * The form.
     *
     * @param shown the days that stand in it
     * @param who references of those whom it shows, so that nobody else is touched
     * @param when those days, for the way back
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AttendancePage(
            SeminarLine seminar,
            List<AttendancePerson> people,
            List<AttendanceDay> days,
            List<AttendanceDay> shown,
            String who,
            String when,
            Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @PathParam("id") String id, @QueryParam("tag") String day, @QueryParam("alle") String everybody) {
        return page(Params.id(id), Params.day("tag", day), "ja".equals(everybody), Form.of());
    }

    /** @param onlyDay shows that day alone; null shows today's while the seminar runs, and later all */
    private AttendancePage page(long seminarId, LocalDate onlyDay, boolean everybody, Form form) {
        SeminarSearch.SeminarView view = seminars.require(user.actor(), seminarId);
        List<AttendanceDay> days =
                AttendanceDay.of(view.seminar(), onlyDay, SystemClock.today(clock), attendance.recordedDays(seminarId));
        Map<Long, Set<LocalDate>> presence = attendance.presence(seminarId);
        List<AttendancePerson> people = confirmed(seminarId).stream()
                .map(r -> AttendancePerson.of(r, days, presence.getOrDefault(r.id(), Set.of()), everybody, form))
                .toList();
        return new AttendancePage(
                SeminarLine.of(view),
                people,
                days,
                days.stream().filter(AttendanceDay::shown).toList(),
                people.stream().map(AttendancePerson::reference).collect(Collectors.joining(",")),
                days.stream()
                        .filter(AttendanceDay::shown)
                        .map(AttendanceDay::value)
                        .collect(Collectors.joining(",")),
                form);
    }

    private List<Registration> confirmed(long seminarId) {
        RegistrationSearch.Filter filter =
                new RegistrationSearch.Filter(RegistrationStatus.CONFIRMED, seminarId, null, null);
        return registrations
                .find(user.actor(), filter, RegistrationSearch.Order.NAME, Page.Request.everything())
                .items()
                .stream()
                .map(RegistrationView::registration)
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response record(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        long seminarId = Params.id(id);
        if (form.onlyShow()) {
            return form.submit(null, again -> page(seminarId, null, false, again));
        }
        return Form.answering(
                () -> {
                    RecordAttendance.Command command = command(seminarId, form);
                    record.handle(user.actor(), command);
                    return Link.to(AttendancePages.class, seminarId)
                            .saying("teilnahme-erfasst")
                            .with("tag", onlyOne(command.days()));
                },
                invalid -> page(seminarId, null, false, form.wrong(invalid)),
                refused -> page(seminarId, null, false, again(seminarId, form, refused)));
    }

    /** After a lost race, who else was recorded meanwhile (R31). */
    private Form again(long seminarId, Form form, RefusedException refused) {
        if (refused.refusal() != AccessRefusal.STALE) {
            return form.refused(refused);
        }
        Map<Long, Set<LocalDate>> presence = attendance.presence(seminarId);
        Map<String, String> labels = new LinkedHashMap<>();
        Form now = Form.of("tage", form.value("tage"), "wer", form.value("wer"));
        for (Registration person : confirmed(seminarId)) {
            for (String day : list(form.value("tage"))) {
                String field = AttendancePerson.field(person.reference(), day);
                labels.put(field, person.participant().fullName() + ", " + German.date(LocalDate.parse(day)));
                boolean there = presence.getOrDefault(person.id(), Set.of()).contains(LocalDate.parse(day));
                now = there ? now.with(field, "on") : now;
            }
        }
        return LostRace.of(form, now, refused, labels);
    }

    private static RecordAttendance.Command command(long seminarId, Form form) {
        Set<LocalDate> days = list(form.value("tage")).stream()
                .map(day -> Params.day("tage", day))
                .collect(Collectors.toSet());
        return new RecordAttendance.Command(
                seminarId,
                days,
                ticked(form, "", days),
                form.ticked(Form.WAS + "tage") ? ticked(form, Form.WAS, days) : null);
    }

    private static Map<String, Set<LocalDate>> ticked(Form form, String prefix, Set<LocalDate> days) {
        return list(form.value("wer")).stream()
                .distinct()
                .collect(Collectors.toMap(
                        Function.identity(),
                        reference -> days.stream()
                                .filter(day -> form.ticked(prefix + AttendancePerson.field(reference, day)))
                                .collect(Collectors.toSet())));
    }

    /** Who recorded one day alone sees that day again. */
    private static LocalDate onlyOne(Set<LocalDate> days) {
        return days.size() == 1 ? days.iterator().next() : null;
    }

    private static List<String> list(String commaSeparated) {
        return commaSeparated.isBlank() ? List.of() : Arrays.asList(commaSeparated.split(","));
    }
}
