package de.digitallotsen.registration.web;

import de.digitallotsen.registration.CancelSeminar;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
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

/** Cancelling a seminar (R19): what that means for whom, the reason that everybody is told, then the button. */
@Path("/seminare/{id}/absagen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class CancelSeminarPages {

    private final CancelSeminar cancel;
    private final SeminarSearch seminars;
    private final CurrentUser user;

    CancelSeminarPages(CancelSeminar cancel, SeminarSearch seminars, CurrentUser user) {
        this.cancel = cancel;
        this.seminars = seminars;
        this.user = user;
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CancelSeminarPage(SeminarLine seminar, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("id") String id) {
        return page(Params.id(id), Form.of());
    }

    private CancelSeminarPage page(long seminarId, Form form) {
        return new CancelSeminarPage(SeminarLine.of(seminars.require(user.actor(), seminarId)), form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        long seminarId = Params.id(id);
        Form form = Form.sent(fields);
        return form.submit(
                () -> {
                    cancel.handle(user.actor(), seminarId, form.value("reason"));
                    return Link.to("/seminare/{id}", seminarId).saying("termin-abgesagt");
                },
                again -> page(seminarId, again));
    }
}
