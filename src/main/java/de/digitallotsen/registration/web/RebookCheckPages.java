package de.digitallotsen.registration.web;

import java.time.Clock;
import java.util.List;

import de.digitallotsen.registration.ChangePreview;
import de.digitallotsen.registration.CheckFacts;
import de.digitallotsen.registration.Expect;
import de.digitallotsen.registration.PreviewChange;
import de.digitallotsen.registration.RebookRegistration;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationEvent;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.registration.WhoIsTold;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * What rebooking to a date will do and cost, then the final click (R17, R29). A date is nothing that has to be hidden.
 */
@Path("/anmeldungen/{reference}/umbuchen/pruefen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RebookCheckPages {

    private final RebookRegistration rebook;
    private final PreviewChange preview;
    private final CheckFacts facts;
    private final RegistrationSearch search;
    private final SeminarSearch seminars;
    private final CurrentUser user;
    private final Clock clock;

    RebookCheckPages(
            RebookRegistration rebook,
            PreviewChange preview,
            CheckFacts facts,
            RegistrationSearch search,
            SeminarSearch seminars,
            CurrentUser user,
            Clock clock) {
        this.rebook = rebook;
        this.preview = preview;
        this.facts = facts;
        this.search = search;
        this.seminars = seminars;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What it will do.
     *
     * @param refusal why it is not possible; empty if it is
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RebookCheckPage(
            RegistrationLine registration,
            SeminarLine date,
            String refusal,
            long dueCents,
            CheckLines lines,
            String expect,
            Form form)
            implements TemplateInstance {}

    private static Link linkTo(String reference, Long seminarId) {
        return seminarId == null
                ? Link.to(RebookPages.class, reference).with("fehlt", "termin")
                : Link.to(RebookCheckPages.class, reference).with("seminarId", seminarId);
    }

    @GET
    public Response show(@PathParam("reference") String reference, @QueryParam("seminarId") String seminarId) {
        Form form = Form.of("seminarId", seminarId);
        search.require(user.actor(), reference);
        return RegisterPages.seminarId(form) == null
                ? linkTo(reference, null).seeOther()
                : Response.ok(page(reference, form)).build();
    }

    private RebookCheckPage page(String reference, Form form) {
        Long seminarId = RegisterPages.seminarId(form);
        ChangePreview expected = preview.rebooking(user.actor(), reference, seminarId);
        List<WhoIsTold.Told> told = facts.toldOf(user.actor(), reference, RegistrationEvent.Kind.REBOOKED);
        return new RebookCheckPage(
                RegistrationLine.of(search.require(user.actor(), reference), clock.instant()),
                SeminarLine.of(seminars.require(user.actor(), seminarId)),
                expected.isPossible() ? "" : expected.refusal().text(),
                expected.dueCents(),
                CheckLines.of(facts.terms(seminarId), told),
                expected.expect().telling(told).written(),
                form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rebook(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        Long seminarId = RegisterPages.seminarId(form);
        Expect shown = Expect.read(form.value(Check.EXPECT)).get(1);
        if (seminarId == null || shown == null && !form.onlyShow()) {
            search.require(user.actor(), reference);
            return linkTo(reference, seminarId).seeOther();
        }
        return form.submit(
                () -> {
                    rebooked(reference, seminarId, shown);
                    return ResultPages.linkTo(reference).saying("umgebucht");
                },
                again -> page(reference, again));
    }

    /** Whoever clicks in a second window has what they wanted: the answer of the first click is theirs, too (R24). */
    private void rebooked(String reference, long seminarId, Expect shown) {
        try {
            rebook.handle(user.actor(), new RebookRegistration.Command(reference, seminarId, shown));
        } catch (ChangedSincePreviewException changed) {
            Registration now = search.require(user.actor(), reference).registration();
            if (now.status() != RegistrationStatus.CONFIRMED
                    || now.seminar().id() != seminarId
                    || shown.dueCents() != now.dueCents()) {
                throw changed;
            }
        }
    }
}
