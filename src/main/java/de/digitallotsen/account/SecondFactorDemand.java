package de.digitallotsen.account;

import de.digitallotsen.shared.PortalSettings;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/**
 * Of whom a second factor is demanded: of everybody who sees or moves more than one Kommune's own, outside the
 * demonstration, unless the operator has switched it off. Personnel staff are offered one. For whomever a directory
 * signs in, the directory answers.
 */
@ApplicationScoped
public class SecondFactorDemand {

    private final boolean made;

    @Inject
    SecondFactorDemand(SecondFactorSettings settings, PortalSettings portal) {
        this(settings.required() && !portal.demo());
    }

    SecondFactorDemand(boolean made) {
        this.made = made;
    }

    /** True if an account of this role can do nothing until it has a second factor. */
    public boolean isMadeOf(Role role) {
        return made && role != Role.KOMMUNE;
    }
}
