package de.digitallotsen.registration.web;

import java.util.List;
import java.util.stream.Stream;

import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.DryRuns;
import de.digitallotsen.registration.ManyRegistrations;
import de.digitallotsen.registration.PreviewMany;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.KeptEntries;
import de.digitallotsen.shared.Messages;
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

/**
 * Personnel staff register both people in one form: both or neither, if they wish. It leads to a page that says what
 * will happen ({@link PairCheckPages}).
 */
@Path("/anmeldungen/zu-zweit")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.KOMMUNE_NAME)
public class PairPages {

    private final DryRuns dryRuns;
    private final KeptEntries entries;
    private final OfferedDates dates;
    private final CurrentUser user;

    PairPages(DryRuns dryRuns, KeptEntries entries, OfferedDates dates, CurrentUser user) {
        this.dryRuns = dryRuns;
        this.entries = entries;
        this.dates = dates;
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
    record PairPage(Form form, List<Choice> dates, List<Person> people) implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @QueryParam("seminar") String seminar,
            @QueryParam("warten") String waits,
            @QueryParam("eingaben") String entry) {
        return page(
                entry == null
                        ? Form.of("seminarId", seminar, "zusammen", "ja", "acceptWaiting", waits)
                        : Form.kept(entries.require(user.actor(), entry).typed()));
    }

    private PairPage page(Form form) {
        return new PairPage(form, dates.toRegister(form.value("seminarId")), PEOPLE);
    }

    /** What nobody could register is said here, beside what was typed; everything else on the next page. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return form.submit(
                () -> {
                    List<ManyRegistrations.Line> lines = lines(form);
                    check(lines);
                    PreviewMany.requirePossible(
                            dryRuns.many(user.actor(), lines, DryRuns.Door.FORM), form.ticked("zusammen"));
                    return PairCheckPages.linkTo(entries.keep(user.actor(), form.value(Form.KEY), form.typed()));
                },
                this::page);
    }

    static List<ManyRegistrations.Line> lines(Form form) {
        return Stream.of(1, 2)
                .map(number -> ManyRegistrations.Line.of(number, application(form, number)))
                .toList();
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
