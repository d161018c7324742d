package de.digitallotsen.shared.web;

import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.PortalSettings;
import de.digitallotsen.shared.Role;
import io.quarkus.arc.All;
import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.vertx.core.http.Cookie;
import io.vertx.core.http.CookieSameSite;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What every page shows around its content: who is signed in, where one can go, what was just done. */
@Named("frame")
@RequestScoped
public class PageFrame {

    /** As quarkus-rest-csrf names and makes its own; one of another size is refused. */
    private static final String TOKEN = "csrf-token";

    private static final int TOKEN_BYTES = 16;
    private static final long TOKEN_SECONDS = Duration.ofHours(12).toSeconds();
    private static final SecureRandom RANDOM = new SecureRandom();

    private final CurrentUser user;
    private final RoutingContext request;
    private final boolean demo;
    private final PublicInformation information;
    private final CsrfTokenParameterProvider tokens;
    private final List<NavigationSource> navigation;
    private final List<SignInWay> signInWays;
    private final Map<String, Object> facts = new HashMap<>();
    private String token;
    private String done;

    PageFrame(
            CurrentUser user,
            RoutingContext request,
            PortalSettings settings,
            PublicInformation information,
            CsrfTokenParameterProvider tokens,
            @All List<NavigationSource> navigation,
            @All List<SignInWay> signInWays) {
        this.user = user;
        this.request = request;
        this.demo = settings.demo();
        this.information = information;
        this.tokens = tokens;
        this.navigation = navigation;
        this.signInWays = signInWays;
    }

    /**
     * One way to go, or several below one heading.
     *
     * @param href null for a heading
     * @param below the ways below it; none for a way
     */
    public record NavigationItem(String label, String href, boolean current, List<NavigationItem> below) {
        static NavigationItem heading(String label, List<NavigationItem> below) {
            return new NavigationItem(label, null, below.stream().anyMatch(NavigationItem::current), below);
        }
    }

    public boolean isSignedIn() {
        return user.signedIn().isPresent();
    }

    /** True if the one who is signed in has this role. */
    public boolean is(String role) {
        return user.signedIn()
                .map(signedIn -> signedIn.role().name().equals(role))
                .orElse(false);
    }

    /** True if the one who is signed in changes nothing but the own account: no page shows them a form that acts. */
    public boolean isOnlyReading() {
        return is(Role.AUDITOR_NAME);
    }

    /** True if the one who is signed in has to set up a second factor before anything else. */
    public boolean isSecondFactorDue() {
        return user.signedIn().map(SignedIn::secondFactorDue).orElse(false);
    }

    public String getName() {
        return user.signedIn().map(SignedIn::name).orElse("");
    }

    /** The Kommune of personnel staff, else the group. */
    public String getAffiliation() {
        return user.signedIn()
                .map(signedIn ->
                        signedIn.kommuneName() != null ? signedIn.kommuneName() : Messages.label(signedIn.role()))
                .orElse("");
    }

    public boolean isDemo() {
        return demo;
    }

    /** The ways to sign in besides address and password. */
    public List<SignInWay.Door> getDoors() {
        return signInWays.stream()
                .map(SignInWay::door)
                .flatMap(Optional::stream)
                .toList();
    }

    public String getOperator() {
        return information.name();
    }

    /** The way of this request, to come back to it after signing in. */
    public String getPath() {
        return request.normalizedPath();
    }

    /**
     * The token that every form of this page carries: also where the request was refused before its token was looked
     * at, or else nobody could sign in again on the page that asks for it.
     */
    public String getToken() {
        if (token == null) {
            token = findToken();
        }
        return token;
    }

    private String findToken() {
        try {
            return tokens.getToken();
        } catch (IllegalStateException refusedBefore) {
            Cookie cookie = request.request().getCookie(TOKEN);
            return cookie == null ? newToken() : cookie.getValue();
        }
    }

    /**
     * Who comes back after a night has no cookie at all: a token of its own lets them sign in, and what they typed is
     * carried along. Nothing that was sent is done by it: that takes the click on the page that follows.
     */
    private String newToken() {
        if (request.response().headWritten()) {
            return "";
        }
        byte[] random = new byte[TOKEN_BYTES];
        RANDOM.nextBytes(random);
        String made = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        request.response()
                .addCookie(Cookie.cookie(TOKEN, made)
                        .setPath("/")
                        .setHttpOnly(true)
                        .setSameSite(CookieSameSite.LAX)
                        .setSecure("https".equals(request.request().scheme()))
                        .setMaxAge(TOKEN_SECONDS));
        return made;
    }

    /** The key of what a form of this page will send (R24): a double click sends it twice. */
    public String getKey() {
        return UUID.randomUUID().toString();
    }

    /**
     * A sentence about what was just done, named by the address, and said only if it was ({@link JustDone}). What
     * stands in it besides words comes from the page ({@link #knows}), never from the address; without it the sentence
     * is not said.
     */
    public String getDone() {
        if (done == null) {
            String key = request.request().getParam(Link.DONE);
            done = key == null || !key.matches("[a-z-]{1,40}") || !JustDone.take(request, key)
                    ? ""
                    : Messages.textIfComplete("done." + key, facts);
        }
        return done;
    }

    /** What a sentence about what was just done may name, as this page knows it. */
    public void knows(String name, Object value) {
        facts.put(name, value);
    }

    /**
     * The main ways for this role, none while they all lead to the second factor. Those of one kind stand under their
     * heading, where the first of them would.
     */
    public List<NavigationItem> getNavigation() {
        if (isSecondFactorDue()) {
            return List.of();
        }
        Role role = user.signedIn().map(SignedIn::role).orElse(null);
        Map<Object, List<NavigationSource.Way>> byGroup = navigation.stream()
                .flatMap(source -> source.ways().stream())
                .filter(way -> way.isFor(role))
                .sorted(Comparator.comparingInt(NavigationSource.Way::position))
                .collect(Collectors.groupingBy(
                        way -> way.group() == null ? way : way.group(), LinkedHashMap::new, Collectors.toList()));
        return byGroup.values().stream().map(this::item).toList();
    }

    private NavigationItem item(List<NavigationSource.Way> ways) {
        List<NavigationItem> items = ways.stream()
                .map(way -> new NavigationItem(way.label(), way.href(), isHere(way.href()), List.of()))
                .toList();
        NavigationSource.Group group = ways.get(0).group();
        return group == null || items.size() == 1 ? items.get(0) : NavigationItem.heading(group.label(), items);
    }

    private boolean isHere(String href) {
        String path = request.normalizedPath();
        return href.equals("/") ? path.equals("/") : path.equals(href) || path.startsWith(href + "/");
    }
}
