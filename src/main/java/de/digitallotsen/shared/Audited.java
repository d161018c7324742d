package de.digitallotsen.shared;

/**
 * Something that happened, told to the rest of the portal inside the transaction in which it happened. Observed
 * synchronously: an exception in an observer undoes the change. The audit trail observes all of them (R26); a feature
 * that wants to react to one kind observes that record.
 */
public interface Audited {

    /** What the audit trail writes down. */
    AuditedChange audited();
}
