package de.digitallotsen.registration.web;

import java.util.List;

import de.digitallotsen.kommune.KommuneSearch;
import de.digitallotsen.kommune.PlaceCounts;
import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.DryRuns;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.PreviewRegistration;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.KeptEntries;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Params;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * Registering one person: the form. It leads to a page that says what will happen ({@link RegisterCheckPages}), and
 * only that one registers.
 */
@Path("/anmeldungen/neu")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegisterPages {

    private static final int KOMMUNEN_OFFERED = 500;

    private final DryRuns dryRuns;
    private final KeptEntries entries;
    private final OfferedDates dates;
    private final PlaceCounts places;
    private final SeminarSearch seminars;
    private final KommuneSearch kommunen;
    private final CurrentUser user;

    RegisterPages(
            DryRuns dryRuns,
            KeptEntries entries,
            OfferedDates dates,
            PlaceCounts places,
            SeminarSearch seminars,
            KommuneSearch kommunen,
            CurrentUser user) {
        this.dryRuns = dryRuns;
        this.entries = entries;
        this.dates = dates;
        this.places = places;
        this.seminars = seminars;
        this.kommunen = kommunen;
        this.user = user;
    }

    /**
     * The form.
     *
     * @param kommunen to choose from; empty for personnel staff
     * @param full all places of the Kommune are used, in a sentence; empty otherwise
     * @param mayPayAlone it may register somebody at its own cost then (R5)
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FormPage(Form form, List<Choice> dates, List<Choice> kommunen, String full, boolean mayPayAlone)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(
            @QueryParam("seminar") String seminar,
            @QueryParam("kommune") String kommune,
            @QueryParam("warten") String waits,
            @QueryParam("eingaben") String entry) {
        return page(
                entry == null
                        ? Form.of("seminarId", seminar, "kommuneArs", kommune, "acceptWaiting", waits)
                        : Form.kept(entries.require(user.actor(), entry).typed()));
    }

    /** What nobody could register is said here, beside what was typed; everything else on the next page. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response check(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return form.submit(
                () -> {
                    PreviewRegistration.Preview expected =
                            dryRuns.registering(user.actor(), application(form), DryRuns.Door.FORM);
                    if (expected.refusal() != null) {
                        throw expected.refusal();
                    }
                    return RegisterCheckPages.linkTo(entries.keep(user.actor(), form.value(Form.KEY), form.typed()));
                },
                this::page);
    }

    static Application application(Form form) {
        String ars = form.value("kommuneArs");
        return new Application(
                seminarId(form),
                person(form, "participant."),
                form.ticked("acceptWaiting"),
                ars.isEmpty() ? null : ars,
                form.ticked("selfPaying"));
    }

    /** The person whose fields begin like this. */
    static Participant.Details person(Form form, String prefix) {
        return new Participant.Details(
                form.value(prefix + "firstName"),
                form.value(prefix + "lastName"),
                form.value(prefix + "email"),
                form.value(prefix + "jobTitle"),
                form.value(prefix + "accessibilityNeeds"));
    }

    /** The chosen date; null without one. */
    static Long seminarId(Form form) {
        String value = form.value("seminarId");
        return value.isEmpty() ? null : (Long) Params.id(value);
    }

    private FormPage page(Form form) {
        Actor actor = user.actor();
        boolean ofKommune = actor.is(Role.KOMMUNE);
        String ars = ofKommune ? actor.kommuneArs() : form.value("kommuneArs");
        List<Choice> offered = dates.toRegister(form.value("seminarId"));
        String date = form.value("seminarId").isEmpty() && !offered.isEmpty()
                ? offered.get(0).value()
                : form.value("seminarId");
        return new FormPage(
                form,
                offered,
                ofKommune ? List.of() : eligibleKommunen(ars),
                full(ars),
                !ars.isEmpty() && !date.isEmpty() && mayPayAlone(actor, date, ars));
    }

    private String full(String ars) {
        PlaceCounts.Count count =
                ars.isEmpty() ? null : places.count(List.of(ars)).get(ars);
        return count == null || count.free() > 0 || count.total() == 0
                ? ""
                : Messages.text("form.full", "places", count.total());
    }

    private boolean mayPayAlone(Actor actor, String date, String ars) {
        return dryRuns.mayPayAlone(
                actor, seminars.require(actor, Params.id(date)).seminar(), ars);
    }

    private List<Choice> eligibleKommunen(String chosen) {
        return kommunen
                .find(new KommuneSearch.Filter(null, null, true), new Page.Request(0, KOMMUNEN_OFFERED))
                .items()
                .stream()
                .map(k -> new Choice(k.ars(), k.displayName(), k.ars().equals(chosen)))
                .toList();
    }
}
