package de.digitallotsen.registration;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.KommuneNames;
import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.SearchText;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.VisibleText;
import jakarta.enterprise.context.ApplicationScoped;

/** What the cells „Kommune“ and „Termin“ of a list mean; where that is not certain, why not (R39). */
@ApplicationScoped
class ListKeys {

    /** Days as serial numbers: 2020 to 2100. */
    private static final int FIRST_SERIAL = 43_831;

    private static final int LAST_SERIAL = 73_051;

    private final Kommunen kommunen;
    private final Seminars seminars;
    private final Clock clock;

    ListKeys(Kommunen kommunen, Seminars seminars, Clock clock) {
        this.kommunen = kommunen;
        this.seminars = seminars;
        this.clock = clock;
    }

    /**
     * What was found, or why nothing was.
     *
     * @param found null if it is not certain
     * @param reason why it cannot be used, or is not certain; else null
     */
    record Meaning<T>(T found, String reason) {
        static <T> Meaning<T> of(T found) {
            return new Meaning<>(found, null);
        }

        static <T> Meaning<T> none(String key, Object... details) {
            return new Meaning<>(null, Messages.text(key, details));
        }
    }

    /** The names of the register as they are now, to be asked once a list. */
    KommuneNames register() {
        return new KommuneNames(kommunen.listAll());
    }

    static Meaning<Kommune> kommune(KommuneNames register, String typed) {
        KommuneNames.Found found = register.find(typed);
        return new Meaning<>(found.kommune(), found.reason() == null ? null : inColumn("Kommune", found.reason()));
    }

    private static String inColumn(String column, String reason) {
        return Messages.text("many.cell", "column", column, "reason", reason);
    }

    /** By number, or by the first day if only one published seminar that is not over begins on it. */
    Meaning<Seminar> seminar(String cell) {
        String typed = VisibleText.line(cell);
        if (typed == null) {
            return Meaning.none("many.seminar-missing");
        }
        String bare = SearchText.plainApostrophes(typed)
                .replaceFirst("(?i)^'?(Termin|Nr\\.?|Nummer|#)?\\s*(Nr\\.?)?\\s*", "");
        if (bare.matches("\\d{1,9}")) {
            Optional<Seminar> numbered = seminars.findByIdOptional(Long.valueOf(bare));
            int number = Integer.parseInt(bare);
            if (numbered.isEmpty() && number >= FIRST_SERIAL && number <= LAST_SERIAL) {
                return onDay(typed, SheetCells.day(new BigDecimal(number), false));
            }
            return numbered.map(seminar -> isOpen(seminar) ? Meaning.of(seminar) : notOpen(List.of(seminar)))
                    .orElseGet(() -> Meaning.none("many.seminar-number", "value", typed));
        }
        return day(bare).map(day -> onDay(typed, day)).orElseGet(() -> Meaning.none("many.seminar", "value", typed));
    }

    /** Midnight behind it says nothing more; a weekday before it has to be the right one. */
    private static Optional<LocalDate> day(String typed) {
        return German.parseDate(typed.replaceFirst("(?i)[t\\s,]+0?0:00(:00(\\.0+)?)?z?$", ""));
    }

    private Meaning<Seminar> onDay(String typed, LocalDate day) {
        List<Seminar> all = seminars.list("firstDay = ?1 order by id", day);
        List<Seminar> open = all.stream().filter(this::isOpen).toList();
        if (open.size() == 1) {
            return Meaning.of(open.get(0));
        }
        if (open.size() > 1) {
            return Meaning.none(
                    "many.seminar-ambiguous",
                    "day",
                    day,
                    "numbers",
                    open.stream()
                            .map(seminar -> seminar.id() + " (" + seminar.venue() + ")")
                            .collect(Collectors.joining(", ")));
        }
        return all.isEmpty() ? Meaning.none("many.seminar-none", "value", typed, "day", day) : notOpen(all);
    }

    /** Published, and its last day is not over: whether people can register now is for the rules to say. */
    private boolean isOpen(Seminar seminar) {
        return seminar.status() == SeminarStatus.PUBLISHED && !isPast(seminar);
    }

    private boolean isPast(Seminar seminar) {
        return seminar.lastDay().isBefore(SystemClock.today(clock));
    }

    /** What is wrong with each of them; the only one is known all the same. */
    private static Meaning<Seminar> notOpen(List<Seminar> seminars) {
        String reasons = seminars.stream().map(ListKeys::state).collect(Collectors.joining(" "));
        return new Meaning<>(seminars.size() == 1 ? seminars.get(0) : null, inColumn("Termin", reasons));
    }

    private static String state(Seminar seminar) {
        // One that is published and not open is past, and says so as one that is settled.
        SeminarStatus status = seminar.status() == SeminarStatus.PUBLISHED ? SeminarStatus.CLOSED : seminar.status();
        return Messages.text("many.seminar-" + status, "day", seminar.firstDay(), "number", seminar.id());
    }
}
