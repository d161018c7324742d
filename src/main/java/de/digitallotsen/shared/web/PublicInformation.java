package de.digitallotsen.shared.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Who is responsible for the portal and where it is, from configuration; shown in the Impressum and the other pages of
 * the footer.
 */
@ApplicationScoped
public class PublicInformation {

    /** Stands where an operator has to fill something in. */
    public static final String PLACEHOLDER = "[bitte eintragen]";

    private final Optional<String> publicUrl;
    private final Operator operator;

    PublicInformation(
            @ConfigProperty(name = "digitallotsen.public-url") Optional<String> publicUrl, Operator operator) {
        this.publicUrl = publicUrl.filter(url -> !url.isBlank()).map(url -> url.replaceAll("/+$", ""));
        this.operator = operator;
    }

    /** Who runs it. */
    @Singleton
    static class Operator {
        @ConfigProperty(name = "digitallotsen.operator.name")
        String name;

        @ConfigProperty(name = "digitallotsen.operator.address")
        String address;

        @ConfigProperty(name = "digitallotsen.operator.represented-by")
        String representedBy;

        @ConfigProperty(name = "digitallotsen.operator.email")
        String email;

        @ConfigProperty(name = "digitallotsen.operator.phone")
        String phone;

        @ConfigProperty(name = "digitallotsen.operator.data-protection-officer")
        String dataProtectionOfficer;
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
        return operator.name;
    }

    public String address() {
        return operator.address;
    }

    public String representedBy() {
        return operator.representedBy;
    }

    public String email() {
        return operator.email;
    }

    public String phone() {
        return operator.phone;
    }

    public String dataProtectionOfficer() {
        return operator.dataProtectionOfficer;
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
