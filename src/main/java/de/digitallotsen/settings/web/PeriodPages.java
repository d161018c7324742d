package de.digitallotsen.settings.web;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.settings.CarryOver;
import de.digitallotsen.settings.OpenPeriod;
import de.digitallotsen.settings.PeriodSearch;
import de.digitallotsen.shared.Consequences;
import de.digitallotsen.shared.Foresight;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CheckedActs;
import de.digitallotsen.shared.web.CheckedForm;
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
import jakarta.ws.rs.QueryParam;
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
    private final CheckedActs acts;

    PeriodPages(PeriodSearch search, OpenPeriod open, CarryOver carry, CurrentUser user, CheckedActs acts) {
        this.acts = acts;
        this.search = search;
        this.open = open;
        this.carry = carry;
        this.user = user;
    }

    /**
     * A period as it is listed.
     *
     * @param carry there is a remainder that could be carried over
     * @param withdraw it looks as if nobody had used it
     */
    public record PeriodLine(long id, String name, String state, BudgetTotals totals, boolean carry, boolean withdraw) {
        static PeriodLine of(PeriodSearch.PeriodMoney period) {
            return new PeriodLine(
                    period.id(),
                    period.name(),
                    stateOf(period),
                    period.totals(),
                    period.ended() && period.totals().available() > 0,
                    period.withdrawnAt() == null && period.totals().committed() == 0);
        }
    }

    static String stateOf(PeriodSearch.PeriodMoney period) {
        return period.withdrawnAt() != null
                ? Messages.text("period.withdrawn", "day", German.berlinDay(period.withdrawnAt()))
                : Messages.label(period.ended() ? "period.ended" : period.begun() ? "period.running" : "period.later");
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
    public TemplateInstance periods(@QueryParam("eingaben") String entry) {
        return page(acts.typedOr(entry, Form::of));
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
        return opening().sent(Form.sent(fields), token -> Link.to("/zeitraeume/pruefen/{entry}", token));
    }

    private CheckedForm opening() {
        return new CheckedForm(
                acts,
                (form, token) -> {
                    Consequences consequences = acts.foresee(() -> open(form));
                    OpenPeriod.Command wanted = command(form);
                    return PeriodChecks.opening(wanted, token).foreseeing(consequences, false);
                },
                this::open,
                this::page,
                CheckedActs.Deed.of("zeitraum-angelegt", Link.to(PeriodPages.class), "periods"));
    }

    private void open(Form form) {
        OpenPeriod.Command command = command(form);
        FormFields.within(Map.of("budgetCents", "budget"), () -> open.handle(user.actor(), command));
    }

    private static OpenPeriod.Command command(Form form) {
        return new OpenPeriod.Command(
                form.day("firstDay", "Erster Tag"),
                form.day("lastDay", "Letzter Tag"),
                cents(form, "budget"),
                form.value("reason"));
    }

    @GET
    @Path("/pruefen/{entry}")
    public Response showOpening(@PathParam("entry") String entry) {
        return opening().checked(entry);
    }

    @POST
    @Path("/pruefen/{entry}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirmOpening(@PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return opening().confirmed(entry, Form.sent(fields));
    }

    @GET
    @Path("/{id}/uebertragen")
    public TemplateInstance showCarry(@PathParam("id") String id, @QueryParam("eingaben") String entry) {
        user.actor().require(Role.MINISTRY);
        PeriodSearch.PeriodMoney period = search.require(user.actor(), Params.id(id));
        return carryPage(
                acts.typedOr(
                        entry,
                        () -> Form.of("amount", German.plainEuro(period.totals().available()))),
                period);
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
        return carrying(Params.id(id))
                .sent(
                        Form.sent(fields),
                        token -> Link.to("/zeitraeume/{id}/uebertragen/pruefen/{entry}", Params.id(id), token));
    }

    private CheckedForm carrying(long periodId) {
        return new CheckedForm(
                acts,
                (form, token) -> {
                    List<PeriodSearch.PeriodMoney> before = search.all(user.actor());
                    Foresight.Done<List<PeriodSearch.PeriodMoney>> rehearsed = acts.rehearse(() -> {
                        carry(periodId, form);
                        return search.all(user.actor());
                    });
                    return PeriodChecks.carrying(before, rehearsed.result(), periodId, form.value("reason"), token)
                            .foreseeing(rehearsed.consequences(), false);
                },
                form -> carry(periodId, form),
                again -> carryPage(again, search.require(user.actor(), periodId)),
                CheckedActs.Deed.of("rest-uebertragen", Link.to(PeriodPages.class), "periods"));
    }

    private void carry(long periodId, Form form) {
        CarryOver.Command command = new CarryOver.Command(cents(form, "amount"), form.value("reason"));
        FormFields.within(Map.of("amountCents", "amount"), () -> carry.handle(user.actor(), periodId, command));
    }

    @GET
    @Path("/{id}/uebertragen/pruefen/{entry}")
    public Response showCarrying(@PathParam("id") String id, @PathParam("entry") String entry) {
        return carrying(Params.id(id)).checked(entry);
    }

    @POST
    @Path("/{id}/uebertragen/pruefen/{entry}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirmCarrying(
            @PathParam("id") String id, @PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return carrying(Params.id(id)).confirmed(entry, Form.sent(fields));
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
