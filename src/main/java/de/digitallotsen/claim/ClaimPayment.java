package de.digitallotsen.claim;

import java.time.Instant;
import java.time.LocalDate;

import de.digitallotsen.shared.Actor;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/**
 * What the Ministry has paid on a claim: the whole of it, once. The schema lets nobody change it or take it back, and
 * refuses another amount than the claim's and the one who approved it (R33).
 */
@Entity
@Immutable
@Table(name = "claim_payment")
public class ClaimPayment {

    @Id
    @Column(name = "claim_id")
    private Long claimId;

    @Column(name = "value_date")
    private LocalDate valueDate;

    @Column(name = "amount_cents")
    private long amountCents;

    private String reference;

    @Column(name = "recorded_at")
    private Instant recordedAt;

    @Column(name = "recorded_by")
    private Long recordedBy;

    protected ClaimPayment() {}

    ClaimPayment(Actor actor, Claim claim, LocalDate valueDate, String reference, Instant now) {
        this.claimId = claim.id();
        this.valueDate = valueDate;
        this.amountCents = claim.amountCents();
        this.reference = reference;
        this.recordedAt = now;
        this.recordedBy = actor.userId();
    }

    Long claimId() {
        return claimId;
    }

    /** The day on which the money was credited; null where it was paid before anybody asked for it. */
    public LocalDate valueDate() {
        return valueDate;
    }

    public long amountCents() {
        return amountCents;
    }

    /** The Ministry's Kassenzeichen; null where the value date is. */
    public String reference() {
        return reference;
    }

    public Instant recordedAt() {
        return recordedAt;
    }
}
