package de.digitallotsen.proof.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import de.digitallotsen.proof.ChangePlan;
import de.digitallotsen.proof.FundingPlan;
import de.digitallotsen.proof.PlanSearch;
import de.digitallotsen.proof.PlanSearch.PlanOfPeriod;
import de.digitallotsen.shared.Consequences;
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
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The Förderentscheidung of a period with its financing plan: what is in force, what it was, and how it is entered. */
@Path("/zeitraeume/{id}/plan")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.MINISTRY_NAME)
public class PlanPages {

    private final PlanSearch search;
    private final ChangePlan change;
    private final CheckedActs acts;
    private final CurrentUser user;

    PlanPages(PlanSearch search, ChangePlan change, CheckedActs acts, CurrentUser user) {
        this.search = search;
        this.change = change;
        this.acts = acts;
        this.user = user;
    }

    /** A field for the amount of a year. */
    public record YearField(String name, String label) {}

    @CheckedTemplate(basePath = "proof", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PlanPage(PlanOfPeriod plan, List<YearField> years, Form form) implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("id") String id, @QueryParam("eingaben") String entry) {
        PlanOfPeriod plan = search.of(user.actor(), Params.id(id));
        return page(plan, acts.typedOr(entry, () -> asItStands(plan)));
    }

    private static PlanPage page(PlanOfPeriod plan, Form form) {
        List<YearField> fields = years(plan)
                .mapToObj(year -> new YearField(ChangePlan.YEAR + year, "Betrag für " + year + " in Euro"))
                .toList();
        return new PlanPage(plan, fields, form);
    }

    private static IntStream years(PlanOfPeriod plan) {
        return IntStream.rangeClosed(plan.firstDay().getYear(), plan.lastDay().getYear());
    }

    private static Form asItStands(PlanOfPeriod plan) {
        FundingPlan current = plan.current();
        if (current == null) {
            return Form.of();
        }
        Form form = Form.of(
                "decisionNumber",
                current.decisionNumber(),
                "decisionDate",
                current.decisionDate().toString(),
                "purpose",
                current.purpose(),
                "chapterTitle",
                current.chapterTitle());
        for (Map.Entry<Integer, Long> year : current.years().entrySet()) {
            form = form.with(ChangePlan.YEAR + year.getKey(), German.plainEuro(year.getValue()));
        }
        return form;
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response send(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        long period = Params.id(id);
        return entering(period)
                .sent(Form.sent(fields), token -> Link.to("/zeitraeume/{id}/plan/pruefen/{entry}", period, token));
    }

    private CheckedForm entering(long period) {
        return new CheckedForm(
                acts,
                (form, token) -> check(period, form, token),
                form -> change.handle(user.actor(), period, command(period, form)),
                again -> page(search.of(user.actor(), period), again),
                CheckedActs.Deed.of("plan-gespeichert", Link.to(PlanPages.class, period), "plan"));
    }

    private ChangePlan.Command command(long period, Form form) {
        Map<Integer, Long> years = new TreeMap<>();
        Input input = new Input();
        years(search.of(user.actor(), period)).forEach(year -> {
            String name = ChangePlan.YEAR + year;
            Long cents = German.parseEuro(form.value(name))
                    .filter(amount -> amount >= 0)
                    .orElse(null);
            input.check(cents != null || form.value(name).isBlank(), name, "budget.amount");
            years.put(year, cents);
        });
        input.throwIfWrong();
        return new ChangePlan.Command(
                form.value("decisionNumber"),
                form.day("decisionDate", "Datum der Förderentscheidung"),
                form.value("purpose"),
                form.value("chapterTitle"),
                years,
                form.value("reason"));
    }

    private Check check(long period, Form form, String token) {
        ChangePlan.Command wanted = command(period, form);
        Consequences consequences = acts.foresee(() -> change.handle(user.actor(), period, wanted));
        PlanOfPeriod plan = search.of(user.actor(), period);
        long sum = wanted.years().values().stream()
                .mapToLong(cents -> cents == null ? 0 : cents)
                .sum();
        return Check.of(
                        Messages.text("plan.check-title"),
                        Messages.text("plan.check-lead", "period", plan.period()),
                        Messages.text("plan.check-button"),
                        Link.to(PlanPages.class, period).with("eingaben", token).address())
                .changing(rows(plan, wanted, sum))
                .warning(
                        sum == plan.allocatedCents()
                                ? List.of()
                                : List.of(Messages.text(
                                        "plan.differs",
                                        "sum",
                                        German.euro(sum),
                                        "allocated",
                                        German.euro(plan.allocatedCents()))))
                .with(List.of(Messages.text(plan.begun() ? "plan.check-frozen" : "plan.check-open")))
                .foreseeing(consequences, false);
    }

    private static List<Check.Row> rows(PlanOfPeriod plan, ChangePlan.Command wanted, long sum) {
        FundingPlan was = plan.current();
        List<Check.Row> rows = new ArrayList<>(List.of(
                new Check.Row("Förderentscheidung", was == null ? "" : was.decisionNumber(), wanted.decisionNumber()),
                new Check.Row(
                        "vom", was == null ? "" : German.date(was.decisionDate()), German.date(wanted.decisionDate())),
                new Check.Row("Zweck", was == null ? "" : was.purpose(), wanted.purpose()),
                new Check.Row("Kapitel und Titel", was == null ? "" : was.chapterTitle(), wanted.chapterTitle())));
        wanted.years()
                .forEach((year, cents) -> rows.add(new Check.Row(
                        String.valueOf(year),
                        was == null ? "" : German.euro(was.years().getOrDefault(year, 0L)),
                        German.euro(cents == null ? 0 : cents))));
        rows.add(new Check.Row("Zusammen", was == null ? "" : German.euro(was.grantCents()), German.euro(sum)));
        return rows;
    }

    @GET
    @Path("/pruefen/{entry}")
    public Response checked(@PathParam("id") String id, @PathParam("entry") String entry) {
        return entering(Params.id(id)).checked(entry);
    }

    @POST
    @Path("/pruefen/{entry}")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response confirm(
            @PathParam("id") String id, @PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return entering(Params.id(id)).confirmed(entry, Form.sent(fields));
    }
}
