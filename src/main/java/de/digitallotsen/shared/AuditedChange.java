package de.digitallotsen.shared;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What the audit trail writes down about a change (R26). Carries no names of persons, so that the trail can stay when a
 * person is made anonymous (R27). A use case that nobody else listens to fires it as it is; an event with other
 * observers answers {@link Audited#audited}.
 *
 * @param actor who did it
 * @param action what was done, for example {@code registration.confirmed}; its German words stand in labels.properties
 * @param subjectType the kind of thing, for example {@code registration}
 * @param subjectId which one: its reference, ARS or id
 * @param before what it was; empty if it did not exist
 * @param after what it is now
 */
public record AuditedChange(
        Actor actor,
        String action,
        String subjectType,
        String subjectId,
        Map<String, Object> before,
        Map<String, Object> after)
        implements Audited {

    public AuditedChange {
        before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
        after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
    }

    /** An act on something; nothing is said yet about before and after. */
    public static AuditedChange of(Actor actor, String action, String subjectType, Object subjectId) {
        return new AuditedChange(actor, action, subjectType, String.valueOf(subjectId), Map.of(), Map.of());
    }

    /** The same with what it was; names and values take turns. */
    public AuditedChange from(Object... namesAndValues) {
        return from(values(namesAndValues));
    }

    /** The same with what it was. */
    public AuditedChange from(Map<String, Object> values) {
        return new AuditedChange(actor, action, subjectType, subjectId, values, after);
    }

    /** The same with what it is now; names and values take turns. */
    public AuditedChange to(Object... namesAndValues) {
        return to(values(namesAndValues));
    }

    /** The same with what it is now. */
    public AuditedChange to(Map<String, Object> values) {
        return new AuditedChange(actor, action, subjectType, subjectId, before, values);
    }

    @Override
    public AuditedChange audited() {
        return this;
    }

    private static Map<String, Object> values(Object... namesAndValues) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return values;
    }
}
