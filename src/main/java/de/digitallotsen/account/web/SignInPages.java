package de.digitallotsen.account.web;

import java.util.List;

import de.digitallotsen.account.SecondStep;
import de.digitallotsen.account.Sessions;
import de.digitallotsen.account.SignIn;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.KeptForm;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.OwnPages;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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

    private static final MediaType HTML = MediaType.TEXT_HTML_TYPE.withCharset("UTF-8");

    private final SignIn signIn;
    private final Sessions sessions;
    private final SecondStep secondStep;
    private final KeptForm keptForm;
    private final OwnPages ownPages;
    private final CurrentUser user;

    SignInPages(
            SignIn signIn,
            Sessions sessions,
            SecondStep secondStep,
            KeptForm keptForm,
            OwnPages ownPages,
            CurrentUser user) {
        this.signIn = signIn;
        this.sessions = sessions;
        this.secondStep = secondStep;
        this.keptForm = keptForm;
        this.ownPages = ownPages;
        this.user = user;
    }

    /**
     * The password was right, a code is still missing.
     *
     * @param challenge that carries on to the second step
     */
    @CheckedTemplate(basePath = "account", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record SecondStepPage(Form form, String challenge, String target, List<KeptForm.Field> kept)
            implements TemplateInstance {}

    @GET
    @Path("einloggen")
    public Response show(@QueryParam("ziel") String target) {
        if (user.signedIn().isPresent()) {
            return new Link(ownPages.page(target)).seeOther();
        }
        String asked = target == null ? "" : ownPages.form(target);
        return Response.ok(new KeptForm.SignInPage(Form.of(), asked, List.of()).render(), HTML)
                .build();
    }

    @POST
    @Path("einloggen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signIn(MultivaluedMap<String, String> fields, RoutingContext request) {
        Form form = Form.sent(fields).with("password", "");
        String target = form.value("ziel");
        try {
            Sessions.Tokens tokens = signIn.handle(new SignIn.Command(
                    form.value("email"),
                    fields.getFirst("password"),
                    Visitor.visit(request),
                    Sessions.PAGE_TOKEN,
                    null));
            SessionCookies.begin(request, tokens);
            return keptForm.goOn(target, KeptForm.carried(fields));
        } catch (InvalidInputException invalid) {
            return again(400, form.wrong(invalid), target, fields, Response.status(400));
        } catch (RefusedException refused) {
            if (refused.refusal() == AccessRefusal.SECOND_FACTOR_REQUIRED) {
                String challenge = secondStep.ask((Long) refused.details().get("userId"));
                return Response.ok(
                                new SecondStepPage(
                                                Form.of(), challenge, ownPages.form(target), KeptForm.carried(fields))
                                        .render(),
                                HTML)
                        .build();
            }
            return again(refused.refusal().status(), form.refused(refused), target, fields, refusing(refused));
        }
    }

    private static Response.ResponseBuilder refusing(RefusedException refused) {
        Response.ResponseBuilder response = Response.status(refused.refusal().status());
        return refused.details().containsKey("retryAfter")
                ? response.header("Retry-After", refused.details().get("retryAfter"))
                : response;
    }

    /** The second step: a code of the app or a recovery code. */
    @POST
    @Path("einloggen/code")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response enterCode(MultivaluedMap<String, String> fields, RoutingContext request) {
        Form form = Form.sent(fields).with("otp", "");
        String target = form.value("ziel");
        try {
            SessionCookies.begin(
                    request,
                    signIn.finish(
                            form.value("schritt"),
                            fields.getFirst("otp"),
                            Visitor.visit(request),
                            Sessions.PAGE_TOKEN));
            return keptForm.goOn(target, KeptForm.carried(fields));
        } catch (RefusedException refused) {
            if (refused.refusal() == AccessRefusal.SESSION_ENDED) {
                return again(401, form.refused(refused), target, fields, Response.status(401));
            }
            return refusing(refused)
                    .type(HTML)
                    .entity(new SecondStepPage(
                                    form.refused(refused),
                                    form.value("schritt"),
                                    ownPages.form(target),
                                    KeptForm.carried(fields))
                            .render())
                    .build();
        }
    }

    private Response again(
            int status,
            Form form,
            String target,
            MultivaluedMap<String, String> fields,
            Response.ResponseBuilder response) {
        return response.status(status)
                .type(HTML)
                .entity(new KeptForm.SignInPage(form, ownPages.form(target), KeptForm.carried(fields)).render())
                .build();
    }

    @POST
    @Path("ausloggen")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response signOut(MultivaluedMap<String, String> fields, RoutingContext request) {
        user.signedIn().ifPresent(signedIn -> sessions.end(signedIn.sessionId()));
        SessionCookies.clear(request);
        return Link.to("/").saying("ausgeloggt").seeOther();
    }

    /**
     * Asked by the page's script when somebody goes on working after the warning; the request itself prolongs the
     * session.
     */
    @GET
    @Path("sitzung")
    @Produces(MediaType.TEXT_PLAIN)
    public Response stillThere() {
        return Response.status(user.signedIn().isPresent() ? 204 : 401).build();
    }
}
