package de.digitallotsen.registration.web;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import de.digitallotsen.registration.CheckFacts;
import de.digitallotsen.registration.DryRuns;
import de.digitallotsen.registration.Expect;
import de.digitallotsen.registration.ManyRegistrations;
import de.digitallotsen.registration.RegistrationList;
import de.digitallotsen.registration.WhoIsTold;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.KeptEntries;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Table;
import de.digitallotsen.shared.web.Tables;
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

/**
 * What will become of each line of a list, then the final click (R29); afterwards, at the same address, what became.
 */
@Path("/anmeldungen/einlesen/liste/{entry}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class ListCheckPages {

    private final RegistrationList list;
    private final DryRuns dryRuns;
    private final ManyResults results;
    private final KeptEntries entries;
    private final CheckFacts facts;
    private final FinalClicks clicks;
    private final CurrentUser user;

    ListCheckPages(
            RegistrationList list,
            DryRuns dryRuns,
            ManyResults results,
            KeptEntries entries,
            CheckFacts facts,
            FinalClicks clicks,
            CurrentUser user) {
        this.list = list;
        this.dryRuns = dryRuns;
        this.results = results;
        this.entries = entries;
        this.facts = facts;
        this.clicks = clicks;
        this.user = user;
    }

    /**
     * What would become of each line, or what did.
     *
     * @param done false before, true after
     * @param fine lines that are, or would be, registered
     * @param total what is, or would be, owed for them, written out
     * @param rejected lines that can be fetched, mended and sent again
     * @param notes what has to be known about the file
     * @param lines who gets a mail; empty afterwards, where it stands with each registration
     * @param expect what the final click carries
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListResultPage(
            List<ResultLine> rows,
            long fine,
            long rejected,
            String total,
            List<String> notes,
            CheckLines lines,
            boolean done,
            String expect,
            String address,
            Form form)
            implements TemplateInstance {}

    static Link linkTo(String entry) {
        return Link.to(ListCheckPages.class, entry);
    }

    @GET
    public TemplateInstance show(@PathParam("entry") String entry) {
        KeptEntries.Entry kept = entries.require(user.actor(), entry);
        return kept.isDone() ? done(entry, results.read(kept.result())) : page(entry, kept, tried(kept), Form.of());
    }

    private static byte[] content(KeptEntries.Entry kept) {
        return Base64.getDecoder().decode(kept.typed().getOrDefault(ListImportPages.LIST, ""));
    }

    private List<ManyRegistrations.Result> tried(KeptEntries.Entry kept) {
        return dryRuns.many(user.actor(), list.read(content(kept)), DryRuns.Door.FILE);
    }

    /** After a click that was meant: no brake holds it up. */
    private List<ManyRegistrations.Result> afterClick(KeptEntries.Entry kept) {
        return dryRuns.afterClick(user.actor(), list.read(content(kept)));
    }

    private ListResultPage page(
            String entry, KeptEntries.Entry kept, List<ManyRegistrations.Result> expected, Form form) {
        List<ManyRegistrations.Line> lines = list.read(content(kept));
        Map<Integer, List<WhoIsTold.Told>> told = facts.toldOf(user.actor(), lines, expected);
        List<ResultLine> rows = ResultLine.of(lines, expected);
        return new ListResultPage(
                rows,
                fine(rows),
                rows.stream().filter(ResultLine::isRejected).count(),
                ResultLine.total(rows),
                list.notes(content(kept)),
                CheckLines.of(EntryPages.all(told)),
                false,
                Expect.written(EntryPages.shown(expected, told)),
                linkTo(entry).toString(),
                form);
    }

    private static ListResultPage done(String entry, List<ResultLine> rows) {
        return new ListResultPage(
                rows,
                fine(rows),
                0,
                ResultLine.total(rows),
                List.of(),
                CheckLines.of(List.of()),
                true,
                "",
                linkTo(entry).toString(),
                Form.of());
    }

    private static long fine(List<ResultLine> rows) {
        return rows.stream().filter(ResultLine::isRegistered).count();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(@PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        boolean onlyTried = Form.sent(fields).onlyShow();
        return clicks.on(
                entry,
                fields,
                new FinalClicks.Ways(
                        linkTo(entry),
                        expect -> !Expect.read(expect).isEmpty(),
                        done -> linkTo(entry),
                        (kept, again) -> page(entry, kept, onlyTried ? tried(kept) : afterClick(kept), again)),
                (kept, click) -> results.register(
                        user.actor(),
                        entry,
                        ManyResults.expecting(list.read(content(kept)), click.value(Check.EXPECT)),
                        click.ticked("zusammen")));
    }

    /**
     * The lines that nobody could be registered by, with their reasons, as they stand in the file: to mend and send
     * again.
     *
     * @throws RefusedException NOT_FOUND once the list was acted on: nothing typed is kept then
     */
    @GET
    @Path("/nachbessern")
    @Produces(Table.XLSX)
    public Tables rejected(@PathParam("entry") String entry) {
        KeptEntries.Entry kept = entries.require(user.actor(), entry);
        if (kept.isDone()) {
            throw new RefusedException(AccessRefusal.NOT_FOUND);
        }
        List<List<String>> cells = list.cells(content(kept));
        List<ManyRegistrations.Result> rejected = tried(kept).stream()
                .filter(ManyRegistrations.Result::isRejected)
                .toList();
        List<String> columns = new ArrayList<>(RegistrationList.COLUMNS);
        int known = columns.size();
        if (rejected.stream()
                .anyMatch(result -> !cells.get(result.number() - 1).get(known).isEmpty())) {
            columns.add(RegistrationList.FURTHER);
        }
        int width = columns.size();
        List<List<Object>> rows = rejected.stream()
                .map(result -> {
                    List<Object> row =
                            new ArrayList<>(cells.get(result.number() - 1).subList(0, width));
                    row.add(result.message());
                    return row;
                })
                .toList();
        columns.add(RegistrationList.REASON);
        return new Tables("nachbessern", "", List.of(new Table("nachbessern", "", columns, rows)));
    }
}
