package de.digitallotsen.shared.web;

import java.util.function.Supplier;

import io.smallrye.health.SmallRyeHealth;
import io.smallrye.health.SmallRyeHealthReporter;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.MediaType;

/**
 * Whether the portal lives and whether it can be asked, for a proxy that knows nothing but the portal's own port. Says
 * yes or no; why, and all figures, are told on the management port only.
 */
@Singleton
class Probes {

    static final String LIVE = "/q/health/live";
    static final String READY = "/q/health/ready";

    private final SmallRyeHealthReporter health;

    Probes(SmallRyeHealthReporter health) {
        this.health = health;
    }

    void register(@Observes Router router) {
        offer(router, LIVE, health::getLiveness);
        offer(router, READY, health::getReadiness);
    }

    private void offer(Router router, String path, Supplier<SmallRyeHealth> asked) {
        router.route(path)
                .method(HttpMethod.GET)
                .method(HttpMethod.HEAD)
                .blockingHandler(request -> answer(request, asked), false);
    }

    @ActivateRequestContext
    void answer(RoutingContext request, Supplier<SmallRyeHealth> asked) {
        boolean up = !asked.get().isDown();
        request.response()
                .setStatusCode(up ? 200 : 503)
                .putHeader(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON)
                .end(up ? "{\"status\":\"UP\"}" : "{\"status\":\"DOWN\"}");
    }
}
