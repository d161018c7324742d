package de.digitallotsen.proof;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** The examination note of the Ministry on a proof of use. */
@Entity
@Table(name = "proof_acceptance")
class StoredAcceptance {

    @Id
    @Column(name = "proof_id")
    private Long proofId;

    @Column(name = "accepted_at", updatable = false)
    private Instant acceptedAt;

    @Column(name = "accepted_by", updatable = false)
    private Long acceptedBy;

    @Column(updatable = false)
    private String remark;

    protected StoredAcceptance() {}

    StoredAcceptance(long proofId, Instant acceptedAt, Long acceptedBy, String remark) {
        this.proofId = proofId;
        this.acceptedAt = acceptedAt;
        this.acceptedBy = acceptedBy;
        this.remark = remark;
    }
}
