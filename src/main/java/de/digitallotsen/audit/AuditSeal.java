package de.digitallotsen.audit;

import java.time.Instant;
import java.util.List;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.Immutable;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A link of the chain over the audit trail: the entries between two ids, sealed for good. */
@Entity
@Immutable
@Table(name = "audit_seal")
public class AuditSeal {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(name = "from_id")
    private long fromId;

    @Column(name = "to_id")
    private long toId;

    private int entries;

    @Column(name = "previous_hash")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String previousHash;

    @JdbcTypeCode(SqlTypes.CHAR)
    private String hash;

    @Column(name = "sealed_at")
    private Instant sealedAt;

    protected AuditSeal() {}

    /**
     * Seals entries from the one after the seal before; {@code previous} is null at the first, which follows on that
     * beginning.
     */
    static AuditSeal over(AuditSeal previous, String beginning, List<AuditEntry> sealed, Instant now) {
        AuditSeal seal = new AuditSeal();
        seal.fromId = previous == null ? 1 : previous.toId + 1;
        seal.toId = sealed.get(sealed.size() - 1).id();
        seal.entries = sealed.size();
        seal.previousHash = previous == null ? beginning : previous.hash;
        seal.hash = Seal.hash(
                seal.previousHash,
                seal.fromId,
                seal.toId,
                sealed.stream().map(AuditEntry::canonicalText).toList());
        seal.sealedAt = now;
        return seal;
    }

    /** One of the chain from before ({@link FormerSeals}), which is no row of this table. */
    static AuditSeal former(long fromId, long toId, int entries, String previousHash, String hash, Instant sealedAt) {
        AuditSeal seal = new AuditSeal();
        seal.fromId = fromId;
        seal.toId = toId;
        seal.entries = entries;
        seal.previousHash = previousHash;
        seal.hash = hash;
        seal.sealedAt = sealedAt;
        return seal;
    }

    /**
     * True if it follows on that seal (null: is the first, on that beginning) and these are the texts of its entries as
     * they were.
     */
    boolean holds(AuditSeal previous, String beginning, List<String> found) {
        boolean follows = previous == null
                ? fromId == 1 && previousHash.equals(beginning)
                : fromId == previous.toId + 1 && previousHash.equals(previous.hash);
        return follows && hash.equals(Seal.hash(previousHash, fromId, toId, found));
    }

    long fromId() {
        return fromId;
    }

    long toId() {
        return toId;
    }

    int entries() {
        return entries;
    }

    String previousHash() {
        return previousHash;
    }

    String hash() {
        return hash;
    }

    Instant sealedAt() {
        return sealedAt;
    }
}
