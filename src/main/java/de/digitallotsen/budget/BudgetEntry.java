package de.digitallotsen.budget;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A Buchung: one line of the append-only ledger (R11). Its three amounts, in cents and with their sign, move the three
 * totals. RELEASE and SPENDING name the RESERVATION that they resolve; the schema lets each be resolved once (R10) and
 * no line be changed or deleted.
 */
@Entity
@Immutable
@Table(name = "budget_entry")
public class BudgetEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "period_id")
    private long periodId;

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

    BudgetEntry(
            long periodId,
            BudgetEntryType type,
            BudgetTotals difference,
            Payee payee,
            Long resolvesEntryId,
            String reason,
            Instant bookedAt,
            Long bookedBy) {
        this.periodId = periodId;
        this.type = type;
        this.allocatedCents = difference.allocated();
        this.reservedCents = difference.reserved();
        this.spentCents = difference.spent();
        this.registrationId = payee == null ? null : payee.registrationId();
        this.reference = payee == null ? null : payee.reference();
        this.kommuneArs = payee == null ? null : payee.kommuneArs();
        this.resolvesEntryId = resolvesEntryId;
        this.reason = reason;
        this.bookedAt = bookedAt;
        this.bookedBy = bookedBy;
    }

    Long id() {
        return id;
    }

    long reservedCents() {
        return reservedCents;
    }
}
