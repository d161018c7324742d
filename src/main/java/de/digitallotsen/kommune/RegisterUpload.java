package de.digitallotsen.kommune;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/**
 * A register file that somebody looks at before it is applied. The file itself is kept, so that what is applied is what
 * was shown.
 */
@Entity
@Table(name = "register_upload")
public class RegisterUpload {

    @Id
    @JdbcTypeCode(SqlTypes.CHAR)
    private String hash;

    @JdbcTypeCode(SqlTypes.LONGVARCHAR)
    private String content;

    @Column(name = "uploaded_at")
    private Instant uploadedAt;

    protected RegisterUpload() {}

    RegisterUpload(String hash, String content, Instant uploadedAt) {
        this.hash = hash;
        this.content = content;
        this.uploadedAt = uploadedAt;
    }

    /** The file as it was sent. */
    RegisterFile file() {
        return RegisterFile.read(content);
    }
}
