package de.digitallotsen.privacy.web;

import java.util.List;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.NavigationSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The way to what is kept about persons, and to its deletion. */
@ApplicationScoped
class PrivacyNavigation implements NavigationSource {

    @Override
    public List<Way> ways() {
        return List.of(
                Way.forRoles(150, "Auskunft", "/personendaten", Role.NSI).below(Group.ADMINISTRATION),
                Way.forRoles(160, "Löschungen", "/loeschungen", Role.NSI).below(Group.ADMINISTRATION));
    }
}
