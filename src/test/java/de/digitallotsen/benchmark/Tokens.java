package de.digitallotsen.benchmark;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

/**
 * Access tokens as the portal signs them, made with the key in the portal's data folder. Signing in through the portal
 * would cost a password hash for each of the 440 accounts and would warm the portal up before its first rush is
 * measured.
 */
final class Tokens {

    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final long SECONDS_VALID = 7200;

    private final PrivateKey key;

    Tokens(Path data) throws IOException, GeneralSecurityException {
        String pem = Files.readString(data.resolve("signing-key.pem")).replaceAll("-----[A-Z ]+-----", "");
        key = KeyFactory.getInstance("RSA")
                .generatePrivate(new PKCS8EncodedKeySpec(Base64.getMimeDecoder().decode(pem)));
    }

    /** A token for somebody whose session is in the database. */
    String sign(Account account) throws GeneralSecurityException {
        long now = Instant.now().getEpochSecond();
        String content = encode("{\"kid\":\"digitallotsen\",\"typ\":\"JWT\",\"alg\":\"RS256\"}") + "."
                + encode(("{\"iss\":\"digitallotsen\",\"sub\":\"%d\",\"groups\":[\"%s\"],\"sid\":\"%s\","
                                + "\"iat\":%d,\"exp\":%d,\"jti\":\"%s\"}")
                        .formatted(
                                account.userId(),
                                account.role(),
                                account.session(),
                                now,
                                now + SECONDS_VALID,
                                UUID.randomUUID()));
        Signature signature = Signature.getInstance("SHA256withRSA");
        signature.initSign(key);
        signature.update(content.getBytes(StandardCharsets.US_ASCII));
        return content + "." + BASE64.encodeToString(signature.sign());
    }

    private static String encode(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
