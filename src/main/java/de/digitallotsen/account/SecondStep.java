package de.digitallotsen.account;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.UseCase;

/**
 * The second step of signing in, for those who have a second factor: a code of the app or a recovery code, each taken
 * once. Between the two steps a browser carries a token that is worth nothing but the second one.
 */
@UseCase
public class SecondStep {

    /** How long somebody may look for the telephone. */
    static final Duration PATIENCE = Duration.ofMinutes(5);

    private static final String DIGITS = "\\d{6}";

    private final SecondFactors factors;
    private final OneTimeCodes codes;
    private final SecretBox box;
    private final Clock clock;

    SecondStep(SecondFactors factors, OneTimeCodes codes, SecretBox box, Clock clock) {
        this.factors = factors;
        this.codes = codes;
        this.box = box;
        this.clock = clock;
    }

    /** True if this account is asked for a code. */
    public boolean isAskedOf(long userId) {
        return factors.isOn(userId);
    }

    /** True if the code is right and was not used before; it is used up then. */
    public boolean accept(long userId, String typed) {
        SecondFactor factor = factors.findById(userId);
        String code = typed == null ? "" : typed.replaceAll("\\s", "");
        if (factor == null || code.isEmpty()) {
            return false;
        }
        if (!code.matches(DIGITS)) {
            return factor.isOn() && factors.useRecoveryCode(userId, OneTimeCodes.recoveryHash(code), clock.instant());
        }
        OptionalLong step = codes.stepOf(box.open(factor.secret(), userId), code);
        return step.isPresent() && factors.useStep(userId, step.getAsLong());
    }

    /** The password was right: a token for the second step. */
    public String ask(long userId) {
        String token = Hashes.randomToken();
        factors.getEntityManager()
                .createNativeQuery("delete from sign_in_challenge where expires_at <= ?1")
                .setParameter(1, clock.instant())
                .executeUpdate();
        factors.getEntityManager()
                .createNativeQuery(
                        "insert into sign_in_challenge (token_hash, user_id, expires_at) values (?1, ?2, ?3)")
                .setParameter(1, Hashes.sha256(token))
                .setParameter(2, userId)
                .setParameter(3, clock.instant().plus(PATIENCE))
                .executeUpdate();
        return token;
    }

    /** Whose password was right; empty if the token is unknown, used or too old. */
    @SuppressWarnings("unchecked")
    public Optional<Long> whoIsAsked(String token) {
        List<Object> found = factors.getEntityManager()
                .createNativeQuery("select user_id from sign_in_challenge where token_hash = ?1 and expires_at > ?2")
                .setParameter(1, Hashes.sha256(token))
                .setParameter(2, clock.instant())
                .getResultList();
        return found.stream().findFirst().map(id -> ((Number) id).longValue());
    }

    /** The second step was taken: the token is worth nothing any more. */
    public void done(String token) {
        factors.getEntityManager()
                .createNativeQuery("delete from sign_in_challenge where token_hash = ?1")
                .setParameter(1, Hashes.sha256(token))
                .executeUpdate();
    }
}
