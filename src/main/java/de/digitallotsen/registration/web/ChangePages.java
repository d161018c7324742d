package de.digitallotsen.registration.web;

import java.time.Clock;
import java.util.List;

import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.CancellationCost;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.RebookRegistration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Params;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** What a Kommune changes about a registration: cancel (R18), another person (R16), another date (R17). */
@Path("/anmeldungen")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class ChangePages {

    private static final int DATES_OFFERED = 100;

    private final RegistrationSearch search;
    private final Acts acts;
    private final Dates dates;
    private final CurrentUser user;

    ChangePages(RegistrationSearch search, Acts acts, Dates dates, CurrentUser user) {
        this.search = search;
        this.acts = acts;
        this.dates = dates;
        this.user = user;
    }

    /** What is done with a registration, and what leaving costs. */
    @Singleton
    static class Acts {
        private final CancelRegistration cancel;
        private final CancellationCost cost;
        private final SubstituteParticipant substitute;
        private final RebookRegistration rebook;

        Acts(
                CancelRegistration cancel,
                CancellationCost cost,
                SubstituteParticipant substitute,
                RebookRegistration rebook) {
            this.cancel = cancel;
            this.cost = cost;
            this.substitute = substitute;
            this.rebook = rebook;
        }
    }

    /** The dates to which one can move. */
    @Singleton
    static class Dates {
        private final SeminarSearch seminars;
        private final Clock clock;

        Dates(SeminarSearch seminars, Clock clock) {
            this.seminars = seminars;
            this.clock = clock;
        }

        /** Open, with a seat for which nobody waits. */
        List<SeminarLine> withSeats() {
            SeminarSearch.Filter upcoming = new SeminarSearch.Filter(
                    SystemClock.today(clock), null, true, null, List.of(SeminarStatus.PUBLISHED));
            return seminars.find(Actor.anonymous(), upcoming, new Page.Request(0, DATES_OFFERED)).items().stream()
                    .map(SeminarLine::of)
                    .filter(date -> date.open() && date.waiting() == 0)
                    .toList();
        }
    }

    /**
     * Says what cancelling costs, before it is done.
     *
     * @param possible it can be cancelled
     * @param cost in cents
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CancelPage(RegistrationLine registration, boolean possible, boolean free, long cost, Form form)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SubstitutePage(RegistrationLine registration, Form form) implements TemplateInstance {}

    /** One thing to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record RebookPage(RegistrationLine registration, List<Choice> dates, Form form) implements TemplateInstance {}

    private RegistrationLine line(String reference) {
        return RegistrationLine.of(search.require(user.actor(), reference), dates.clock.instant());
    }

    private static String to(RegistrationLine registration, String done) {
        return "/anmeldungen/" + registration.reference() + "?meldung=" + done;
    }

    @GET
    @Path("/{reference}/stornieren")
    public TemplateInstance showCancel(@PathParam("reference") String reference) {
        return cancelPage(reference, Form.of());
    }

    /** With the cost as it is now: whoever sends the form agrees to that amount and to no other. */
    private CancelPage cancelPage(String reference, Form form) {
        RegistrationView view = search.require(user.actor(), reference);
        Long cost = acts.cost.nowIfPossible(view.registration());
        return new CancelPage(
                RegistrationLine.of(view, dates.clock.instant()),
                cost != null,
                cost != null && cost == 0,
                cost == null ? 0 : cost,
                form.with("kosten", cost == null ? "" : cost.toString()));
    }

    @POST
    @Path("/{reference}/stornieren")
    public Response cancel(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        RegistrationView before = search.require(user.actor(), reference);
        RegistrationLine line = RegistrationLine.of(before, dates.clock.instant());
        if (before.registration().status() == RegistrationStatus.CANCELLED && !form.onlyShow()) {
            // A double click: it is done, and saying so beats an error.
            return Response.seeOther(java.net.URI.create(to(line, "war-storniert")))
                    .build();
        }
        return form.submit(
                () -> {
                    // Who sends no amount was shown none: then only what costs nothing is done.
                    Long shown = form.value("kosten").isEmpty()
                            ? (Long) 0L
                            : Params.longNumber("kosten", form.value("kosten"));
                    acts.cancel.handle(user.actor(), new CancelRegistration.Command(reference, shown));
                    return to(line, "storniert");
                },
                again -> cancelPage(reference, again));
    }

    @GET
    @Path("/{reference}/ersetzen")
    public TemplateInstance showSubstitute(@PathParam("reference") String reference) {
        return new SubstitutePage(line(reference), Form.of());
    }

    @POST
    @Path("/{reference}/ersetzen")
    public Response substitute(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        RegistrationLine line = line(reference);
        return form.submit(
                () -> {
                    acts.substitute.handle(
                            user.actor(),
                            reference,
                            new Participant.Details(
                                    form.value("participant.firstName"),
                                    form.value("participant.lastName"),
                                    form.value("participant.email"),
                                    form.value("participant.jobTitle"),
                                    form.value("participant.accessibilityNeeds")));
                    return to(line, "ersetzt");
                },
                again -> new SubstitutePage(line, again));
    }

    @GET
    @Path("/{reference}/umbuchen")
    public TemplateInstance showRebook(@PathParam("reference") String reference) {
        return rebookPage(reference, Form.of());
    }

    private RebookPage rebookPage(String reference, Form form) {
        RegistrationLine line = line(reference);
        List<Choice> choices = dates.withSeats().stream()
                .filter(date -> date.id() != line.seminarId())
                .map(date -> new Choice(
                        String.valueOf(date.id()),
                        date.when() + ", " + date.venue() + " (" + date.seats() + ", Eigenanteil "
                                + German.euro(date.ownShareCents()) + ")",
                        String.valueOf(date.id()).equals(form.value("seminarId"))))
                .toList();
        return new RebookPage(line, choices, form);
    }

    @POST
    @Path("/{reference}/umbuchen")
    public Response rebook(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        RegistrationLine line = line(reference);
        return form.submit(
                () -> {
                    acts.rebook.handle(
                            user.actor(),
                            reference,
                            form.value("seminarId").isEmpty() ? null : (Long) Params.id(form.value("seminarId")));
                    return to(line, "umgebucht");
                },
                again -> rebookPage(reference, again));
    }
}
