package de.digitallotsen.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import de.digitallotsen.shared.Iban;
import de.digitallotsen.shared.PortalSettings;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Whom the Ministry pays: as it stands on the claim. Without all of it a portal with a public address does not start,
 * and no claim is submitted. The demonstration shows an example where nothing has been filled in.
 */
@ApplicationScoped
public class Recipient {

    private static final String PREFIX = "digitallotsen.claim.";
    private static final String REFERENCE_NUMBER = "reference-number";
    private static final String ACCOUNT_HOLDER = "account-holder";
    private static final String IBAN = "iban";
    /** As the settings have it where an operator has to fill something in. */
    private static final String PLACEHOLDER = "[bitte eintragen]";

    private static final Map<String, String> EXAMPLES = Map.of(
            REFERENCE_NUMBER, "42.1-00000 (Beispiel)",
            ACCOUNT_HOLDER, "NSI (Beispiel)",
            IBAN, "DE02 1203 0000 0000 2020 51");

    private final RecipientSettings settings;
    private final boolean demo;

    Recipient(RecipientSettings settings, PortalSettings portal) {
        this.settings = settings;
        this.demo = portal.demo();
    }

    /** Aktenzeichen of the grant. */
    public String referenceNumber() {
        return shown(REFERENCE_NUMBER, settings.referenceNumber());
    }

    public String accountHolder() {
        return shown(ACCOUNT_HOLDER, settings.accountHolder());
    }

    /** In groups of four where it is one. */
    public String iban() {
        String iban = shown(IBAN, settings.iban());
        return Iban.of(iban).map(Iban::printed).orElse(iban);
    }

    private String shown(String setting, String value) {
        return demo && isMissing(value) ? EXAMPLES.get(setting) : value;
    }

    private static boolean isMissing(String value) {
        return value.isBlank() || value.contains(PLACEHOLDER);
    }

    /** Why a claim cannot be submitted: nobody knows whom to pay; empty if the Ministry can pay. */
    public Optional<RefusedException> refusalToSubmit() {
        List<String> missing = missing();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(
                        new RefusedException(ClaimRefusal.RECIPIENT_MISSING, "settings", String.join(", ", missing)));
    }

    /** The settings that are missing, or wrong, by their names; empty if the Ministry can pay. */
    public List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (isMissing(referenceNumber())) {
            missing.add(PREFIX + REFERENCE_NUMBER);
        }
        if (isMissing(accountHolder())) {
            missing.add(PREFIX + ACCOUNT_HOLDER);
        }
        if (Iban.of(iban()).isEmpty()) {
            missing.add(PREFIX + IBAN + (isMissing(iban()) ? "" : " (keine gültige IBAN)"));
        }
        return List.copyOf(missing);
    }
}
