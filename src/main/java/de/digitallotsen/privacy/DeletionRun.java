package de.digitallotsen.privacy;

import java.time.Instant;

import de.digitallotsen.shared.Role;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One deletion from its beginning to its end; what it deleted stands in its proofs (R27). */
@Entity
@Table(name = "deletion_run")
public class DeletionRun {

    /** Why something is deleted. */
    public enum Occasion {
        /** The time has come. */
        SCHEDULE,
        /** The same, without waiting for the night. */
        BY_HAND,
        /** A person asked for it (Art. 17 DSGVO). */
        REQUEST
    }

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Occasion occasion;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "actor_role")
    private Role actorRole;

    @Column(name = "started_at")
    private Instant startedAt;

    @Column(name = "finished_at")
    private Instant finishedAt;

    protected DeletionRun() {}

    /** Begins; the role is null for the portal itself. Who it was says the audit trail. */
    static DeletionRun begin(Occasion occasion, Role actorRole, Instant now) {
        DeletionRun run = new DeletionRun();
        run.occasion = occasion;
        run.actorRole = actorRole;
        run.startedAt = now;
        return run;
    }

    /** Nothing is left that is due; false if that was said before. */
    boolean finish(Instant now) {
        if (finishedAt != null) {
            return false;
        }
        finishedAt = now;
        return true;
    }

    public Long id() {
        return id;
    }
}
