package de.digitallotsen.registration.web;

import java.time.Clock;
import java.util.Map;

import de.digitallotsen.registration.OverrideFee;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
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
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The NSI sets another amount that the Kommune owes, and says why. */
@Path("/anmeldungen/{reference}/betrag")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class FeePages {

    private final OverrideFee override;
    private final RegistrationSearch search;
    private final CurrentUser user;
    private final Clock clock;

    FeePages(OverrideFee override, RegistrationSearch search, CurrentUser user, Clock clock) {
        this.override = override;
        this.search = search;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FeePage(RegistrationLine registration, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("reference") String reference) {
        RegistrationLine line = RegistrationLine.of(search.require(user.actor(), reference), clock.instant());
        return new FeePage(line, asItStands(line));
    }

    private static Form asItStands(RegistrationLine line) {
        return Form.of("dueCents", German.plainEuro(line.dueCents()), "version", String.valueOf(line.dueCents()))
                .remembering();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response change(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        RegistrationView view = search.require(user.actor(), reference);
        RegistrationLine line = RegistrationLine.of(view, clock.instant());
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return form.submit(null, again -> new FeePage(line, again));
        }
        return Form.answering(
                () -> {
                    override.handle(
                            user.actor(),
                            new OverrideFee.Command(
                                    reference,
                                    dueCents(form),
                                    form.value("reason"),
                                    Params.longNumber("version", form.values().get("version"))));
                    return RegistrationPages.linkTo(view).saying("betrag-festgelegt");
                },
                invalid -> new FeePage(line, form.wrong(invalid)),
                refused -> new FeePage(line, again(line, form, refused)));
    }

    /** After a lost race, what the other one set (R31). */
    private static Form again(RegistrationLine line, Form form, RefusedException refused) {
        return refused.refusal() == AccessRefusal.STALE
                ? LostRace.of(form, asItStands(line), refused, Map.of("dueCents", "Betrag in Euro"))
                : form.refused(refused);
    }

    private static Long dueCents(Form form) {
        Input input = new Input();
        input.check(German.parseEuro(form.value("dueCents")).isPresent(), "dueCents", "budget.amount");
        input.throwIfWrong();
        return German.parseEuro(form.value("dueCents")).orElseThrow();
    }
}
