package de.digitallotsen.account.web;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.account.InviteUser;
import de.digitallotsen.account.Users;
import de.digitallotsen.kommune.KommuneSearch;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.PublicInformation;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The NSI sees who has access, and makes links for those who should. */
@Path("/zugaenge")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class AccountPages {

    private static final int KOMMUNEN_OFFERED = 500;

    private final Users users;
    private final InviteUser invite;
    private final CurrentUser user;
    private final Offers offers;

    AccountPages(Users users, InviteUser invite, CurrentUser user, Offers offers) {
        this.users = users;
        this.invite = invite;
        this.user = user;
        this.offers = offers;
    }

    /** What the form offers, and under which address the link leads here. */
    @Singleton
    static class Offers {
        private final KommuneSearch kommunen;
        private final PublicInformation information;

        Offers(KommuneSearch kommunen, PublicInformation information) {
            this.kommunen = kommunen;
            this.information = information;
        }

        String address(RoutingContext request) {
            return information.isPublic() ? information.publicUrl() : request.request().scheme() + "://" + request.request().authority();
        }
    }

    /** One thing to choose. */
    public record Choice(String value, String label, boolean chosen) {
    }

    /** One account. */
    public record Line(String name, String email, String affiliation, boolean active) {
    }

    /** A link that was just made; empty if none was. */
    public record Link(String address, String forWhom, Instant expiresAt) {
    }

    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record AccountsPage(List<Line> accounts, Pager pager, Form form, List<Choice> roles, List<Choice> kommunen, Link link) implements TemplateInstance {
    }

    @GET
    public TemplateInstance list(@QueryParam("page") String page) {
        return page(Params.page(page, null), Form.of("role", Role.KOMMUNE.name()), null);
    }

    private AccountsPage page(Page.Request request, Form form, Link link) {
        Page<Users.Listed> found = users.list(Users.Filter.all(), request);
        List<Line> lines = found.items().stream().map(a -> new Line(a.name(), a.email(), a.kommuneName() == null ? Messages.label(a.role()) : a.kommuneName(), a.active())).toList();
        List<Choice> roles = java.util.Arrays.stream(Role.values()).map(r -> new Choice(r.name(), Messages.label(r), r.name().equals(form.value("role")))).toList();
        List<Choice> kommunen = offers.kommunen.find(new KommuneSearch.Filter(null, null, true), new Page.Request(0, KOMMUNEN_OFFERED)).items().stream()
                .map(k -> new Choice(k.ars(), k.displayName(), k.ars().equals(form.value("kommuneArs")))).toList();
        return new AccountsPage(lines, Pager.of(found), form, roles, kommunen, link);
    }

    @POST
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response invite(MultivaluedMap<String, String> fields, RoutingContext request) {
        Form form = Form.sent(fields);
        Page.Request first = new Page.Request(0, Page.DEFAULT_SIZE);
        if (form.onlyShow()) {
            return Response.ok(page(first, form.with(Form.SHOW_AGAIN, ""), null)).build();
        }
        try {
            Role role = Params.choice("role", form.value("role"), Role.class);
            InviteUser.Invited invited = invite.handle(user.actor(), new InviteUser.Command(role, form.value("kommuneArs")));
            AccountsPage page = page(first, form, null);
            String forWhom = role == Role.KOMMUNE ? page.kommunen().stream().filter(Choice::chosen).map(Choice::label).findFirst().orElse("") : Messages.label(role);
            // Shown in the answer and nowhere else: the token stands in no address and no database.
            return Response.ok(page(first, Form.of("role", Role.KOMMUNE.name()), new Link(offers.address(request) + "/einladung/" + invited.token(), forWhom, invited.expiresAt()))).build();
        } catch (InvalidInputException invalid) {
            return Response.status(400).entity(page(first, form.wrong(invalid), null)).build();
        }
    }
}
