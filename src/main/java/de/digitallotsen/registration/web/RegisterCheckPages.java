package de.digitallotsen.registration.web;

import java.util.List;

import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.Expect;
import de.digitallotsen.registration.ManyRegistrations;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.shared.KeptEntries;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
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

/** What will happen to a registration, then the final click (R29). Reloading shows it anew and does nothing. */
@Path("/anmeldungen/neu/{entry}")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.KOMMUNE_NAME, Role.NSI_NAME})
public class RegisterCheckPages {

    private final KeptEntries entries;
    private final EntryPages pages;
    private final RegisterParticipant register;
    private final FinalClicks clicks;
    private final CurrentUser user;

    RegisterCheckPages(
            KeptEntries entries, EntryPages pages, RegisterParticipant register, FinalClicks clicks, CurrentUser user) {
        this.entries = entries;
        this.pages = pages;
        this.register = register;
        this.clicks = clicks;
        this.user = user;
    }

    static Link linkTo(String entry) {
        return Link.to(RegisterCheckPages.class, entry);
    }

    @GET
    public Response show(@PathParam("entry") String entry) {
        KeptEntries.Entry kept = entries.require(user.actor(), entry);
        return kept.isDone()
                ? done(kept.result()).seeOther()
                : Response.ok(page(entry, kept, Form.of())).build();
    }

    private CheckPage page(String entry, KeptEntries.Entry kept, Form form) {
        Application application = RegisterPages.application(Form.kept(kept.typed()));
        return pages.page(
                user.actor(),
                List.of(ManyRegistrations.Line.of(1, application)),
                true,
                linkTo(entry),
                Link.to(RegisterPages.class).with("eingaben", entry),
                form);
    }

    private static Link done(String reference) {
        return ResultPages.linkTo(reference).saying("angemeldet");
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response register(@PathParam("entry") String entry, MultivaluedMap<String, String> fields) {
        return clicks.on(
                entry,
                fields,
                new FinalClicks.Ways(
                        linkTo(entry),
                        expect -> Expect.read(expect).containsKey(1),
                        RegisterCheckPages::done,
                        (kept, again) -> page(entry, kept, again)),
                (kept, click) -> entries.once(
                        user.actor(), entry, () -> registered(entry, kept, Expect.one(click.value(Check.EXPECT)))));
    }

    private String registered(String entry, KeptEntries.Entry kept, Expect shown) {
        Application application = RegisterPages.application(Form.kept(kept.typed()));
        return register.handle(
                user.actor(), new RegisterParticipant.Command(application, KeptEntries.keyOf(entry), shown));
    }
}
