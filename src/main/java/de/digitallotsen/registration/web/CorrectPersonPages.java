package de.digitallotsen.registration.web;

import java.time.Clock;

import de.digitallotsen.registration.CorrectParticipant;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.PossibleActs;
import de.digitallotsen.registration.PossibleActs.Act;
import de.digitallotsen.registration.RegistrationRefusal;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * Putting right what was typed about a person. The form is filled in and bears what it was filled with: only what
 * differs from that is changed, so that nobody undoes what a colleague has corrected meanwhile (R31).
 */
@Path("/anmeldungen/{reference}/angaben")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class CorrectPersonPages {

    private static final String NOW = "participant.";
    private static final String SHOWN = "vorher.";
    private static final String SAME_PERSON = "samePerson";

    private final CorrectParticipant correct;
    private final RegistrationSearch search;
    private final CurrentUser user;
    private final Clock clock;

    CorrectPersonPages(CorrectParticipant correct, RegistrationSearch search, CurrentUser user, Clock clock) {
        this.correct = correct;
        this.search = search;
        this.user = user;
        this.clock = clock;
    }

    /**
     * @param substitutable another person can be named instead
     * @param asks it may be another person: the form asks
     * @param barred why nothing can be corrected any more; empty if it can
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CorrectPersonPage(
            RegistrationLine registration, boolean substitutable, boolean asks, String barred, Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("reference") String reference) {
        RegistrationView view = search.require(user.actor(), reference);
        Participant person = view.registration().participant();
        Form form = Form.of();
        form = filled(form, "firstName", person.firstName());
        form = filled(form, "lastName", person.lastName());
        form = filled(form, "email", person.email());
        form = filled(form, "jobTitle", person.jobTitle());
        form = filled(form, "accessibilityNeeds", person.accessibilityNeeds());
        return page(view, form, false);
    }

    private static Form filled(Form form, String field, String value) {
        String shown = value == null ? "" : value;
        return form.with(NOW + field, shown).with(SHOWN + field, shown);
    }

    private CorrectPersonPage page(RegistrationView view, Form form, boolean asks) {
        PossibleActs acts = PossibleActs.of(view.registration(), user.actor(), clock.instant());
        return new CorrectPersonPage(
                RegistrationLine.of(view, clock.instant()),
                acts.may(Act.SUBSTITUTE),
                asks || form.ticked(SAME_PERSON),
                acts.refusal(Act.CORRECT_PERSON).map(RefusedException::text).orElse(""),
                form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response correct(@PathParam("reference") String reference, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        RegistrationView view = search.require(user.actor(), reference);
        Asked asked = new Asked();
        return form.submit(
                () -> asked.watching(() -> {
                    correct.handle(
                            user.actor(),
                            new CorrectParticipant.Command(reference, corrected(form), form.ticked(SAME_PERSON)));
                    return RegistrationPages.linkTo(view).saying("angaben-berichtigt");
                }),
                again -> page(view, again, asked.whether));
    }

    /** Whether the answer was the question if it is another person. */
    private static final class Asked {
        private boolean whether;

        Link watching(java.util.function.Supplier<Link> act) {
            try {
                return act.get();
            } catch (RefusedException refused) {
                whether = refused.refusal() == RegistrationRefusal.ANOTHER_PERSON;
                throw refused;
            }
        }
    }

    private static Participant.Details corrected(Form form) {
        return new Participant.Details(
                corrected(form, "firstName"),
                corrected(form, "lastName"),
                corrected(form, "email"),
                corrected(form, "jobTitle"),
                corrected(form, "accessibilityNeeds"));
    }

    /** Null where the form does not have it, or has what it was filled with. */
    private static String corrected(Form form, String field) {
        String typed = form.values().get(NOW + field);
        boolean same = typed == null || lines(typed).equals(lines(form.values().get(SHOWN + field)));
        return same ? null : typed;
    }

    /** Browsers send line ends of their own. */
    private static String lines(String text) {
        return text == null ? "\u0000" : text.replace("\r\n", "\n");
    }
}
