package de.digitallotsen.shared.web;

import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** The way to the help. */
@ApplicationScoped
class InformationNavigation implements NavigationSource {

    @Override
    public List<Way> ways() {
        return List.of(Way.forVisitors(30, "Hilfe", "/hilfe"));
    }
}
