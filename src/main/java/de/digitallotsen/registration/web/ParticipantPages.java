package de.digitallotsen.registration.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
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
import jakarta.ws.rs.core.Response;

/** Lists of registrations for pages and programs alike: participants and waiting list of a seminar, and files to carry elsewhere. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class ParticipantPages {

    private static final List<String> COLUMNS = List.of("Referenz", "Status", "Position", "Vorname", "Nachname", "E-Mail", "Funktion", "Kommune", "Regionalschlüssel", "Seminar", "Erster Tag", "Letzter Tag", "Ort",
            "Teilnahmeentgelt", "Anteil Land", "Eigenanteil", "Eingegangen");

    private final RegistrationSearch search;
    private final SeminarSearch seminars;
    private final CurrentUser user;
    private final Clock clock;

    ParticipantPages(RegistrationSearch search, SeminarSearch seminars, CurrentUser user, Clock clock) {
        this.search = search;
        this.seminars = seminars;
        this.user = user;
        this.clock = clock;
    }

    /** One order to choose from. */
    public record Choice(String value, String label, boolean chosen) {
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ParticipantsPage(SeminarLine seminar, List<RegistrationLine> participants, List<RegistrationLine> waiting, List<RegistrationLine> gone, String text, List<Choice> orders, Pager pager) implements TemplateInstance {
    }

    @GET
    @Path("seminare/{id}/teilnehmende")
    @RolesAllowed(Role.NSI_NAME)
    public TemplateInstance participants(@PathParam("id") String id, @QueryParam("q") String text, @QueryParam("sortierung") String order) {
        Actor actor = user.actor();
        SeminarLine seminar = SeminarLine.of(seminars.require(actor, Params.id(id)));
        RegistrationSearch.Order chosen = order(order);
        Page<RegistrationView> found = search.find(actor, new RegistrationSearch.Filter(null, seminar.id(), null, text), chosen, Page.Request.everything());
        Instant now = clock.instant();
        List<Choice> orders = List.of(new Choice("", "Eingang", chosen == RegistrationSearch.Order.SEMINAR_LIST), new Choice("name", "Name", chosen == RegistrationSearch.Order.NAME),
                new Choice("kommune", "Kommune", chosen == RegistrationSearch.Order.KOMMUNE));
        return new ParticipantsPage(seminar, lines(found, now, RegistrationStatus.CONFIRMED, RegistrationStatus.ATTENDED), lines(found, now, RegistrationStatus.WAITING),
                lines(found, now, RegistrationStatus.CANCELLED, RegistrationStatus.NO_SHOW), text == null ? "" : text, orders, Pager.of(found, "q", text, "sortierung", order));
    }

    private static RegistrationSearch.Order order(String raw) {
        return "name".equals(raw) ? RegistrationSearch.Order.NAME : "kommune".equals(raw) ? RegistrationSearch.Order.KOMMUNE : RegistrationSearch.Order.SEMINAR_LIST;
    }

    private static List<RegistrationLine> lines(Page<RegistrationView> found, Instant now, RegistrationStatus... states) {
        return found.items().stream().filter(view -> Arrays.asList(states).contains(view.registration().status())).map(view -> RegistrationLine.of(view, now)).toList();
    }

    @GET
    @Path("{list: seminare/[0-9]+/teilnehmende}.csv")
    @RolesAllowed(Role.NSI_NAME)
    @Produces("text/csv")
    public Response participantsCsv(@PathParam("list") String list, @QueryParam("q") String text, @QueryParam("sortierung") String order) {
        return participantsTable(list, text, order).csv();
    }

    @GET
    @Path("{list: seminare/[0-9]+/teilnehmende}.xlsx")
    @RolesAllowed(Role.NSI_NAME)
    @Produces(MediaType.WILDCARD)
    public Response participantsXlsx(@PathParam("list") String list, @QueryParam("q") String text, @QueryParam("sortierung") String order) {
        return participantsTable(list, text, order).xlsx(clock.instant());
    }

    private Table participantsTable(String list, String text, String order) {
        long id = search.requireSeminar(Params.id(list.split("/")[1]));
        return table("Teilnehmende", new RegistrationSearch.Filter(null, id, null, text), order(order), Pager.query("Termin", String.valueOf(id), "Suche", text));
    }

    @GET
    @Path("anmeldungen.csv")
    @Produces("text/csv")
    public Response registrationsCsv(@QueryParam("status") String status, @QueryParam("q") String text) {
        return registrationsTable(status, text, null).csv();
    }

    @GET
    @Path("anmeldungen.xlsx")
    @Produces(MediaType.WILDCARD)
    public Response registrationsXlsx(@QueryParam("status") String status, @QueryParam("q") String text) {
        return registrationsTable(status, text, null).xlsx(clock.instant());
    }

    @GET
    @Path("api/v1/registrations.csv")
    @Produces("text/csv")
    public Response interfaceCsv(@QueryParam("status") String status, @QueryParam("seminarId") String seminarId, @QueryParam("q") String text) {
        return registrationsTable(status, text, Params.longNumber("seminarId", seminarId)).csv();
    }

    @GET
    @Path("api/v1/registrations.xlsx")
    @Produces(MediaType.WILDCARD)
    public Response interfaceXlsx(@QueryParam("status") String status, @QueryParam("seminarId") String seminarId, @QueryParam("q") String text) {
        return registrationsTable(status, text, Params.longNumber("seminarId", seminarId)).xlsx(clock.instant());
    }

    private Table registrationsTable(String status, String text, Long seminarId) {
        RegistrationStatus wanted = Params.choice("status", status, RegistrationStatus.class);
        return table("Anmeldungen", new RegistrationSearch.Filter(wanted, seminarId, null, text), RegistrationSearch.Order.NEWEST, Pager.query("Status", status, "Suche", text));
    }

    private Table table(String name, RegistrationSearch.Filter filter, RegistrationSearch.Order order, String words) {
        List<List<Object>> rows = new ArrayList<>();
        for (RegistrationView view : search.find(user.actor(), filter, order, Page.Request.everything()).items()) {
            Registration r = view.registration();
            rows.add(Arrays.asList(r.reference(), RegistrationLine.statusText(view), view.waitingPosition(), r.participant().firstName(), r.participant().lastName(), r.participant().email(), r.participant().jobTitle(),
                    r.kommune().displayName(), r.kommune().ars(), r.seminar().title(), r.seminar().firstDay(), r.seminar().lastDay(), r.seminar().venue(), new Money(r.feeCents()), new Money(r.subsidyCents()),
                    new Money(r.ownShareCents()), r.registeredAt()));
        }
        return new Table(name, words, COLUMNS, rows);
    }
}
