package de.digitallotsen.shared.web;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.PortalSettings;
import de.digitallotsen.shared.Role;
import io.quarkus.csrf.reactive.runtime.CsrfTokenParameterProvider;
import io.vertx.core.http.Cookie;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;

/** What every page shows around its content: who is signed in, where one can go, what was just done. */
@Named("frame")
@RequestScoped
public class PageFrame {

    private final CurrentUser user;
    private final RoutingContext request;
    private final boolean demo;
    private final PublicInformation information;
    private final CsrfTokenParameterProvider tokens;

    PageFrame(
            CurrentUser user,
            RoutingContext request,
            PortalSettings settings,
            PublicInformation information,
            CsrfTokenParameterProvider tokens) {
        this.user = user;
        this.request = request;
        this.demo = settings.demo();
        this.information = information;
        this.tokens = tokens;
    }

    /** One way to go. */
    public record NavigationItem(String label, String href, boolean current) {}

    public boolean isSignedIn() {
        return user.signedIn().isPresent();
    }

    /** True if the one who is signed in has this role. */
    public boolean is(String role) {
        return user.signedIn()
                .map(signedIn -> signedIn.role().name().equals(role))
                .orElse(false);
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

    public String getOperator() {
        return information.name();
    }

    /** The way of this request, to come back to it after signing in. */
    public String getPath() {
        return request.normalizedPath();
    }

    /**
     * The token that every form of this page carries: also where the request was refused before its token was looked
     * at, or else nobody could sign in again on the page that asks for it. Empty where there is none, and then so is
     * the way to sign out.
     */
    public String getToken() {
        try {
            return tokens.getToken();
        } catch (IllegalStateException refusedBefore) {
            Cookie cookie = request.request().getCookie("csrf-token");
            return cookie == null ? "" : cookie.getValue();
        }
    }

    /** A sentence about what was just done, named by the address; only sentences of ours. */
    public String getDone() {
        String key = request.request().getParam("meldung");
        return key == null || !key.matches("[a-z-]{1,40}") ? "" : Messages.textOrEmpty("done." + key);
    }

    /** The main ways for this role. */
    public List<NavigationItem> getNavigation() {
        List<NavigationItem> items = new ArrayList<>();
        Role role = user.signedIn().map(SignedIn::role).orElse(null);
        if (role == null) {
            add(items, "Startseite", "/");
            add(items, "Termine", "/seminare");
            add(items, "Hilfe", "/hilfe");
            return items;
        }
        add(items, "Übersicht", "/start");
        add(items, "Termine", "/seminare");
        if (role == Role.KOMMUNE || role == Role.NSI) {
            add(items, "Anmeldungen", "/anmeldungen");
        }
        if (role == Role.NSI || role == Role.MINISTRY) {
            add(items, "Kommunen", "/kommunen");
            add(items, "Fördermittel", "/budget");
        }
        if (role == Role.NSI || role == Role.MINISTRY) {
            add(items, "Mittelabrufe", "/mittelabrufe");
            add(items, "Verwendungsnachweis", "/verwendungsnachweis");
        }
        if (role == Role.NSI) {
            add(items, "E-Mails", "/mails");
            add(items, "Zugänge", "/zugaenge");
        }
        if (role == Role.KOMMUNE) {
            add(items, "Zugänge", "/kollegen");
        }
        if (role == Role.MINISTRY) {
            add(items, "Prognose", "/prognose");
            add(items, "Abdeckung", "/abdeckung");
            add(items, "Buchungen", "/buchungen");
            add(items, "Einstellungen", "/einstellungen");
        }
        if (role == Role.NSI || role == Role.MINISTRY) {
            add(items, "Protokoll", "/protokoll");
        }
        return items;
    }

    private void add(List<NavigationItem> items, String label, String href) {
        String path = request.normalizedPath();
        items.add(new NavigationItem(
                label, href, href.equals("/") ? path.equals("/") : path.equals(href) || path.startsWith(href + "/")));
    }
}
