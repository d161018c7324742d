package de.digitallotsen.account;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import org.apache.commons.codec.binary.Base32;

/** Somebody begins to set up a second factor: a secret for the app. Nothing is asked for yet. */
@UseCase
public class SetUpSecondFactor {

    private static final String ISSUER = "Digitallotsen";

    private final SecondFactors factors;
    private final Users users;
    private final Credentials credentials;
    private final OneTimeCodes codes;
    private final SecretBox box;
    private final Clock clock;
    private final Base32 base32 = new Base32();

    SetUpSecondFactor(
            SecondFactors factors,
            Users users,
            Credentials credentials,
            OneTimeCodes codes,
            SecretBox box,
            Clock clock) {
        this.factors = factors;
        this.users = users;
        this.credentials = credentials;
        this.codes = codes;
        this.box = box;
        this.clock = clock;
    }

    /**
     * What the app needs.
     *
     * @param secret in Base32, to be typed
     * @param uri the same as the app reads it from a picture
     */
    public record Setup(String secret, String uri) {}

    /**
     * A new secret each time.
     *
     * @param password of the one who asks: whoever finds an open session must not lock its owner out
     * @throws RefusedException SECOND_FACTOR_ON, DIRECTORY_SIGNS_IN, TOO_MANY_ATTEMPTS
     * @throws de.digitallotsen.shared.InvalidInputException if the password is wrong
     */
    public Setup handle(Actor actor, String password) {
        actor.require(Role.values());
        User user = users.findByIdOptional(actor.userId())
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_SIGNED_IN));
        credentials.require(user, "password", password);
        byte[] secret = codes.newSecret();
        String closed = box.close(secret, actor.userId());
        SecondFactor factor = factors.findById(actor.userId());
        if (factor == null) {
            factors.persist(SecondFactor.begin(actor.userId(), closed, clock.instant()));
        } else if (factor.isOn()) {
            throw new RefusedException(AccountRefusal.SECOND_FACTOR_ON);
        } else {
            factor.renew(closed, clock.instant());
        }
        return setup(actor, secret);
    }

    /** The secret that waits to be confirmed, once more. */
    public Setup pending(Actor actor) {
        SecondFactor factor = factors.findById(actor.userId());
        if (factor == null) {
            throw new RefusedException(AccountRefusal.SECOND_FACTOR_OFF);
        }
        if (factor.isOn()) {
            throw new RefusedException(AccountRefusal.SECOND_FACTOR_ON);
        }
        return setup(actor, box.open(factor.secret(), actor.userId()));
    }

    private Setup setup(Actor actor, byte[] secret) {
        String email = users.findByIdOptional(actor.userId())
                .map(User::email)
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_SIGNED_IN));
        String key = base32.encodeAsString(secret);
        String label =
                URLEncoder.encode(ISSUER + ":" + email, StandardCharsets.UTF_8).replace("+", "%20");
        return new Setup(key, "otpauth://totp/" + label + "?secret=" + key + "&issuer=" + ISSUER);
    }
}
