package de.digitallotsen.registration;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.CsvTable;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;

/** What the cells „Kommune“ and „Termin“ of a list mean; where that is not certain, why not (R39). */
@ApplicationScoped
class ListKeys {

    /** Days as serial numbers: 2020 to 2100. */
    private static final int FIRST_SERIAL = 43_831;

    private static final int LAST_SERIAL = 73_051;

    /** A key that a spreadsheet showed as a number and saved as it showed it: 3,2410E+10. */
    private static final String SHORTENED = "(?i)\\d+([.,]\\d+)?E\\+?\\d+";

    private final Kommunen kommunen;
    private final Seminars seminars;

    ListKeys(Kommunen kommunen, Seminars seminars) {
        this.kommunen = kommunen;
        this.seminars = seminars;
    }

    /**
     * What was found, or why nothing was.
     *
     * @param found null if it is not certain
     * @param reason null if something was found
     */
    record Meaning<T>(T found, String reason) {
        static <T> Meaning<T> of(T found) {
            return new Meaning<>(found, null);
        }

        static <T> Meaning<T> none(String key, Object... details) {
            return new Meaning<>(null, Messages.text(key, details));
        }
    }

    /** By key, with or without its leading zero, by the name as it is shown everywhere, or by a name that is unique. */
    Meaning<Kommune> kommune(String typed) {
        if (typed == null) {
            return Meaning.none("many.kommune", "value", "");
        }
        String key = CsvTable.key(typed, 12, 8);
        if (key.matches("\\d+") || typed.matches(SHORTENED)) {
            return byKey(typed, key);
        }
        String name = Input.clean(typed);
        List<Kommune> found = kommunen.list("displayName", name);
        if (found.isEmpty()) {
            found = kommunen.list("name", name);
        }
        List<Kommune> living =
                found.stream().filter(kommune -> kommune.validTo() == null).toList();
        return only(typed, living.isEmpty() ? found : living);
    }

    private Meaning<Kommune> byKey(String typed, String key) {
        List<Kommune> found = switch (key.length()) {
            case 12 -> kommunen.list("ars", key);
            case 8 -> kommunen.list("ags", key);
            default -> List.of();
        };
        return found.isEmpty() ? Meaning.none("many.kommune-key", "value", typed) : only(typed, found);
    }

    private static Meaning<Kommune> only(String typed, List<Kommune> found) {
        if (found.isEmpty()) {
            return Meaning.none("many.kommune", "value", typed);
        }
        return found.size() == 1
                ? Meaning.of(found.get(0))
                : Meaning.none(
                        "many.kommune-ambiguous",
                        "value",
                        typed,
                        "kommunen",
                        found.stream()
                                .map(kommune -> "„" + kommune.displayName() + "“")
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }

    /** By number, or by the first day if only one published seminar begins on it. */
    Meaning<Seminar> seminar(String typed) {
        if (typed == null) {
            return Meaning.none("many.seminar", "value", "");
        }
        String bare = typed.replaceFirst("(?i)^'?(Termin|Nr\\.?|Nummer|#)?\\s*(Nr\\.?)?\\s*", "");
        if (bare.matches("\\d{1,9}")) {
            Optional<Seminar> numbered = seminars.findByIdOptional(Long.valueOf(bare));
            int number = Integer.parseInt(bare);
            if (numbered.isEmpty() && number >= FIRST_SERIAL && number <= LAST_SERIAL) {
                return onDay(typed, SheetCells.day(new BigDecimal(number), false));
            }
            return numbered.map(Meaning::of).orElseGet(() -> Meaning.none("many.seminar-number", "value", typed));
        }
        return day(bare).map(day -> onDay(typed, day)).orElseGet(() -> Meaning.none("many.seminar", "value", typed));
    }

    /** Midnight behind it says nothing more; a weekday before it has to be the right one. */
    private static Optional<LocalDate> day(String typed) {
        return German.parseDate(typed.replaceFirst("(?i)[t\\s,]+0?0:00(:00(\\.0+)?)?z?$", ""));
    }

    private Meaning<Seminar> onDay(String typed, LocalDate day) {
        List<Seminar> all = seminars.list("firstDay", day);
        List<Seminar> published = all.stream()
                .filter(seminar -> seminar.status() == SeminarStatus.PUBLISHED)
                .toList();
        if (published.size() == 1) {
            return Meaning.of(published.get(0));
        }
        if (published.size() > 1) {
            return Meaning.none(
                    "many.seminar-ambiguous",
                    "day",
                    day,
                    "numbers",
                    published.stream()
                            .map(seminar -> seminar.id() + " (" + seminar.venue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        return all.isEmpty()
                ? Meaning.none("many.seminar-none", "value", typed, "day", day)
                : Meaning.none(
                        "many.seminar-" + all.get(0).status(),
                        "day",
                        day,
                        "number",
                        all.get(0).id());
    }
}
