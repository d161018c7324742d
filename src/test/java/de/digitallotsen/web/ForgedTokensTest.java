package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.Sessions;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A thousand tokens that the portal has not given out, or not like that: not one lets anybody in. */
@PortalTest
class ForgedTokensTest {

    private static final int MANY = 1_000;
    private static final Base64.Encoder ENCODER = Base64.getUrlEncoder().withoutPadding();
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

    @Inject
    Given given;

    @ConfigProperty(name = "mp.jwt.verify.publickey.location")
    String publicKey;

    private final Random random = new Random(20_270_201);
    private User user;
    private String genuine;
    private String header;
    private String payload;
    private String signature;
    private KeyPair stranger;

    @BeforeEach
    void signIn() throws GeneralSecurityException {
        user = given.account(Role.NSI, null);
        genuine = Program.token(user);
        String[] parts = genuine.split("\\.");
        header = decoded(parts[0]);
        payload = decoded(parts[1]);
        signature = parts[2];
        KeyPairGenerator keys = KeyPairGenerator.getInstance("RSA");
        keys.initialize(2048);
        stranger = keys.generateKeyPair();
    }

    private static String decoded(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return ENCODER.encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private String session() {
        return payload.replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
    }

    @Test
    void none_of_a_thousand_forged_tokens_is_accepted() {
        assertThat(Base64.getUrlDecoder().decode(signature))
                .as("RSA with 3072 bits")
                .hasSize(3_072 / 8);
        assertThat(Program.withToken(genuine).get("/api/v1/me").statusCode()).isEqualTo(200);
        List<Function<Integer, String>> ways = List.of(
                this::withoutSignature,
                this::signedWithThePublicKey,
                this::signedByAStranger,
                this::withAKeyOfItsOwn,
                this::withOtherClaims,
                this::genuineButWorthless,
                this::damaged,
                this::cutOff);
        assertThat(byCookie(genuine)).as("the genuine one, in the same cookie").isNotEqualTo(401);
        List<String> accepted = new ArrayList<>();
        for (int i = 0; i < MANY; i++) {
            int way = i % ways.size();
            String token = ways.get(way).apply(i / ways.size());
            assertThat(token).isNotEqualTo(genuine);
            int status = i % 10 == 9 ? byCookie(token) : byHeader(token);
            if (status != 401) {
                accepted.add(status + " way " + way + ": " + token);
            }
        }
        assertThat(accepted).isEmpty();
        assertThat(Program.withToken(genuine).get("/api/v1/me").statusCode())
                .as("the genuine one, after all of them")
                .isEqualTo(200);
    }

    private static int byHeader(String token) {
        return Program.withToken(token).get("/api/v1/me").statusCode();
    }

    private static int byCookie(String token) {
        Visitor visitor = Visitor.anonymous();
        visitor.cookies().put("digitallotsen-access", token);
        return visitor.get("/sitzung").statusCode();
    }

    private String withoutSignature(int i) {
        String[] names = {"none", "None", "NONE", "nOnE", "", "null", "RS257", "dir"};
        String[] endings = {"", signature, "AA"};
        String head = "{\"typ\":\"JWT\",\"alg\":\"" + names[i % names.length] + "\"}";
        return encoded(head) + "." + encoded(asMinistry(i)) + "." + endings[i % endings.length];
    }

    /** Who takes the public key for a secret believes everybody. */
    private String signedWithThePublicKey(int i) {
        String[][] algorithms = {{"HS256", "HmacSHA256"}, {"HS384", "HmacSHA384"}, {"HS512", "HmacSHA512"}};
        String[] algorithm = algorithms[i % algorithms.length];
        String body = encoded(header.replace("RS256", algorithm[0])) + "." + encoded(asMinistry(i));
        try {
            String pem = Files.readString(Path.of(java.net.URI.create(publicKey)));
            String bare = pem.replaceAll("-----[A-Z ]+-----|\\s", "");
            byte[][] secrets = {
                pem.getBytes(StandardCharsets.UTF_8),
                pem.strip().getBytes(StandardCharsets.UTF_8),
                bare.getBytes(StandardCharsets.UTF_8),
                Base64.getDecoder().decode(bare)
            };
            Mac mac = Mac.getInstance(algorithm[1]);
            mac.init(new SecretKeySpec(secrets[i % secrets.length], algorithm[1]));
            return body + "." + ENCODER.encodeToString(mac.doFinal(body.getBytes(StandardCharsets.UTF_8)));
        } catch (java.io.IOException | GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String signedByAStranger(int i) {
        String[][] algorithms = {{"RS256", "SHA256withRSA"}, {"RS384", "SHA384withRSA"}, {"RS512", "SHA512withRSA"}};
        String[] algorithm = algorithms[i % algorithms.length];
        return signed(header.replace("RS256", algorithm[0]), i % 2 == 0 ? payload : asMinistry(i), algorithm[1]);
    }

    private String signed(String head, String body, String algorithm) {
        String text = encoded(head) + "." + encoded(body);
        try {
            Signature signer = Signature.getInstance(algorithm);
            signer.initSign(stranger.getPrivate());
            signer.update(text.getBytes(StandardCharsets.UTF_8));
            return text + "." + ENCODER.encodeToString(signer.sign());
        } catch (GeneralSecurityException impossible) {
            throw new AssertionError(impossible);
        }
    }

    /** The head says where the key is. */
    private String withAKeyOfItsOwn(int i) {
        java.security.interfaces.RSAPublicKey key = (java.security.interfaces.RSAPublicKey) stranger.getPublic();
        String jwk = "{\"kty\":\"RSA\",\"kid\":\"own\",\"n\":\""
                + ENCODER.encodeToString(key.getModulus().toByteArray()) + "\",\"e\":\"AQAB\"}";
        String[] extras = {
            "\"jwk\":" + jwk,
            "\"jku\":\"http://127.0.0.1:1/keys.json\"",
            "\"x5u\":\"file:///etc/passwd\"",
            "\"kid\":\"../../../../dev/null\"",
            "\"kid\":\"' or '1'='1\"",
            "\"kid\":\"http://127.0.0.1:1/\"",
            "\"kid\":\"digitallotsen\",\"crit\":[\"exp\"]",
            "\"kid\":\"digitallotsen\",\"zip\":\"DEF\"",
            "\"x5c\":[\"" + Base64.getEncoder().encodeToString(key.getEncoded()) + "\"]"
        };
        return signed(
                "{\"typ\":\"JWT\",\"alg\":\"RS256\"," + extras[i % extras.length] + "}",
                asMinistry(i),
                "SHA256withRSA");
    }

    /** The signature stays. */
    private String withOtherClaims(int i) {
        String[] others = {
            asMinistry(i),
            payload.replaceAll("\"sub\":\"\\d+\"", "\"sub\":\"" + (user.id() + 1 + i) + "\""),
            payload.replaceAll("\"exp\":\\d+", "\"exp\":" + (4_000_000_000L + i)),
            payload.replaceAll("\"sid\":\"[^\"]+\"", "\"sid\":\"" + i + "\""),
            payload.replaceAll("\"iss\":\"[^\"]+\"", "\"iss\":\"other" + i + "\""),
            payload.substring(0, payload.length() - 1) + ",\"x\":" + i + "}"
        };
        return encoded(header) + "." + encoded(others[i % others.length]) + "." + signature;
    }

    private String asMinistry(int i) {
        return payload.replace("NSI", "MINISTRY").replaceAll("\"jti\":\"[^\"]*\"", "\"jti\":\"" + i + "\"");
    }

    /** Signed with the portal's own key, but not so that it could be worth anything. */
    private String genuineButWorthless(int i) {
        Instant now = Instant.now();
        JwtClaimsBuilder claims =
                Jwt.subject(String.valueOf(user.id())).groups("NSI").claim("n", i);
        return switch (i % 7) {
            case 0 ->
                claims.claim(Sessions.SESSION_CLAIM, session())
                        .expiresAt(now.minusSeconds(120 + i))
                        .sign();
            case 1 ->
                claims.claim(Sessions.SESSION_CLAIM, session())
                        .issuer("https://other.example")
                        .expiresIn(300)
                        .sign();
            case 2 ->
                claims.claim(Sessions.SESSION_CLAIM, "session-" + i)
                        .expiresIn(300)
                        .sign();
            case 3 -> claims.expiresIn(300).sign();
            case 4 ->
                claims.claim(Sessions.SESSION_CLAIM, session())
                        .claim("nbf", now.getEpochSecond() + 3_600 + i)
                        .expiresIn(7_200)
                        .sign();
            case 5 ->
                claims.claim(Sessions.SESSION_CLAIM, session())
                        .audience("other")
                        .expiresIn(300)
                        .sign();
            default ->
                claims.claim(Sessions.SESSION_CLAIM, List.of(session()))
                        .expiresIn(300)
                        .sign();
        };
    }

    /** One character is another one; not the last of a part, some of whose bits say nothing. */
    private String damaged(int i) {
        int at;
        do {
            at = random.nextInt(genuine.length() - 1);
        } while (genuine.charAt(at) == '.' || genuine.charAt(at + 1) == '.');
        char other;
        do {
            other = DIGITS.charAt(random.nextInt(DIGITS.length()));
        } while (other == genuine.charAt(at));
        return genuine.substring(0, at) + other + genuine.substring(at + 1);
    }

    private String cutOff(int i) {
        String[] parts = genuine.split("\\.");
        return switch (i % 8) {
            case 0 -> genuine.substring(0, random.nextInt(genuine.length() - 2));
            case 1 -> genuine + "." + parts[random.nextInt(3)];
            case 2 -> parts[1] + "." + parts[0] + "." + parts[2];
            case 3 -> "." + genuine.substring(random.nextInt(20));
            case 4 -> genuine.substring(2 + random.nextInt(20));
            case 5 -> genuine + "." + parts[1] + "." + parts[2];
            case 6 -> parts[0] + ".." + parts[2].substring(random.nextInt(20));
            default -> genuine.replace(".", i % 2 == 0 ? "" : "..");
        };
    }
}
