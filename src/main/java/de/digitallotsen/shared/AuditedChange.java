package de.digitallotsen.shared;

import java.util.Map;

/**
 * Something that happened, told to the rest of the portal inside the transaction in which it happened. Observed
 * synchronously: an exception in an observer undoes the change. The audit trail observes all of them (R26); a feature
 * that wants to react to one kind observes that record. Carries no names of persons, so that the trail can stay when a
 * person is made anonymous (R27).
 */
public interface AuditedChange {

    /** Who did it. */
    Actor actor();

    /** What was done, for example {@code registration.confirmed}; its German words stand in labels.properties. */
    String action();

    /** The kind of thing, for example {@code registration}. */
    String subjectType();

    /** Which one: its reference, ARS or id. */
    String subjectId();

    /** What it was before; empty if it did not exist. */
    default Map<String, Object> before() {
        return Map.of();
    }

    /** What it is now. */
    default Map<String, Object> after() {
        return Map.of();
    }
}
