package de.digitallotsen.audit;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Role;
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
 * Who changed what, when, before and after (R26). Never changed, never deleted: the schema refuses both. Its id has
 * gaps; the number that people read is its {@link AuditNumber}.
 */
@Entity
@Immutable
@Table(name = "audit_entry")
public class AuditEntry {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private Instant at;

    @Column(name = "actor_id")
    private Long actorId;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "actor_role")
    private Role actorRole;

    private String action;

    @Column(name = "subject_type")
    private String subjectType;

    @Column(name = "subject_id")
    private String subjectId;

    @Column(name = "before_json")
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String before;

    @Column(name = "after_json")
    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String after;

    @Column(name = "former_number", insertable = false)
    private Long formerNumber;

    protected AuditEntry() {}

    /** What an entry says, as JSON objects or null. */
    record Content(String before, String after) {}

    AuditEntry(Instant at, AuditedChange change, Content content) {
        this.at = at;
        this.actorId = change.actor().userId();
        this.actorRole = change.actor().role();
        this.action = change.action();
        this.subjectType = change.subjectType();
        this.subjectId = change.subjectId();
        this.before = content.before();
        this.after = content.after();
    }

    long id() {
        return id;
    }

    Instant at() {
        return at;
    }

    /** Everything it says, for the seals: each part with its length, so that no two entries read alike. */
    String canonicalText() {
        return canonicalText(null);
    }

    /** The same with the values that it had when it was sealed; null if they are the same. */
    String canonicalText(String afterThen) {
        return Seal.text(
                id,
                at,
                actorId,
                actorRole,
                action,
                subjectType,
                subjectId,
                before,
                afterThen == null ? after : afterThen);
    }

    /** What it says, as an {@link AuditExport} writes it. */
    List<Object> cells() {
        return Arrays.asList(
                id, at.toString(), actorId, actorRole, action, subjectType + AuditExport.OF + subjectId, before, after);
    }

    /** True if something of it stands apart ({@link AuditTexts}), or did. */
    boolean isMarked() {
        return holds(AuditTexts.MARK);
    }

    /** True if its values hold this. */
    boolean holds(String mark) {
        return (before != null && before.contains(mark)) || (after != null && after.contains(mark));
    }
}
