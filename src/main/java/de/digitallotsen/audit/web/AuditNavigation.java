package de.digitallotsen.audit.web;

import java.util.List;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.NavigationSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The way to the audit trail. */
@ApplicationScoped
class AuditNavigation implements NavigationSource {

    @Override
    public List<Way> ways() {
        return List.of(Way.forRoles(140, "Protokoll", "/protokoll", Role.NSI, Role.MINISTRY)
                .below(Group.ADMINISTRATION));
    }
}
