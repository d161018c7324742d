package de.digitallotsen.shared.web;

import java.util.Optional;

import de.digitallotsen.shared.Actor;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;

/** Who sent this request. */
@RequestScoped
public class CurrentUser {

    private final SecurityIdentity identity;

    CurrentUser(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Empty for visitors. */
    public Optional<SignedIn> signedIn() {
        return Optional.ofNullable(identity.getAttribute(SignedIn.ATTRIBUTE));
    }

    /** For the use cases; anonymous for visitors. */
    public Actor actor() {
        return signedIn().map(SignedIn::actor).orElseGet(Actor::anonymous);
    }
}
