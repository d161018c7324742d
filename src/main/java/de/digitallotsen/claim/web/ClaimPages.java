package de.digitallotsen.claim.web;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.claim.Claim;
import de.digitallotsen.claim.ClaimFigures;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.claim.ClaimTotals;
import de.digitallotsen.claim.PrepareClaim;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
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

/** All claims, and what the NSI can gather into a new one. */
@Path("/mittelabrufe")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ClaimPages {

    private final ClaimSearch search;
    private final ClaimFigures figures;
    private final PrepareClaim prepare;
    private final CurrentUser user;
    private final Clock clock;

    ClaimPages(ClaimSearch search, ClaimFigures figures, PrepareClaim prepare, CurrentUser user, Clock clock) {
        this.search = search;
        this.figures = figures;
        this.prepare = prepare;
        this.user = user;
        this.clock = clock;
    }

    /** One line of the list. */
    public record Row(long id, String number, String period, ClaimMark mark, long amountCents, Instant at) {
        static Row of(Claim c) {
            Instant at = c.paidAt() != null
                    ? c.paidAt()
                    : c.approvedAt() != null
                            ? c.approvedAt()
                            : c.submittedAt() != null ? c.submittedAt() : c.preparedAt();
            return new Row(c.id(), c.number(), c.period().name(), ClaimMark.of(c.status()), c.amountCents(), at);
        }
    }

    /** What was claimed and paid in a period and what could be claimed. */
    public record Gathering(long periodId, String period, ClaimTotals totals, List<SeminarChoice> seminars) {
        /** What can be claimed in all of them. */
        public long sumCents() {
            return seminars.stream().mapToLong(SeminarChoice::amountCents).sum();
        }
    }

    @CheckedTemplate(basePath = "claim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListPage(
            List<Row> claims, Pager pager, boolean nsi, Gathering gathering, Form form, Instant at, ChosenPeriod chosen)
            implements TemplateInstance {}

    @GET
    public TemplateInstance list(@QueryParam("page") String page, @QueryParam("zeitraum") String period) {
        return page(Params.page(page, null), period, Form.of());
    }

    /** The same as a file. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table asList(@QueryParam("zeitraum") String period) {
        return ClaimTable.of(search, user.actor(), search.chosen(period));
    }

    private ListPage page(Page.Request request, String asked, Form form) {
        ChosenPeriod chosen = search.chosen(asked);
        Page<Claim> found = search.find(user.actor(), chosen.id(), request);
        FundingPeriod period = search.period(chosen.id());
        Gathering gathering = new Gathering(
                period.id(),
                period.name(),
                figures.of(period.id()).latest(),
                SeminarChoice.of(search.open(user.actor(), period.id(), null), List.of()));
        return new ListPage(
                found.items().stream().map(Row::of).toList(),
                Pager.of(found, "zeitraum", chosen.asked()),
                user.actor().is(Role.NSI),
                gathering,
                form,
                clock.instant(),
                chosen);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.NSI_NAME)
    public Response prepare(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        String period = form.value("zeitraum");
        return form.submit(
                () -> {
                    long claim = prepare.handle(
                            user.actor(),
                            new PrepareClaim.Command(search.chosen(period).id(), chosen(form)));
                    return Link.to(ClaimDetailPages.class, claim).saying("mittelabruf-entwurf");
                },
                again -> page(Page.Request.of(0, null), period, again));
    }

    /** The seminars that are ticked. */
    static List<Long> chosen(Form form) {
        List<Long> seminars = new ArrayList<>();
        form.values().keySet().stream()
                .filter(name -> name.matches("termin-\\d{1,18}"))
                .forEach(name -> seminars.add(Long.parseLong(name.substring("termin-".length()))));
        if (seminars.isEmpty()) {
            throw new InvalidInputException(List.of(new Violation("termine", Messages.text("claim.no-seminar"))));
        }
        return seminars;
    }
}
