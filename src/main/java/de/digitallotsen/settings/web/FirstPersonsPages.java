package de.digitallotsen.settings.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.registration.SimulateFirstPersons;
import de.digitallotsen.settings.PreferFirstPersons;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Consequences;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.CheckedActs;
import de.digitallotsen.shared.web.CheckedForm;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
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
    private final CheckedActs acts;

    FirstPersonsPages(
            PreferFirstPersons prefer, SimulateFirstPersons simulate, CurrentUser user, Clock clock, CheckedActs acts) {
        this.acts = acts;
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
    public TemplateInstance show(@QueryParam(EXTRA) String extra, @QueryParam("eingaben") String entry) {
        Form form = acts.typedOr(entry, this::asItStands);
        Form assumption = Form.of(EXTRA, extra == null ? "" : extra);
        try {
            return page(form, assumption, cents(extra));
        } catch (InvalidInputException invalid) {
            return page(form, assumption.wrong(invalid), null);
        }
    }

    /** The version is what stands there: until is all that there is to change. */
    private Form asItStands() {
        String text = prefer.version(user.actor());
        return Form.of("until", text, "version", text).remembering();
    }

    private static Long cents(String typed) {
        if (typed == null || typed.isBlank()) {
            return null;
        }
        Input input = new Input();
        Optional<Long> cents = German.parseEuro(typed);
        input.check(cents.isPresent(), EXTRA, "budget.amount");
        cents.ifPresent(amount ->
                input.euro(EXTRA, "Angenommene zusätzliche Mittel in Euro", amount, 0, AdjustBudget.MOST_CENTS));
        input.throwIfWrong();
        return cents.orElseThrow();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return checked(form).sent(form, token -> Link.to("/einstellungen/erste-personen/pruefen/{entry}", token));
    }

    private CheckedForm checked(Form form) {
        boolean off = form.value("until").isBlank();
        return new CheckedForm(
                acts,
                this::check,
                this::act,
                again -> page(again, Form.of(), null),
                (typed, refused) -> refused.refusal() == AccessRefusal.STALE
                        ? LostRace.of(typed, asItStands(), refused, Map.of("until", "Bis einschließlich"))
                        : typed.refused(refused),
                CheckedActs.Deed.of(
                        off ? "erste-personen-aus" : "erste-personen-an",
                        Link.to(FirstPersonsPages.class),
                        "first-persons"));
    }

    private void act(Form form) {
        prefer.handle(user.actor(), read(form));
    }

    private Check check(Form form, String token) {
        Form before = asItStands();
        Consequences consequences = acts.foresee(() -> act(form));
        return Check.of(
                        Messages.text("first-persons.check-title"),
                        Messages.text("settings.check-lead", "reason", form.value("reason")),
                        Messages.text("settings.check-button"),
                        Link.to(FirstPersonsPages.class).with("eingaben", token).address())
                .changing(List.of(new Check.Row(
                        "Vorrang bis einschließlich",
                        LostRace.words(before.value("until")),
                        LostRace.words(form.value("until")))))
                .foreseeing(consequences, false);
    }

    @GET
    @Path("/pruefen/{entry}")
    public Response showCheck(@PathParam("entry") String entry) {
        return checked(Form.of()).checked(entry);
    }

    @POST
    @Path("/pruefen/{entry}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return checked(acts.typed(entry).orElseGet(Form::of)).confirmed(entry, Form.sent(fields));
    }

    private static PreferFirstPersons.Command read(Form form) {
        String typed = form.value("until");
        Input input = new Input();
        LocalDate until = typed.isBlank() ? null : German.parseDate(typed).orElse(null);
        input.check(typed.isBlank() || until != null, "until", "seminar.date", "label", "Bis einschließlich");
        input.throwIfWrong();
        return new PreferFirstPersons.Command(
                until, form.value("reason"), form.values().get("version"));
    }
}
