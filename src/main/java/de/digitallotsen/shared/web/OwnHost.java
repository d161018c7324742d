package de.digitallotsen.shared.web;

import java.net.URI;
import java.util.List;
import java.util.Set;

import de.digitallotsen.shared.Messages;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * A portal with a public address answers under that one only (421 elsewhere): no cache, no link and no redirect can be
 * made to name another host. Whoever tries the portal out reaches it under any.
 */
@Singleton
class OwnHost {

    private static final String FORWARDED = "X-Forwarded-Host";
    /** Asked by a number, from inside, by what has never heard of the public name. */
    private static final Set<String> PROBES = Set.of(Probes.LIVE, Probes.READY);
    /** After the security log begins to listen, before anything else. */
    private static final int EARLY = 9_800;

    private final ProblemWriter problems;
    private final PublicInformation information;
    private final OwnRequests ownRequests;

    OwnHost(ProblemWriter problems, PublicInformation information, OwnRequests ownRequests) {
        this.problems = problems;
        this.information = information;
        this.ownRequests = ownRequests;
    }

    void register(@Observes Filters filters) {
        filters.register(this::look, EARLY);
    }

    private void look(RoutingContext request) {
        if (!information.isPublic()
                || PROBES.contains(request.normalizedPath())
                || ownRequests.isOne(request.request())
                || isOwn(request.request(), URI.create(information.publicUrl()))) {
            request.next();
            return;
        }
        problems.write(
                request,
                Problem.of(
                        "FOREIGN_HOST",
                        Messages.label("problem.4xx"),
                        421,
                        Messages.text("http.421", "address", information.publicUrl()),
                        request.normalizedPath()));
    }

    private static boolean isOwn(HttpServerRequest http, URI own) {
        List<String> hosts = http.headers().getAll(HttpHeaders.HOST);
        String target = http.uri();
        return hosts.size() == 1
                && isOwn(hosts.get(0), own)
                && http.headers().getAll(FORWARDED).stream().allMatch(host -> isOwn(host, own))
                && (target.startsWith("/") || target.equals("*"));
    }

    /** With or without the port that goes without saying. */
    private static boolean isOwn(String host, URI own) {
        int usual = "https".equals(own.getScheme()) ? 443 : 80;
        int port = own.getPort() < 0 ? usual : own.getPort();
        return host.equalsIgnoreCase(own.getHost() + ":" + port)
                || port == usual && host.equalsIgnoreCase(own.getHost());
    }
}
