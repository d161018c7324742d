package de.digitallotsen.registration.web;

import java.time.Clock;
import java.util.List;

import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** The same person comes to another date (R17): first which one, then {@link RebookCheckPages}. */
@Path("/anmeldungen/{reference}/umbuchen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RebookPages {

    private final RegistrationSearch search;
    private final OfferedDates dates;
    private final CurrentUser user;
    private final Clock clock;

    RebookPages(RegistrationSearch search, OfferedDates dates, CurrentUser user, Clock clock) {
        this.search = search;
        this.dates = dates;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RebookPage(RegistrationLine registration, List<Choice> dates, Form form) implements TemplateInstance {}

    /** @param missing that no date was chosen is said, unless it is null */
    @GET
    public TemplateInstance show(
            @PathParam("reference") String reference,
            @QueryParam("seminarId") String seminarId,
            @QueryParam("fehlt") String missing) {
        RegistrationLine line = RegistrationLine.of(search.require(user.actor(), reference), clock.instant());
        Form form = Form.of("seminarId", seminarId);
        return new RebookPage(
                line,
                dates.toRebook(line.seminarId(), form.value("seminarId")),
                missing == null
                        ? form
                        : new Form(
                                form.values(),
                                List.of(new Violation("seminarId", Messages.text("input.choose-date"))),
                                null));
    }
}
