package de.digitallotsen.start;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;

import de.digitallotsen.account.InviteFirstAccounts;
import de.digitallotsen.account.Users;
import de.digitallotsen.kommune.ImportKommunen;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.kommune.RegisterFile;
import de.digitallotsen.settings.EstablishProgramme;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/**
 * Makes an empty database usable before the first request: checks the server, reads the register, founds the programme
 * from configuration, fills in the demo data if asked to, and makes the links for the first accounts.
 */
@ApplicationScoped
class PortalStart {

    private static final String REGISTER = "register/kommunen-niedersachsen.csv";

    private final DatabaseCheck check;
    private final FirstRows firstRows;
    private final Accounts accounts;
    private final PortalSettings settings;

    PortalStart(DatabaseCheck check, FirstRows firstRows, Accounts accounts, PortalSettings settings) {
        this.check = check;
        this.firstRows = firstRows;
        this.accounts = accounts;
        this.settings = settings;
    }

    /** What an empty database needs. */
    @Singleton
    static class FirstRows {
        private final Kommunen kommunen;
        private final ImportKommunen importKommunen;
        private final EstablishProgramme establishProgramme;
        private final DemoData demoData;

        FirstRows(
                Kommunen kommunen,
                ImportKommunen importKommunen,
                EstablishProgramme establishProgramme,
                DemoData demoData) {
            this.kommunen = kommunen;
            this.importKommunen = importKommunen;
            this.establishProgramme = establishProgramme;
            this.demoData = demoData;
        }
    }

    /** Who can sign in. */
    @Singleton
    static class Accounts {
        private final Users users;
        private final InviteFirstAccounts inviteFirst;
        private final StartMessage message;

        Accounts(Users users, InviteFirstAccounts inviteFirst, StartMessage message) {
            this.users = users;
            this.inviteFirst = inviteFirst;
            this.message = message;
        }
    }

    @ActivateRequestContext
    void start(@Observes StartupEvent event) {
        settings.requireFitForProduction();
        check.requireReliable();
        requireDemoDataOnlyInDemo();
        if (firstRows.kommunen.count() == 0) {
            firstRows.importKommunen.handle(Actor.portal(), ImportKommunen.Command.of(RegisterFile.read(register())));
        }
        if (firstRows.establishProgramme.isMissing()) {
            if (settings.demo()) {
                firstRows.demoData.create();
            } else {
                firstRows.establishProgramme.handle(settings.programme());
            }
        }
        Map<Role, String> links = settings.demo() || settings.command() ? Map.of() : accounts.inviteFirst.handle();
        accounts.message.prepare(links);
    }

    /** Accounts with a password that everybody knows must not meet real data, nor real data the demo. */
    private void requireDemoDataOnlyInDemo() {
        boolean demoAccounts = accounts.users.count("demo", true) > 0;
        if (demoAccounts && !settings.demo()) {
            throw new StartRefusedException(
                    "Diese Datenbank enthält Demodaten und Zugänge mit bekanntem Passwort. Für den echten"
                            + " Betrieb bitte mit"
                            + " DIGITALLOTSEN_DATA_DIR einen neuen Ordner oder mit QUARKUS_DATASOURCE_JDBC_URL"
                            + " eine leere Datenbank angeben; zum Ausprobieren DIGITALLOTSEN_DEMO=true setzen.");
        }
        if (settings.demo() && !demoAccounts && !firstRows.establishProgramme.isMissing()) {
            throw new StartRefusedException(
                    "Diese Datenbank enthält echte Daten. Demodaten kommen nur in eine leere Datenbank: bitte"
                            + " mit DIGITALLOTSEN_DATA_DIR"
                            + " einen neuen Ordner angeben oder DIGITALLOTSEN_DEMO=false setzen.");
        }
    }

    private static String register() {
        try (InputStream file = Thread.currentThread().getContextClassLoader().getResourceAsStream(REGISTER)) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
