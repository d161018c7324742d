package de.digitallotsen.shared.web;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;

/** Writes a problem as JSON for programs and as a page for people. */
@ApplicationScoped
public class ErrorAnswer {

    /** Everything below is for programs. */
    public static final String INTERFACE_PATH = "/api/";

    private final KeptForm keptForm;

    ErrorAnswer(KeptForm keptForm) {
        this.keptForm = keptForm;
    }

    /** The error page. */
    @CheckedTemplate(basePath = "shared", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record ErrorPage(Problem problem) implements TemplateInstance {}

    /** Reads the form of a request that was refused before anybody read it, so that it can be kept. */
    Uni<Void> readForm(RoutingContext request) {
        return keptForm.read(request);
    }

    Response.ResponseBuilder to(RoutingContext request, Problem problem) {
        SecurityLog.refusedFor(request, problem.code());
        if (request.normalizedPath().startsWith(INTERFACE_PATH)) {
            Response.ResponseBuilder response =
                    Response.status(problem.status()).type(Problem.MEDIA_TYPE).entity(problem);
            return problem.status() == 401
                    ? response.header("WWW-Authenticate", "Bearer realm=\"digitallotsen\"")
                    : response;
        }
        if ("NOT_SIGNED_IN".equals(problem.code())) {
            return toSignIn(request);
        }
        return Response.status(problem.status())
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(new ErrorPage(problem).render());
    }

    /** A link from a mail leads through signing in to its page; a form that was sent too late keeps what was typed. */
    private Response.ResponseBuilder toSignIn(RoutingContext request) {
        if (request.request().method() == HttpMethod.GET) {
            String target = request.request().uri();
            return Response.seeOther(
                    URI.create("/einloggen?ziel=" + URLEncoder.encode(target, StandardCharsets.UTF_8)));
        }
        return keptForm.askToSignIn(request);
    }
}
