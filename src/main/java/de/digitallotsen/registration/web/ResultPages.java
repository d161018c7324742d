package de.digitallotsen.registration.web;

import java.time.Clock;

import de.digitallotsen.registration.CheckFacts;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.PageFrame;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/** Where every act on a registration ends: reference, cost now, who was written to, what comes next. */
@Path("/anmeldungen/{reference}/ergebnis")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class ResultPages {

    private final RegistrationSearch search;
    private final CheckFacts facts;
    private final CurrentUser user;
    private final Clock clock;
    private final PageFrame frame;

    ResultPages(RegistrationSearch search, CheckFacts facts, CurrentUser user, Clock clock, PageFrame frame) {
        this.search = search;
        this.facts = facts;
        this.user = user;
        this.clock = clock;
        this.frame = frame;
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ResultPage(RegistrationLine registration, CheckLines lines) implements TemplateInstance {}

    static Link linkTo(String reference) {
        return Link.to(ResultPages.class, reference);
    }

    @GET
    public TemplateInstance show(@PathParam("reference") String reference) {
        RegistrationView view = search.require(user.actor(), reference);
        frame.knows("due", new Money(view.registration().amount().dueCents()));
        return new ResultPage(
                RegistrationLine.of(view, clock.instant()),
                CheckLines.of(facts.toldOfTheLast(user.actor(), reference)));
    }
}
