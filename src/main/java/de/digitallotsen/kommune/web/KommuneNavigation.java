package de.digitallotsen.kommune.web;

import java.util.List;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.NavigationSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The way to the register. */
@ApplicationScoped
class KommuneNavigation implements NavigationSource {

    @Override
    public List<Way> ways() {
        return List.of(Way.forRoles(40, "Kommunen", "/kommunen", Role.NSI, Role.MINISTRY));
    }
}
