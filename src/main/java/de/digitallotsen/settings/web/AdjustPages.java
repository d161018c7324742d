package de.digitallotsen.settings.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.shared.Foresight;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.CheckedActs;
import de.digitallotsen.shared.web.CheckedForm;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The Ministry raises or lowers the budget, with a reason (R12). */
@Path("/budget/anpassen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.MINISTRY_NAME)
public class AdjustPages {

    private final BudgetPosition position;
    private final AdjustBudget adjust;
    private final CurrentUser user;
    private final CheckedActs acts;

    AdjustPages(BudgetPosition position, AdjustBudget adjust, CurrentUser user, CheckedActs acts) {
        this.position = position;
        this.adjust = adjust;
        this.user = user;
        this.acts = acts;
    }

    /** What there is to adjust. */
    public record Figures(long allocatedCents, long availableCents, long waiting, Instant at) {}

    @CheckedTemplate(basePath = "settings", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AdjustPage(Form form, Figures figures) implements TemplateInstance {}

    private Figures figures() {
        BudgetPosition.Position now = position.of(user.actor(), null);
        return new Figures(
                now.totals().allocated(),
                now.totals().available(),
                now.waitingSum().registrations(),
                now.at());
    }

    @GET
    public TemplateInstance showAdjust(@QueryParam("eingaben") String entry) {
        user.actor().require(Role.MINISTRY);
        return new AdjustPage(acts.typedOr(entry, () -> Form.of("direction", "raise")), figures());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response adjust(MultivaluedMap<String, String> fields) {
        return checked().sent(Form.sent(fields), token -> Link.to("/budget/anpassen/pruefen/{entry}", token));
    }

    private CheckedForm checked() {
        return new CheckedForm(
                acts,
                this::check,
                this::act,
                again -> new AdjustPage(again, figures()),
                CheckedActs.Deed.of("budget-angepasst", Link.to("/budget"), "budget"));
    }

    private BudgetTotals act(Form form) {
        AdjustBudget.Command command = read(form);
        return FormFields.asking(Map.of("amountCents", "amount"), () -> adjust.handle(user.actor(), command));
    }

    private Check check(Form form, String token) {
        Figures before = figures();
        Foresight.Done<BudgetTotals> rehearsed = acts.rehearse(() -> act(form));
        BudgetTotals after = rehearsed.result();
        return Check.of(
                        Messages.text("budget.check-title"),
                        Messages.text("settings.check-lead", "reason", form.value("reason")),
                        Messages.text("budget.check-button"),
                        Link.to(AdjustPages.class).with("eingaben", token).address())
                .changing(List.of(
                        new Check.Row(
                                "Zugewiesen", German.euro(before.allocatedCents()), German.euro(after.allocated())),
                        new Check.Row(
                                "Verfügbar", German.euro(before.availableCents()), German.euro(after.available()))))
                .foreseeing(rehearsed.consequences(), false);
    }

    @GET
    @Path("/pruefen/{entry}")
    public Response showCheck(@PathParam("entry") String entry) {
        return checked().checked(entry);
    }

    @POST
    @Path("/pruefen/{entry}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response book(@PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return checked().confirmed(entry, Form.sent(fields));
    }

    private static AdjustBudget.Command read(Form form) {
        Input input = new Input();
        Long cents = German.parseEuro(form.value("amount"))
                .filter(amount -> amount >= 0)
                .orElse(null);
        input.check(cents != null, "amount", "budget.amount");
        boolean lower = "lower".equals(form.value("direction"));
        input.check(lower || "raise".equals(form.value("direction")), "direction", "budget.direction");
        input.required("reason", "Begründung", form.value("reason"), AdjustBudget.LONGEST_REASON);
        input.throwIfWrong();
        return new AdjustBudget.Command(lower ? -cents : cents, form.value("reason"));
    }
}
