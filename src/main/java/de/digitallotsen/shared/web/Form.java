package de.digitallotsen.shared.web;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Violation;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/**
 * What stands in a form: what was typed, however wrong, and what is wrong with it. Nothing typed is ever lost.
 *
 * @param values by field name
 * @param violations by field
 * @param refusal why what was asked for cannot be, or null
 */
public record Form(Map<String, String> values, List<Violation> violations, String refusal) {

    /**
     * A field that asks only to show the form again, with what it carries: after signing in again nothing is sent by
     * accident.
     */
    public static final String SHOW_AGAIN = "noch-einmal-zeigen";
    /** The key of this submission (R24); every form bears a new one ({@link PageFrame#getKey}). */
    public static final String KEY = "schluessel";

    /** Before the name of a field: what it showed when the page was opened ({@link #remembering}). */
    public static final String WAS = "war.";

    /** Nobody types as much; what was shown of a list of 200 lines is as long ({@link Check#EXPECT}). */
    private static final int LONGEST_VALUE = 20_000;

    private static final String FOR_THE_WAY_BACK = "private, no-cache";

    /** A form with these values; keys and values take turns. */
    public static Form of(String... namesAndValues) {
        Map<String, String> values = new LinkedHashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            if (namesAndValues[i + 1] != null) {
                values.put(namesAndValues[i], namesAndValues[i + 1]);
            }
        }
        return new Form(values, List.of(), null);
    }

    /** A form with what was kept of it ({@link de.digitallotsen.shared.KeptEntries}). */
    public static Form kept(Map<String, String> typed) {
        return new Form(new LinkedHashMap<>(typed), List.of(), null);
    }

    /** What a browser sent; of several values of a name the last. */
    public static Form sent(MultivaluedMap<String, String> fields) {
        Map<String, String> values = new LinkedHashMap<>();
        fields.forEach((name, all) -> {
            if (!all.isEmpty() && !"csrf-token".equals(name)) {
                String last = all.get(all.size() - 1);
                values.put(name, last.length() > LONGEST_VALUE ? last.substring(0, LONGEST_VALUE) : last);
            }
        });
        return new Form(values, List.of(), null);
    }

    /** The same, with what is wrong. */
    public Form wrong(InvalidInputException invalid) {
        return new Form(values, invalid.violations(), null);
    }

    /** The same, with the reason why not. */
    public Form refused(RefusedException refused) {
        return new Form(values, List.of(), refused.text());
    }

    /** The same with another value. */
    public Form with(String name, String value) {
        Map<String, String> changed = new LinkedHashMap<>(values);
        changed.put(name, value);
        return new Form(changed, violations, refusal);
    }

    /** What another form holds and finds wrong, where it says something; otherwise what stands in this one. */
    public Form over(Form other) {
        Map<String, String> both = new LinkedHashMap<>(values);
        both.putAll(other.values);
        return new Form(both, other.violations, other.refusal);
    }

    /** The same with the reason why not, and still with what is wrong with single fields. */
    Form because(RefusedException refused) {
        return new Form(values, violations, refused.text());
    }

    /** The same, remembering what it shows: after a lost race it can be told what the other one changed (R31). */
    public Form remembering() {
        Map<String, String> both = new LinkedHashMap<>(values);
        values.forEach((name, value) -> {
            if (!name.startsWith(WAS) && !"version".equals(name)) {
                both.put(WAS + name, value);
            }
        });
        return new Form(both, violations, refusal);
    }

    /** What it showed when it was opened, by hidden field. */
    public Map<String, String> remembered() {
        Map<String, String> shown = new LinkedHashMap<>(values);
        shown.keySet().removeIf(name -> !name.startsWith(WAS));
        return shown;
    }

    /** What a person typed or chose: without the key of the submission and what only asks to show the form. */
    public Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>(values);
        typed.keySet().removeAll(List.of(KEY, SHOW_AGAIN));
        return typed;
    }

    /** What stands in a field; empty if nothing does. */
    public String value(String name) {
        return values.getOrDefault(name, "");
    }

    /**
     * The day that stands in a field; null if it is empty.
     *
     * @param label as the page calls the field
     * @throws InvalidInputException if it is no day: nothing typed is taken for nothing
     */
    public LocalDate day(String name, String label) {
        if (value(name).isBlank()) {
            return null;
        }
        return German.parseDate(value(name))
                .orElseThrow(() -> new InvalidInputException(
                        List.of(new Violation(name, Messages.text("seminar.date", "label", label)))));
    }

    /** True if a checkbox is ticked. */
    public boolean ticked(String name) {
        return !value(name).isEmpty();
    }

    /** What is wrong with a field; null if nothing is. */
    public String error(String name) {
        return violations.stream()
                .filter(violation -> violation.field().equals(name))
                .map(Violation::message)
                .findFirst()
                .orElse(null);
    }

    /** True if the form cannot be taken as it is. */
    public boolean hasErrors() {
        return !violations.isEmpty() || refusal != null;
    }

    /** True if this request only asks to show the form. */
    public boolean onlyShow() {
        return ticked(SHOW_AGAIN);
    }

    /**
     * Does what the form asks for and leads on to the address that comes back. What is wrong with it, or refused, is
     * shown in the same form with what was typed.
     *
     * @param act returns where to go next
     * @param page the form again
     */
    public Response submit(Supplier<Link> act, Function<Form, ?> page) {
        return onlyShow()
                ? again(200, page.apply(with(SHOW_AGAIN, "")))
                : answering(act, invalid -> page.apply(wrong(invalid)), refused -> page.apply(refused(refused)));
    }

    /**
     * The same, with words of its own for what is wrong and for what is refused.
     *
     * @param invalid the form again, with what is wrong
     * @param refused the form again, with why not
     */
    public static Response answering(
            Supplier<Link> act, Function<InvalidInputException, ?> invalid, Function<RefusedException, ?> refused) {
        try {
            return act.get().seeOther();
        } catch (InvalidInputException wrong) {
            return again(400, invalid.apply(wrong));
        } catch (RefusedException no) {
            int status = no.refusal().status();
            if (status != 409 && status != 422 && status != 429) {
                throw no;
            }
            Response shown = again(status, refused.apply(no));
            Object retryAfter = no.details().get("retryAfter");
            return retryAfter == null
                    ? shown
                    : Response.fromResponse(shown)
                            .header("Retry-After", retryAfter)
                            .build();
        }
    }

    /**
     * The form again, as the answer to what was sent. The browser may keep it for its way back, where the same person
     * sees what they typed there: without that, going back or forward to it ends in an error of the browser.
     */
    public static Response again(int status, Object page) {
        return Response.status(status)
                .entity(page)
                .header(HttpHeaders.CACHE_CONTROL, FOR_THE_WAY_BACK)
                .build();
    }
}
