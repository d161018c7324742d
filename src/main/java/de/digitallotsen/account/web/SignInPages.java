package de.digitallotsen.account.web;

import java.net.URI;

import de.digitallotsen.account.Sessions;
import de.digitallotsen.account.SignIn;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.KeptForm;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** Signing in and out with a browser. */
@Path("/")
@Produces(MediaType.TEXT_HTML)
@PermitAll
public class SignInPages {

    private final SignIn signIn;
    private final Sessions sessions;
    private final CurrentUser user;

    SignInPages(SignIn signIn, Sessions sessions, CurrentUser user) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.user = user;
    }

    @GET
    @Path("einloggen")
    public Response show(@QueryParam("ziel") String target) {
        if (user.signedIn().isPresent()) {
            return Response.seeOther(URI.create(KeptForm.ownPage(target))).build();
        }
        return page(200, Form.of(), target, Response.ok());
    }

    @POST
    @Path("einloggen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(MultivaluedMap<String, String> fields, RoutingContext request) {
        Form form = Form.sent(fields).with("password", "");
        String target = form.value("ziel");
        try {
            Sessions.Tokens tokens = signIn.handle(new SignIn.Command(form.value("email"), fields.getFirst("password"), request.request().remoteAddress().hostAddress(), Sessions.PAGE_TOKEN));
            SessionCookies.set(request, tokens);
            return KeptForm.goOn(target, KeptForm.carried(fields));
        } catch (InvalidInputException invalid) {
            return again(400, form.wrong(invalid), target, fields, Response.status(400));
        } catch (RefusedException refused) {
            int status = refused.refusal().status();
            Response.ResponseBuilder response = Response.status(status);
            if (refused.details().containsKey("retryAfter")) {
                response.header("Retry-After", refused.details().get("retryAfter"));
            }
            return again(status, form.refused(refused), target, fields, response);
        }
    }

    private static Response again(int status, Form form, String target, MultivaluedMap<String, String> fields, Response.ResponseBuilder response) {
        return response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(new KeptForm.SignInPage(form, KeptForm.ownPage(target), KeptForm.carried(fields)).render()).build();
    }

    private static Response page(int status, Form form, String target, Response.ResponseBuilder response) {
        return response.status(status).type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(new KeptForm.SignInPage(form, target == null ? "" : KeptForm.ownPage(target), java.util.List.of()).render()).build();
    }

    @POST
    @Path("ausloggen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut(MultivaluedMap<String, String> fields, RoutingContext request) {
        user.signedIn().ifPresent(signedIn -> sessions.end(signedIn.sessionId()));
        SessionCookies.clear(request);
        return Response.seeOther(URI.create("/?meldung=ausgeloggt")).build();
    }

    /** Asked by the page's script when somebody goes on working after the warning; the request itself prolongs the session. */
    @GET
    @Path("sitzung")
    @Produces(MediaType.TEXT_PLAIN)
    public Response stillThere() {
        return Response.status(user.signedIn().isPresent() ? 204 : 401).build();
    }
}
