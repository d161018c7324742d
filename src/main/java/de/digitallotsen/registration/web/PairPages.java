package de.digitallotsen.registration.web;

import java.util.List;
import java.util.stream.Stream;

import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.ManyRegistrations;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.RegisterMany;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Params;
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

/** Personnel staff register both people in one step: both or neither, if they wish. */
@Path("/anmeldungen/zu-zweit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.KOMMUNE_NAME)
public class PairPages {

    private final RegisterMany register;
    private final RegisterPages.Lists lists;
    private final CurrentUser user;

    PairPages(RegisterMany register, RegisterPages.Lists lists, CurrentUser user) {
        this.register = register;
        this.lists = lists;
        this.user = user;
    }

    /** What became of one of the two. */
    public record Line(String person, String outcome, String kind, String reference, String message) {}

    /** The names of one person's fields. */
    public record Person(
            String heading,
            String firstName,
            String lastName,
            String email,
            String jobTitle,
            String accessibilityNeeds) {
        static Person of(int number, String heading) {
            return new Person(
                    heading,
                    number + ".firstName",
                    number + ".lastName",
                    number + ".email",
                    number + ".jobTitle",
                    number + ".accessibilityNeeds");
        }
    }

    private static final List<Person> PEOPLE = List.of(Person.of(1, "Erste Person"), Person.of(2, "Zweite Person"));

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PairPage(Form form, List<RegisterPages.Choice> dates, SeminarLine date, List<Person> people)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PairDonePage(List<Line> lines) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@QueryParam("seminar") String seminar) {
        return page(Form.of("seminarId", seminar, "zusammen", "ja"));
    }

    private PairPage page(Form form) {
        List<RegisterPages.Choice> dates = lists.openDates().stream()
                .map(d -> new RegisterPages.Choice(
                        String.valueOf(d.id()),
                        d.when() + ", " + d.venue() + " (" + d.seats() + ")",
                        String.valueOf(d.id()).equals(form.value("seminarId"))))
                .toList();
        SeminarLine date = form.value("seminarId").isEmpty()
                ? null
                : SeminarLine.of(lists.require(user.actor(), Params.id(form.value("seminarId"))));
        return new PairPage(form, dates, date, PEOPLE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(page(form.with(Form.SHOW_AGAIN, ""))).build();
        }
        try {
            List<ManyRegistrations.Line> lines = Stream.of(1, 2)
                    .map(number -> ManyRegistrations.Line.of(number, application(form, number)))
                    .toList();
            check(lines);
            String key = form.value(Form.KEY).isEmpty()
                    ? "pair-" + de.digitallotsen.shared.Hashes.randomToken()
                    : form.value(Form.KEY);
            List<ManyRegistrations.Result> results =
                    register.handle(user.actor(), new RegisterMany.Command(lines, form.ticked("zusammen"), key));
            return Response.ok(new PairDonePage(
                            results.stream().map(result -> line(lines, result)).toList()))
                    .build();
        } catch (InvalidInputException invalid) {
            return Response.status(400).entity(page(form.wrong(invalid))).build();
        } catch (RefusedException refused) {
            if (refused.refusal().status() != 409 && refused.refusal().status() != 422) {
                throw refused;
            }
            return Response.status(refused.refusal().status())
                    .entity(page(form.refused(refused)))
                    .build();
        }
    }

    private static Application application(Form form, int number) {
        String of = number + ".";
        Participant.Details person = new Participant.Details(
                form.value(of + "firstName"),
                form.value(of + "lastName"),
                form.value(of + "email"),
                form.value(of + "jobTitle"),
                form.value(of + "accessibilityNeeds"));
        Long seminar = form.value("seminarId").isEmpty() ? null : (Long) Params.id(form.value("seminarId"));
        return new Application(seminar, person, form.ticked("acceptWaiting"), null);
    }

    /** Everything that is missing for either, at its field, before anybody is registered. */
    private static void check(List<ManyRegistrations.Line> lines) {
        List<Violation> wrong = lines.stream()
                .flatMap(line -> line.application().violations().stream()
                        .map(v -> new Violation(
                                v.field().startsWith("participant.")
                                        ? line.number() + "." + v.field().substring("participant.".length())
                                        : v.field(),
                                v.message())))
                .distinct()
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
    }

    private static Line line(List<ManyRegistrations.Line> lines, ManyRegistrations.Result result) {
        Participant.Details person =
                lines.get(result.number() - 1).application().participant();
        String kind = switch (result.outcome()) {
            case CONFIRMED -> "success";
            case WAITING -> "warning";
            case REFUSED, INVALID -> "danger";
        };
        return new Line(
                person.firstName() + " " + person.lastName(),
                Messages.label(result.outcome()),
                kind,
                result.reference() == null ? "" : result.reference(),
                result.message());
    }
}
