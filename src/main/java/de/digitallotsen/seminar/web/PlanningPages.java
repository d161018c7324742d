package de.digitallotsen.seminar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.seminar.CopySeminar;
import de.digitallotsen.seminar.PlanSeminar;
import de.digitallotsen.seminar.PublishSeminar;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The NSI plans, copies and publishes seminars; {@link ChangePages} changes them. */
@Path("/seminare")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed(Role.NSI_NAME)
public class PlanningPages {

    private static final String SEMINAR = "/seminare/{id}";

    private final SeminarSearch search;
    private final CurrentUser user;
    private final PlanSeminar plan;
    private final CopySeminar copy;
    private final PublishSeminar publish;
    private final DayWarnings warnings;
    private final Clock clock;

    PlanningPages(
            SeminarSearch search,
            CurrentUser user,
            PlanSeminar plan,
            CopySeminar copy,
            PublishSeminar publish,
            DayWarnings warnings,
            Clock clock) {
        this.search = search;
        this.user = user;
        this.plan = plan;
        this.copy = copy;
        this.publish = publish;
        this.warnings = warnings;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "seminar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CopyPage(SeminarLine seminar, boolean monthly, Form form) implements TemplateInstance {
        static CopyPage of(SeminarSearch.SeminarView view, Form form) {
            return new CopyPage(
                    SeminarLine.of(view), CopySeminar.Rhythm.MONTHLY.name().equals(form.value("rhythm")), form);
        }
    }

    @CheckedTemplate(basePath = "seminar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PublishPage(SeminarLine seminar, List<String> warnings, Form form) implements TemplateInstance {}

    @GET
    @Path("/neu")
    public TemplateInstance showNew() {
        return newPage(SeminarForm.empty(SystemClock.today(clock)));
    }

    private static SeminarFormPage newPage(Form form) {
        return SeminarFormPage.ofNew(form);
    }

    @POST
    @Path("/neu")
    public Response plan(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(newPage(form.with(Form.SHOW_AGAIN, ""))).build();
        }
        try {
            long id = plan.handle(user.actor(), SeminarForm.read(form, null));
            return Link.to(SEMINAR, id).saying("termin-geplant").seeOther();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(newPage(SeminarForm.wrong(form, invalid)))
                    .build();
        }
    }

    @GET
    @Path("/{id}/kopieren")
    public TemplateInstance showCopy(@PathParam("id") String id) {
        SeminarSearch.SeminarView view = search.require(user.actor(), Params.id(id));
        LocalDate first = view.seminar().firstDay().plusWeeks(4);
        LocalDate today = SystemClock.today(clock);
        while (first.isBefore(today.plusWeeks(4))) {
            first = first.plusWeeks(4);
        }
        return CopyPage.of(view, Form.of("firstDay", first.toString(), "number", "1"));
    }

    @POST
    @Path("/{id}/kopieren")
    public Response copy(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(CopyPage.of(search.require(user.actor(), Params.id(id)), form.with(Form.SHOW_AGAIN, "")))
                    .build();
        }
        try {
            List<Long> copies = copy.handle(user.actor(), SeminarForm.readSeries(Params.id(id), form));
            return (copies.size() == 1
                            ? Link.to(SEMINAR, copies.get(0)).saying("termin-kopiert")
                            : Link.to(SeminarPages.class).saying("reihe-kopiert"))
                    .seeOther();
        } catch (InvalidInputException invalid) {
            Form wrong = form.wrong(new InvalidInputException(invalid.violations().stream()
                    .map(v -> v.field().equals("number") ? v : new Violation("firstDay", v.message()))
                    .toList()));
            return Response.status(400)
                    .entity(CopyPage.of(search.require(user.actor(), Params.id(id)), wrong))
                    .build();
        }
    }

    @GET
    @Path("/{id}/veroeffentlichen")
    public TemplateInstance showPublish(@PathParam("id") String id) {
        SeminarSearch.SeminarView view = search.require(user.actor(), Params.id(id));
        return publishPage(
                view, Form.of("version", String.valueOf(view.seminar().version())));
    }

    private PublishPage publishPage(SeminarSearch.SeminarView view, Form form) {
        return new PublishPage(
                SeminarLine.of(view), warnings.of(view.seminar().dates(), SystemClock.today(clock)), form);
    }

    /** What was shown is published: somebody else may have changed it since (R29). */
    @POST
    @Path("/{id}/veroeffentlichen")
    public Response publish(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        long seminarId = Params.id(id);
        Form form = Form.sent(fields);
        return form.submit(
                () -> {
                    publish.handle(user.actor(), seminarId, Params.integer("version", form.value("version")));
                    return Link.to(SEMINAR, seminarId).saying("termin-veroeffentlicht");
                },
                again -> {
                    SeminarSearch.SeminarView view = search.require(user.actor(), seminarId);
                    return publishPage(
                            view,
                            again.with("version", String.valueOf(view.seminar().version())));
                });
    }
}
