package de.digitallotsen.shared;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * What somebody typed, kept between a form and the final click (R29): the check page has an address of its own that can
 * be reloaded and gone back to, and nothing typed stands in it. Sealed with the token of the address, read again only
 * by whom it was typed by, forgotten after {@link #KEPT}; once it was acted on, only what came of it is kept.
 */
@ApplicationScoped
public class KeptEntries {

    /** Over a weekend and a holiday, no longer (R27). */
    public static final Duration KEPT = Duration.ofDays(7);

    private static final TypeReference<Map<String, String>> VALUES = new TypeReference<>() {};

    private final EntityManager database;
    private final CurrentSubmission submission;
    private final ObjectMapper json;
    private final Clock clock;

    KeptEntries(EntityManager database, CurrentSubmission submission, ObjectMapper json, Clock clock) {
        this.database = database;
        this.submission = submission;
        this.json = json;
        this.clock = clock;
    }

    /**
     * One entry.
     *
     * @param typed the values of the form by name; empty once it was acted on
     * @param result what came of it; null before
     */
    public record Entry(Map<String, String> typed, String result) {
        /** It was acted on. */
        public boolean isDone() {
            return result != null;
        }
    }

    /**
     * Keeps it.
     *
     * @param key of the form (R24): the same form with the same content, sent twice, gets the same token; null makes
     *     one up
     * @return the token for the address; nobody can guess it
     */
    @Transactional
    public String keep(Actor actor, String key, Map<String, String> typed) {
        String content = write(new TreeMap<>(typed));
        String token = key == null || key.isEmpty()
                ? Hashes.randomToken()
                : Hashes.sha256(String.join("\u0000", "entry", key, String.valueOf(actor.userId()), content));
        Instant now = clock.instant();
        database.createNativeQuery("delete from kept_entry where created_at < ?1")
                .setParameter(1, now.minus(KEPT))
                .executeUpdate();
        database.createNativeQuery("insert ignore into kept_entry (token_hash, user_id, typed, created_at)"
                        + " values (?1, ?2, ?3, ?4)")
                .setParameter(1, Hashes.sha256(token))
                .setParameter(2, actor.userId())
                .setParameter(3, close(actor, token, content))
                .setParameter(4, now)
                .executeUpdate();
        return token;
    }

    /** The key of the act that ends an entry (R24): whoever goes back and clicks again has acted once. */
    public static String keyOf(String token) {
        return "entry-" + Hashes.sha256(token).substring(0, 40);
    }

    /** @throws RefusedException ENTRY_GONE if there is none for this actor */
    @Transactional
    public Entry require(Actor actor, String token) {
        List<?> found = database.createNativeQuery(
                        "select typed, result from kept_entry where token_hash = ?1 and user_id = ?2", Object[].class)
                .setParameter(1, Hashes.sha256(token))
                .setParameter(2, actor.userId())
                .getResultList();
        if (found.isEmpty()) {
            throw new RefusedException(PreviewRefusal.ENTRY_GONE, "days", KEPT.toDays());
        }
        Object[] row = (Object[]) found.get(0);
        return row[1] == null
                ? new Entry(read(open(actor, token, (String) row[0])), null)
                : new Entry(Map.of(), open(actor, token, (String) row[1]));
    }

    /**
     * Acts on an entry and ends it, in one transaction: of several clicks, also from two windows, one acts (R24), and
     * the others wait for it and get what came of it. The acts within come under {@link #keyOf the key of the entry}.
     * Afterwards what was typed is gone, and what came of it stays; after a refusal it is as if nobody had clicked.
     *
     * @param act returns what is to be kept of it
     * @return what came of it, now or before
     * @throws RefusedException ENTRY_GONE if there is none for this actor
     */
    @RetryOnConflict
    @Transactional
    public String once(Actor actor, String token, Supplier<String> act) {
        // Until the end of the transaction nobody else ends it.
        if (!end(actor, token, "", " and result is null")) {
            return require(actor, token).result();
        }
        submission.under(keyOf(token));
        String result = act.get();
        end(actor, token, result, "");
        return result;
    }

    private boolean end(Actor actor, String token, String result, String unless) {
        return database.createNativeQuery(
                                "update kept_entry set typed = null, result = ?1 where token_hash = ?2 and user_id = ?3"
                                        + unless)
                        .setParameter(1, close(actor, token, result))
                        .setParameter(2, Hashes.sha256(token))
                        .setParameter(3, actor.userId())
                        .executeUpdate()
                == 1;
    }

    private static String close(Actor actor, String token, String content) {
        return new Seal(token).close(content.getBytes(StandardCharsets.UTF_8), actor.userId());
    }

    private static String open(Actor actor, String token, String closed) {
        return new String(new Seal(token).open(closed, actor.userId()), StandardCharsets.UTF_8);
    }

    private String write(Map<String, String> typed) {
        try {
            return json.writeValueAsString(typed);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private Map<String, String> read(String typed) {
        try {
            return json.readValue(typed, VALUES);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
