package de.digitallotsen.registration.web;

import java.util.List;

import de.digitallotsen.registration.Expect;
import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.shared.KeptEntries;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * What will happen to two registrations, then the final click (R29); afterwards, at the same address, what happened.
 */
@Path("/anmeldungen/zu-zweit/{entry}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.KOMMUNE_NAME)
public class PairCheckPages {

    private final KeptEntries entries;
    private final EntryPages pages;
    private final ManyResults results;
    private final FinalClicks clicks;
    private final CurrentUser user;

    PairCheckPages(KeptEntries entries, EntryPages pages, ManyResults results, FinalClicks clicks, CurrentUser user) {
        this.entries = entries;
        this.pages = pages;
        this.results = results;
        this.clicks = clicks;
        this.user = user;
    }

    @CheckedTemplate(basePath = "registration", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record PairDonePage(List<ResultLine> people, CheckLines lines, String total) implements TemplateInstance {}

    static Link linkTo(String entry) {
        return Link.to(PairCheckPages.class, entry);
    }

    @GET
    public TemplateInstance show(@PathParam("entry") String entry) {
        KeptEntries.Entry kept = entries.require(user.actor(), entry);
        return kept.isDone() ? done(results.read(kept.result())) : page(entry, kept, Form.of());
    }

    private CheckPage page(String entry, KeptEntries.Entry kept, Form form) {
        Form typed = Form.kept(kept.typed());
        return pages.page(
                user.actor(),
                PairPages.lines(typed),
                typed.ticked("zusammen"),
                linkTo(entry),
                Link.to(PairPages.class).with("eingaben", entry),
                form);
    }

    private PairDonePage done(List<ResultLine> people) {
        return new PairDonePage(people, results.told(user.actor(), people), ResultLine.total(people));
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(@PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return clicks.on(
                entry,
                fields,
                new FinalClicks.Ways(
                        linkTo(entry),
                        expect -> !Expect.read(expect).isEmpty(),
                        done -> linkTo(entry).saying("angemeldet"),
                        (kept, again) -> page(entry, kept, again)),
                (kept, click) -> {
                    Form typed = Form.kept(kept.typed());
                    List<Line> lines = ManyResults.expecting(PairPages.lines(typed), click.value(Check.EXPECT));
                    return results.register(user.actor(), entry, lines, typed.ticked("zusammen"));
                });
    }
}
