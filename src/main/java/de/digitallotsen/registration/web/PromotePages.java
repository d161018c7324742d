package de.digitallotsen.registration.web;

import java.time.Clock;
import java.util.List;

import de.digitallotsen.registration.ChangePreview;
import de.digitallotsen.registration.CheckFacts;
import de.digitallotsen.registration.Expect;
import de.digitallotsen.registration.PreviewChange;
import de.digitallotsen.registration.PromoteByHand;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationEvent;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.registration.WhoIsTold;
import de.digitallotsen.shared.ChangedSincePreviewException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
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
    private final PreviewChange preview;
    private final CheckFacts facts;
    private final RegistrationSearch search;
    private final CurrentUser user;
    private final Clock clock;

    PromotePages(
            PromoteByHand promote,
            PreviewChange preview,
            CheckFacts facts,
            RegistrationSearch search,
            CurrentUser user,
            Clock clock) {
        this.promote = promote;
        this.preview = preview;
        this.facts = facts;
        this.search = search;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What it will do.
     *
     * @param refusal why it is not possible; empty if it is
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PromotePage(
            RegistrationLine registration, String refusal, long dueCents, CheckLines lines, String expect, Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("reference") String reference) {
        return page(reference, Form.of());
    }

    private PromotePage page(String reference, Form form) {
        ChangePreview expected = preview.promoting(user.actor(), reference);
        List<WhoIsTold.Told> told = facts.toldOf(user.actor(), reference, RegistrationEvent.Kind.PROMOTED);
        return new PromotePage(
                RegistrationLine.of(search.require(user.actor(), reference), clock.instant()),
                expected.isPossible() ? "" : expected.refusal().text(),
                expected.dueCents(),
                CheckLines.of(told),
                expected.expect().telling(told).written(),
                form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response promote(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        Expect shown = Expect.one(form.value(Check.EXPECT));
        return form.submit(
                () -> {
                    promoted(reference, shown);
                    return ResultPages.linkTo(reference).saying("nachgerueckt");
                },
                again -> page(reference, again));
    }

    /** Whoever clicks in a second window has what they wanted: the answer of the first click is theirs, too (R24). */
    private void promoted(String reference, Expect shown) {
        try {
            promote.handle(user.actor(), new PromoteByHand.Command(reference, shown));
        } catch (ChangedSincePreviewException changed) {
            Registration now = search.require(user.actor(), reference).registration();
            if (now.status() != RegistrationStatus.CONFIRMED || shown.dueCents() != now.dueCents()) {
                throw changed;
            }
        }
    }
}
