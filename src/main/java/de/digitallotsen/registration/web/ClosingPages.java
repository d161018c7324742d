package de.digitallotsen.registration.web;

import java.time.Clock;
import java.util.List;
import java.util.stream.Collectors;

import de.digitallotsen.registration.CloseSeminar;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.CheckedActs;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Settling a seminar that was held: who attended, who did not, what that does to the money; then the button (R20). */
@Path("/seminare/{id}/abschliessen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class ClosingPages {

    private final CloseSeminar close;
    private final SeminarSearch seminars;
    private final CurrentUser user;
    private final Clock clock;
    private final CheckedActs acts;

    ClosingPages(CloseSeminar close, SeminarSearch seminars, CurrentUser user, Clock clock, CheckedActs acts) {
        this.acts = acts;
        this.close = close;
        this.seminars = seminars;
        this.user = user;
        this.clock = clock;
    }

    /**
     * What closing would do.
     *
     * @param spentCents that the Land pays for those who attended
     * @param releasedCents that come free because somebody did not
     * @param missingDays not recorded yet; empty if all are
     * @param check what follows for whom; a warning says why it cannot be settled
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ClosePage(
            SeminarLine seminar,
            List<RegistrationLine> attended,
            List<RegistrationLine> noShow,
            int waiting,
            long spentCents,
            long releasedCents,
            String missingDays,
            Check check,
            Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("id") String id) {
        return page(Params.id(id), Form.of());
    }

    /** What would be settled, and what follows from it for others; where it cannot be settled yet, why. */
    private ClosePage page(long seminarId, Form form) {
        SeminarLine seminar = SeminarLine.of(seminars.require(user.actor(), seminarId));
        CloseSeminar.Preview preview = close.preview(user.actor(), seminarId);
        return new ClosePage(
                seminar,
                lines(preview.attended()),
                lines(preview.noShow()),
                preview.waiting(),
                sum(preview.attended()),
                sum(preview.noShow()),
                preview.missingDays().stream().map(German::date).collect(Collectors.joining(", ")),
                check(seminarId),
                form);
    }

    private Check check(long seminarId) {
        Check nothing = Check.of("", "", Messages.text("close.check-button"), "");
        try {
            return nothing.foreseeing(acts.foresee(() -> close.handle(user.actor(), seminarId)), true);
        } catch (RefusedException notYet) {
            return nothing.warning(List.of(notYet.text()));
        }
    }

    private List<RegistrationLine> lines(List<Registration> registrations) {
        return registrations.stream()
                .map(r -> RegistrationLine.of(new RegistrationSearch.RegistrationView(r, null), clock.instant()))
                .toList();
    }

    private static long sum(List<Registration> registrations) {
        return registrations.stream()
                .mapToLong(registration -> registration.settledAs(true).landCents())
                .sum();
    }

    /** The final click; without what was shown it only shows it. */
    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response close(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        long seminarId = Params.id(id);
        Form form = Form.sent(fields);
        if (form.value(Check.EXPECT).isEmpty() && !form.onlyShow()) {
            ClosePage page = page(seminarId, Form.of());
            return Form.again(page.check().warnings().isEmpty() ? 200 : 409, page);
        }
        CheckedActs.Deed deed = CheckedActs.Deed.of(
                "seminar-abgeschlossen", Link.to(ParticipantPages.class, seminarId), "participants");
        return form.submit(
                () -> acts.act(null, form, deed, () -> {
                    close.handle(user.actor(), seminarId);
                    return null;
                }),
                again -> page(seminarId, again));
    }
}
