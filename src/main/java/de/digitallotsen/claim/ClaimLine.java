package de.digitallotsen.claim;

import java.time.Instant;
import java.time.LocalDate;

import de.digitallotsen.budget.BudgetEntryType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** One line of a claim: a spent entry of the ledger. The schema lets each entry into one claim only. */
@Entity
@Immutable
@Table(name = "claim_line")
public class ClaimLine {

    @Id
    private Long id;

    @Column(name = "claim_id")
    private long claimId;

    @Column(name = "budget_entry_id")
    private long entryId;

    protected ClaimLine() {}

    /**
     * A line as it is shown: reference and Kommune, no person (R25).
     *
     * @param entryId of the ledger, for programs
     * @param number of the entry in its period (R34), as people read it
     * @param type SPENDING or CORRECTION
     * @param firstDay of the seminar
     * @param feeCents the whole fee as it was agreed, with the sign of the Land's share of it
     * @param amountCents the Land's share; negative where a correction takes something back
     */
    public record View(
            long entryId,
            int number,
            Instant bookedAt,
            BudgetEntryType type,
            String reference,
            String kommuneArs,
            String kommune,
            long seminarId,
            String seminar,
            LocalDate firstDay,
            long feeCents,
            long amountCents) {}
}
