package de.digitallotsen.mail.web;

import java.util.List;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.NavigationSource;
import jakarta.enterprise.context.ApplicationScoped;

/** The way to the mails. */
@ApplicationScoped
class MailNavigation implements NavigationSource {

    @Override
    public List<Way> ways() {
        return List.of(Way.forRoles(80, "E-Mails", "/mails", Role.NSI).below(Group.ADMINISTRATION));
    }
}
