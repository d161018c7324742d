package de.digitallotsen.account.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import de.digitallotsen.account.AccountUse;
import de.digitallotsen.account.Invitations;
import de.digitallotsen.account.InviteUser;
import de.digitallotsen.account.Users;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.SignedIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Personnel staff see who else acts for their Kommune, look after these (R32) and invite a colleague. */
@Path("/kollegen")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.KOMMUNE_NAME)
public class ColleaguePages {

    private final Users users;
    private final Invitations invitations;
    private final InviteUser invite;
    private final AccountUse use;
    private final CurrentUser user;
    private final Visitor visitor;

    ColleaguePages(
            Users users,
            Invitations invitations,
            InviteUser invite,
            AccountUse use,
            CurrentUser user,
            Visitor visitor) {
        this.users = users;
        this.invitations = invitations;
        this.invite = invite;
        this.use = use;
        this.user = user;
        this.visitor = visitor;
    }

    /**
     * Somebody who acts for this Kommune.
     *
     * @param own true for whoever looks at it
     * @param lastSignIn the day, or null if there was none yet
     */
    public record Colleague(AccountPages.Line account, boolean own, LocalDate lastSignIn) {}

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ColleaguesPage(
            String kommune,
            List<Colleague> accounts,
            List<AccountPages.OpenLine> open,
            AccountPages.InvitationLink link,
            Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return page(null, Form.of());
    }

    private ColleaguesPage page(AccountPages.InvitationLink link, Form form) {
        SignedIn me = user.signedIn().orElseThrow();
        return new ColleaguesPage(
                me.kommuneName(),
                colleagues(me),
                AccountPages.OpenLine.of(invitations.open(me.actor(), Page.Request.everything())),
                link,
                form);
    }

    private List<Colleague> colleagues(SignedIn me) {
        List<Users.Listed> found = users.list(me.actor(), Users.Filter.all(), Page.Request.everything())
                .items();
        Map<Long, LocalDate> days =
                use.lastDays(found.stream().map(Users.Listed::id).toList());
        return found.stream()
                .map(a -> new Colleague(AccountPages.Line.of(a), a.id() == me.userId(), days.get(a.id())))
                .toList();
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(MultivaluedMap<String, String> fields, RoutingContext request) {
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(page(null, form.with(Form.SHOW_AGAIN, ""))).build();
        }
        try {
            SignedIn me = user.signedIn().orElseThrow();
            String portal = visitor.portal(request);
            InviteUser.Invited invited =
                    invite.handle(me.actor(), new InviteUser.Command(Role.KOMMUNE, null, form.value("email"), portal));
            // Shown in the answer and nowhere else: the token stands in no address and no database.
            return Response.ok(page(AccountPages.InvitationLink.of(invited, portal, me.kommuneName()), Form.of()))
                    .build();
        } catch (InvalidInputException invalid) {
            return Response.status(400).entity(page(null, form.wrong(invalid))).build();
        }
    }
}
