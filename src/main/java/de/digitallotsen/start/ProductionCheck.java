package de.digitallotsen.start;

import de.digitallotsen.shared.PortalSettings;
import de.digitallotsen.shared.web.PublicInformation;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * A portal with a public address is in production: it shows who is responsible for it (§ 5 DDG) and has no demo
 * accounts.
 */
@ApplicationScoped
class ProductionCheck {

    private final PortalSettings settings;
    private final PublicInformation information;
    private final PrintedSettings printed;

    ProductionCheck(PortalSettings settings, PublicInformation information, PrintedSettings printed) {
        this.settings = settings;
        this.information = information;
        this.printed = printed;
    }

    /**
     * @throws StartRefusedException while placeholders stand in the Impressum, settings cannot be printed or the demo
     *     is switched on
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
        if (!information.placeholders().isEmpty()) {
            throw new StartRefusedException("Unter der öffentlichen Adresse " + information.publicUrl()
                    + " fehlen noch Pflichtangaben: " + String.join(", ", information.placeholders())
                    + ". Bitte in der Konfiguration eintragen (docs/operating.md).");
        }
    }
}
