package de.digitallotsen.kommune;

import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;

/**
 * A Kommune took the place of others that have ended (R2). Their registrations stay theirs; its staff act for them
 * (R25), and they count against its places (R3).
 *
 * @param predecessors in order of ARS, also those that ended longer ago
 */
public record KommunenMerged(Actor actor, String successorArs, List<String> predecessors) implements Audited {
    @Override
    public AuditedChange audited() {
        return AuditedChange.of(actor, "kommune.merged", "kommune", successorArs)
                .to("predecessors", predecessors);
    }
}
