package de.digitallotsen.kommune;

import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.digitallotsen.shared.CsvTable;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.SearchText;
import de.digitallotsen.shared.VisibleText;

/**
 * Finds the Kommune that a cell of any list means: with certainty, or not at all (R37, R39). By key, whatever a
 * spreadsheet made of it; by its name with its designation before or behind it; by its bare name, if no other has it.
 * Capitals, ß and ss, hyphens and apostrophes of every kind make no difference; umlauts and accents do: what the
 * collation of a database takes for the same is not the same to a reader. Made of the whole register, once a list.
 */
public final class KommuneNames {

    /** Digits of an ARS, of an AGS, and of the AGS of a Landkreis. */
    private static final int[] LENGTHS = {12, 8, 5};

    /** A key that a spreadsheet showed as a number and saved as it showed it: 3,2410E+10. */
    private static final String SHORTENED = "(?i)\\d+([.,]\\d+)?E\\+?\\d+";

    private final Map<String, Kommune> register = new HashMap<>();
    private final Map<String, Set<Kommune>> byKey = new HashMap<>();
    private final Map<String, Set<Kommune>> byOfficialName = new HashMap<>();
    private final Map<String, Set<Kommune>> byBareName = new HashMap<>();

    /** @param register every Kommune, also those that have ended */
    public KommuneNames(List<Kommune> register) {
        for (Kommune kommune : register) {
            this.register.put(kommune.ars(), kommune);
            add(byKey, kommune.ars(), kommune);
            if (kommune.ags() != null) {
                add(byKey, kommune.ags(), kommune);
            }
            officialNames(kommune).forEach(name -> add(byOfficialName, name, kommune));
            add(byBareName, folded(kommune.name()), kommune);
        }
    }

    private static void add(Map<String, Set<Kommune>> index, String key, Kommune kommune) {
        index.computeIfAbsent(key, none -> new LinkedHashSet<>()).add(kommune);
    }

    /**
     * What was found.
     *
     * @param kommune null if it is not certain
     * @param reason why it is not, in a sentence: nothing is called so, or which are; null if something was found
     */
    public record Found(Kommune kommune, String reason) {}

    /** The key that is meant, with its zeros and without blanks and apostrophes; null if it is none. */
    public static String key(String typed) {
        String key = CsvTable.key(typed, LENGTHS);
        return key != null && key.matches("\\d+") ? key : null;
    }

    /** What stands in a cell, or in a field of a program; null counts as empty. */
    public Found find(String typed) {
        String text = VisibleText.line(typed);
        if (text == null) {
            return new Found(null, Messages.text("kommune-name.missing"));
        }
        String key = key(text);
        if (key != null || text.matches(SHORTENED)) {
            return found(text, living(byKey.getOrDefault(key == null ? text : key, Set.of())), "kommune-name.key");
        }
        Set<Kommune> official = byOfficialName.getOrDefault(folded(text), Set.of());
        return found(
                text,
                living(official.isEmpty() ? byBareName.getOrDefault(folded(text), Set.of()) : official),
                "kommune-name.unknown");
    }

    /** True if the Kommune may be meant by this name. */
    public boolean isCalled(Kommune kommune, String name) {
        String folded = folded(name);
        return byOfficialName.getOrDefault(folded, Set.of()).contains(kommune)
                || byBareName.getOrDefault(folded, Set.of()).contains(kommune);
    }

    /** One that has ended is meant only where none that exists is. */
    private static List<Kommune> living(Set<Kommune> found) {
        List<Kommune> living =
                found.stream().filter(kommune -> kommune.validTo() == null).toList();
        return living.isEmpty() ? List.copyOf(found) : living;
    }

    private Found found(String typed, List<Kommune> candidates, String nothing) {
        List<Kommune> meant = withoutOwnMembers(candidates);
        return switch (meant.size()) {
            case 0 -> new Found(null, Messages.text(nothing, "value", typed));
            case 1 -> new Found(meant.get(0), null);
            default ->
                new Found(
                        null,
                        Messages.text(
                                "kommune-name.ambiguous",
                                "value",
                                typed,
                                "kommunen",
                                meant.stream().map(this::named).sorted().collect(Collectors.joining(", "))));
        };
    }

    /**
     * A Mitgliedsgemeinde takes part through its Samtgemeinde: if both are called so, either way the latter is meant.
     */
    private static List<Kommune> withoutOwnMembers(List<Kommune> candidates) {
        Map<String, Kommune> all = candidates.stream().collect(Collectors.toMap(Kommune::ars, Function.identity()));
        return candidates.stream()
                .filter(kommune -> kommune.samtgemeindeArs() == null || !all.containsKey(kommune.samtgemeindeArs()))
                .toList();
    }

    private String named(Kommune kommune) {
        Kommune through = register.get(kommune.samtgemeindeArs());
        return through == null
                ? "„" + kommune.displayName() + "“"
                : Messages.text(
                        "kommune-name.through", "kommune", kommune.displayName(), "through", through.displayName());
    }

    /** As it is shown everywhere, and with its designation before or behind: „Langenhagen, Stadt“. */
    private static Set<String> officialNames(Kommune kommune) {
        Stream<String> names = Stream.of(
                kommune.displayName(),
                kommune.designation() + " " + kommune.name(),
                kommune.name() + " " + kommune.designation());
        return names.map(KommuneNames::folded).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What decides whether two names are one; commas and brackets only set the designation apart. */
    private static String folded(String name) {
        String seen = VisibleText.line(name);
        return seen == null
                ? ""
                : VisibleText.plainHyphens(SearchText.plainApostrophes(seen))
                        .toLowerCase(Locale.GERMANY)
                        .replace("ß", "ss")
                        .replaceAll("[,()]", " ")
                        .strip()
                        .replaceAll(" +", " ")
                        .replaceAll(" - ", "-");
    }
}
