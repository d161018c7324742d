package de.digitallotsen.registration.web;

import java.util.List;
import java.util.stream.Stream;

import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.ManyRegistrations;
import de.digitallotsen.registration.RegisterMany;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
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
    private final OfferedDates dates;
    private final SeminarSearch seminars;
    private final CurrentUser user;

    PairPages(RegisterMany register, OfferedDates dates, SeminarSearch seminars, CurrentUser user) {
        this.register = register;
        this.dates = dates;
        this.seminars = seminars;
        this.user = user;
    }

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

    private static final String PERSON = "participant.";
    private static final List<Person> PEOPLE = List.of(Person.of(1, "Erste Person"), Person.of(2, "Zweite Person"));

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PairPage(Form form, List<Choice> dates, SeminarLine date, List<Person> people) implements TemplateInstance {}

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PairDonePage(List<ResultLine> lines) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@QueryParam("seminar") String seminar) {
        return page(Form.of("seminarId", seminar, "zusammen", "ja"));
    }

    private PairPage page(Form form) {
        Long chosen = RegisterPages.seminarId(form);
        SeminarLine date = chosen == null ? null : SeminarLine.of(seminars.require(user.actor(), chosen));
        return new PairPage(form, dates.toRegister(form.value("seminarId")), date, PEOPLE);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(page(form.with(Form.SHOW_AGAIN, ""))).build();
        }
        try {
            List<ManyRegistrations.Line> lines = lines(form);
            List<ManyRegistrations.Result> results =
                    register.handle(user.actor(), new RegisterMany.Command(lines, form.ticked("zusammen"), key(form)));
            return Response.ok(new PairDonePage(ResultLine.of(lines, results))).build();
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

    private static String key(Form form) {
        return form.value(Form.KEY).isEmpty() ? "pair-" + Hashes.randomToken() : form.value(Form.KEY);
    }

    private static List<ManyRegistrations.Line> lines(Form form) {
        List<ManyRegistrations.Line> lines = Stream.of(1, 2)
                .map(number -> ManyRegistrations.Line.of(number, application(form, number)))
                .toList();
        check(lines);
        return lines;
    }

    private static Application application(Form form, int number) {
        return new Application(
                RegisterPages.seminarId(form),
                RegisterPages.person(form, number + "."),
                form.ticked("acceptWaiting"),
                null);
    }

    /** Everything that is missing for either, at its field and with whose it is, before anybody is registered. */
    private static void check(List<ManyRegistrations.Line> lines) {
        List<Violation> wrong = lines.stream()
                .flatMap(line -> line.application().violations().stream().map(v -> ofPerson(line.number(), v)))
                .distinct()
                .toList();
        if (!wrong.isEmpty()) {
            throw new InvalidInputException(wrong);
        }
    }

    private static Violation ofPerson(int number, Violation violation) {
        return violation.field().startsWith(PERSON)
                ? new Violation(
                        number + "." + violation.field().substring(PERSON.length()),
                        Messages.text("pair.person", "number", number, "message", violation.message()))
                : violation;
    }
}
