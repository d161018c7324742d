package de.digitallotsen.budget;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A Buchung: one line of the append-only ledger (R11). Its three amounts, in cents and with their sign, move the three
 * totals. RELEASE and SPENDING name the RESERVATION that they resolve; the schema lets each be resolved once (R10) and
 * no line be changed or deleted. Its number counts 1, 2, 3 … in its period, without a gap (R34); its id has gaps and is
 * for programs. Written by {@link Budget} alone.
 */
@Entity
@Immutable
@Table(name = "budget_entry")
public class BudgetEntry {

    @Id
    private Long id;

    @Column(name = "period_id")
    private long periodId;

    private int number;

    @Column(name = "former_number")
    private Long formerNumber;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private BudgetEntryType type;

    @Column(name = "allocated_cents")
    private long allocatedCents;

    @Column(name = "reserved_cents")
    private long reservedCents;

    @Column(name = "spent_cents")
    private long spentCents;

    @Column(name = "registration_id")
    private Long registrationId;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String reference;

    @Column(name = "kommune_ars")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String kommuneArs;

    @Column(name = "resolves_entry_id")
    private Long resolvesEntryId;

    private String reason;

    @Column(name = "booked_at")
    private Instant bookedAt;

    @Column(name = "booked_by")
    private Long bookedBy;

    protected BudgetEntry() {}

    Long id() {
        return id;
    }

    long reservedCents() {
        return reservedCents;
    }
}
