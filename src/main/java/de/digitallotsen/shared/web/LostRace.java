package de.digitallotsen.shared.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Violation;

/**
 * The form after somebody else was faster (R31): it says field by field what the other one changed, keeps what was
 * typed where the other one changed nothing, and shows the other one's value everywhere else, so that one more click
 * undoes nothing that was not read. Where the form did not remember what it had shown ({@link Form#remembering}), every
 * difference is told.
 */
public final class LostRace {

    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Map<String, String> WORDS = Map.of("", "leer", "on", "ja");

    private final Form typed;
    private final Form now;
    private final UnaryOperator<String> words;
    private final boolean remembered;
    private final Map<String, String> merged;
    private final List<Violation> differences = new ArrayList<>();

    private LostRace(Form typed, Form now, UnaryOperator<String> words) {
        this.typed = typed;
        this.now = now;
        this.words = words;
        this.remembered = !typed.remembered().isEmpty();
        this.merged = new LinkedHashMap<>(typed.values());
    }

    /**
     * The form to be sent again.
     *
     * @param typed what was sent, with what had been shown
     * @param now the form as it would be shown to somebody who opens it now, with its version
     * @param labels of the fields, in order; others stay as they were typed
     */
    public static Form of(Form typed, Form now, RefusedException stale, Map<String, String> labels) {
        return of(typed, now, stale, labels, LostRace::words);
    }

    /**
     * The same for a form whose fields stand for something else than they hold.
     *
     * @param words what stands in a field, for people
     */
    public static Form of(
            Form typed, Form now, RefusedException stale, Map<String, String> labels, UnaryOperator<String> words) {
        LostRace race = new LostRace(typed, now, words);
        labels.forEach(race::settle);
        race.merged.keySet().removeIf(name -> name.startsWith(Form.WAS));
        race.merged.putAll(now.remembering().remembered());
        race.merged.put("version", now.value("version"));
        return new Form(race.merged, List.of(), null)
                .wrong(new InvalidInputException(race.differences))
                .because(stale);
    }

    private void settle(String field, String label) {
        String mine = typed.value(field);
        String theirs = now.value(field);
        String was = typed.value(Form.WAS + field);
        if (mine.equals(theirs) || remembered && theirs.equals(was)) {
            return;
        }
        merged.put(field, theirs);
        String text = remembered && mine.equals(was)
                ? Messages.text("race.theirs", "label", label, "now", words.apply(theirs), "was", words.apply(was))
                : Messages.text("race.both", "label", label, "now", words.apply(theirs), "typed", words.apply(mine));
        differences.add(new Violation(field, text));
    }

    /** What stands in a field, for people: days and ticks are no codes. */
    public static String words(String value) {
        String label = Messages.label("form." + value);
        if (!label.equals("form." + value)) {
            return label;
        }
        return DAY.matcher(value).matches() ? German.date(LocalDate.parse(value)) : WORDS.getOrDefault(value, value);
    }
}
