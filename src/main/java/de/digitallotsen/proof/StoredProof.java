package de.digitallotsen.proof;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;

/** A proof of use as it was issued; its files and facts are read one by one ({@link Proofs}), never with a list. */
@Entity
@Immutable
@Table(name = "proof_of_use")
class StoredProof {

    @Id
    private Long id;

    @Column(name = "period_id")
    private long periodId;

    private String number;

    private int version;

    private boolean draft;

    @Column(name = "spent_cents")
    private long spentCents;

    @Column(name = "paid_cents")
    private long paidCents;

    private String narrative;

    private String place;

    @Column(name = "producer_name")
    private String producerName;

    @Column(name = "pdf_sha256")
    private String pdfSha256;

    @Column(name = "xlsx_sha256")
    private String xlsxSha256;

    @Column(name = "produced_at")
    private Instant producedAt;

    @Column(name = "produced_by")
    private Long producedBy;

    protected StoredProof() {}
}
