package de.digitallotsen.shared.web;

import static java.util.Map.entry;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import de.digitallotsen.shared.PortalSettings;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who is responsible for the portal and where it is, from configuration; shown in the Impressum and the other pages of
 * the footer.
 */
@ApplicationScoped
public class PublicInformation {

    /** Stands where an operator has to fill something in. */
    public static final String PLACEHOLDER = "[bitte eintragen]";

    private final Optional<String> publicUrl;
    /** What the demonstration shows where nothing has been filled in: nobody takes it for real. */
    private static final Map<String, String> EXAMPLES = Map.ofEntries(
            entry("address", "Musterweg 1, 30159 Hannover (Beispiel)"),
            entry("represented-by", "Erika Mustermann (Beispiel)"),
            entry("email", "auskunft@nsi.example"),
            entry("phone", "0511 00000-0 (Beispiel)"),
            entry("data-protection-officer", "datenschutz@nsi.example (Beispiel)"),
            entry("responsible-for-content", "Erika Mustermann, Musterweg 1, 30159 Hannover (Beispiel)"),
            entry("register-entry", "Amtsgericht Hannover, VR 00000 (Beispiel)"),
            entry("processor", "Rechenzentrum Musterstadt, Musterweg 2, 30159 Hannover (Beispiel)"),
            entry("accessibility-conformity", "teilweise"),
            entry("accessibility-review", "28.11.2026, Selbstbewertung (Beispiel)"));

    private final OperatorSettings operator;
    private final boolean demo;

    PublicInformation(PortalSettings portal, OperatorSettings operator) {
        this.demo = portal.demo();
        this.publicUrl = portal.publicUrl().filter(url -> !url.isBlank()).map(url -> url.replaceAll("/+$", ""));
        this.operator = operator;
    }

    /** True if the portal has a public address: then it is in production. */
    public boolean isPublic() {
        return publicUrl.isPresent();
    }

    /** Without a slash at its end; empty if the portal runs for trying out. */
    public String publicUrl() {
        return publicUrl.orElse("");
    }

    public String name() {
        return shown("name", operator.name());
    }

    public String address() {
        return shown("address", operator.address());
    }

    public String representedBy() {
        return shown("represented-by", operator.representedBy());
    }

    public String email() {
        return shown("email", operator.email());
    }

    public String phone() {
        return shown("phone", operator.phone());
    }

    public String dataProtectionOfficer() {
        return shown("data-protection-officer", operator.dataProtectionOfficer());
    }

    public String responsibleForContent() {
        return shown("responsible-for-content", operator.responsibleForContent());
    }

    public String registerEntry() {
        return shown("register-entry", operator.registerEntry());
    }

    public String processor() {
        return shown("processor", operator.processor());
    }

    public String supervisoryAuthority() {
        return shown("supervisory-authority", operator.supervisoryAuthority());
    }

    public String conciliationBody() {
        return shown("conciliation-body", operator.conciliationBody());
    }

    public String accessibilityConformity() {
        return shown("accessibility-conformity", operator.accessibilityConformity());
    }

    public String accessibilityReview() {
        return shown("accessibility-review", operator.accessibilityReview());
    }

    private String shown(String setting, String value) {
        return demo && isMissing(value) ? EXAMPLES.getOrDefault(setting, value) : value;
    }

    /** True if something shown is an example, so that a page has to say so. */
    public boolean showsExamples() {
        return demo && !placeholders().isEmpty();
    }

    /** The settings that still have to be filled in. */
    public List<String> placeholders() {
        Map<String, String> all = new LinkedHashMap<>();
        all.put("name", operator.name());
        all.put("address", operator.address());
        all.put("represented-by", operator.representedBy());
        all.put("email", operator.email());
        all.put("phone", operator.phone());
        all.put("data-protection-officer", operator.dataProtectionOfficer());
        all.put("responsible-for-content", operator.responsibleForContent());
        all.put("register-entry", operator.registerEntry());
        all.put("processor", operator.processor());
        all.put("supervisory-authority", operator.supervisoryAuthority());
        all.put("conciliation-body", operator.conciliationBody());
        all.put("accessibility-conformity", operator.accessibilityConformity());
        all.put("accessibility-review", operator.accessibilityReview());
        return all.entrySet().stream()
                .filter(setting -> isMissing(setting.getValue()))
                .map(setting -> "digitallotsen.operator." + setting.getKey())
                .toList();
    }

    private static boolean isMissing(String value) {
        return value.isBlank() || value.contains(PLACEHOLDER);
    }
}
