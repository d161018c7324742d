package de.digitallotsen.claim.web;

import java.time.Instant;
import java.util.List;
import java.util.function.LongConsumer;

import de.digitallotsen.claim.Claim;
import de.digitallotsen.claim.ClaimLine;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.claim.ClaimSheets;
import de.digitallotsen.claim.ClaimStatus;
import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
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

/** One claim: its lines, and what may be done with it now. */
@Path("/mittelabrufe/{id}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class ClaimDetailPages {

    private final ClaimSearch search;
    private final ClaimActs acts;
    private final ClaimSheets sheets;
    private final ClaimLineTable table;
    private final CurrentUser user;

    ClaimDetailPages(ClaimSearch search, ClaimActs acts, ClaimSheets sheets, ClaimLineTable table, CurrentUser user) {
        this.search = search;
        this.acts = acts;
        this.sheets = sheets;
        this.table = table;
        this.user = user;
    }

    /** The claim; instants are null for what has not happened. */
    public record Facts(
            long id,
            String number,
            String period,
            ClaimMark mark,
            long amountCents,
            long grantedCents,
            long drawnCents,
            Instant preparedAt,
            Instant submittedAt,
            Instant returnedAt,
            String remark,
            Instant approvedAt,
            Instant paidAt) {
        static Facts of(Claim c) {
            return new Facts(
                    c.id(),
                    c.number(),
                    c.period().name(),
                    ClaimMark.of(c.status()),
                    c.amountCents(),
                    c.grantedCents(),
                    c.drawnCents(),
                    c.preparedAt(),
                    c.submittedAt(),
                    c.returnedAt(),
                    c.remark(),
                    c.approvedAt(),
                    c.paidAt());
        }

        public long leftCents() {
            return grantedCents - drawnCents - amountCents;
        }
    }

    /** What the one who looks may do now. */
    public record Ways(boolean submit, boolean check, boolean pay) {
        static Ways of(Actor actor, ClaimStatus status) {
            boolean open = status == ClaimStatus.DRAFT || status == ClaimStatus.RETURNED;
            return new Ways(
                    actor.is(Role.NSI) && open,
                    actor.is(Role.MINISTRY) && status == ClaimStatus.SUBMITTED,
                    actor.is(Role.MINISTRY) && status == ClaimStatus.APPROVED);
        }
    }

    /** One line: reference and Kommune, no person. */
    public record Line(Instant at, String reference, String kommune, String seminar, String type, long amountCents) {
        static Line of(ClaimLine.View v) {
            return new Line(
                    v.bookedAt(),
                    v.reference(),
                    v.kommune(),
                    Messages.text("claim.seminar", "title", v.seminar(), "firstDay", v.firstDay()),
                    Messages.label(v.type()),
                    v.amountCents());
        }
    }

    @CheckedTemplate(basePath = "claim", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record DetailPage(Facts claim, Ways ways, List<Line> lines, List<SeminarChoice> seminars, Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show(@PathParam("id") String id) {
        return page(Params.id(id), Form.of());
    }

    /** Its lines as a file. */
    @GET
    @Path("/mittelabruf")
    @Produces({Table.CSV, Table.XLSX})
    public Table list(@PathParam("id") String id) {
        return table.of(user.actor(), Params.id(id));
    }

    @GET
    @Path("/mittelabruf.pdf")
    @Produces(MediaType.WILDCARD)
    public PdfFile pdf(@PathParam("id") String id) {
        return sheets.pdf(user.actor(), Params.id(id));
    }

    private DetailPage page(long id, Form form) {
        Claim claim = search.require(user.actor(), id);
        List<ClaimLine.View> lines = search.lines(claim);
        Ways ways = Ways.of(user.actor(), claim.status());
        List<SeminarChoice> seminars = ways.submit()
                ? SeminarChoice.of(
                        search.open(user.actor(), claim.period().id(), claim),
                        lines.stream().map(ClaimLine.View::seminarId).toList())
                : List.of();
        return new DetailPage(
                Facts.of(claim), ways, lines.stream().map(Line::of).toList(), seminars, form);
    }

    private Response act(String id, Form form, LongConsumer act, String done) {
        long claim = Params.id(id);
        return form.submit(
                () -> {
                    act.accept(claim);
                    return "/mittelabrufe/" + claim + "?meldung=" + done;
                },
                again -> page(claim, again));
    }

    @POST
    @Path("/neu-zusammenstellen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.NSI_NAME)
    public Response revise(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return act(id, form, claim -> acts.revise(user.actor(), claim, ClaimPages.chosen(form)), "mittelabruf-entwurf");
    }

    @POST
    @Path("/einreichen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.NSI_NAME)
    public Response submit(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return act(id, Form.sent(fields), claim -> acts.submit(user.actor(), claim), "mittelabruf-eingereicht");
    }

    @POST
    @Path("/zurueckgeben")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.MINISTRY_NAME)
    public Response sendBack(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        return act(
                id,
                form,
                claim -> acts.sendBack(user.actor(), claim, form.value("remark")),
                "mittelabruf-zurueckgegeben");
    }

    @POST
    @Path("/genehmigen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.MINISTRY_NAME)
    public Response approve(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return act(id, Form.sent(fields), claim -> acts.approve(user.actor(), claim), "mittelabruf-genehmigt");
    }

    @POST
    @Path("/auszahlen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    @RolesAllowed(Role.MINISTRY_NAME)
    public Response pay(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return act(id, Form.sent(fields), claim -> acts.pay(user.actor(), claim), "mittelabruf-ausgezahlt");
    }
}
