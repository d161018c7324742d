package de.digitallotsen.registration.web;

import de.digitallotsen.registration.CancelSeminar;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.Consequences;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.CheckedActs;
import de.digitallotsen.shared.web.CheckedForm;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Cancelling a seminar (R19): what that means for whom, the reason that everybody is told, then the button. */
@Path("/seminare/{id}/absagen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class CancelSeminarPages {

    private final CancelSeminar cancel;
    private final SeminarSearch seminars;
    private final CurrentUser user;
    private final CheckedActs acts;

    CancelSeminarPages(CancelSeminar cancel, SeminarSearch seminars, CurrentUser user, CheckedActs acts) {
        this.acts = acts;
        this.cancel = cancel;
        this.seminars = seminars;
        this.user = user;
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CancelSeminarPage(SeminarLine seminar, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("eingaben") String entry) {
        return page(Params.id(id), acts.typedOr(entry, Form::of));
    }

    private CancelSeminarPage page(long seminarId, Form form) {
        return new CancelSeminarPage(SeminarLine.of(seminars.require(user.actor(), seminarId)), form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        long seminarId = Params.id(id);
        return checked(seminarId)
                .sent(Form.sent(fields), token -> Link.to("/seminare/{id}/absagen/pruefen/{entry}", seminarId, token));
    }

    private CheckedForm checked(long seminarId) {
        return new CheckedForm(
                acts,
                (form, token) -> check(seminarId, form, token),
                form -> cancel.handle(user.actor(), seminarId, form.value("reason")),
                again -> page(seminarId, again),
                CheckedActs.Deed.of("termin-abgesagt", Link.to("/seminare/{id}", seminarId), "seminar"));
    }

    private Check check(long seminarId, Form form, String token) {
        Consequences consequences = acts.foresee(() -> cancel.handle(user.actor(), seminarId, form.value("reason")));
        return Check.of(
                        Messages.text("cancel-seminar.check-title"),
                        Messages.text("cancel-seminar.check-lead", "reason", form.value("reason")),
                        Messages.text("cancel-seminar.check-button"),
                        Link.to("/seminare/{id}/absagen", seminarId)
                                .with("eingaben", token)
                                .address())
                .foreseeing(consequences, true);
    }

    @GET
    @Path("/pruefen/{entry}")
    public Response showCheck(@PathParam("id") String id, @PathParam("entry") String entry) {
        return checked(Params.id(id)).checked(entry);
    }

    @POST
    @Path("/pruefen/{entry}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(
            @PathParam("id") String id, @PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return checked(Params.id(id)).confirmed(entry, Form.sent(fields));
    }
}
