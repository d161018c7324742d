package de.digitallotsen.registration.web;

import java.time.Clock;

import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.CancellationCost;
import de.digitallotsen.registration.RegistrationRefusal;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Cancelling a registration (R18): what it costs, then the button. */
@Path("/anmeldungen/{reference}/stornieren")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class CancelPages {

    private final CancelRegistration cancel;
    private final CancellationCost cost;
    private final RegistrationSearch search;
    private final CurrentUser user;
    private final Clock clock;

    CancelPages(
            CancelRegistration cancel,
            CancellationCost cost,
            RegistrationSearch search,
            CurrentUser user,
            Clock clock) {
        this.cancel = cancel;
        this.cost = cost;
        this.search = search;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Says what cancelling costs, before it is done.
     *
     * @param possible it can be cancelled
     * @param cost in cents
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CancelPage(RegistrationLine registration, boolean possible, boolean free, long cost, Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("reference") String reference) {
        return page(reference, Form.of());
    }

    /** With the cost as it is now: whoever sends the form agrees to that amount and to no other. */
    private CancelPage page(String reference, Form form) {
        RegistrationView view = search.require(user.actor(), reference);
        Long now = cost.nowIfPossible(view.registration());
        return new CancelPage(
                RegistrationLine.of(view, clock.instant()),
                now != null,
                now != null && now == 0,
                now == null ? 0 : now,
                form.with("kosten", now == null ? "" : now.toString()));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return form.submit(() -> cancelled(reference, form), again -> page(reference, again));
    }

    /** Whoever comes after somebody else has what they wanted: saying so beats an error. */
    private Link cancelled(String reference, Form form) {
        try {
            cancel.handle(user.actor(), new CancelRegistration.Command(reference, shownCents(form)));
            RegistrationView view = search.require(user.actor(), reference);
            return RegistrationPages.linkTo(view)
                    .saying(view.registration().amount().isNothing() ? "storniert" : "storniert-kostenpflichtig");
        } catch (RefusedException refused) {
            if (refused.refusal() != RegistrationRefusal.NOT_CANCELLABLE) {
                throw refused;
            }
            RegistrationView view = search.require(user.actor(), reference);
            if (view.registration().status() != RegistrationStatus.CANCELLED) {
                throw refused;
            }
            return RegistrationPages.linkTo(view).saying("war-storniert");
        }
    }

    /** Who sends no amount was shown none: then only what costs nothing is done. */
    private static Long shownCents(Form form) {
        return form.value("kosten").isEmpty() ? (Long) 0L : Params.longNumber("kosten", form.value("kosten"));
    }
}
