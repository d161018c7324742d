package de.digitallotsen.shared;

import java.util.Map;

/** Goes when the last one answers {@link Audited#audited} itself. */
public interface OverriddenChange extends Audited {

    Actor actor();

    String action();

    String subjectType();

    String subjectId();

    default Map<String, Object> before() {
        return Map.of();
    }

    default Map<String, Object> after() {
        return Map.of();
    }

    @Override
    default AuditedChange audited() {
        return new AuditedChange(actor(), action(), subjectType(), subjectId(), before(), after());
    }
}
