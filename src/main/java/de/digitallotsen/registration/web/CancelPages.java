package de.digitallotsen.registration.web;

import java.time.Clock;
import java.util.List;

import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.ChangePreview;
import de.digitallotsen.registration.CheckFacts;
import de.digitallotsen.registration.Expect;
import de.digitallotsen.registration.PreviewChange;
import de.digitallotsen.registration.PreviewRegistration.Outcome;
import de.digitallotsen.registration.RegistrationEvent;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.registration.WhoIsTold;
import de.digitallotsen.shared.ChangedSincePreviewException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
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
    private final PreviewChange preview;
    private final CheckFacts facts;
    private final RegistrationSearch search;
    private final CurrentUser user;
    private final Clock clock;

    CancelPages(
            CancelRegistration cancel,
            PreviewChange preview,
            CheckFacts facts,
            RegistrationSearch search,
            CurrentUser user,
            Clock clock) {
        this.cancel = cancel;
        this.preview = preview;
        this.facts = facts;
        this.search = search;
        this.user = user;
        this.clock = clock;
    }

    /**
     * Says what cancelling costs, before it is done.
     *
     * @param possible it can be cancelled
     * @param cost in cents
     * @param lines who gets a mail
     * @param expect what the final click carries
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CancelPage(
            RegistrationLine registration,
            boolean possible,
            boolean free,
            long cost,
            CheckLines lines,
            String expect,
            Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("reference") String reference) {
        return page(reference, Form.of());
    }

    /** With the cost as it is now: whoever sends the form agrees to that amount and to no other. */
    private CancelPage page(String reference, Form form) {
        ChangePreview expected = preview.cancelling(user.actor(), reference);
        List<WhoIsTold.Told> told = facts.toldOf(user.actor(), reference, RegistrationEvent.Kind.CANCELLED);
        return new CancelPage(
                RegistrationLine.of(search.require(user.actor(), reference), clock.instant()),
                expected.isPossible(),
                expected.dueCents() == 0,
                expected.dueCents(),
                CheckLines.of(told),
                expected.expect().telling(told).written(),
                form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return form.submit(() -> cancelled(reference, shown(form)), again -> page(reference, again));
    }

    /** Whoever comes after somebody else has what they wanted: saying so beats an error. */
    private Link cancelled(String reference, Expect shown) {
        try {
            cancel.handle(user.actor(), new CancelRegistration.Command(reference, null, shown));
            boolean free = search.require(user.actor(), reference)
                    .registration()
                    .amount()
                    .isNothing();
            return ResultPages.linkTo(reference).saying(free ? "storniert" : "storniert-kostenpflichtig");
        } catch (ChangedSincePreviewException changed) {
            RegistrationView view = search.require(user.actor(), reference);
            if (view.registration().status() != RegistrationStatus.CANCELLED) {
                throw changed;
            }
            return ResultPages.linkTo(reference).saying("war-storniert");
        }
    }

    /** Who sends no amount was shown none: then only what costs nothing is done. */
    private static Expect shown(Form form) {
        return Expect.read(form.value(Check.EXPECT)).getOrDefault(1, new Expect(Outcome.CANCELLED, 0L));
    }
}
