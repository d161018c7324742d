package de.digitallotsen.registration.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.RegistrationEvent;
import de.digitallotsen.registration.RegistrationRefusal;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Pager;
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

/** The registrations of one's Kommune (all of them for the NSI), each with its history, and cancelling one. */
@Path("/anmeldungen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegistrationPages {

    private final RegistrationSearch search;
    private final CancelRegistration cancel;
    private final CurrentUser user;
    private final Clock clock;

    RegistrationPages(RegistrationSearch search, CancelRegistration cancel, CurrentUser user, Clock clock) {
        this.search = search;
        this.cancel = cancel;
        this.user = user;
        this.clock = clock;
    }

    /** One state to choose from. */
    public record Choice(String value, String label, boolean chosen) {
    }

    /** One line of the history. */
    public record HistoryLine(Instant at, String what, String by) {
        static HistoryLine of(RegistrationEvent event) {
            String reason = event.waitingReason() == null ? "" : ": " + Messages.label(event.waitingReason());
            return new HistoryLine(event.at(), Messages.label(event.kind()) + reason, event.actorRole() == null ? "Portal" : Messages.label(event.actorRole()));
        }
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListPage(List<RegistrationLine> registrations, String text, List<Choice> states, Pager pager) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DetailPage(RegistrationLine registration, List<HistoryLine> history) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CancelPage(RegistrationLine registration, Form form) implements TemplateInstance {
    }

    @GET
    public Response list(@QueryParam("status") String status, @QueryParam("q") String text, @QueryParam("page") String page) {
        RegistrationStatus wanted = Params.choice("status", status, RegistrationStatus.class);
        Page<RegistrationView> found = search.find(user.actor(), new RegistrationSearch.Filter(wanted, null, null, text), RegistrationSearch.Order.NEWEST, Params.page(page, null));
        // Whoever types a reference wants that one.
        if (found.total() == 1 && text != null && de.digitallotsen.registration.Reference.parse(text).isPresent()) {
            return Response.seeOther(URI.create("/anmeldungen/" + found.items().get(0).registration().reference())).build();
        }
        List<Choice> states = Arrays.stream(RegistrationStatus.values()).map(s -> new Choice(s.name(), Messages.label(s), s == wanted)).toList();
        Instant now = clock.instant();
        return Response.ok(new ListPage(found.items().stream().map(view -> RegistrationLine.of(view, now)).toList(), text == null ? "" : text, states, Pager.of(found, "status", status, "q", text))).build();
    }

    @GET
    @Path("/{reference}")
    public TemplateInstance detail(@PathParam("reference") String reference) {
        RegistrationView view = search.require(user.actor(), reference);
        return new DetailPage(line(view), search.history(view.registration()).stream().map(HistoryLine::of).toList());
    }

    private RegistrationLine line(RegistrationView view) {
        return RegistrationLine.of(view, clock.instant());
    }

    @GET
    @Path("/{reference}/stornieren")
    public TemplateInstance showCancel(@PathParam("reference") String reference) {
        return new CancelPage(line(search.require(user.actor(), reference)), Form.of());
    }

    @POST
    @Path("/{reference}/stornieren")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response cancel(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        RegistrationLine before = line(search.require(user.actor(), reference));
        if (Form.sent(fields).onlyShow()) {
            return Response.ok(showCancel(reference)).build();
        }
        try {
            cancel.handle(user.actor(), reference);
            return to(before, "storniert");
        } catch (RefusedException refused) {
            if (refused.refusal() != RegistrationRefusal.NOT_CANCELLABLE) {
                throw refused;
            }
            RegistrationView now = search.require(user.actor(), reference);
            // A double click: it is done, and saying so beats an error.
            return now.registration().status() == RegistrationStatus.CANCELLED ? to(before, "war-storniert")
                    : Response.status(409).entity(new CancelPage(line(now), Form.of().refused(refused))).build();
        }
    }

    private static Response to(RegistrationLine registration, String done) {
        return Response.seeOther(URI.create("/anmeldungen/" + registration.reference() + "?meldung=" + done)).build();
    }
}
