package de.digitallotsen.report.web;

import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.funding.AdjustBudget;
import de.digitallotsen.funding.BudgetReport;
import de.digitallotsen.funding.BudgetTotals;
import de.digitallotsen.report.BudgetAudit;
import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.Violation;
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

/** The money: how much there is, how much is bound and spent, now and on any past day; the Ministry raises or lowers it. */
@Path("/budget")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class BudgetPages {

    private static final int ENTRIES_SHOWN = 8;

    private final BudgetPosition position;
    private final Books books;
    private final CurrentUser user;
    private final Clock clock;

    BudgetPages(BudgetPosition position, Books books, CurrentUser user, Clock clock) {
        this.position = position;
        this.books = books;
        this.user = user;
        this.clock = clock;
    }

    /** What is done with the budget. */
    @Singleton
    static class Books {
        private final BudgetReport report;
        private final BudgetAudit audit;
        private final AdjustBudget adjust;

        Books(BudgetReport report, BudgetAudit audit, AdjustBudget adjust) {
            this.report = report;
            this.audit = audit;
            this.adjust = adjust;
        }
    }

    /**
     * The bar: where each part begins and how wide it is, in per mille of the whole.
     *
     * @param words the same for people who do not see it
     */
    public record Bar(long spent, long reserved, long available, String words) {
        static Bar of(BudgetTotals t) {
            long whole = Math.max(1, t.allocated());
            long spent = t.spent() * 1000 / whole;
            long reserved = t.reserved() * 1000 / whole;
            return new Bar(spent, reserved, 1000 - spent - reserved, Messages.text("budget.bar", "spent", percent(spent), "reserved", percent(reserved), "available", percent(1000 - spent - reserved)));
        }

        private static String percent(long perMille) {
            return perMille / 10 + "," + perMille % 10;
        }

        public long reservedFrom() {
            return spent;
        }

        public long availableFrom() {
            return spent + reserved;
        }
    }

    /** The figures. */
    public record Figures(String period, long allocatedCents, long reservedCents, long spentCents, long availableCents, long funded, long waiting, Instant at, boolean past, String asOf) {
    }

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record BudgetPage(Figures figures, Bar bar, List<LedgerPages.EntryRow> entries, boolean consistent, boolean mayAdjust, String dayError) implements TemplateInstance {
    }

    @CheckedTemplate(basePath = "report", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AdjustPage(Form form, Figures figures) implements TemplateInstance {
    }

    @GET
    public TemplateInstance budget(@QueryParam("stand") String asOf) {
        String error = null;
        LocalDate day = null;
        try {
            day = Params.day("Stand", asOf);
        } catch (InvalidInputException noDay) {
            error = noDay.violations().get(0).message();
        }
        Figures figures = figures(day);
        boolean ministry = user.actor().is(Role.MINISTRY);
        List<LedgerPages.EntryRow> entries = !ministry ? List.of() : books.report.entries(position.currentPeriod().id(), new BudgetReport.Filter(null, day, null), new Page.Request(0, ENTRIES_SHOWN)).items().stream()
                .map(LedgerPages.EntryRow::of).toList();
        return new BudgetPage(figures, Bar.of(new BudgetTotals(figures.allocatedCents(), figures.reservedCents(), figures.spentCents())), entries, books.audit.run().consistent(), ministry, error);
    }

    private Figures figures(LocalDate day) {
        BudgetPosition.Position p = position.of(user.actor(), day);
        boolean past = day != null && day.isBefore(SystemClock.today(clock));
        return new Figures(p.period().name(), p.totals().allocated(), p.totals().reserved(), p.totals().spent(), p.totals().available(), p.fundedRegistrations(), p.waitingForFunds(), p.at(), past,
                past ? German.date(day) : "");
    }

    @GET
    @Path("/anpassen")
    @RolesAllowed(Role.MINISTRY_NAME)
    public TemplateInstance showAdjust() {
        return new AdjustPage(Form.of("direction", "raise"), figures(null));
    }

    @POST
    @Path("/anpassen")
    @RolesAllowed(Role.MINISTRY_NAME)
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response adjust(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(new AdjustPage(form.with(Form.SHOW_AGAIN, ""), figures(null))).build();
        }
        try {
            books.adjust.handle(user.actor(), read(form));
            return Response.seeOther(URI.create("/budget?meldung=budget-angepasst")).build();
        } catch (InvalidInputException invalid) {
            return Response.status(400).entity(new AdjustPage(form.wrong(atFields(invalid)), figures(null))).build();
        } catch (RefusedException refused) {
            return Response.status(refused.refusal().status()).entity(new AdjustPage(form.refused(refused), figures(null))).build();
        }
    }

    private static AdjustBudget.Command read(Form form) {
        Input input = new Input();
        Long cents = German.parseEuro(form.value("amount")).filter(amount -> amount >= 0).orElse(null);
        input.check(cents != null, "amount", "budget.amount");
        boolean lower = "lower".equals(form.value("direction"));
        input.check(lower || "raise".equals(form.value("direction")), "direction", "budget.direction");
        input.required("reason", "Begründung", form.value("reason"), AdjustBudget.LONGEST_REASON);
        input.throwIfWrong();
        return new AdjustBudget.Command(lower ? -cents : cents, form.value("reason"));
    }

    private static InvalidInputException atFields(InvalidInputException invalid) {
        return new InvalidInputException(invalid.violations().stream().map(v -> "amountCents".equals(v.field()) ? new Violation("amount", v.message()) : v).toList());
    }
}
