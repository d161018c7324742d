package de.digitallotsen.registration.web;

import java.time.Clock;

import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.SubstituteParticipant;
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

/** Another person takes the seat (R16). */
@Path("/anmeldungen/{reference}/ersetzen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class SubstitutePages {

    private final SubstituteParticipant substitute;
    private final RegistrationSearch search;
    private final CurrentUser user;
    private final Clock clock;

    SubstitutePages(SubstituteParticipant substitute, RegistrationSearch search, CurrentUser user, Clock clock) {
        this.substitute = substitute;
        this.search = search;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SubstitutePage(RegistrationLine registration, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("reference") String reference) {
        return new SubstitutePage(
                RegistrationLine.of(search.require(user.actor(), reference), clock.instant()), Form.of());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response substitute(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        RegistrationView view = search.require(user.actor(), reference);
        RegistrationLine line = RegistrationLine.of(view, clock.instant());
        return form.submit(
                () -> {
                    substitute.handle(user.actor(), reference, RegisterPages.person(form, "participant."));
                    return RegistrationPages.linkTo(view).saying("ersetzt");
                },
                again -> new SubstitutePage(line, again));
    }
}
