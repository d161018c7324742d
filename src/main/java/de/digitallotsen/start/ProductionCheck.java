package de.digitallotsen.start;

import java.util.List;
import java.util.stream.Stream;

import de.digitallotsen.claim.Recipient;
import de.digitallotsen.shared.PortalSettings;
import de.digitallotsen.shared.web.PublicInformation;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A portal with a public address is in production: it shows who is responsible for it (§ 5 DDG), says to whom the
 * Ministry pays, and has no demo accounts.
 */
@ApplicationScoped
class ProductionCheck {

    private final PortalSettings settings;
    private final PublicInformation information;
    private final PrintedSettings printed;
    private final Recipient recipient;

    ProductionCheck(
            PortalSettings settings, PublicInformation information, PrintedSettings printed, Recipient recipient) {
        this.settings = settings;
        this.information = information;
        this.printed = printed;
        this.recipient = recipient;
    }

    /**
     * @throws StartRefusedException while placeholders stand in the Impressum or on claims, settings cannot be printed
     *     or the demo is switched on
     */
    void requireFit() {
        printed.requirePrintable(information.isPublic());
        if (!information.isPublic()) {
            return;
        }
        if (settings.demo()) {
            throw new StartRefusedException("Unter der öffentlichen Adresse " + information.publicUrl()
                    + " gibt es keine Demodaten: ihre Passwörter kennt jeder."
                    + " Bitte DIGITALLOTSEN_DEMO=false setzen.");
        }
        List<String> missing = Stream.concat(information.placeholders().stream(), recipient.missing().stream())
                .toList();
        if (!missing.isEmpty()) {
            throw new StartRefusedException("Unter der öffentlichen Adresse " + information.publicUrl()
                    + " fehlen noch Pflichtangaben: " + String.join(", ", missing)
                    + ". Bitte in der Konfiguration eintragen (docs/operating.md).");
        }
    }
}
