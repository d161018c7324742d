package de.digitallotsen.account.web;

import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;

import de.digitallotsen.account.AccountCare;
import de.digitallotsen.account.MoveAccount;
import de.digitallotsen.account.RemoveSecondFactor;
import de.digitallotsen.account.SwitchAccount;
import de.digitallotsen.account.Users;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.LostRace;
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
 * One account for those who look after it (R32): disable it, enable it, let it belong to another Kommune, take away a
 * second factor that was lost.
 */
@Path("/zugaenge/{id}")
@Produces(MediaType.TEXT_HTML)
@Consumes(MediaType.APPLICATION_FORM_URLENCODED)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class AccountDetailPages {

    private static final String KOMMUNE = "kommuneArs";
    private static final String VERSION = "version";

    private final Users users;
    private final SwitchAccount switchAccount;
    private final MoveAccount move;
    private final RemoveSecondFactor removeFactor;
    private final KommuneChoices kommunen;
    private final CurrentUser user;

    AccountDetailPages(
            Users users,
            SwitchAccount switchAccount,
            MoveAccount move,
            RemoveSecondFactor removeFactor,
            KommuneChoices kommunen,
            CurrentUser user) {
        this.users = users;
        this.switchAccount = switchAccount;
        this.move = move;
        this.removeFactor = removeFactor;
        this.kommunen = kommunen;
        this.user = user;
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccountPage(AccountPages.Line account, boolean own, String notLockable, List<Choice> kommunen, Form form)
            implements TemplateInstance {}

    @GET
    @Consumes(MediaType.WILDCARD)
    public TemplateInstance show(@PathParam("id") String id) {
        return page(Params.id(id), Form.of());
    }

    private AccountPage page(long id, Form form) {
        Users.Listed account = users.require(user.actor(), id);
        String chosen = form.value(KOMMUNE).isEmpty() ? account.kommuneArs() : form.value(KOMMUNE);
        return new AccountPage(
                AccountPages.Line.of(account),
                user.actor().userId() == id,
                AccountCare.refusalToLock(user.actor(), id)
                        .map(RefusedException::text)
                        .orElse(null),
                account.role() == Role.KOMMUNE ? kommunen.eligible(chosen) : List.of(),
                form.ticked(VERSION) ? form : asItStands(account).over(form));
    }

    /** To which Kommune it belongs is what the form shows, and its version. */
    private static Form asItStands(Users.Listed account) {
        return Form.of(KOMMUNE, account.kommuneArs(), VERSION, account.kommuneArs())
                .remembering();
    }

    @POST
    @Path("/sperren")
    public Response disable(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return act(id, fields, "zugang-gesperrt", account -> switchAccount.handle(user.actor(), account, false));
    }

    @POST
    @Path("/freigeben")
    public Response enable(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return act(id, fields, "zugang-freigegeben", account -> switchAccount.handle(user.actor(), account, true));
    }

    @POST
    @Path("/kommune")
    @RolesAllowed(Role.NSI_NAME)
    public Response move(@PathParam("id") String rawId, MultivaluedMap<String, String> fields) {
        long id = Params.id(rawId);
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return form.submit(null, again -> page(id, again));
        }
        return Form.answering(
                () -> {
                    move.handle(user.actor(), new MoveAccount.Command(id, form.value(KOMMUNE), form.value(VERSION)));
                    return Link.to(AccountDetailPages.class, id).saying("zugang-uebertragen");
                },
                invalid -> page(id, form.wrong(invalid)),
                refused -> page(id, again(id, form, refused)));
    }

    /** After a lost race, where the other one moved it (R31). */
    private Form again(long id, Form form, RefusedException refused) {
        return refused.refusal() == AccessRefusal.STALE
                ? LostRace.of(
                        form,
                        asItStands(users.require(user.actor(), id)),
                        refused,
                        Map.of(KOMMUNE, "Kommune"),
                        kommunen::nameOf)
                : form.refused(refused);
    }

    @POST
    @Path("/zweiter-faktor")
    public Response removeFactor(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        return act(
                id,
                fields,
                "zweiter-faktor-der-person-aus",
                account -> removeFactor.handle(user.actor(), new RemoveSecondFactor.Command(account, null, "")));
    }

    private Response act(String rawId, MultivaluedMap<String, String> fields, String done, LongConsumer act) {
        long id = Params.id(rawId);
        return Form.sent(fields)
                .submit(
                        () -> {
                            act.accept(id);
                            return Link.to(AccountDetailPages.class, id).saying(done);
                        },
                        form -> page(id, form));
    }
}
