package de.digitallotsen.settings.web;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.settings.ChangeProgramme;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Consequences;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.CheckedActs;
import de.digitallotsen.shared.web.CheckedForm;
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

/** The settings of the programme, for the Ministry. */
@Path("/einstellungen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.MINISTRY_NAME)
public class SettingsPages {

    private final ChangeProgramme change;
    private final CurrentUser user;
    private final CheckedActs acts;

    SettingsPages(ChangeProgramme change, CurrentUser user, CheckedActs acts) {
        this.change = change;
        this.user = user;
        this.acts = acts;
    }

    /** Which programme, and when it was last changed; null if never. */
    public record Heading(String name, Instant changedAt) {}

    @CheckedTemplate(basePath = "settings", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SettingsPage(Form form, Heading programme, List<SettingsForm.Row> rows) implements TemplateInstance {}

    private SettingsPage page(Form form) {
        ChangeProgramme.TermsInForce programme = change.read(user.actor());
        return new SettingsPage(form, new Heading(programme.name(), programme.changedAt()), SettingsForm.ROWS);
    }

    @GET
    public TemplateInstance show(@QueryParam("eingaben") String entry) {
        return page(acts.typedOr(entry, this::asItStands));
    }

    private Form asItStands() {
        return SettingsForm.of(change.read(user.actor())).remembering();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(MultivaluedMap<String, String> fields) {
        return checked().sent(Form.sent(fields), token -> Link.to("/einstellungen/pruefen/{entry}", token));
    }

    private CheckedForm checked() {
        return new CheckedForm(
                acts,
                this::check,
                this::act,
                this::page,
                // Whoever was slower sees what the other one changed (R31).
                (typed, refused) -> refused.refusal() == AccessRefusal.STALE
                        ? LostRace.of(typed, asItStands(), refused, SettingsForm.LABELS)
                        : typed.refused(refused),
                CheckedActs.Deed.of("einstellungen-geaendert", Link.to(SettingsPages.class), "settings"));
    }

    private void act(Form form) {
        ChangeProgramme.Command command = new ChangeProgramme.Command(
                SettingsForm.read(form), Params.integer("version", form.value("version")), form.value("reason"));
        FormFields.within(SettingsForm.FIELDS, () -> change.handle(user.actor(), command));
    }

    private Check check(Form form, String token) {
        Form before = asItStands();
        Consequences consequences = acts.foresee(() -> act(form));
        return Check.of(
                        Messages.text("settings.check-title"),
                        Messages.text("settings.check-lead", "reason", form.value("reason")),
                        Messages.text("settings.check-button"),
                        Link.to(SettingsPages.class).with("eingaben", token).address())
                .changing(SettingsForm.LABELS.entrySet().stream()
                        .map(field -> new Check.Row(
                                field.getValue(),
                                LostRace.words(before.value(field.getKey())),
                                LostRace.words(form.value(field.getKey()))))
                        .toList())
                .with(List.of(Messages.text("settings.check-effect")))
                .foreseeing(consequences, false);
    }

    @GET
    @Path("/pruefen/{entry}")
    public Response showCheck(@PathParam("entry") String entry) {
        return checked().checked(entry);
    }

    @POST
    @Path("/pruefen/{entry}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(@PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return checked().confirmed(entry, Form.sent(fields));
    }
}
