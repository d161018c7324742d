package de.digitallotsen.account.web;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.account.AccountCare;
import de.digitallotsen.account.Invitations;
import de.digitallotsen.account.InviteUser;
import de.digitallotsen.account.Users;
import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The NSI and the Ministry see whom they look after, and make links for those who should have access (R32). */
@Path("/zugaenge")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed({Role.NSI_NAME, Role.MINISTRY_NAME})
public class AccountPages {

    private final Users users;
    private final Invitations invitations;
    private final InviteUser invite;
    private final CurrentUser user;
    private final KommuneChoices kommunen;
    private final Visitor visitor;

    AccountPages(
            Users users,
            Invitations invitations,
            InviteUser invite,
            CurrentUser user,
            KommuneChoices kommunen,
            Visitor visitor) {
        this.users = users;
        this.invitations = invitations;
        this.invite = invite;
        this.user = user;
        this.kommunen = kommunen;
        this.visitor = visitor;
    }

    /** One account. */
    public record Line(
            long id,
            String name,
            String email,
            String affiliation,
            String role,
            boolean personnel,
            boolean active,
            boolean secondFactor,
            Instant createdAt) {
        static Line of(Users.Listed a) {
            return new Line(
                    a.id(),
                    a.name(),
                    EmailAddress.shown(a.email()),
                    a.kommuneName() == null ? Messages.label(a.role()) : a.kommuneName(),
                    Messages.label(a.role()),
                    a.role() == Role.KOMMUNE,
                    a.active(),
                    a.secondFactor(),
                    a.createdAt());
        }
    }

    /**
     * An invitation that was just sent; null if none was.
     *
     * @param address of the link, or null if the mail brings it: whoever has the mailbox is the one who was invited
     */
    public record InvitationLink(String email, String address, String forWhom, Instant expiresAt) {
        static InvitationLink of(InviteUser.Invited invited, String portal, String forWhom) {
            String address = invited.mailed() ? null : portal + "/einladung/" + invited.token();
            return new InvitationLink(EmailAddress.shown(invited.email()), address, forWhom, invited.expiresAt());
        }
    }

    /** An invitation that nobody has used yet. */
    public record OpenLine(long id, String email, Role role, String kommuneArs, String affiliation, Instant expiresAt) {
        static List<OpenLine> of(Page<Invitations.Open> open) {
            return open.items().stream()
                    .map(i -> new OpenLine(
                            i.id(),
                            EmailAddress.shown(i.email()),
                            i.role(),
                            i.kommuneArs() == null ? "" : i.kommuneArs(),
                            i.kommuneName() == null ? Messages.label(i.role()) : i.kommuneName(),
                            i.expiresAt()))
                    .toList();
        }
    }

    /** What the list is narrowed to. */
    public record Narrowed(String text, List<Choice> roles, List<Choice> states) {}

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccountsPage(
            List<Line> accounts,
            Narrowed filter,
            Pager pager,
            Form form,
            List<Choice> roles,
            List<Choice> kommunen,
            List<OpenLine> open,
            InvitationLink link)
            implements TemplateInstance {}

    /** The filter as it stands in the address. */
    private record Wanted(String text, String role, String kommune, String state) {
        static final Wanted ALL = new Wanted(null, null, null, null);

        Users.Filter asFilter() {
            Boolean active = state == null || state.isEmpty() ? null : (Boolean) "aktiv".equals(state);
            return new Users.Filter(
                    text,
                    Params.choice("rolle", role, Role.class),
                    kommune == null || kommune.isBlank() ? null : kommune.strip(),
                    active);
        }

        Narrowed narrowed(Role[] roles) {
            return new Narrowed(
                    text == null ? "" : text,
                    Choice.of(roles, role),
                    List.of(
                            new Choice("aktiv", "nutzbar", "aktiv".equals(state)),
                            new Choice("gesperrt", "gesperrt", "gesperrt".equals(state))));
        }
    }

    @GET
    public TemplateInstance list(
            @QueryParam("q") String text,
            @QueryParam("rolle") String role,
            @QueryParam("kommune") String kommune,
            @QueryParam("stand") String state,
            @QueryParam("page") String page) {
        return page(new Wanted(text, role, kommune, state), Params.page(page, null), empty(), null);
    }

    private Role[] roles() {
        return AccountCare.rolesSeenBy(user.actor()).toArray(Role[]::new);
    }

    private Form empty() {
        return Form.of("role", roles()[0].name());
    }

    private AccountsPage page(Wanted wanted, Page.Request request, Form form, InvitationLink link) {
        Page<Users.Listed> found = users.list(user.actor(), wanted.asFilter(), request);
        Pager pager = Pager.of(
                found,
                "q",
                wanted.text(),
                "rolle",
                wanted.role(),
                "kommune",
                wanted.kommune(),
                "stand",
                wanted.state());
        return new AccountsPage(
                found.items().stream().map(Line::of).toList(),
                wanted.narrowed(roles()),
                pager,
                form,
                Choice.of(roles(), form.value("role")),
                AccountCare.rolesSeenBy(user.actor()).contains(Role.KOMMUNE)
                        ? kommunen.eligible(form.value("kommuneArs"))
                        : List.of(),
                OpenLine.of(invitations.open(user.actor(), Page.Request.everything())),
                link);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(MultivaluedMap<String, String> fields, RoutingContext request) {
        Form form = Form.sent(fields);
        Page.Request first = new Page.Request(0, Page.DEFAULT_SIZE);
        if (form.onlyShow()) {
            return Response.ok(page(Wanted.ALL, first, form.with(Form.SHOW_AGAIN, ""), null))
                    .build();
        }
        try {
            Role role = Params.choice("role", form.value("role"), Role.class);
            String portal = visitor.portal(request);
            InviteUser.Invited invited = invite.handle(
                    user.actor(), new InviteUser.Command(role, form.value("kommuneArs"), form.value("email"), portal));
            AccountsPage page = page(Wanted.ALL, first, form, null);
            String forWhom = role == Role.KOMMUNE
                    ? page.kommunen().stream()
                            .filter(Choice::chosen)
                            .map(Choice::label)
                            .findFirst()
                            .orElse("")
                    : Messages.label(role);
            // Shown in the answer and nowhere else: the token stands in no address and no database.
            InvitationLink link = InvitationLink.of(invited, portal, forWhom);
            return Response.ok(page(Wanted.ALL, first, empty(), link)).build();
        } catch (InvalidInputException invalid) {
            return Response.status(400)
                    .entity(page(Wanted.ALL, first, form.wrong(invalid), null))
                    .build();
        }
    }
}
