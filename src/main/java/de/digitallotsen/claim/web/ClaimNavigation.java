package de.digitallotsen.claim.web;

import java.util.List;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.NavigationSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The way to the claims. */
@ApplicationScoped
class ClaimNavigation implements NavigationSource {

    @Override
    public List<Way> ways() {
        return List.of(Way.forRoles(60, "Mittelabrufe", "/mittelabrufe", Role.NSI, Role.MINISTRY)
                .below(Group.MONEY));
    }
}
