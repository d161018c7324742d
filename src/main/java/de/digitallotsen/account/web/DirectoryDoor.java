package de.digitallotsen.account.web;

import java.util.Optional;

import de.digitallotsen.account.DirectorySettings;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.web.SignInWay;
import jakarta.enterprise.context.ApplicationScoped;

/** The door of the directory on the sign-in page. */
@ApplicationScoped
class DirectoryDoor implements SignInWay {

    private final DirectorySettings settings;

    DirectoryDoor(DirectorySettings settings) {
        this.settings = settings;
    }

    @Override
    public Optional<Door> door() {
        return settings.enabled()
                ? Optional.of(new Door(
                        Messages.text("account.directory-door", "directory", settings.name()),
                        "/einloggen/verzeichnis"))
                : Optional.empty();
    }
}
