package de.digitallotsen.proof.web;

import java.util.List;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.NavigationSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The way to the proof of use. */
@ApplicationScoped
class ProofNavigation implements NavigationSource {

    @Override
    public List<Way> ways() {
        return List.of(Way.forRoles(70, "Verwendungsnachweis", "/verwendungsnachweis", Role.NSI, Role.MINISTRY)
                .below(Group.MONEY));
    }
}
