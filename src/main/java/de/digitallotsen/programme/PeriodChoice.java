package de.digitallotsen.programme;

import java.time.Clock;
import java.time.LocalDate;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Reads which funding period an address asks for: {@code zeitraum} of a page, {@code periodId} of the interface (R35).
 * The only place that does.
 */
@ApplicationScoped
public class PeriodChoice {

    /** The interface's word for {@link ChosenPeriod#ALL}. */
    private static final String ALL_IN_ENGLISH = "all";

    private final FundingPeriods periods;
    private final Clock clock;

    PeriodChoice(FundingPeriods periods, Clock clock) {
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * @param asked as it stands in the address; null and blank mean today's period, else the next, else the last
     * @throws RefusedException UNKNOWN_PERIOD if there is none with that id; NOT_FOUND if there is none at all
     */
    public ChosenPeriod read(String asked) {
        return read(asked, null);
    }

    /**
     * The same for a page that shows the end of a day.
     *
     * @param day the period of that day is shown where none is asked for; null and days to come mean today
     */
    public ChosenPeriod read(String asked, LocalDate day) {
        return isBlank(asked) ? byDay(day, false) : one(asked.strip(), false);
    }

    /** The same where all of them can be looked at together: „alle“, {@code all}. */
    public ChosenPeriod readOneOrAll(String asked, LocalDate day) {
        if (isBlank(asked)) {
            return byDay(day, true);
        }
        String word = asked.strip();
        return word.equals(ChosenPeriod.ALL) || word.equals(ALL_IN_ENGLISH)
                ? new ChosenPeriod(null, word, periods.all(), true)
                : one(word, true);
    }

    /** The same where they are looked at together unless one of them is asked for. */
    public ChosenPeriod readOneOfAll(String asked) {
        return readOneOrAll(isBlank(asked) ? ChosenPeriod.ALL : asked, null);
    }

    private ChosenPeriod byDay(LocalDate day, boolean all) {
        LocalDate today = SystemClock.today(clock);
        FundingPeriod shown = periods.requireCurrent(day == null || day.isAfter(today) ? today : day);
        return new ChosenPeriod(shown, null, periods.all(), all);
    }

    private ChosenPeriod one(String asked, boolean all) {
        FundingPeriod found = require(German.parseNumber(asked).orElse(-1L));
        return new ChosenPeriod(found, String.valueOf(found.id()), periods.all(), all);
    }

    /**
     * The period with that id; null means today's.
     *
     * @throws RefusedException UNKNOWN_PERIOD, NOT_FOUND
     */
    public FundingPeriod require(Long id) {
        return id == null
                ? byDay(null, false).period()
                : periods.all().stream()
                        .filter(period -> period.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new RefusedException(ProgrammeRefusal.UNKNOWN_PERIOD));
    }

    private static boolean isBlank(String asked) {
        return asked == null || asked.isBlank();
    }
}
