package de.digitallotsen.document;

import java.time.Instant;

import de.digitallotsen.registration.Reference;
import de.digitallotsen.registration.Registration;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
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
 * A certificate of attendance (Teilnahmebescheinigung). Its number is the reference of the registration and the issue,
 * so that it needs no counter and a slip in it is noticed. Days and hours are those of the day of issue; a correction
 * leads to a new issue.
 */
@Entity
@Table(name = "certificate")
public class Certificate {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    @Column(updatable = false)
    private String number;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "registration_id", updatable = false)
    private Registration registration;

    @Column(updatable = false)
    private int issue;

    @JdbcTypeCode(SqlTypes.CHAR)
    @Column(name = "check_code", updatable = false)
    private String checkCode;

    @Column(name = "days_planned", updatable = false)
    private int daysPlanned;

    @Column(name = "days_attended", updatable = false)
    private int daysAttended;

    @Column(updatable = false)
    private int units;

    @Column(name = "issued_at", updatable = false)
    private Instant issuedAt;

    @Column(name = "withdrawn_at")
    private Instant withdrawnAt;

    @Column(name = "withdrawal_reason")
    private String withdrawalReason;

    @Version
    private int version;

    protected Certificate() {}

    /** The first one of a registration has issue 1. */
    static Certificate issue(Registration registration, int issue, AttendedTime time, Instant now) {
        Certificate certificate = new Certificate();
        certificate.number = Reference.spoken(registration.reference()) + "-" + issue;
        certificate.registration = registration;
        certificate.issue = issue;
        certificate.checkCode = CheckCode.next();
        certificate.daysPlanned = time.daysPlanned();
        certificate.daysAttended = time.daysAttended();
        certificate.units = time.units();
        certificate.issuedAt = now;
        return certificate;
    }

    /** It counts no more; whoever checks it is told so. */
    void withdraw(String reason, Instant now) {
        if (withdrawnAt != null) {
            throw new IllegalStateException("Withdrawn already: " + number);
        }
        withdrawnAt = now;
        withdrawalReason = reason;
    }

    /** True if it says what was attended. */
    boolean says(AttendedTime time) {
        return daysPlanned == time.daysPlanned() && daysAttended == time.daysAttended() && units == time.units();
    }

    /** As printed: {@code 7K3M-Q9XA-1}. */
    public String number() {
        return number;
    }

    public Registration registration() {
        return registration;
    }

    public int issue() {
        return issue;
    }

    public String checkCode() {
        return checkCode;
    }

    public int daysPlanned() {
        return daysPlanned;
    }

    public int daysAttended() {
        return daysAttended;
    }

    /** Of 45 minutes. */
    public int units() {
        return units;
    }

    /** True if a day or more was missed. */
    public boolean isShortened() {
        return daysAttended < daysPlanned;
    }

    public Instant issuedAt() {
        return issuedAt;
    }

    /** Null while it counts. */
    public Instant withdrawnAt() {
        return withdrawnAt;
    }

    public String withdrawalReason() {
        return withdrawalReason;
    }
}
