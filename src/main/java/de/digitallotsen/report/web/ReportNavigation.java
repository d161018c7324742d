package de.digitallotsen.report.web;

import java.util.List;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.NavigationSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The ways to the figures. */
@ApplicationScoped
class ReportNavigation implements NavigationSource {

    @Override
    public List<Way> ways() {
        return List.of(
                Way.forRoles(50, "Fördermittel", "/budget", Role.NSI, Role.MINISTRY)
                        .below(Group.MONEY),
                Way.forRoles(100, "Prognose", "/prognose", Role.MINISTRY).below(Group.MONEY),
                Way.forRoles(110, "Abdeckung", "/abdeckung", Role.MINISTRY).below(Group.MONEY),
                Way.forRoles(120, "Buchungen", "/buchungen", Role.MINISTRY).below(Group.MONEY));
    }
}
