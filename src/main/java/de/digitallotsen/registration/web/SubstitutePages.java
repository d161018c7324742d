package de.digitallotsen.registration.web;

import java.time.Clock;

import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.shared.KeptEntries;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Another person takes the seat (R16). */
@Path("/anmeldungen/{reference}/ersetzen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class SubstitutePages {

    private final SubstituteParticipant substitute;
    private final KeptEntries entries;
    private final RegistrationSearch search;
    private final CurrentUser user;
    private final Clock clock;

    SubstitutePages(
            SubstituteParticipant substitute,
            KeptEntries entries,
            RegistrationSearch search,
            CurrentUser user,
            Clock clock) {
        this.substitute = substitute;
        this.entries = entries;
        this.search = search;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SubstitutePage(RegistrationLine registration, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("reference") String reference, @QueryParam("eingaben") String entry) {
        return page(
                reference,
                entry == null
                        ? Form.of()
                        : Form.kept(entries.require(user.actor(), entry).typed()));
    }

    private SubstitutePage page(String reference, Form form) {
        return new SubstitutePage(RegistrationLine.of(search.require(user.actor(), reference), clock.instant()), form);
    }

    /** What is not possible is said here, beside what was typed; everything else on the next page. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return form.submit(
                () -> {
                    substitute.preview(user.actor(), reference, RegisterPages.person(form, "participant."));
                    return SubstituteCheckPages.linkTo(
                            reference, entries.keep(user.actor(), form.value(Form.KEY), form.typed()));
                },
                again -> page(reference, again));
    }
}
