package de.digitallotsen.account.web;

import java.util.List;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.NavigationSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The ways to the accounts. */
@ApplicationScoped
class AccountNavigation implements NavigationSource {

    @Override
    public List<Way> ways() {
        return List.of(
                Way.forRoles(90, "Zugänge", "/zugaenge", Role.NSI, Role.MINISTRY)
                        .below(Group.ADMINISTRATION),
                Way.forRoles(90, "Zugänge", "/kollegen", Role.KOMMUNE));
    }
}
