package de.digitallotsen.account;

import java.time.Instant;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SearchText;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.PrePersist;
import jakarta.persistence.PreUpdate;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** An account of one person of one of the three groups. */
@Entity
@Table(name = "user_account")
public class User {

    @Id
    @GeneratedValue(strategy = GenerationType.IDENTITY)
    private Long id;

    private String email;

    /** By which the address is the same as another (R37); nobody else may have it. */
    @Column(name = "email_key")
    private String emailKey;

    private String name;

    /** Folded words of name and address (adr/0051): personal data like these, and to be emptied with them (R27). */
    @Column(name = "search_text")
    private String searchText;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    private Role role;

    @Column(name = "kommune_ars")
    @JdbcTypeCode(SqlTypes.CHAR)
    private String kommuneArs;

    @Column(name = "password_hash")
    private String passwordHash;

    private boolean active;
    private boolean demo;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "locked_at")
    private Instant lockedAt;

    @Column(name = "forgotten_at", insertable = false, updatable = false)
    private Instant forgottenAt;

    @Version
    private int version;

    protected User() {}

    /**
     * A new account.
     *
     * @param email in the form in which it is kept ({@link EmailAddress#stored})
     * @param kommuneArs for personnel staff, else null
     * @param passwordHash bcrypt, never the password; null if the directory signs in
     * @param demo true only in a demo database
     */
    static User create(
            String email, String name, Role role, String kommuneArs, String passwordHash, boolean demo, Instant now) {
        if ((role == Role.KOMMUNE) != (kommuneArs != null)) {
            throw new IllegalArgumentException("Personnel staff belong to a Kommune, nobody else does");
        }
        User user = new User();
        user.email = email;
        user.emailKey = EmailAddress.keyOf(email);
        user.name = name;
        user.role = role;
        user.kommuneArs = kommuneArs;
        user.passwordHash = passwordHash;
        user.active = true;
        user.demo = demo;
        user.createdAt = now;
        return user;
    }

    @PrePersist
    @PreUpdate
    void noteSearchText() {
        searchText = SearchText.of(name, SearchText.address(email));
    }

    /** This account as the one who asks. */
    public Actor asActor() {
        return new Actor(id, role, kommuneArs, false);
    }

    /** Signs in with another password from now on; the hash, never the password. Null: with none any more. */
    void changePassword(String newHash) {
        passwordHash = newHash;
    }

    /** Nobody signs in with it any more; from now on its time runs (R27). */
    void disable(Instant now) {
        active = false;
        lockedAt = now;
    }

    /** Can be used again. */
    void enable() {
        active = true;
        lockedAt = null;
    }

    /** True if nobody knows any more whose it was (R27): it is never used again. */
    boolean isForgotten() {
        return forgottenAt != null;
    }

    /** Belongs to another Kommune from now on: its own has ended, or the person changed. Sessions follow at once. */
    void moveTo(String otherKommuneArs) {
        if (role != Role.KOMMUNE || otherKommuneArs == null) {
            throw new IllegalStateException("Only personnel staff belong to a Kommune");
        }
        kommuneArs = otherKommuneArs;
    }

    public Long id() {
        return id;
    }

    public String email() {
        return email;
    }

    /** By which tries and devices are counted. */
    String emailKey() {
        return emailKey;
    }

    public String name() {
        return name;
    }

    public Role role() {
        return role;
    }

    public String kommuneArs() {
        return kommuneArs;
    }

    public boolean active() {
        return active;
    }

    /** False if a directory signs in, and no password ever does. */
    public boolean hasPassword() {
        return passwordHash != null;
    }

    String passwordHash() {
        return passwordHash;
    }
}
