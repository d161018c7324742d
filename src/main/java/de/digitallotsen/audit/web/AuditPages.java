package de.digitallotsen.audit.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;

import de.digitallotsen.audit.AuditChain;
import de.digitallotsen.audit.AuditExport;
import de.digitallotsen.audit.AuditTrail;
import de.digitallotsen.audit.AuditWords;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;

/** Who did what when, before and after, in sentences (R26); and whether the trail is still as it was sealed. */
@Path("/protokoll")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class AuditPages {

    private final AuditTrail trail;
    private final AuditChain chain;
    private final AuditExport export;
    private final CurrentUser user;
    private final Clock clock;

    AuditPages(AuditTrail trail, AuditChain chain, AuditExport export, CurrentUser user, Clock clock) {
        this.trail = trail;
        this.chain = chain;
        this.export = export;
        this.user = user;
        this.clock = clock;
    }

    /** One entry; without a number until it is sealed. */
    public record Row(Long number, Long former, Instant at, String sentence, List<AuditWords.Change> changes) {
        static Row of(AuditTrail.Line line) {
            return new Row(
                    line.number(), line.otherNumber(), line.at(), AuditWords.sentence(line), AuditWords.changes(line));
        }
    }

    /** The filter as it was typed. */
    public record Asked(
            String from,
            String to,
            String person,
            String subjectId,
            String number,
            List<Choice> actions,
            List<Choice> subjects) {}

    @CheckedTemplate(basePath = "audit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record TrailPage(List<Row> entries, Asked asked, Pager pager, Instant at) implements TemplateInstance {}

    @CheckedTemplate(basePath = "audit", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ChainPage(AuditChain.Result result) implements TemplateInstance {}

    @GET
    public TemplateInstance trail(@BeanParam AuditQuery query, @QueryParam("page") String page) {
        Page<AuditTrail.Line> found = trail.find(user.actor(), query.filter(), Params.page(page, null));
        Asked asked = new Asked(
                AuditQuery.shown(query.from),
                AuditQuery.shown(query.to),
                AuditQuery.shown(query.person),
                AuditQuery.shown(query.subjectId),
                AuditQuery.shown(query.number),
                query.actions(trail.actions(user.actor())),
                query.subjects());
        return new TrailPage(
                found.items().stream().map(Row::of).toList(),
                asked,
                Pager.of(found, query.parameters()),
                clock.instant());
    }

    /** The entries, as filtered, as a file. */
    @GET
    @Produces({Table.CSV, Table.XLSX})
    public Table list(@BeanParam AuditQuery query) {
        return AuditTable.of(
                trail.find(user.actor(), query.filter(), Page.Request.everything())
                        .items(),
                query.words());
    }

    @GET
    @Path("/pruefung")
    public TemplateInstance chain() {
        return new ChainPage(chain.check(user.actor()));
    }

    /** The sealed entries with their seals, to be checked without the portal. */
    @GET
    @Path("/pruefung")
    @Produces({Table.CSV, Table.XLSX})
    public Table sealed() {
        return AuditTable.sealed(export.rows(user.actor()));
    }
}
