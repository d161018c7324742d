package de.digitallotsen.account;

import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/**
 * Codes of an app beside the password (RFC 6238). Until a first code was right, it is only being set up and nobody is
 * asked for it.
 */
@Entity
@Table(name = "second_factor")
public class SecondFactor {

    @Id
    @Column(name = "user_id")
    private Long userId;

    private String secret;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "confirmed_at")
    private Instant confirmedAt;
    /** Written by a guarded UPDATE only: of two who send the same code, one gets in. */
    @Column(name = "last_step", insertable = false, updatable = false)
    private Long lastStep;

    protected SecondFactor() {}

    static SecondFactor begin(long userId, String encryptedSecret, Instant now) {
        SecondFactor factor = new SecondFactor();
        factor.userId = userId;
        factor.renew(encryptedSecret, now);
        return factor;
    }

    /** Begins anew with another secret, as long as it has not been confirmed. */
    void renew(String encryptedSecret, Instant now) {
        secret = encryptedSecret;
        createdAt = now;
    }

    void confirm(Instant now) {
        confirmedAt = now;
    }

    boolean isOn() {
        return confirmedAt != null;
    }

    String secret() {
        return secret;
    }
}
