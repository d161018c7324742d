package de.digitallotsen.registration.web;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

import de.digitallotsen.registration.DryRuns;
import de.digitallotsen.registration.Expect;
import de.digitallotsen.registration.ManyRegistrations;
import de.digitallotsen.registration.PreviewMany;
import de.digitallotsen.registration.RegistrationList;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.KeptEntries;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
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
    private final PreviewMany preview;
    private final DryRuns dryRuns;
    private final ManyResults results;
    private final KeptEntries entries;
    private final CurrentUser user;

    ListCheckPages(
            RegistrationList list,
            PreviewMany preview,
            DryRuns dryRuns,
            ManyResults results,
            KeptEntries entries,
            CurrentUser user) {
        this.list = list;
        this.preview = preview;
        this.dryRuns = dryRuns;
        this.results = results;
        this.entries = entries;
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
     * @param expect what the final click carries
     */
    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ListResultPage(
            List<ResultLine> rows,
            long fine,
            long rejected,
            String total,
            List<String> notes,
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
        return kept.isDone()
                ? page(entry, results.read(kept.result()), List.of(), null, Form.of())
                : page(entry, kept, tried(kept), Form.of());
    }

    private static byte[] content(KeptEntries.Entry kept) {
        return Base64.getDecoder().decode(kept.typed().getOrDefault(ListImportPages.LIST, ""));
    }

    private List<ManyRegistrations.Result> tried(KeptEntries.Entry kept) {
        return dryRuns.many(user.actor(), list.read(content(kept)), DryRuns.Door.FILE);
    }

    private ListResultPage page(
            String entry, KeptEntries.Entry kept, List<ManyRegistrations.Result> expected, Form form) {
        return page(
                entry,
                ResultLine.of(list.read(content(kept)), expected),
                list.notes(content(kept)),
                Expect.written(EntryPages.shown(expected)),
                form);
    }

    private static ListResultPage page(
            String entry, List<ResultLine> rows, List<String> notes, String expect, Form form) {
        return new ListResultPage(
                rows,
                rows.stream().filter(ResultLine::isRegistered).count(),
                expect == null
                        ? 0
                        : rows.stream().filter(ResultLine::isRejected).count(),
                ResultLine.total(rows),
                notes,
                expect == null,
                expect,
                linkTo(entry).toString(),
                form);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(@PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        KeptEntries.Entry kept = entries.require(user.actor(), entry);
        Form form = Form.sent(fields);
        Map<Integer, Expect> shown = Expect.read(form.value(CheckPage.EXPECT));
        if (kept.isDone() || shown.isEmpty() && !form.onlyShow()) {
            return linkTo(entry).seeOther();
        }
        List<ManyRegistrations.Line> lines = list.read(content(kept));
        return form.submit(
                () -> {
                    results.register(user.actor(), entry, ManyResults.expecting(lines, shown), form.ticked("zusammen"));
                    return linkTo(entry);
                },
                again -> page(entry, kept, form.onlyShow() ? tried(kept) : preview.handle(user.actor(), lines), again));
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
        List<List<Object>> rows = tried(kept).stream()
                .filter(ManyRegistrations.Result::isRejected)
                .map(result -> {
                    List<Object> row = new ArrayList<>(cells.get(result.number() - 1));
                    row.add(result.message());
                    return row;
                })
                .toList();
        List<String> columns = new ArrayList<>(RegistrationList.COLUMNS);
        columns.add("Grund");
        return new Tables("nachbessern", "", List.of(new Table("nachbessern", "", columns, rows)));
    }
}
