package de.digitallotsen.shared.web;

import java.net.URI;
import java.net.URISyntaxException;

import jakarta.enterprise.context.ApplicationScoped;

/**
 * The pages of the portal to which a sign-in may lead: every one that there is, whoever offers it. A link must not lead
 * somewhere else through us.
 */
@ApplicationScoped
public class OwnPages {

    static final String START = "/start";
    private static final int LONGEST = 500;

    private final AllowedMethods routes;

    OwnPages(AllowedMethods routes) {
        this.routes = routes;
    }

    /**
     * The target if it is a page of ours that can be looked at; where only a button is sent to, the next page above it;
     * else the start page.
     */
    public String page(String target) {
        if (target == null || !knows("GET", target) && !knows("POST", target)) {
            return START;
        }
        String page = target;
        while (!page.isEmpty() && !knows("GET", page)) {
            page = page.substring(0, page.lastIndexOf('/'));
        }
        return page.isEmpty() ? START : page;
    }

    /** The target if a form of ours is sent there or it is a page, else the start page. */
    public String form(String target) {
        return target != null && knows("POST", target) ? target : page(target);
    }

    private boolean knows(String method, String target) {
        if (target.length() > LONGEST || !target.startsWith("/") || target.startsWith("//")) {
            return false;
        }
        try {
            URI address = new URI(target);
            String path = address.getRawPath();
            // What a browser would tidy up could be another address than the one that was looked at.
            return address.getRawAuthority() == null
                    && !path.contains("//")
                    && !path.contains("/.")
                    && !path.startsWith(ErrorAnswer.INTERFACE_PATH)
                    && routes.knows(method, path.replaceFirst("\\.(csv|xlsx)$", ""));
        } catch (URISyntaxException noAddress) {
            return false;
        }
    }
}
