package de.digitallotsen.registration.web;

import java.time.Clock;

import de.digitallotsen.registration.PromoteByHand;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
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

/** The NSI promotes by hand after the deadline (R14). */
@Path("/anmeldungen/{reference}/nachruecken")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class PromotePages {

    private final PromoteByHand promote;
    private final RegistrationSearch search;
    private final CurrentUser user;
    private final Clock clock;

    PromotePages(PromoteByHand promote, RegistrationSearch search, CurrentUser user, Clock clock) {
        this.promote = promote;
        this.search = search;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PromotePage(RegistrationLine registration, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("reference") String reference) {
        return page(search.require(user.actor(), reference), Form.of());
    }

    private PromotePage page(RegistrationView view, Form form) {
        return new PromotePage(RegistrationLine.of(view, clock.instant()), form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response promote(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        RegistrationView view = search.require(user.actor(), reference);
        return Form.sent(fields)
                .submit(
                        () -> {
                            promote.handle(user.actor(), reference);
                            return RegistrationPages.linkTo(view).saying("nachgerueckt");
                        },
                        again -> page(view, again));
    }
}
