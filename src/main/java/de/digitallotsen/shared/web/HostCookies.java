package de.digitallotsen.shared.web;

import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Behind TLS every cookie of the portal is called {@code __Host-…}: a browser takes such a one from this host only,
 * over TLS only, for all of its addresses, so that no other host of the same domain can plant or replace one. Inside,
 * cookies keep their plain names; without TLS, where no browser would take the prefix, outside as well.
 */
@Singleton
class HostCookies {

    private static final String PREFIX = "__Host-";
    /** Before anybody reads a cookie, and so, on the way back, after everybody has set theirs. */
    private static final int OUTERMOST = 11_000;

    void register(@Observes Filters filters) {
        filters.register(this::rename, OUTERMOST);
    }

    private void rename(RoutingContext request) {
        if (isTls(request.request())) {
            String sent = String.join("; ", request.request().headers().getAll(HttpHeaders.COOKIE));
            if (!sent.isEmpty()) {
                request.request().headers().set(HttpHeaders.COOKIE, ours(sent));
            }
            request.addHeadersEndHandler(done -> Set.copyOf(request.request().cookies()).stream()
                    .filter(cookie -> cookie.getPath() != null)
                    .forEach(cookie -> replace(request, cookie)));
        }
        request.next();
    }

    static boolean isTls(HttpServerRequest request) {
        return request.isSSL() || "https".equals(request.scheme());
    }

    /** What came without the prefix somebody else may have planted. */
    private static String ours(String sent) {
        return Arrays.stream(sent.split(";"))
                .map(String::strip)
                .filter(cookie -> cookie.startsWith(PREFIX))
                .map(cookie -> cookie.substring(PREFIX.length()))
                .collect(Collectors.joining("; "));
    }

    /** Only a cookie that is being set has a path; one that was sent has none. */
    private static void replace(RoutingContext request, Cookie cookie) {
        request.response().removeCookies(cookie.getName(), false);
        request.response()
                .addCookie(Cookie.cookie(PREFIX + cookie.getName(), cookie.getValue())
                        .setMaxAge(cookie.getMaxAge())
                        .setSameSite(cookie.getSameSite())
                        .setHttpOnly(cookie.isHttpOnly())
                        .setSecure(true)
                        .setPath("/"));
    }
}
