package de.digitallotsen.registration.web;

import java.net.URI;
import java.time.Clock;
import java.util.List;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.KommuneSearch;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.PreviewRegistration;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
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
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * Registering one person in one form: the date, the person, what it costs and what will happen; then a page with the
 * reference.
 */
@Path("/anmeldungen/neu")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegisterPages {

    private static final int DATES_OFFERED = 100;
    private static final int KOMMUNEN_OFFERED = 500;

    private final RegisterParticipant register;
    private final PreviewRegistration preview;
    private final Lists lists;
    private final CurrentUser user;

    RegisterPages(RegisterParticipant register, PreviewRegistration preview, Lists lists, CurrentUser user) {
        this.register = register;
        this.preview = preview;
        this.lists = lists;
        this.user = user;
    }

    /** What the form offers to choose from. */
    @Singleton
    static class Lists {
        private final SeminarSearch seminars;
        private final KommuneSearch kommunen;
        private final Kommunen register;
        private final Clock clock;

        Lists(SeminarSearch seminars, KommuneSearch kommunen, Kommunen register, Clock clock) {
            this.seminars = seminars;
            this.kommunen = kommunen;
            this.register = register;
            this.clock = clock;
        }

        List<SeminarLine> openDates() {
            SeminarSearch.Filter upcoming = new SeminarSearch.Filter(
                    SystemClock.today(clock), null, false, null, List.of(SeminarStatus.PUBLISHED));
            return seminars.find(Actor.anonymous(), upcoming, new Page.Request(0, DATES_OFFERED)).items().stream()
                    .map(SeminarLine::of)
                    .filter(SeminarLine::open)
                    .toList();
        }

        SeminarSearch.SeminarView require(Actor actor, long seminarId) {
            return seminars.require(actor, seminarId);
        }

        List<Kommune> eligibleKommunen() {
            return kommunen.find(new KommuneSearch.Filter(null, null, true), new Page.Request(0, KOMMUNEN_OFFERED))
                    .items();
        }
    }

    /** One thing to choose. */
    public record Choice(String value, String label, boolean chosen) {}

    /**
     * What will happen.
     *
     * @param headline in a few words
     * @param kind success, warning or danger
     * @param asksToWait the form asks whether the person wants to wait (R13)
     * @param possible false if nothing that can be typed would help
     */
    public record Outlook(
            String headline,
            String text,
            String kind,
            boolean asksToWait,
            boolean possible,
            long feeCents,
            long subsidyCents,
            long ownShareCents) {}

    /**
     * The form.
     *
     * @param date the chosen date, or null
     * @param outlook null until date and Kommune are chosen
     * @param kommunen to choose from; empty for personnel staff
     * @param mayPayAlone the Kommune has no place left and may register somebody at its own cost (R5)
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record FormPage(
            Form form,
            List<Choice> dates,
            List<Choice> kommunen,
            SeminarLine date,
            Outlook outlook,
            boolean mayPayAlone)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@QueryParam("seminar") String seminar, @QueryParam("kommune") String kommune) {
        return page(Form.of("seminarId", seminar, "kommuneArs", kommune));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(page(form.with(Form.SHOW_AGAIN, ""))).build();
        }
        try {
            String reference =
                    register.handle(user.actor(), new RegisterParticipant.Command(application(form), key(form)));
            return Response.seeOther(URI.create("/anmeldungen/" + reference + "?meldung=angemeldet"))
                    .build();
        } catch (InvalidInputException invalid) {
            return Response.status(400).entity(page(form.wrong(invalid))).build();
        } catch (RefusedException refused) {
            if (refused.refusal().status() != 409 && refused.refusal().status() != 422) {
                throw refused;
            }
            return Response.status(refused.refusal().status())
                    .entity(page(form.refused(refused)))
                    .build();
        }
    }

    private static String key(Form form) {
        String key = form.value(Form.KEY);
        return key.isEmpty() ? null : key;
    }

    private static Application application(Form form) {
        Participant.Details person = new Participant.Details(
                form.value("participant.firstName"),
                form.value("participant.lastName"),
                form.value("participant.email"),
                form.value("participant.jobTitle"),
                form.value("participant.accessibilityNeeds"));
        String ars = form.value("kommuneArs");
        return new Application(
                seminarId(form),
                person,
                form.ticked("acceptWaiting"),
                ars.isEmpty() ? null : ars,
                form.ticked("selfPaying"));
    }

    private static Long seminarId(Form form) {
        String value = form.value("seminarId");
        return value.isEmpty() ? null : (Long) Params.id(value);
    }

    private FormPage page(Form form) {
        Actor actor = user.actor();
        List<Choice> dates = lists.openDates().stream()
                .map(d -> new Choice(
                        String.valueOf(d.id()),
                        d.when() + ", " + d.venue() + " (" + d.seats() + ")",
                        String.valueOf(d.id()).equals(form.value("seminarId"))))
                .toList();
        List<Choice> kommunen = actor.is(Role.KOMMUNE)
                ? List.of()
                : lists.eligibleKommunen().stream()
                        .map(k -> new Choice(k.ars(), k.displayName(), k.ars().equals(form.value("kommuneArs"))))
                        .toList();
        SeminarLine date = form.value("seminarId").isEmpty()
                ? null
                : SeminarLine.of(lists.seminars.require(actor, Params.id(form.value("seminarId"))));
        boolean kommuneKnown =
                actor.is(Role.KOMMUNE) || !form.value("kommuneArs").isEmpty();
        if (date == null || !kommuneKnown) {
            return new FormPage(form, dates, kommunen, date, null, false);
        }
        Seminar seminar = lists.seminars.require(actor, date.id()).seminar();
        String ars = actor.is(Role.KOMMUNE) ? null : form.value("kommuneArs");
        return new FormPage(
                form,
                dates,
                kommunen,
                date,
                outlook(preview.forDate(actor, seminar, ars, form.ticked("selfPaying"))),
                preview.mayPayAlone(actor, seminar, ars));
    }

    private static Outlook outlook(PreviewRegistration.Preview expected) {
        return switch (expected.outcome()) {
            case CONFIRMED -> outlook(expected, "outlook.confirmed", "success", false, true, "");
            case WAITING -> outlook(expected, "outlook.waiting-" + expected.waitingReason(), "warning", true, true, "");
            case REFUSED ->
                outlook(
                        expected,
                        "outlook.refused",
                        "danger",
                        false,
                        false,
                        expected.refusal().text());
        };
    }

    private static Outlook outlook(
            PreviewRegistration.Preview expected,
            String key,
            String kind,
            boolean asksToWait,
            boolean possible,
            String reason) {
        return new Outlook(
                Messages.text(key + ".headline"),
                possible ? Messages.text(key + ".text") : reason,
                kind,
                asksToWait,
                possible,
                expected.feeCents(),
                expected.subsidyCents(),
                expected.ownShareCents());
    }
}
