package de.digitallotsen.shared.web;

import java.util.ArrayList;
import java.util.List;
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
    private final OperatorSettings operator;

    PublicInformation(PortalSettings portal, OperatorSettings operator) {
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
        return operator.name();
    }

    public String address() {
        return operator.address();
    }

    public String representedBy() {
        return operator.representedBy();
    }

    public String email() {
        return operator.email();
    }

    public String phone() {
        return operator.phone();
    }

    public String dataProtectionOfficer() {
        return operator.dataProtectionOfficer();
    }

    /** The settings that still have to be filled in. */
    public List<String> placeholders() {
        List<String> missing = new ArrayList<>();
        check(missing, "digitallotsen.operator.name", name());
        check(missing, "digitallotsen.operator.address", address());
        check(missing, "digitallotsen.operator.represented-by", representedBy());
        check(missing, "digitallotsen.operator.email", email());
        check(missing, "digitallotsen.operator.phone", phone());
        check(missing, "digitallotsen.operator.data-protection-officer", dataProtectionOfficer());
        return missing;
    }

    private static void check(List<String> missing, String setting, String value) {
        if (value.isBlank() || value.contains(PLACEHOLDER)) {
            missing.add(setting);
        }
    }
}
