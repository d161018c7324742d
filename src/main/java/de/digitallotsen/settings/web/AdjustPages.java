package de.digitallotsen.settings.web;

import java.time.Instant;
import java.util.Map;

import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
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
import jakarta.ws.rs.Produces;
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

    AdjustPages(BudgetPosition position, AdjustBudget adjust, CurrentUser user) {
        this.position = position;
        this.adjust = adjust;
        this.user = user;
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
    public TemplateInstance showAdjust() {
        user.actor().require(Role.MINISTRY);
        return new AdjustPage(Form.of("direction", "raise"), figures());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response adjust(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return form.submit(
                () -> {
                    AdjustBudget.Command command = read(form);
                    FormFields.within(Map.of("amountCents", "amount"), () -> adjust.handle(user.actor(), command));
                    return Link.to("/budget").saying("budget-angepasst");
                },
                again -> new AdjustPage(again, figures()));
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
