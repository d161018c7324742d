package de.digitallotsen.account;

import java.time.Clock;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The links for forgotten passwords. */
@ApplicationScoped
public class PasswordResets implements PanacheRepository<PasswordReset> {

    private final Clock clock;

    PasswordResets(Clock clock) {
        this.clock = clock;
    }

    /** @throws RefusedException RESET_NOT_VALID if the link is unknown, used or too old: all three look the same */
    public PasswordReset requireUsable(String token) {
        return find("tokenHash", Hashes.sha256(token == null ? "" : token))
                .firstResultOptional()
                .filter(reset -> reset.isUsable(clock.instant()))
                .orElseThrow(() -> new RefusedException(AccessRefusal.RESET_NOT_VALID));
    }

    /** How many links of the account can still be used. */
    long openLinks(long userId) {
        return count("userId = ?1 and usedAt is null and expiresAt > ?2", userId, clock.instant());
    }

    /** Uses every open link of the account up, this one among them; false if somebody else used it first. */
    boolean use(PasswordReset reset) {
        boolean first =
                update("usedAt = ?1 where id = ?2 and usedAt is null and expiresAt > ?1", clock.instant(), reset.id())
                        == 1;
        update("usedAt = ?1 where userId = ?2 and usedAt is null", clock.instant(), reset.userId());
        return first;
    }
}
