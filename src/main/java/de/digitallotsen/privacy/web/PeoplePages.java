package de.digitallotsen.privacy.web;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.privacy.ErasePerson;
import de.digitallotsen.privacy.HeldWords;
import de.digitallotsen.privacy.People;
import de.digitallotsen.privacy.PersonSheets;
import de.digitallotsen.privacy.ReportPerson;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.PersonalRecords.Found;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** What is kept about a person (Art. 15 DSGVO), and its erasure on request (Art. 17). */
@Path("/personendaten")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class PeoplePages {

    private static final String EMAIL = "email";
    /** What was shown before the click, as a hash. */
    private static final String SHOWN = "stand";

    private final People people;
    private final ReportPerson report;
    private final ErasePerson erase;
    private final PersonSheets sheets;
    private final CurrentUser user;

    PeoplePages(People people, ReportPerson report, ErasePerson erase, PersonSheets sheets, CurrentUser user) {
        this.people = people;
        this.report = report;
        this.erase = erase;
        this.sheets = sheets;
        this.user = user;
    }

    /** Somebody who was found. */
    public record Line(String email, String name, String as, String detail) {
        static Line of(Found found) {
            return new Line(found.email(), found.name(), Messages.label("person." + found.as()), found.detail());
        }
    }

    /** What becomes of something. */
    public record Ending(String what, String subject, long count, boolean kept, String why) {}

    /** @param searched something was asked for */
    @CheckedTemplate(basePath = "privacy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PeoplePage(Form form, boolean searched, List<Line> found, int most) implements TemplateInstance {}

    @CheckedTemplate(basePath = "privacy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ReportPage(String email, Instant at, List<HeldWords.Section> sections) implements TemplateInstance {}

    @CheckedTemplate(basePath = "privacy", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ErasurePage(Form form, String email, List<Ending> endings, boolean erases, String shown)
            implements TemplateInstance {}

    @GET
    public Response search(@QueryParam("q") String q) {
        Form form = Form.of("q", q == null ? "" : q);
        if (form.value("q").isBlank()) {
            return Response.ok(page(form, false, List.of())).build();
        }
        try {
            List<Line> found =
                    people.find(user.actor(), q).stream().map(Line::of).toList();
            return Response.ok(page(form, true, found)).build();
        } catch (InvalidInputException wrong) {
            return Response.status(400)
                    .entity(page(form.wrong(wrong), false, List.of()))
                    .build();
        }
    }

    private static PeoplePage page(Form form, boolean searched, List<Line> found) {
        return new PeoplePage(form, searched, found, People.MOST);
    }

    /** The report: a page, or a document to hand over. Asked for by a form, so that no address stands in a link. */
    @POST
    @Path("/auskunft")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response report(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(page(form.with("q", form.value(EMAIL)), false, List.of()))
                    .build();
        }
        try {
            report.handle(user.actor(), form.value(EMAIL));
        } catch (InvalidInputException wrong) {
            return Response.status(400)
                    .entity(page(form.with("q", form.value(EMAIL)).wrong(wrong), false, List.of()))
                    .build();
        }
        People.Report found = people.report(user.actor(), form.value(EMAIL));
        return "pdf".equals(form.value("ausgabe"))
                ? Response.ok(sheets.report(found)).build()
                : Response.ok(new ReportPage(found.email(), found.at(), HeldWords.sections(found.holdings())))
                        .build();
    }

    /** Shows what would go and what stays; sent back with what was shown, it goes. */
    @POST
    @Path("/loeschung")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response erase(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        if (form.value(SHOWN).isEmpty()) {
            return preview(form);
        }
        return form.submit(
                () -> {
                    erase.handle(user.actor(), new ErasePerson.Command(form.value(EMAIL), form.value(SHOWN)));
                    return Link.to(DeletionPages.class).saying("person-geloescht");
                },
                this::erasurePage);
    }

    private Response preview(Form form) {
        try {
            return Response.ok(erasurePage(form)).build();
        } catch (InvalidInputException wrong) {
            return Response.status(form.onlyShow() ? 200 : 400)
                    .entity(page(form.with("q", form.value(EMAIL)).wrong(wrong), false, List.of()))
                    .build();
        }
    }

    private TemplateInstance erasurePage(Form form) {
        if (form.violations().stream().anyMatch(wrong -> wrong.field().equals(EMAIL))) {
            return page(form.with("q", form.value(EMAIL)), false, List.of());
        }
        People.Plan plan = people.plan(user.actor(), form.value(EMAIL));
        return new ErasurePage(
                form,
                plan.email(),
                plan.endings().stream()
                        .map(ending -> new Ending(
                                Messages.label("deletion." + ending.kind()),
                                ending.subject() == null ? "" : ending.subject(),
                                ending.count(),
                                ending.kept(),
                                ending.why()))
                        .toList(),
                plan.erases(),
                plan.shown());
    }
}
