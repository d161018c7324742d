package de.digitallotsen.claim;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A Mittelabruf: the NSI asks the Ministry for money that is spent. Amounts are cents, instants UTC. Each act is
 * refused (CLAIM_STATUS) unless the claim stands where the act begins: see {@link ClaimStatus}.
 */
@Entity
@Table(name = "claim")
public class Claim {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "period_id", updatable = false)
    private FundingPeriod period;

    @Column(updatable = false)
    private String number;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ClaimStatus status;

    @Column(name = "amount_cents")
    private long amountCents;

    @Column(name = "granted_cents")
    private long grantedCents;

    @Column(name = "drawn_cents")
    private long drawnCents;

    @Column(name = "prepared_at")
    private Instant preparedAt;

    @Column(name = "prepared_by")
    private Long preparedBy;

    @Column(name = "submitted_at")
    private Instant submittedAt;

    @Column(name = "submitted_by")
    private Long submittedBy;

    @Column(name = "returned_at")
    private Instant returnedAt;

    @Column(name = "returned_by")
    private Long returnedBy;

    private String remark;

    @Column(name = "approved_at")
    private Instant approvedAt;

    @Column(name = "approved_by")
    private Long approvedBy;

    @Column(name = "paid_at")
    private Instant paidAt;

    @Column(name = "paid_by")
    private Long paidBy;

    @Version
    private int version;

    protected Claim() {}

    /**
     * A draft: ready for the NSI to look at.
     *
     * @param number as printed; never used again (R34)
     */
    static Claim prepare(Actor actor, FundingPeriod period, String number, Sums sums, Instant now) {
        Claim claim = new Claim();
        claim.period = period;
        claim.number = number;
        claim.status = ClaimStatus.DRAFT;
        claim.revise(actor, sums, now);
        return claim;
    }

    /**
     * What is asked for, and where the money of the period stands, in cents.
     *
     * @param amount what this claim asks for; more than 0
     * @param granted what is allocated
     * @param drawn what other claims have asked for
     */
    record Sums(long amount, long granted, long drawn) {}

    /** Its lines may change only while it is with the NSI. */
    void requireOpen() {
        require(ClaimStatus.DRAFT, ClaimStatus.RETURNED);
    }

    /** Its lines have changed: it is prepared anew. */
    void revise(Actor actor, Sums sums, Instant now) {
        requireOpen();
        take(sums);
        preparedBy = actor.userId();
        preparedAt = now;
    }

    private void take(Sums sums) {
        amountCents = sums.amount();
        grantedCents = sums.granted();
        drawnCents = sums.drawn();
    }

    /** From now on its lines stay, unless it is sent back; the sums are taken once more. */
    void submit(Actor actor, Sums sums, Instant now) {
        requireOpen();
        take(sums);
        status = ClaimStatus.SUBMITTED;
        submittedBy = actor.userId();
        submittedAt = now;
    }

    /** Back to the NSI, which may then change its lines; only while it is submitted. */
    void sendBack(Actor actor, String why, Instant now) {
        require(ClaimStatus.SUBMITTED);
        status = ClaimStatus.RETURNED;
        returnedBy = actor.userId();
        returnedAt = now;
        remark = why;
    }

    /** Four eyes: never by the one who prepared or submitted it. */
    void approve(Actor actor, Instant now) {
        require(ClaimStatus.SUBMITTED);
        throwIf(refusalToApprove(actor));
        status = ClaimStatus.APPROVED;
        approvedBy = actor.userId();
        approvedAt = now;
    }

    /** Why the one who asks is not the one to approve it (R33); empty if they may, once it is submitted. */
    public Optional<RefusedException> refusalToApprove(Actor actor) {
        return fourEyes("approve", actor, preparedBy, submittedBy);
    }

    /** Why the one who asks is not the one to mark it paid (R33); empty if they may, once it is approved. */
    public Optional<RefusedException> refusalToPay(Actor actor) {
        return fourEyes("pay", actor, approvedBy);
    }

    private Optional<RefusedException> fourEyes(String act, Actor actor, Long... others) {
        return actor.userId() == null || !Arrays.asList(others).contains(actor.userId())
                ? Optional.empty()
                : Optional.of(new RefusedException(
                        ClaimRefusal.FOUR_EYES, "reason", Messages.text("claim.four-eyes." + act, "number", number)));
    }

    static void throwIf(Optional<RefusedException> refusal) {
        if (refusal.isPresent()) {
            throw refusal.get();
        }
    }

    /** The money is on its way; only once it is approved, by somebody else than who did that, and never undone. */
    void pay(Actor actor, Instant now) {
        require(ClaimStatus.APPROVED);
        throwIf(refusalToPay(actor));
        status = ClaimStatus.PAID;
        paidBy = actor.userId();
        paidAt = now;
    }

    private void require(ClaimStatus... possible) {
        if (!Arrays.asList(possible).contains(status)) {
            throw new RefusedException(ClaimRefusal.CLAIM_STATUS, "number", number, "status", status);
        }
    }

    public Long id() {
        return id;
    }

    /** Whose money it asks for; never changes. */
    public FundingPeriod period() {
        return period;
    }

    /** As printed: {@code 2027-001}. */
    public String number() {
        return number;
    }

    public ClaimStatus status() {
        return status;
    }

    /** Another one means that somebody has changed it. */
    public int version() {
        return version;
    }

    /** What this claim asks for. */
    public long amountCents() {
        return amountCents;
    }

    /** What was allocated to the period when it was prepared or submitted. */
    public long grantedCents() {
        return grantedCents;
    }

    /** What other claims of the period had asked for when it was prepared or submitted. */
    public long drawnCents() {
        return drawnCents;
    }

    /** When its lines were last gathered. */
    public Instant preparedAt() {
        return preparedAt;
    }

    /** Null while it is a draft. */
    public Instant submittedAt() {
        return submittedAt;
    }

    /** When it was sent back the last time; null if it never was. */
    public Instant returnedAt() {
        return returnedAt;
    }

    /** Why it was sent back the last time; null if it never was. */
    public String remark() {
        return remark;
    }

    /** Null until it is approved. */
    public Instant approvedAt() {
        return approvedAt;
    }

    /** Null until it is paid. */
    public Instant paidAt() {
        return paidAt;
    }
}
