package de.digitallotsen.account.web;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.account.ChangePassword;
import de.digitallotsen.account.SecondFactorDemand;
import de.digitallotsen.account.SecondFactors;
import de.digitallotsen.account.Sessions;
import de.digitallotsen.account.Users;
import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.SignedIn;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.Authenticated;
import io.vertx.ext.web.RoutingContext;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** One's own account: password, sessions, and the way to the second factor. */
@Path("/konto")
@Produces(MediaType.TEXT_HTML)
@Authenticated
public class MyAccountPages {

    private final ChangePassword changePassword;
    private final Sessions sessions;
    private final SecondFactors factors;
    private final SecondFactorDemand demand;
    private final Users users;
    private final CurrentUser user;

    MyAccountPages(
            ChangePassword changePassword,
            Sessions sessions,
            SecondFactors factors,
            SecondFactorDemand demand,
            Users users,
            CurrentUser user) {
        this.changePassword = changePassword;
        this.sessions = sessions;
        this.factors = factors;
        this.demand = demand;
        this.users = users;
        this.user = user;
    }

    /** One's own data as others see them. */
    public record Me(String name, String email, String affiliation) {}

    /** A session that goes on; {@code current} is the one in which the page is shown. */
    public record SessionLine(String id, String device, Instant begin, Instant lastSeen, boolean current) {}

    /**
     * The second factor.
     *
     * @param demanded whoever switches it off has to set up another one
     * @param recoveryCodes that are left
     */
    public record Factor(boolean on, boolean demanded, long recoveryCodes) {}

    /** @param byDirectory a directory signs in, and keeps password and second factor */
    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MyAccountPage(Me me, boolean byDirectory, List<SessionLine> sessions, Factor factor, Form form)
            implements TemplateInstance {}

    @GET
    public TemplateInstance show() {
        return page(Form.of());
    }

    private MyAccountPage page(Form form) {
        SignedIn me = user.signedIn().orElseThrow();
        List<SessionLine> lines = sessions.of(me.userId()).stream()
                .map(s -> new SessionLine(
                        s.id(), s.device(), s.createdAt(), s.refreshedAt(), s.id().equals(me.sessionId())))
                .toList();
        boolean on = factors.isOn(me.userId());
        String affiliation = me.kommuneName() == null ? Messages.label(me.role()) : me.kommuneName();
        return new MyAccountPage(
                new Me(me.name(), EmailAddress.shown(me.email()), affiliation),
                !users.findById(me.userId()).hasPassword(),
                lines,
                new Factor(on, demand.isMadeOf(me.role()), on ? factors.recoveryCodesLeft(me.userId()) : 0),
                form.with("currentPassword", "").with("password", "").with("passwordRepeated", ""));
    }

    @POST
    @Path("/passwort")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response changePassword(MultivaluedMap<String, String> fields) {
        Form form = Form.sent(fields);
        if (form.onlyShow()) {
            return Response.ok(page(form.with(Form.SHOW_AGAIN, ""))).build();
        }
        try {
            SignedIn me = user.signedIn().orElseThrow();
            changePassword.handle(
                    me.actor(),
                    new ChangePassword.Command(
                            fields.getFirst("currentPassword"),
                            fields.getFirst("password"),
                            fields.getFirst("passwordRepeated"),
                            me.sessionId()));
            return Link.to(MyAccountPages.class).saying("passwort-geaendert").seeOther();
        } catch (InvalidInputException invalid) {
            return Response.status(400).entity(page(form.wrong(invalid))).build();
        } catch (RefusedException refused) {
            int status = refused.refusal().status();
            if (status != 409 && status != 429) {
                throw refused;
            }
            return Response.status(status)
                    .header("Retry-After", refused.details().get("retryAfter"))
                    .entity(page(form.refused(refused)))
                    .build();
        }
    }

    @POST
    @Path("/sitzungen/{id}/beenden")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response endSession(@PathParam("id") String id, MultivaluedMap<String, String> fields) {
        if (Form.sent(fields).onlyShow()) {
            return Response.ok(page(Form.of())).build();
        }
        sessions.endOneOf(user.signedIn().orElseThrow().userId(), id);
        return Link.to(MyAccountPages.class).saying("sitzung-beendet").seeOther();
    }

    @POST
    @Path("/ueberall-ausloggen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOutEverywhere(MultivaluedMap<String, String> fields, RoutingContext request) {
        if (Form.sent(fields).onlyShow()) {
            return Response.ok(page(Form.of())).build();
        }
        sessions.endAll(user.signedIn().orElseThrow().userId(), null);
        SessionCookies.clear(request);
        return Link.to("/").saying("ueberall-ausgeloggt").seeOther();
    }
}
