package de.digitallotsen.kommune;

import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.OverriddenChange;

/**
 * A Kommune took the place of others that have ended (R2). Their registrations stay theirs; its staff act for them
 * (R25), and they count against its places (R3).
 *
 * @param predecessors in order of ARS, also those that ended longer ago
 */
public record KommunenMerged(Actor actor, String successorArs, List<String> predecessors) implements OverriddenChange {
    @Override
    public String action() {
        return "kommune.merged";
    }

    @Override
    public String subjectType() {
        return "kommune";
    }

    @Override
    public String subjectId() {
        return successorArs;
    }

    @Override
    public Map<String, Object> after() {
        return Map.of("predecessors", predecessors);
    }
}
