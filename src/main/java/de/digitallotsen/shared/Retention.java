package de.digitallotsen.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;

/** The schedule by which personal data end (R27). Days are those of Berlin. */
@ApplicationScoped
public class Retention {

    private static final int DAYS_OF_A_WEEK = 7;

    private final RetentionSettings settings;
    private final Clock clock;

    Retention(RetentionSettings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /** So long data of this rule are kept after the day on which their time begins to run. */
    public Period keep(RetentionRule rule) {
        return switch (rule) {
            case NAMES -> settings.names();
            case ACCESSIBILITY_NEEDS -> settings.accessibilityNeeds();
            case DELIVERED_MAILS -> settings.deliveredMails();
            case FAILED_MAILS -> settings.failedMails();
            case SHORT_LIVED -> settings.shortLived();
        };
    }

    /** What ended on this day or before is due on that day. */
    public LocalDate lastDay(RetentionRule rule, LocalDate on) {
        return on.minus(keep(rule));
    }

    /** What ended before this instant is due on that day. */
    public Instant before(RetentionRule rule, LocalDate on) {
        return lastDay(rule, on).plusDays(1).atStartOfDay(German.BERLIN).toInstant();
    }

    /** Today. */
    public LocalDate today() {
        return German.berlinDay(clock.instant());
    }

    public Instant now() {
        return clock.instant();
    }

    /** What stands in the place of a name: „gelöscht am 03.02.2034“. */
    public String instead() {
        return Messages.text("deleted.on", "day", today());
    }

    /** „5 Jahre“, „4 Wochen“, „180 Tage“: as it stands in the privacy notice. */
    public String words(RetentionRule rule) {
        return words(keep(rule));
    }

    /** The same of a length that was kept earlier. */
    public static String words(Period period) {
        List<String> parts = new ArrayList<>();
        add(parts, "years", period.getYears());
        add(parts, "months", period.getMonths());
        int days = period.getDays();
        boolean weeks = days % DAYS_OF_A_WEEK == 0;
        add(parts, weeks ? "weeks" : "days", weeks ? days / DAYS_OF_A_WEEK : days);
        return parts.isEmpty() ? Messages.text("period.days", "number", 0) : String.join(" und ", parts);
    }

    private static void add(List<String> parts, String unit, int number) {
        if (number > 0) {
            parts.add(Messages.text("period." + unit, "number", number));
        }
    }
}
