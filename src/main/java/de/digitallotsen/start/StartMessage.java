package de.digitallotsen.start;

import java.util.EnumMap;
import java.util.Map;

import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.PortalSettings;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.PublicInformation;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;

/**
 * Tells the person at the console where the portal is and how to get in. Links to first accounts go to the console,
 * never to a log file.
 */
@Singleton
class StartMessage {

    private final boolean demo;
    private final PublicInformation information;
    private final Config config;
    private final Map<Role, String> links = new EnumMap<>(Role.class);

    StartMessage(PortalSettings settings, PublicInformation information, Config config) {
        this.demo = settings.demo();
        this.information = information;
        this.config = config;
    }

    void prepare(Map<Role, String> firstAccounts) {
        links.putAll(firstAccounts);
    }

    void tell() {
        // Also where the system has chosen it: Quarkus writes it into its configuration.
        int port = config.getValue("quarkus.http.port", Integer.class);
        String address = information.isPublic() ? information.publicUrl() : "http://localhost:" + port;
        StringBuilder text = new StringBuilder(System.lineSeparator())
                .append("Das Digitallotsen-Portal läuft: ")
                .append(address)
                .append(System.lineSeparator());
        if (demo) {
            text.append("Demodaten; alle Zugänge haben das Passwort ")
                    .append(DemoData.PASSWORD)
                    .append(System.lineSeparator())
                    .append("  personal@langenhagen.example   Personalstelle der Stadt Langenhagen")
                    .append(System.lineSeparator())
                    .append("  personal@sottrum.example       Personalstelle der Samtgemeinde Sottrum")
                    .append(System.lineSeparator())
                    .append("  admin@nsi.example              Seminarverwaltung des NSI")
                    .append(System.lineSeparator())
                    .append("  budget@ministerium.example     Ministerium")
                    .append(System.lineSeparator())
                    .append("  haushalt@ministerium.example   Ministerium, zweite Person für vier Augen")
                    .append(System.lineSeparator())
                    .append("  pruefung@rechnungshof.example  Rechnungsprüfung: liest alles, ändert nichts")
                    .append(System.lineSeparator());
        }
        links.forEach((role, token) -> text.append("Erster Zugang ")
                .append(Messages.label(role))
                .append(" (einmal, sieben Tage gültig): ")
                .append(address)
                .append("/einladung/")
                .append(token)
                .append(System.lineSeparator()));
        text.append("Beenden mit Strg+C.");
        System.out.println(text);
    }
}
