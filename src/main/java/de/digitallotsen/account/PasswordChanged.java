package de.digitallotsen.account;

import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.OverriddenChange;

/**
 * An account has another password from now on.
 *
 * @param byLink true if it had been forgotten
 */
public record PasswordChanged(Actor actor, long userId, boolean byLink) implements OverriddenChange {
    @Override
    public String action() {
        return byLink ? "account.password-reset" : "account.password-changed";
    }

    @Override
    public String subjectType() {
        return "account";
    }

    @Override
    public String subjectId() {
        return String.valueOf(userId);
    }

    @Override
    public Map<String, Object> after() {
        return Map.of("sessionsEnded", true);
    }
}
