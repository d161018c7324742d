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
 * so that it needs no counter and a slip in it is noticed. Instants are UTC; days and hours are those of the day of
 * issue; a correction leads to a new issue.
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

    /** Whose attendance it certifies. */
    public Registration registration() {
        return registration;
    }

    /** 1 for the first one of a registration; each new issue is one more. */
    public int issue() {
        return issue;
    }

    /** As stored, without hyphens: {@link CheckCode}. */
    public String checkCode() {
        return checkCode;
    }

    /** Days of the seminar on the day of issue. */
    public int daysPlanned() {
        return daysPlanned;
    }

    /** On how many of them the person was there. */
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

    /** Why it counts no more; null while it counts. */
    public String withdrawalReason() {
        return withdrawalReason;
    }
}
