package de.digitallotsen.registration.web;

import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.CurrentUser;
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

/** Participants and waiting list of a seminar, for the NSI. */
@Path("/seminare/{id}/teilnehmende")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class ParticipantPages {

    private final RegistrationSearch search;
    private final SeminarSearch seminars;
    private final RegistrationTable table;
    private final CurrentUser user;
    private final Clock clock;

    ParticipantPages(
            RegistrationSearch search, SeminarSearch seminars, RegistrationTable table, CurrentUser user, Clock clock) {
        this.search = search;
        this.seminars = seminars;
        this.table = table;
        this.user = user;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ParticipantsPage(
            SeminarLine seminar,
            List<RegistrationLine> participants,
            List<RegistrationLine> waiting,
            List<RegistrationLine> gone,
            String text,
            List<Choice> orders,
            Pager pager)
            implements TemplateInstance {}

    @GET
    public TemplateInstance participants(
            @PathParam("id") String id, @QueryParam("q") String text, @QueryParam("sortierung") String order) {
        Actor actor = user.actor();
        SeminarLine seminar = SeminarLine.of(seminars.require(actor, Params.id(id)));
        RegistrationSearch.Order chosen = order(order);
        Page<RegistrationView> found = search.find(
                actor,
                new RegistrationSearch.Filter(null, seminar.id(), null, text),
                chosen,
                Page.Request.everything());
        Instant now = clock.instant();
        List<Choice> orders = List.of(
                new Choice("", "Eingang", chosen == RegistrationSearch.Order.SEMINAR_LIST),
                new Choice("name", "Name", chosen == RegistrationSearch.Order.NAME),
                new Choice("kommune", "Kommune", chosen == RegistrationSearch.Order.KOMMUNE));
        return new ParticipantsPage(
                seminar,
                lines(found, now, RegistrationStatus.CONFIRMED, RegistrationStatus.ATTENDED),
                lines(found, now, RegistrationStatus.WAITING),
                lines(found, now, RegistrationStatus.CANCELLED, RegistrationStatus.NO_SHOW),
                text == null ? "" : text,
                orders,
                Pager.of(found, "q", text, "sortierung", order));
    }

    /** The same as a file. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table list(
            @PathParam("id") String id, @QueryParam("q") String text, @QueryParam("sortierung") String order) {
        return table.participants(user.actor(), id, text, order);
    }

    static RegistrationSearch.Order order(String raw) {
        return "name".equals(raw)
                ? RegistrationSearch.Order.NAME
                : "kommune".equals(raw) ? RegistrationSearch.Order.KOMMUNE : RegistrationSearch.Order.SEMINAR_LIST;
    }

    private static List<RegistrationLine> lines(
            Page<RegistrationView> found, Instant now, RegistrationStatus... states) {
        return found.items().stream()
                .filter(view ->
                        Arrays.asList(states).contains(view.registration().status()))
                .map(view -> RegistrationLine.of(view, now))
                .toList();
    }
}
