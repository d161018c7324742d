package de.digitallotsen.audit;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * The number of a sealed entry: its place in the chain, 1, 2, 3 … without a gap (R34). An entry that is not sealed yet
 * has none. Written by {@link AuditNumbers}.
 */
@Entity
@Immutable
@Table(name = "audit_number")
public class AuditNumber {

    @Id
    private Long number;

    @Column(name = "entry_id")
    private long entryId;

    protected AuditNumber() {}

    long number() {
        return number;
    }

    long entryId() {
        return entryId;
    }
}
