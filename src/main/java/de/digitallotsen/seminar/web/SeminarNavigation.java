package de.digitallotsen.seminar.web;

import java.util.List;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.NavigationSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The ways to the dates. */
@ApplicationScoped
class SeminarNavigation implements NavigationSource {

    @Override
    public List<Way> ways() {
        return List.of(
                Way.forVisitors(10, "Startseite", "/"),
                Way.forVisitors(20, "Termine", "/seminare"),
                Way.forRoles(20, "Termine", "/seminare", Role.KOMMUNE, Role.NSI, Role.MINISTRY));
    }
}
