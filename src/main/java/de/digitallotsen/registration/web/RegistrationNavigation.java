package de.digitallotsen.registration.web;

import java.util.List;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.NavigationSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The ways to what there is to do, and to the people. */
@ApplicationScoped
class RegistrationNavigation implements NavigationSource {

    @Override
    public List<Way> ways() {
        return List.of(
                Way.forRoles(10, "Übersicht", "/start", Role.KOMMUNE, Role.NSI, Role.MINISTRY),
                Way.forRoles(30, "Anmeldungen", "/anmeldungen", Role.KOMMUNE, Role.NSI));
    }
}
