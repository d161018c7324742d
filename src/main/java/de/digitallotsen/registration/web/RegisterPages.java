package de.digitallotsen.registration.web;

import java.util.List;

import de.digitallotsen.kommune.KommuneSearch;
import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.PreviewRegistration;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
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
 * Registering one person in one form: the date, the person, what it costs and what will happen; then a page with the
 * reference.
 */
@Path("/anmeldungen/neu")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegisterPages {

    private static final int KOMMUNEN_OFFERED = 500;

    private final RegisterParticipant register;
    private final PreviewRegistration preview;
    private final OfferedDates dates;
    private final SeminarSearch seminars;
    private final KommuneSearch kommunen;
    private final CurrentUser user;

    RegisterPages(
            RegisterParticipant register,
            PreviewRegistration preview,
            OfferedDates dates,
            SeminarSearch seminars,
            KommuneSearch kommunen,
            CurrentUser user) {
        this.register = register;
        this.preview = preview;
        this.dates = dates;
        this.seminars = seminars;
        this.kommunen = kommunen;
        this.user = user;
    }

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
        return form.submit(
                () -> {
                    String reference = register.handle(
                            user.actor(), new RegisterParticipant.Command(application(form), key(form)));
                    return Link.to("/anmeldungen/{reference}", reference).saying("angemeldet");
                },
                this::page);
    }

    private static String key(Form form) {
        String key = form.value(Form.KEY);
        return key.isEmpty() ? null : key;
    }

    private static Application application(Form form) {
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
        List<Choice> offered = dates.toRegister(form.value("seminarId"));
        List<Choice> eligible = ofKommune ? List.of() : eligibleKommunen(form.value("kommuneArs"));
        if (form.value("seminarId").isEmpty()) {
            return new FormPage(form, offered, eligible, null, null, false);
        }
        SeminarSearch.SeminarView view = seminars.require(actor, seminarId(form));
        SeminarLine date = SeminarLine.of(view);
        if (!ofKommune && form.value("kommuneArs").isEmpty()) {
            return new FormPage(form, offered, eligible, date, null, false);
        }
        Seminar seminar = view.seminar();
        String ars = ofKommune ? null : form.value("kommuneArs");
        Outlook outlook = Outlook.of(preview.forDate(actor, seminar, ars, form.ticked("selfPaying")));
        return new FormPage(form, offered, eligible, date, outlook, preview.mayPayAlone(actor, seminar, ars));
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
