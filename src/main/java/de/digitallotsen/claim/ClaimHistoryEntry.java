package de.digitallotsen.claim;

import java.time.Instant;

import de.digitallotsen.shared.Actor;
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

/** One act on a claim. Only grows; the remark alone goes with the people of its period (R27). */
@Entity
@Immutable
@Table(name = "claim_act")
class ClaimHistoryEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "claim_id")
    private long claimId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private ClaimAct act;

    private Instant at;

    @Column(name = "actor_id")
    private Long actorId;

    @Column(name = "amount_cents")
    private long amountCents;

    private String remark;

    protected ClaimHistoryEntry() {}

    ClaimHistoryEntry(Actor actor, ClaimAct act, Claim claim, Instant now) {
        this.claimId = claim.id();
        this.act = act;
        this.at = now;
        this.actorId = actor.userId();
        this.amountCents = claim.amountCents();
        this.remark = act == ClaimAct.RETURNED ? claim.remark() : null;
    }

    ClaimAct act() {
        return act;
    }

    Instant at() {
        return at;
    }

    Long actorId() {
        return actorId;
    }

    long amountCents() {
        return amountCents;
    }

    String remark() {
        return remark;
    }
}
