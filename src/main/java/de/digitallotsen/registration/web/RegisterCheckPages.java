package de.digitallotsen.registration.web;

import java.util.List;

import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.Expect;
import de.digitallotsen.registration.ManyRegistrations;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.shared.KeptEntries;
import de.digitallotsen.shared.Role;
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
    private final CurrentUser user;

    RegisterCheckPages(KeptEntries entries, EntryPages pages, RegisterParticipant register, CurrentUser user) {
        this.entries = entries;
        this.pages = pages;
        this.register = register;
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
        KeptEntries.Entry kept = entries.require(user.actor(), entry);
        Form form = Form.sent(fields);
        Expect shown = Expect.read(form.value(CheckPage.EXPECT)).get(1);
        if (kept.isDone() || shown == null && !form.onlyShow()) {
            return (kept.isDone() ? done(kept.result()) : linkTo(entry)).seeOther();
        }
        return form.submit(() -> registered(entry, kept, shown), again -> page(entry, kept, again));
    }

    /** The entry is the key (R24): whoever goes back and clicks again has registered once. */
    private Link registered(String entry, KeptEntries.Entry kept, Expect shown) {
        Application application = RegisterPages.application(Form.kept(kept.typed()));
        String reference = register.handle(
                user.actor(), new RegisterParticipant.Command(application, KeptEntries.keyOf(entry), shown));
        entries.done(user.actor(), entry, reference);
        return done(reference);
    }
}
