package de.digitallotsen.settings.web;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.settings.ChangeProgramme;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
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
import jakarta.ws.rs.Produces;
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

    SettingsPages(ChangeProgramme change, CurrentUser user) {
        this.change = change;
        this.user = user;
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
    public TemplateInstance show() {
        return page(SettingsForm.of(change.read(user.actor())));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response save(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(page(form.with(Form.SHOW_AGAIN, ""))).build();
        }
        try {
            ChangeProgramme.Command command = new ChangeProgramme.Command(
                    SettingsForm.read(form), Params.integer("version", form.value("version")), form.value("reason"));
            FormFields.within(SettingsForm.FIELDS, () -> change.handle(user.actor(), command));
            return Link.to(SettingsPages.class)
                    .saying("einstellungen-geaendert")
                    .seeOther();
        } catch (InvalidInputException invalid) {
            return Response.status(400).entity(page(form.wrong(invalid))).build();
        } catch (RefusedException refused) {
            // Whoever was slower sees what stands now, and the own words again.
            boolean stale = refused.refusal() == AccessRefusal.STALE;
            Form again = stale ? SettingsForm.of(change.read(user.actor())).with("reason", form.value("reason")) : form;
            return Response.status(refused.refusal().status())
                    .entity(page(again.refused(refused)))
                    .build();
        }
    }
}
