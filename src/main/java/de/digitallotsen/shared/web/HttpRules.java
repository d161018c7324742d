package de.digitallotsen.shared.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.MultiMap;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Headers of every answer: what a browser may load and who may embed it, nothing kept in shared caches, TLS for good
 * once it is there, no version banner. And a limit on what is sent here, said in words.
 */
@Singleton
class HttpRules {

    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; object-src 'none';"
            + " script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self';"
            + " connect-src 'self';"
            + " frame-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";
    private static final long LARGEST_BODY = 2 * 1024 * 1024;
    /** Up to this size a body that is too large is read to its end and thrown away. */
    private static final long HEARD_OUT = 32 * 1024 * 1024;

    private static final int FIRST = 10_000;

    private final ProblemWriter problems;

    HttpRules(ProblemWriter problems) {
        this.problems = problems;
    }

    void register(@Observes Filters filters) {
        filters.register(this::apply, FIRST);
    }

    private void apply(RoutingContext request) {
        MultiMap headers = request.response().headers();
        String path = request.normalizedPath();
        headers.set("Content-Security-Policy", policy(path));
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", MailViewPolicy.appliesTo(path) ? "SAMEORIGIN" : "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", "camera=(), geolocation=(), microphone=()");
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        if ("https".equals(request.request().scheme())) {
            headers.set("Strict-Transport-Security", "max-age=31536000; includeSubDomains");
        }
        request.addHeadersEndHandler(done -> finish(request, path));
        long length = length(request);
        if (length <= LARGEST_BODY) {
            request.next();
            return;
        }
        Problem problem = Problem.of(
                "TOO_LARGE",
                de.digitallotsen.shared.Messages.label("problem.TOO_LARGE"),
                413,
                de.digitallotsen.shared.Messages.text("http.413"),
                path);
        if (length > HEARD_OUT) {
            problems.write(request, problem);
            return;
        }
        // Many clients read no answer before they have sent everything, and would report a broken connection.
        request.request()
                .handler(ignored -> {})
                .endHandler(sent -> problems.write(request, problem))
                .resume();
    }

    private static String policy(String path) {
        if (MailViewPolicy.appliesTo(path)) {
            return MailViewPolicy.VALUE;
        }
        return path.startsWith("/q/swagger-ui") ? SwaggerPolicy.VALUE : CONTENT_SECURITY_POLICY;
    }

    private static void finish(RoutingContext request, String path) {
        MultiMap headers = request.response().headers();
        if ("text/html".equals(headers.get(HttpHeaders.CONTENT_TYPE))) {
            headers.set(HttpHeaders.CONTENT_TYPE, "text/html;charset=UTF-8");
        }
        boolean asset = path.startsWith("/kern/") || path.startsWith("/assets/") || path.startsWith("/webjars/");
        if (asset) {
            headers.set(HttpHeaders.CACHE_CONTROL, "public, max-age=86400");
        } else if (!headers.contains(HttpHeaders.CACHE_CONTROL)) {
            // Pages carry names: neither a proxy nor the browser of a shared office computer keeps them.
            headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
        }
        if (path.startsWith(ErrorAnswer.INTERFACE_PATH)) {
            // The interface takes no cookies, so it gives none.
            request.response().removeCookies("csrf-token", false);
        }
    }

    /** What the request says about itself; 0 if it says nothing. */
    private static long length(RoutingContext request) {
        String length = request.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? 0 : Long.parseLong(length);
        } catch (NumberFormatException noLength) {
            return 0;
        }
    }
}
