package de.digitallotsen.account.web;

import java.net.URI;
import java.util.List;

import de.digitallotsen.account.MoveAccount;
import de.digitallotsen.account.RemoveSecondFactor;
import de.digitallotsen.account.SwitchAccount;
import de.digitallotsen.account.Users;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
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
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * One account for the NSI: disable it, enable it, let it belong to another Kommune, take away a second factor that was
 * lost.
 */
@Path("/zugaenge/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed(Role.NSI_NAME)
public class AccountDetailPages {

    private final Users users;
    private final Acts acts;
    private final AccountPages.Offers offers;
    private final CurrentUser user;

    AccountDetailPages(Users users, Acts acts, AccountPages.Offers offers, CurrentUser user) {
        this.users = users;
        this.acts = acts;
        this.offers = offers;
        this.user = user;
    }

    /** What is done with an account. */
    @Singleton
    static class Acts {
        private final SwitchAccount switchAccount;
        private final MoveAccount move;
        private final RemoveSecondFactor removeFactor;

        Acts(SwitchAccount switchAccount, MoveAccount move, RemoveSecondFactor removeFactor) {
            this.switchAccount = switchAccount;
            this.move = move;
            this.removeFactor = removeFactor;
        }
    }

    /** Something done that may be refused. */
    private interface Act {
        void on(long id);
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccountPage(AccountPages.Line account, boolean own, List<AccountPages.Choice> kommunen, Form form)
            implements TemplateInstance {}

    @GET
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance show(@PathParam("id") String id) {
        return page(Params.id(id), Form.of());
    }

    private AccountPage page(long id, Form form) {
        Users.Listed account = users.require(id);
        String chosen = form.value("kommuneArs").isEmpty() ? account.kommuneArs() : form.value("kommuneArs");
        return new AccountPage(
                AccountPages.Line.of(account),
                user.actor().userId() == id,
                account.role() == Role.KOMMUNE ? offers.kommunen(chosen) : List.of(),
                form);
    }

    @POST
    @Path("/sperren")
    public Response disable(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return act(id, fields, "zugang-gesperrt", account -> acts.switchAccount.handle(user.actor(), account, false));
    }

    @POST
    @Path("/freigeben")
    public Response enable(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return act(id, fields, "zugang-freigegeben", account -> acts.switchAccount.handle(user.actor(), account, true));
    }

    @POST
    @Path("/kommune")
    public Response move(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return act(
                id,
                fields,
                "zugang-uebertragen",
                account -> acts.move.handle(user.actor(), account, fields.getFirst("kommuneArs")));
    }

    @POST
    @Path("/zweiter-faktor")
    public Response removeFactor(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return act(
                id,
                fields,
                "zweiter-faktor-aus",
                account -> acts.removeFactor.handle(user.actor(), new RemoveSecondFactor.Command(account, null, "")));
    }

    private Response act(String rawId, MultivaluedMap<String, String> fields, String done, Act act) {
        long id = Params.id(rawId);
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(page(id, form.with(Form.SHOW_AGAIN, ""))).build();
        }
        try {
            act.on(id);
            return Response.seeOther(URI.create("/zugaenge/" + id + "?meldung=" + done))
                    .build();
        } catch (InvalidInputException invalid) {
            return Response.status(400).entity(page(id, form.wrong(invalid))).build();
        } catch (RefusedException refused) {
            if (refused.refusal().status() != 409) {
                throw refused;
            }
            return Response.status(409).entity(page(id, form.refused(refused))).build();
        }
    }
}
