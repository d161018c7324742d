package de.digitallotsen.registration.web;

import java.time.Clock;

import de.digitallotsen.registration.ChangePreview;
import de.digitallotsen.registration.CheckFacts;
import de.digitallotsen.registration.Expect;
import de.digitallotsen.registration.PreviewChange;
import de.digitallotsen.registration.PreviewRegistration.Outcome;
import de.digitallotsen.registration.PromoteByHand;
import de.digitallotsen.registration.RegistrationEvent;
import de.digitallotsen.registration.RegistrationSearch;
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
        return new PromotePage(
                RegistrationLine.of(search.require(user.actor(), reference), clock.instant()),
                expected.isPossible() ? "" : expected.refusal().text(),
                expected.dueCents(),
                CheckLines.of(facts.toldOf(user.actor(), reference, RegistrationEvent.Kind.PROMOTED)),
                expected.expect().written(),
                form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response promote(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        // Who sends nothing was shown nothing: that agrees to no amount at all.
        Expect shown = Expect.read(form.value(CheckPage.EXPECT)).getOrDefault(1, new Expect(Outcome.REFUSED, 0L));
        return form.submit(
                () -> {
                    promote.handle(user.actor(), new PromoteByHand.Command(reference, shown));
                    return ResultPages.linkTo(reference).saying("nachgerueckt");
                },
                again -> page(reference, again));
    }
}
