package de.digitallotsen.settings.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.settings.CarryOver;
import de.digitallotsen.settings.OpenPeriod;
import de.digitallotsen.settings.PeriodSearch;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
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

/** The funding periods: what there is, a new one, and carrying over what an ended one has left. */
@Path("/zeitraeume")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.MINISTRY_NAME)
public class PeriodPages {

    private final PeriodSearch search;
    private final OpenPeriod open;
    private final CarryOver carry;
    private final CurrentUser user;

    PeriodPages(PeriodSearch search, OpenPeriod open, CarryOver carry, CurrentUser user) {
        this.search = search;
        this.open = open;
        this.carry = carry;
        this.user = user;
    }

    /**
     * A period as it is listed.
     *
     * @param carry there is a remainder that could be carried over
     */
    public record PeriodLine(long id, String name, String state, BudgetTotals totals, boolean carry) {
        static PeriodLine of(PeriodSearch.PeriodMoney period) {
            return new PeriodLine(
                    period.id(),
                    period.name(),
                    stateOf(period),
                    period.totals(),
                    period.ended() && period.totals().available() > 0);
        }
    }

    static String stateOf(PeriodSearch.PeriodMoney period) {
        return Messages.label(period.ended() ? "period.ended" : period.begun() ? "period.running" : "period.later");
    }

    /**
     * From where to where money is carried.
     *
     * @param into the name of the period, or null where it is not possible
     * @param refusal why not, or null
     * @param at for when the sums hold
     */
    public record Carriage(PeriodLine from, String into, String refusal, Instant at) {}

    @CheckedTemplate(basePath = "settings", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PeriodsPage(Form form, List<PeriodLine> periods, Instant at) implements TemplateInstance {}

    @CheckedTemplate(basePath = "settings", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record CarryPage(Form form, Carriage carriage) implements TemplateInstance {}

    @GET
    public TemplateInstance periods() {
        return page(Form.of());
    }

    /** The same as a file. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table list() {
        return PeriodTable.of(search.all(user.actor()));
    }

    private PeriodsPage page(Form form) {
        return new PeriodsPage(
                form, search.all(user.actor()).stream().map(PeriodLine::of).toList(), search.now());
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response openPeriod(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return form.submit(
                () -> {
                    OpenPeriod.Command command = new OpenPeriod.Command(
                            form.day("firstDay", "Erster Tag"),
                            form.day("lastDay", "Letzter Tag"),
                            cents(form, "budget"),
                            form.value("reason"));
                    FormFields.within(Map.of("budgetCents", "budget"), () -> open.handle(user.actor(), command));
                    return Link.to(PeriodPages.class).saying("zeitraum-angelegt");
                },
                this::page);
    }

    @GET
    @Path("/{id}/uebertragen")
    public TemplateInstance showCarry(@PathParam("id") String id) {
        PeriodSearch.PeriodMoney period = search.require(user.actor(), Params.id(id));
        return carryPage(Form.of("amount", German.plainEuro(period.totals().available())), period);
    }

    private CarryPage carryPage(Form form, PeriodSearch.PeriodMoney period) {
        PeriodLine from = PeriodLine.of(period);
        try {
            return new CarryPage(
                    form,
                    new Carriage(from, carry.target(user.actor(), period.id()).name(), null, search.now()));
        } catch (RefusedException refused) {
            return new CarryPage(form, new Carriage(from, null, refused.text(), search.now()));
        }
    }

    @POST
    @Path("/{id}/uebertragen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response carryOver(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return form.submit(
                () -> {
                    CarryOver.Command command = new CarryOver.Command(cents(form, "amount"), form.value("reason"));
                    FormFields.within(
                            Map.of("amountCents", "amount"), () -> carry.handle(user.actor(), Params.id(id), command));
                    return Link.to(PeriodPages.class).saying("rest-uebertragen");
                },
                again -> carryPage(again, search.require(user.actor(), Params.id(id))));
    }

    /** What was typed in euros; nothing where it is none, so that whoever checks it says what is missing. */
    private static Long cents(Form form, String field) {
        Long cents = German.parseEuro(form.value(field))
                .filter(amount -> amount >= 0)
                .orElse(null);
        Input input = new Input();
        input.check(cents != null || form.value(field).isBlank(), field, "budget.amount");
        input.throwIfWrong();
        return cents;
    }
}
