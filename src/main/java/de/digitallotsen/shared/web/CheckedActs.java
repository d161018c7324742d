package de.digitallotsen.shared.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.shared.Consequences;
import de.digitallotsen.shared.Foresight;
import de.digitallotsen.shared.KeptEntries;
import de.digitallotsen.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * From a form over its check page to the page that says what happened (R29): what was typed waits under an address of
 * its own ({@link KeptEntries}), the act is done only as it was shown ({@link Foresight}), and what came of it stays
 * under the same address, so that a reload and a second click lead there again.
 */
@ApplicationScoped
public class CheckedActs {

    private final KeptEntries entries;
    private final Foresight foresight;
    private final CurrentUser user;
    private final ObjectMapper json;

    CheckedActs(KeptEntries entries, Foresight foresight, CurrentUser user, ObjectMapper json) {
        this.entries = entries;
        this.foresight = foresight;
        this.user = user;
        this.json = json;
    }

    /**
     * What was done, for the page that says so.
     *
     * @param title what was done
     * @param next where to go on
     * @param nextLabel what is there
     */
    public record Deed(String title, String next, String nextLabel) {
        /**
         * @param done the key of the sentence that says what was done, without „done.“
         * @param label the key of what is there, without „next.“
         */
        public static Deed of(String done, Link next, String label) {
            return new Deed(Messages.text("done." + done), next.address(), Messages.text("next." + label));
        }
    }

    /**
     * What that page shows. Names are not kept: who was written to stands among the mails.
     *
     * @param effects in sentences
     */
    public record Outcome(
            String title, List<String> effects, List<Consequences.Mailing> mailings, String next, String nextLabel) {}

    /** Keeps what was typed; the token for the address of the check page. */
    public String keep(Form form) {
        Map<String, String> typed = new LinkedHashMap<>(form.values());
        String key = typed.remove(Form.KEY);
        typed.remove(Form.SHOW_AGAIN);
        return entries.keep(user.actor(), key, typed);
    }

    /**
     * What was typed; empty once it was acted on.
     *
     * @throws de.digitallotsen.shared.RefusedException ENTRY_GONE
     */
    public Optional<Form> typed(String token) {
        KeptEntries.Entry entry = entries.require(user.actor(), token);
        return entry.isDone() ? Optional.empty() : Optional.of(Form.of(asPairs(entry.typed())));
    }

    /** What was typed and is to be changed once more; where nothing was, or it was acted on, a form to begin with. */
    public Form typedOr(String token, Supplier<Form> otherwise) {
        return (token == null ? Optional.<Form>empty() : typed(token)).orElseGet(otherwise);
    }

    private static String[] asPairs(Map<String, String> values) {
        return values.entrySet().stream()
                .flatMap(value -> Stream.of(value.getKey(), value.getValue()))
                .toArray(String[]::new);
    }

    /** What the act would do; nothing is changed. */
    public Consequences foresee(Runnable act) {
        return foresight.of(act);
    }

    /** The same, with what the act would answer. */
    public <T> Foresight.Done<T> rehearse(Supplier<T> act) {
        return foresight.rehearse(act);
    }

    /**
     * Does it as it was shown.
     *
     * @param token of what was kept; null if there was nothing to type
     * @param sent the final click
     * @return the address of the page that says what happened
     * @throws de.digitallotsen.shared.ChangedSincePreviewException if it would do something else
     */
    public Link act(String token, Form sent, Deed deed, Supplier<?> act) {
        String expected = sent.value(Check.EXPECT);
        // What was shown in two windows is one thing to be done, whichever of them is clicked first.
        String kept = token == null ? keep(Form.of(Form.KEY, deed.next() + ' ' + expected)) : token;
        entries.once(
                user.actor(),
                kept,
                () -> write(outcome(deed, foresight.act(expected, act::get).consequences())));
        return result(kept);
    }

    private static Outcome outcome(Deed deed, Consequences done) {
        return new Outcome(
                deed.title(), Check.happened(done), Check.mailings(done, false), deed.next(), deed.nextLabel());
    }

    /** The page that says what happened. */
    public static Link result(String token) {
        return Link.to("/erledigt/{entry}", token);
    }

    /** What happened; empty if nothing has yet. */
    Optional<Outcome> outcome(String token) {
        return Optional.ofNullable(entries.require(user.actor(), token).result())
                .map(this::read);
    }

    private String write(Outcome outcome) {
        try {
            return json.writeValueAsString(outcome);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private Outcome read(String outcome) {
        try {
            return json.readValue(outcome, Outcome.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
