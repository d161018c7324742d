package de.digitallotsen.registration.web;

import java.time.Clock;
import java.util.List;

import de.digitallotsen.registration.RebookRegistration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Choice;
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

/** The same person comes to another date (R17). */
@Path("/anmeldungen/{reference}/umbuchen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RebookPages {

    private final RebookRegistration rebook;
    private final RegistrationSearch search;
    private final OfferedDates dates;
    private final CurrentUser user;
    private final Clock clock;

    RebookPages(
            RebookRegistration rebook, RegistrationSearch search, OfferedDates dates, CurrentUser user, Clock clock) {
        this.rebook = rebook;
        this.search = search;
        this.dates = dates;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RebookPage(RegistrationLine registration, List<Choice> dates, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("reference") String reference) {
        return page(search.require(user.actor(), reference), Form.of());
    }

    private RebookPage page(RegistrationView view, Form form) {
        RegistrationLine line = RegistrationLine.of(view, clock.instant());
        return new RebookPage(line, dates.toRebook(line.seminarId(), form.value("seminarId")), form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response rebook(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        RegistrationView view = search.require(user.actor(), reference);
        return form.submit(
                () -> {
                    rebook.handle(user.actor(), reference, RegisterPages.seminarId(form));
                    return RegistrationPages.linkTo(view).saying("umgebucht");
                },
                again -> page(view, again));
    }
}
