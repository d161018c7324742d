package de.digitallotsen.settings.web;

import java.util.List;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.NavigationSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The way to the settings. */
@ApplicationScoped
class SettingsNavigation implements NavigationSource {

    @Override
    public List<Way> ways() {
        return List.of(Way.forRoles(130, "Einstellungen", "/einstellungen", Role.MINISTRY)
                .below(Group.ADMINISTRATION));
    }
}
