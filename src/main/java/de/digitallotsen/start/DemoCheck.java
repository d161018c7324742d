package de.digitallotsen.start;

import de.digitallotsen.account.Users;
import de.digitallotsen.settings.FoundProgramme;
import de.digitallotsen.shared.PortalSettings;
import jakarta.enterprise.context.ApplicationScoped;

/** Accounts with a password that everybody knows must not meet real data, nor real data the demo. */
@ApplicationScoped
class DemoCheck {

    private final Users users;
    private final FoundProgramme foundProgramme;
    private final PortalSettings settings;

    DemoCheck(Users users, FoundProgramme foundProgramme, PortalSettings settings) {
        this.users = users;
        this.foundProgramme = foundProgramme;
        this.settings = settings;
    }

    /** @throws StartRefusedException if the database belongs to the demo and the portal does not, or the other way */
    void requireApart() {
        boolean demoAccounts = users.count("demo", true) > 0;
        if (demoAccounts && !settings.demo()) {
            throw new StartRefusedException(
                    "Diese Datenbank enthält Demodaten und Zugänge mit bekanntem Passwort. Für den echten"
                            + " Betrieb bitte mit"
                            + " DIGITALLOTSEN_DATA_DIR einen neuen Ordner oder mit QUARKUS_DATASOURCE_JDBC_URL"
                            + " eine leere Datenbank angeben; zum Ausprobieren DIGITALLOTSEN_DEMO=true setzen.");
        }
        if (settings.demo() && !demoAccounts && !foundProgramme.isMissing()) {
            throw new StartRefusedException(
                    "Diese Datenbank enthält echte Daten. Demodaten kommen nur in eine leere Datenbank: bitte"
                            + " mit DIGITALLOTSEN_DATA_DIR"
                            + " einen neuen Ordner angeben oder DIGITALLOTSEN_DEMO=false setzen.");
        }
    }
}
