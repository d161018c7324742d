package de.digitallotsen.account.web;

import java.util.function.Function;
import java.util.function.LongConsumer;

import de.digitallotsen.account.AccountCare;
import de.digitallotsen.account.RemoveSecondFactor;
import de.digitallotsen.account.SwitchAccount;
import de.digitallotsen.account.Users;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Params;
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
 * What personnel staff do for a colleague (R32): lock the account, let it be used again, switch off a second factor
 * whose telephone is lost. What is not harmless is shown before it is done.
 */
@Path("/kollegen/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed(Role.KOMMUNE_NAME)
public class ColleagueActsPages {

    private final Users users;
    private final SwitchAccount switchAccount;
    private final RemoveSecondFactor removeFactor;
    private final CurrentUser user;

    ColleagueActsPages(Users users, SwitchAccount switchAccount, RemoveSecondFactor removeFactor, CurrentUser user) {
        this.users = users;
        this.switchAccount = switchAccount;
        this.removeFactor = removeFactor;
        this.user = user;
    }

    /** @param notLockable why it cannot be locked, or null */
    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ColleagueLockPage(AccountPages.Line account, String notLockable, Form form) implements TemplateInstance {}

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ColleagueFactorPage(AccountPages.Line account, Form form) implements TemplateInstance {}

    @GET
    @Path("/sperren")
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance showLock(@PathParam("id") String id) {
        return lockPage(Params.id(id), Form.of());
    }

    private TemplateInstance lockPage(long id, Form form) {
        return new ColleagueLockPage(
                line(id),
                AccountCare.refusalToLock(user.actor(), id)
                        .map(RefusedException::text)
                        .orElse(null),
                form);
    }

    private AccountPages.Line line(long id) {
        return AccountPages.Line.of(users.require(user.actor(), id));
    }

    @POST
    @Path("/sperren")
    public Response lock(@PathParam("id") String rawId, MultivaluedMap<String, String> fields) {
        long id = Params.id(rawId);
        return act(
                id,
                fields,
                "zugang-gesperrt",
                account -> switchAccount.handle(user.actor(), account, false),
                form -> lockPage(id, form));
    }

    /** Harmless: the next locking undoes it. The list has the button. */
    @POST
    @Path("/freigeben")
    public Response unlock(@PathParam("id") String rawId, MultivaluedMap<String, String> fields) {
        long id = Params.id(rawId);
        return act(
                id,
                fields,
                "zugang-freigegeben",
                account -> switchAccount.handle(user.actor(), account, true),
                form -> lockPage(id, form));
    }

    /** The own one is switched off with the own password, elsewhere. */
    @GET
    @Path("/zweiter-faktor")
    @Consumes(MediaType.WILDCARD)
    public Response showFactor(@PathParam("id") String rawId) {
        long id = Params.id(rawId);
        return isOwn(id)
                ? Link.to(MyAccountPages.class).seeOther()
                : Response.ok(factorPage(id, Form.of())).build();
    }

    private boolean isOwn(long id) {
        return user.actor().userId() == id;
    }

    private TemplateInstance factorPage(long id, Form form) {
        return new ColleagueFactorPage(line(id), form);
    }

    @POST
    @Path("/zweiter-faktor")
    public Response removeFactor(@PathParam("id") String rawId, MultivaluedMap<String, String> fields) {
        long id = Params.id(rawId);
        if (isOwn(id)) {
            return Link.to(MyAccountPages.class).seeOther();
        }
        return act(
                id,
                fields,
                "zweiter-faktor-der-person-aus",
                account -> removeFactor.handle(user.actor(), new RemoveSecondFactor.Command(account, null, "")),
                form -> factorPage(id, form));
    }

    private static Response act(
            long id,
            MultivaluedMap<String, String> fields,
            String done,
            LongConsumer act,
            Function<Form, TemplateInstance> page) {
        return Form.sent(fields)
                .submit(
                        () -> {
                            act.accept(id);
                            return Link.to(ColleaguePages.class).saying(done);
                        },
                        page);
    }
}
