package de.digitallotsen.shared.web;

import java.util.Optional;

/** A way to sign in besides address and password; the feature that knows it offers it, the sign-in page shows it. */
public interface SignInWay {

    /** @return what the button says and where it leads; empty if this way is switched off */
    Optional<Door> door();

    /**
     * A door.
     *
     * @param label „Mit dem Anmeldedienst einloggen“
     * @param href takes {@code ziel}, the page to go on to
     */
    record Door(String label, String href) {}
}
