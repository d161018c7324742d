package de.digitallotsen.start;

import java.util.Map;

import de.digitallotsen.account.InviteFirstAccounts;
import de.digitallotsen.shared.PortalSettings;
import de.digitallotsen.shared.Role;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;

/**
 * Makes an empty database usable before the first request: asks whether settings and server are as they should be,
 * writes the first rows, and makes the links for the first accounts.
 */
@ApplicationScoped
class PortalStart {

    private final ProductionCheck production;
    private final DatabaseCheck database;
    private final DemoCheck demo;
    private final FirstRows firstRows;
    private final InviteFirstAccounts inviteFirst;
    private final StartMessage message;
    private final PortalSettings settings;

    PortalStart(
            ProductionCheck production,
            DatabaseCheck database,
            DemoCheck demo,
            FirstRows firstRows,
            InviteFirstAccounts inviteFirst,
            StartMessage message,
            PortalSettings settings) {
        this.production = production;
        this.database = database;
        this.demo = demo;
        this.firstRows = firstRows;
        this.inviteFirst = inviteFirst;
        this.message = message;
        this.settings = settings;
    }

    @ActivateRequestContext
    void start(@Observes StartupEvent event) {
        production.requireFit();
        database.requireReliable();
        demo.requireApart();
        firstRows.write();
        // A command shows its links to nobody.
        Map<Role, String> links = settings.demo() || settings.command() ? Map.of() : inviteFirst.handle();
        message.prepare(links);
    }
}
