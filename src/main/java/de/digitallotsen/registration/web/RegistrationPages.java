package de.digitallotsen.registration.web;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.registration.PossibleActs;
import de.digitallotsen.registration.PossibleActs.Act;
import de.digitallotsen.registration.Reference;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.PageFrame;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** The registrations of one's Kommune (all of them for the NSI), each with its history and what can be done with it. */
@Path("/anmeldungen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegistrationPages {

    private final RegistrationSearch search;
    private final RegistrationTable table;
    private final CurrentUser user;
    private final Clock clock;
    private final PageFrame frame;

    RegistrationPages(
            RegistrationSearch search, RegistrationTable table, CurrentUser user, Clock clock, PageFrame frame) {
        this.search = search;
        this.table = table;
        this.user = user;
        this.clock = clock;
        this.frame = frame;
    }

    /** Which buttons there are. */
    public record Acts(
            boolean cancel,
            boolean correctPerson,
            boolean substitute,
            boolean rebook,
            boolean promote,
            boolean changeFee,
            boolean correct) {
        static Acts of(PossibleActs possible) {
            return new Acts(
                    possible.may(Act.CANCEL),
                    possible.may(Act.CORRECT_PERSON),
                    possible.may(Act.SUBSTITUTE),
                    possible.may(Act.REBOOK),
                    possible.may(Act.PROMOTE),
                    possible.may(Act.CHANGE_FEE),
                    possible.may(Act.CORRECT));
        }

        /** There is anything to do for the NSI alone. */
        public boolean isForNsi() {
            return promote || changeFee || correct;
        }
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListPage(List<RegistrationLine> registrations, String text, List<Choice> states, Pager pager)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DetailPage(RegistrationLine registration, String turn, Acts acts, List<HistoryLine> history)
            implements TemplateInstance {}

    /** To the page of a registration. */
    static Link linkTo(RegistrationView view) {
        return Link.to("/anmeldungen/{reference}", view.registration().reference());
    }

    @GET
    public Response list(
            @QueryParam("status") String status, @QueryParam("q") String text, @QueryParam("page") String page) {
        RegistrationStatus wanted = Params.choice("status", status, RegistrationStatus.class);
        Page<RegistrationView> found = search.find(
                user.actor(),
                new RegistrationSearch.Filter(wanted, null, null, text),
                RegistrationSearch.Order.NEWEST,
                Params.page(page, null));
        // Whoever types a reference wants that one.
        if (found.total() == 1 && text != null && Reference.parse(text).isPresent()) {
            return linkTo(found.items().get(0)).seeOther();
        }
        List<Choice> states = Choice.of(RegistrationStatus.values(), wanted == null ? null : wanted.name());
        Instant now = clock.instant();
        return Response.ok(new ListPage(
                        found.items().stream()
                                .map(view -> RegistrationLine.of(view, now))
                                .toList(),
                        text == null ? "" : text,
                        states,
                        Pager.of(found, "status", status, "q", text)))
                .build();
    }

    /** The same as a file. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table asList(@QueryParam("status") String status, @QueryParam("q") String text) {
        return table.registrations(user.actor(), status, text, null);
    }

    @GET
    @Path("/{reference}")
    public TemplateInstance detail(@PathParam("reference") String reference) {
        RegistrationView view = search.require(user.actor(), reference);
        frame.knows("due", new Money(view.registration().amount().dueCents()));
        LocalDate later = search.laterUntil(view.registration());
        String turn =
                later == null ? "" : Messages.text("first-persons.waits", "until", later, "from", later.plusDays(1));
        return new DetailPage(
                line(view),
                turn,
                Acts.of(PossibleActs.of(view.registration(), user.actor(), clock.instant())),
                search.history(view.registration()).stream()
                        .map(HistoryLine::of)
                        .toList());
    }

    private RegistrationLine line(RegistrationView view) {
        return RegistrationLine.of(view, clock.instant());
    }
}
