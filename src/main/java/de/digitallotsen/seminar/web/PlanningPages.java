package de.digitallotsen.seminar.web;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.IntStream;

import de.digitallotsen.seminar.ChangeSeminar;
import de.digitallotsen.seminar.CopySeminar;
import de.digitallotsen.seminar.PlanSeminar;
import de.digitallotsen.seminar.PublishSeminar;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
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

/** The NSI plans, changes, copies and publishes seminars. */
@Path("/seminare")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed(Role.NSI_NAME)
public class PlanningPages {

    private static final String SEMINAR = "/seminare/{id}";

    private final SeminarSearch search;
    private final CurrentUser user;
    private final PlanSeminar plan;
    private final ChangeSeminar change;
    private final CopySeminar copy;
    private final PublishSeminar publish;
    private final Clock clock;

    PlanningPages(
            SeminarSearch search,
            CurrentUser user,
            PlanSeminar plan,
            ChangeSeminar change,
            CopySeminar copy,
            PublishSeminar publish,
            Clock clock) {
        this.search = search;
        this.user = user;
        this.plan = plan;
        this.change = change;
        this.copy = copy;
        this.publish = publish;
        this.clock = clock;
    }

    /**
     * The form.
     *
     * @param action where it is sent
     * @param rows for the days
     * @param people registered or waiting; they keep the fee that they registered for
     */
    @CheckedTemplate(basePath = "seminar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FormPage(String heading, String action, Form form, List<DayRow> rows, int people, String back)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "seminar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CopyPage(SeminarLine seminar, boolean monthly, Form form) implements TemplateInstance {
        static CopyPage of(SeminarSearch.SeminarView view, Form form) {
            return new CopyPage(
                    SeminarLine.of(view), CopySeminar.Rhythm.MONTHLY.name().equals(form.value("rhythm")), form);
        }
    }

    @CheckedTemplate(basePath = "seminar", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PublishPage(SeminarLine seminar, Form form) implements TemplateInstance {}

    /** The names of the three fields of one day. */
    public record DayRow(int number, String label, String day, String begin, String end) {
        static DayRow of(int number) {
            return new DayRow(number, "Tag " + number, "day" + number, "begin" + number, "end" + number);
        }
    }

    private static final List<DayRow> ROWS =
            IntStream.rangeClosed(1, SeminarForm.DAY_ROWS).mapToObj(DayRow::of).toList();

    @GET
    @Path("/neu")
    public TemplateInstance showNew() {
        return newPage(SeminarForm.empty(SystemClock.today(clock)));
    }

    private static FormPage newPage(Form form) {
        return new FormPage(SeminarForm.heading(true), "/seminare/neu", form, ROWS, 0, "/seminare");
    }

    @POST
    @Path("/neu")
    public Response plan(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(newPage(form.with(Form.SHOW_AGAIN, ""))).build();
        }
        try {
            long id = plan.handle(user.actor(), SeminarForm.read(form));
            return Link.to(SEMINAR, id).saying("termin-geplant").seeOther();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(newPage(SeminarForm.wrong(form, invalid)))
                    .build();
        }
    }

    @GET
    @Path("/{id}/bearbeiten")
    public TemplateInstance showChange(@PathParam("id") String id) {
        Seminar seminar = search.require(user.actor(), Params.id(id)).seminar();
        return changePage(seminar, SeminarForm.of(seminar.asPlan()).with("version", String.valueOf(seminar.version())));
    }

    private static FormPage changePage(Seminar seminar, Form form) {
        return new FormPage(
                SeminarForm.heading(false),
                "/seminare/" + seminar.id() + "/bearbeiten",
                form,
                ROWS,
                seminar.seatsTaken() + seminar.waitingCount(),
                "/seminare/" + seminar.id());
    }

    @POST
    @Path("/{id}/bearbeiten")
    public Response change(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        Seminar seminar = search.require(user.actor(), Params.id(id)).seminar();
        if (form.onlyShow()) {
            return Response.ok(changePage(seminar, form.with(Form.SHOW_AGAIN, "")))
                    .build();
        }
        try {
            change.handle(
                    user.actor(),
                    seminar.id(),
                    Params.integer("version", form.value("version")),
                    SeminarForm.read(form));
            return Link.to(SEMINAR, seminar.id()).saying("termin-geaendert").seeOther();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(changePage(seminar, SeminarForm.wrong(form, invalid)))
                    .build();
        } catch (RefusedException refused) {
            // Whoever reads why may send the form again: then it is about the state that stands now.
            String version = refused.refusal() == AccessRefusal.STALE
                    ? String.valueOf(
                            search.require(user.actor(), seminar.id()).seminar().version())
                    : form.value("version");
            return Response.status(refused.refusal().status())
                    .entity(changePage(seminar, form.refused(refused).with("version", version)))
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
        return new PublishPage(SeminarLine.of(search.require(user.actor(), Params.id(id))), Form.of());
    }

    @POST
    @Path("/{id}/veroeffentlichen")
    public Response publish(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        long seminarId = Params.id(id);
        return Form.sent(fields)
                .submit(
                        () -> {
                            publish.handle(user.actor(), seminarId);
                            return Link.to(SEMINAR, seminarId).saying("termin-veroeffentlicht");
                        },
                        again -> new PublishPage(SeminarLine.of(search.require(user.actor(), seminarId)), again));
    }
}
