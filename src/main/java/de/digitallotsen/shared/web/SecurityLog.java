package de.digitallotsen.shared.web;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.SecurityEvent;
import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.quarkus.vertx.http.runtime.security.QuarkusHttpUser;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Singleton;
import org.jboss.logging.Logger;

/**
 * What those who guard the portal look at: who signed in or failed to, what was refused or braked, which accounts were
 * changed, who looked up names. One line of JSON each, in a category of its own, for the file and for machines that
 * collect logs. It holds no password, no token and no address: people appear by the number of their account, addresses
 * by pseudonyms, and of what was asked for only the route.
 */
@Singleton
public class SecurityLog {

    /** The category, by which its file and its level are set. */
    static final String CATEGORY = "digitallotsen.security";

    private static final Logger LOG = Logger.getLogger(CATEGORY);
    /** A form that none of our pages sent. */
    public static final String FORM_FORGED = "form.forged";
    /** A program came with a token that is wrong, too old or signed out. */
    public static final String TOKEN_REFUSED = "token.refused";

    private static final String NOTED = "digitallotsen.noted";
    private static final String CODE = "digitallotsen.problem";
    /** After the headers of every answer ({@link HttpRules}), before anybody refuses anything. */
    private static final int BEFORE_REFUSALS = 9_900;

    private static final Map<Integer, String> REFUSALS =
            Map.of(403, "access.refused", 421, "host.refused", 429, "request.braked");
    /** Of what a change was from and to: neither of them names anybody. */
    private static final Set<String> TOLD = Set.of("role", "kommuneArs", "active", "persons", "sessionsEnded");

    private final ObjectMapper json;
    private final Clock clock;
    private final Pseudonyms pseudonyms;
    private final AllowedMethods routes;
    private final CurrentVertxRequest current;
    private final OwnRequests ownRequests;

    SecurityLog(
            ObjectMapper json,
            Clock clock,
            Pseudonyms pseudonyms,
            AllowedMethods routes,
            CurrentVertxRequest current,
            OwnRequests ownRequests) {
        this.json = json;
        this.clock = clock;
        this.pseudonyms = pseudonyms;
        this.routes = routes;
        this.current = current;
        this.ownRequests = ownRequests;
    }

    void register(@Observes Filters filters) {
        filters.register(
                request -> {
                    request.addHeadersEndHandler(done -> answered(request));
                    request.next();
                },
                BEFORE_REFUSALS);
    }

    /** To be written down under this name when the request is answered, however that is. */
    public static void note(RoutingContext request, String event) {
        request.put(NOTED, event);
    }

    /** Why this request is refused. */
    static void refusedFor(RoutingContext request, String code) {
        request.put(CODE, code);
    }

    void noticed(@Observes SecurityEvent event) {
        Map<String, Object> line =
                begin(event.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'));
        line.put("account", event.userId());
        line.put("role", event.role());
        line.put("person", pseudonyms.of(event.email()));
        write(line, currentRequest());
    }

    /** After the commit: what is rolled back did not happen. */
    void changed(@Observes(during = TransactionPhase.AFTER_SUCCESS) Audited event) {
        AuditedChange change = event.audited();
        boolean concernsAccess =
                change.action().startsWith("account.") || change.action().contains("names");
        if (!concernsAccess) {
            return;
        }
        Map<String, Object> line = begin(change.action());
        Actor actor = change.actor();
        line.put("account", actor.userId());
        line.put("role", actor.role());
        line.put("subject", change.subjectType());
        line.put("subjectId", change.subjectId());
        line.put("before", told(change.before()));
        line.put("after", told(change.after()));
        write(line, currentRequest());
    }

    private static Map<String, Object> told(Map<String, Object> values) {
        Map<String, Object> told = new LinkedHashMap<>(values);
        told.keySet().retainAll(TOLD);
        return told.isEmpty() ? null : told;
    }

    private void answered(RoutingContext request) {
        int status = request.response().getStatusCode();
        String event = request.get(NOTED, REFUSALS.get(status));
        if (event == null || ownRequests.isOne(request.request())) {
            return;
        }
        Map<String, Object> line = begin(event);
        SignedIn signedIn = request.user() instanceof QuarkusHttpUser user
                ? user.getSecurityIdentity().getAttribute(SignedIn.ATTRIBUTE)
                : null;
        line.put("account", signedIn == null ? null : signedIn.userId());
        line.put("role", signedIn == null ? null : signedIn.role());
        line.put("status", status);
        line.put("code", request.get(CODE));
        write(line, request);
    }

    private Map<String, Object> begin(String event) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("time", clock.instant().toString());
        line.put("event", event);
        return line;
    }

    /** Null where nobody asked: a job at work. */
    private RoutingContext currentRequest() {
        return Arc.container().requestContext().isActive() ? current.getCurrent() : null;
    }

    private void write(Map<String, Object> line, RoutingContext request) {
        if (request != null) {
            line.put("from", pseudonyms.of(address(request)));
            line.put("method", request.request().method().name());
            line.put("route", routes.templateOf(request.normalizedPath()));
        }
        line.values().removeIf(value -> value == null);
        try {
            LOG.info(json.writeValueAsString(line));
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static String address(RoutingContext request) {
        return request.request().remoteAddress() == null
                ? null
                : request.request().remoteAddress().hostAddress();
    }
}
