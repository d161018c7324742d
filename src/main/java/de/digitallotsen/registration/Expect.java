package de.digitallotsen.registration;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.digitallotsen.registration.PreviewRegistration.Outcome;
import de.digitallotsen.registration.WhoIsTold.Told;
import de.digitallotsen.shared.ChangedSincePreviewException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.RefusedException;

/**
 * What somebody was shown before the final click (R29). The use case looks at it last, in its own transaction and at
 * what it has really done: that and nothing else happens, or nothing at all.
 *
 * @param outcome what would become of the registration; null if the person does not mind
 * @param dueCents what the Kommune would owe the NSI afterwards (R28), in cents; null if the person does not mind
 * @param told {@link WhoIsTold#mark} of those who were named as getting a mail; null if nobody was named. Only pages
 *     name them
 */
public record Expect(
        Outcome outcome, Long dueCents, @JsonIgnore String told) {

    /** Whatever happens. */
    public static final Expect ANYTHING = new Expect(null, null);

    /** Who was shown nothing that can be read agrees to nothing. */
    public static final Expect NOTHING = new Expect(Outcome.REFUSED, 0L);

    private static final Pattern ONE =
            Pattern.compile("(\\d{1,4}):([A-Z]{1,20}):(\\d{1,15})(?::([0-9a-f]{" + WhoIsTold.MARK + "}))?");

    /** Of which nothing is said about who gets a mail. */
    public Expect(Outcome outcome, Long dueCents) {
        this(outcome, dueCents, null);
    }

    /** The same, with those who were named as getting a mail. */
    public Expect telling(List<Told> people) {
        return new Expect(outcome, dueCents, WhoIsTold.mark(people));
    }

    /** The same, or anything if there is none. */
    static Expect orAnything(Expect expect) {
        return expect == null ? ANYTHING : expect;
    }

    /** The person was shown that something would come of it. */
    @JsonIgnore
    public boolean isFine() {
        return outcome != null && outcome != Outcome.REFUSED;
    }

    /**
     * Lets pass what was shown.
     *
     * @throws ChangedSincePreviewException for anything else
     */
    void require(Outcome now, long dueNow) {
        if (outcome != null && outcome != now || dueCents != null && dueCents != dueNow) {
            throw new ChangedSincePreviewException(words(outcome, dueCents), words(now, dueNow));
        }
    }

    /**
     * Lets pass only if just those are written to who were named.
     *
     * @param now asked only if anybody was named
     * @throws ChangedSincePreviewException for others, or other addresses
     */
    static void requireTold(String told, Supplier<List<Told>> now) {
        List<Told> people = told == null ? List.of() : now.get();
        if (told != null && !told.equals(WhoIsTold.mark(people))) {
            String who = people.stream()
                    .map(one -> one.name() + " (" + one.email() + ")")
                    .distinct()
                    .collect(Collectors.joining(", "));
            throw new ChangedSincePreviewException(
                    Messages.text("expect.told-others"),
                    who.isEmpty() ? Messages.text("expect.told-nobody") : Messages.text("expect.told", "who", who));
        }
    }

    /** Does it; a refusal of what was shown as possible is a change, too. */
    <T> T hold(Supplier<T> act) {
        try {
            return act.get();
        } catch (ChangedSincePreviewException changed) {
            throw changed;
        } catch (RefusedException refused) {
            if (!isFine() || refused.refusal().status() != 409) {
                throw refused;
            }
            throw new ChangedSincePreviewException(words(outcome, dueCents), words(Outcome.REFUSED, null));
        }
    }

    private static String words(Outcome outcome, Long due) {
        String what = outcome == null ? "" : Messages.label(outcome);
        return due == null || outcome == Outcome.REFUSED
                ? what
                : Messages.text("expect.due", "what", what, "due", new Money(due))
                        .strip();
    }

    /** Several, as a form carries them through the check page. */
    public static String written(Map<Integer, Expect> byNumber) {
        return new TreeMap<>(byNumber)
                .entrySet().stream()
                        .map(e -> e.getKey() + ":" + e.getValue().outcome() + ":"
                                + e.getValue().dueCents()
                                + (e.getValue().told() == null
                                        ? ""
                                        : ":" + e.getValue().told()))
                        .collect(Collectors.joining(","));
    }

    /** One, as a form carries it. */
    public String written() {
        return written(Map.of(1, this));
    }

    /** Reads what {@link #written()} wrote; {@link #NOTHING} from anything else. */
    public static Expect one(String written) {
        return read(written).getOrDefault(1, NOTHING);
    }

    /** Reads {@link #written}; what was tampered with is not there. */
    public static Map<Integer, Expect> read(String written) {
        Map<Integer, Expect> byNumber = new TreeMap<>();
        for (String one : written.split(",")) {
            Matcher parts = ONE.matcher(one);
            if (parts.matches()) {
                Arrays.stream(Outcome.values())
                        .filter(outcome -> outcome.name().equals(parts.group(2)))
                        .forEach(outcome -> byNumber.put(
                                Integer.valueOf(parts.group(1)),
                                new Expect(outcome, Long.valueOf(parts.group(3)), parts.group(4))));
            }
        }
        return byNumber;
    }
}
