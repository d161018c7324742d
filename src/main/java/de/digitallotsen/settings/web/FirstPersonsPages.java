package de.digitallotsen.settings.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Optional;

import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.registration.SimulateFirstPersons;
import de.digitallotsen.settings.PreferFirstPersons;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
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

/** The Ministry sees what preferring first persons would do, and switches it on until a day, or off. */
@Path("/einstellungen/erste-personen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.MINISTRY_NAME)
public class FirstPersonsPages {

    private static final String EXTRA = "mehr";

    private final PreferFirstPersons prefer;
    private final SimulateFirstPersons simulate;
    private final CurrentUser user;
    private final Clock clock;

    FirstPersonsPages(PreferFirstPersons prefer, SimulateFirstPersons simulate, CurrentUser user, Clock clock) {
        this.prefer = prefer;
        this.simulate = simulate;
        this.user = user;
        this.clock = clock;
    }

    /**
     * How it stands, and what it would do.
     *
     * @param until null if everybody is funded in order of receipt
     * @param at for when it holds
     */
    public record Outlook(LocalDate until, SimulateFirstPersons.Simulation simulation, Instant at) {}

    @CheckedTemplate(basePath = "settings", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FirstPersonsPage(Form form, Form assumption, Outlook outlook) implements TemplateInstance {}

    private FirstPersonsPage page(Form form, Form assumption, Long extraCents) {
        return new FirstPersonsPage(
                form,
                assumption,
                new Outlook(prefer.until(user.actor()), simulate.handle(user.actor(), extraCents), clock.instant()));
    }

    @GET
    public TemplateInstance show(@QueryParam(EXTRA) String extra) {
        LocalDate until = prefer.until(user.actor());
        Form form = Form.of("until", until == null ? "" : until.toString());
        Form assumption = Form.of(EXTRA, extra == null ? "" : extra);
        try {
            return page(form, assumption, cents(extra));
        } catch (InvalidInputException invalid) {
            return page(form, assumption.wrong(invalid), null);
        }
    }

    private static Long cents(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Input input = new Input();
        Optional<Long> cents = German.parseEuro(typed);
        input.check(cents.isPresent(), EXTRA, "budget.amount");
        cents.ifPresent(amount -> input.euro(EXTRA, "Zusätzliche Mittel", amount, 0, AdjustBudget.MOST_CENTS));
        input.throwIfWrong();
        return cents.orElseThrow();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return form.submit(
                () -> {
                    prefer.handle(user.actor(), read(form));
                    return Link.to(FirstPersonsPages.class)
                            .saying(form.value("until").isBlank() ? "erste-personen-aus" : "erste-personen-an");
                },
                again -> page(again, Form.of(), null));
    }

    private static PreferFirstPersons.Command read(Form form) {
        String typed = form.value("until");
        Input input = new Input();
        LocalDate until = typed.isBlank() ? null : German.parseDate(typed).orElse(null);
        input.check(typed.isBlank() || until != null, "until", "seminar.date", "label", "Bis einschließlich");
        input.throwIfWrong();
        return new PreferFirstPersons.Command(until, form.value("reason"));
    }
}
