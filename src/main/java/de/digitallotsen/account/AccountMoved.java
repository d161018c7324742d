package de.digitallotsen.account;

import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.OverriddenChange;

/** A personnel account belongs to another Kommune from now on. */
public record AccountMoved(Actor actor, long userId, String from, String to) implements OverriddenChange {
    @Override
    public String action() {
        return "account.moved";
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
    public Map<String, Object> before() {
        return Map.of("kommuneArs", from);
    }

    @Override
    public Map<String, Object> after() {
        return Map.of("kommuneArs", to);
    }
}
