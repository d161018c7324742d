package de.digitallotsen.shared.web;

import java.net.URI;
import java.util.Locale;
import java.util.Set;

import de.digitallotsen.shared.Messages;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

/**
 * Cookies come along with whatever another page lets a browser send. So outside the interface, which takes no cookies,
 * only what a form of ours sends is let in: with the content type of a form, or else its token would not be looked at;
 * and from a page of this origin, where the browser says from where. Everything else is refused before anybody reads
 * it.
 */
@Singleton
class ForgedForms {

    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);
    private static final Set<String> FORMS =
            Set.of(MediaType.APPLICATION_FORM_URLENCODED, MediaType.MULTIPART_FORM_DATA);
    /** „none“: somebody typed the address or reloaded the page. „same-site“ is any other host of the same domain. */
    private static final Set<String> OWN_SITE = Set.of("same-origin", "none");
    /** After the headers of every answer ({@link HttpRules}), before anything else. */
    private static final int SECOND = 9_500;

    private final ProblemWriter problems;
    private final PublicInformation information;

    ForgedForms(ProblemWriter problems, PublicInformation information) {
        this.problems = problems;
        this.information = information;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, SECOND);
    }

    private void look(RoutingContext request) {
        HttpServerRequest http = request.request();
        if (HARMLESS.contains(http.method()) || request.normalizedPath().startsWith(ErrorAnswer.INTERFACE_PATH)) {
            request.next();
        } else if (!isFromHere(http)) {
            refuse(request, 403, "FOREIGN_ORIGIN", "http.foreign-origin");
        } else if (!isForm(http)) {
            refuse(request, 415, "UNSUPPORTED_MEDIA_TYPE", "http.no-form");
        } else {
            request.next();
        }
    }

    private static boolean isForm(HttpServerRequest http) {
        String type = http.getHeader(HttpHeaders.CONTENT_TYPE);
        return type != null && FORMS.contains(type.split(";", 2)[0].strip().toLowerCase(Locale.ROOT));
    }

    private boolean isFromHere(HttpServerRequest http) {
        String site = http.getHeader("Sec-Fetch-Site");
        String origin = http.getHeader(HttpHeaders.ORIGIN);
        return (site == null || OWN_SITE.contains(site)) && (origin == null || isOwn(origin, http));
    }

    /** The configured address where there is one: what a request says about its host is not to be trusted then. */
    private boolean isOwn(String origin, HttpServerRequest http) {
        String own =
                information.isPublic() ? originOf(information.publicUrl()) : http.scheme() + "://" + http.authority();
        return origin.equalsIgnoreCase(own);
    }

    private static String originOf(String address) {
        URI uri = URI.create(address);
        return uri.getScheme() + "://" + uri.getAuthority();
    }

    private void refuse(RoutingContext request, int status, String code, String text) {
        SecurityLog.note(request, SecurityLog.FORM_FORGED);
        problems.write(
                request,
                Problem.of(code, Messages.label("problem.4xx"), status, Messages.text(text), request.normalizedPath()));
    }
}
