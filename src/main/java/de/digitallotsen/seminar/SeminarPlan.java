package de.digitallotsen.seminar;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;

/**
 * What the NSI decides about a seminar, checked: days in order and without repetition, deadlines that make sense,
 * amounts in range. Made only by {@link Draft#check}.
 *
 * @param capacity seats, 1 to {@value #MOST_SEATS}
 * @param feeCents the whole fee of one person, 0 to 100,000.00 EUR
 * @param opensAt registration is open from this instant on (R7)
 * @param closesAt Meldeschluss: registration is closed from this instant on (R7)
 * @param minimum or null if it takes place with however few
 */
public record SeminarPlan(
        String title,
        List<SeminarDay> days,
        String venue,
        boolean online,
        int capacity,
        long feeCents,
        Instant opensAt,
        Instant closesAt,
        Minimum minimum) {

    public static final int LONGEST_TITLE = 160;
    public static final int LONGEST_VENUE = 200;
    public static final int MOST_SEATS = 500;
    public static final int MOST_DAYS = 20;
    public static final long HIGHEST_FEE_CENTS = 10_000_000L;
    /** Nobody plans further ahead; a later year is a slip of the hand. */
    static final int MOST_YEARS_AHEAD = 5;
    /** Before this nothing opened here; the database could not hold every instant that can be sent. */
    private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

    public SeminarPlan {
        days = days.stream().sorted(Comparator.comparing(SeminarDay::date)).toList();
    }

    /** A plan without a minimum of participants. */
    public SeminarPlan(
            String title,
            List<SeminarDay> days,
            String venue,
            boolean online,
            int capacity,
            long feeCents,
            Instant opensAt,
            Instant closesAt) {
        this(title, days, venue, online, capacity, feeCents, opensAt, closesAt, null);
    }

    public LocalDate firstDay() {
        return days.get(0).date();
    }

    public LocalDate lastDay() {
        return days.get(days.size() - 1).date();
    }

    /** What was typed, not yet checked; anything may be missing. */
    public record Draft(
            String title,
            List<SeminarDay> days,
            String venue,
            Boolean online,
            Long capacity,
            Long feeCents,
            Instant opensAt,
            Instant closesAt,
            Long minParticipants,
            LocalDate decisionDay) {

        /** Without a minimum of participants. */
        public Draft(
                String title,
                List<SeminarDay> days,
                String venue,
                Boolean online,
                Long capacity,
                Long feeCents,
                Instant opensAt,
                Instant closesAt) {
            this(title, days, venue, online, capacity, feeCents, opensAt, closesAt, null, null);
        }

        /** The same with a minimum, or with none. */
        Draft with(Minimum minimum) {
            return new Draft(
                    title,
                    days,
                    venue,
                    online,
                    capacity,
                    feeCents,
                    opensAt,
                    closesAt,
                    minimum == null ? null : (long) minimum.participants(),
                    minimum == null ? null : minimum.decisionDay());
        }

        /**
         * Checks everything at once.
         *
         * @param today earlier days are refused; null accepts them (changing a seminar that has begun)
         * @throws de.digitallotsen.shared.InvalidInputException with every violation
         */
        public SeminarPlan check(LocalDate today) {
            Input input = new Input();
            String checkedTitle = input.required("title", "Titel", title, LONGEST_TITLE);
            boolean isOnline = Boolean.TRUE.equals(online);
            String checkedVenue = isOnline
                    ? input.optional("venue", "Ort", venue, LONGEST_VENUE)
                    : input.required("venue", "Ort", venue, LONGEST_VENUE);
            Long seats = input.number("capacity", "Plätze", capacity, 1, MOST_SEATS);
            Long fee = input.euro("feeCents", "Teilnahmeentgelt in Euro", feeCents, 0, HIGHEST_FEE_CENTS);
            input.check(opensAt != null, "opensAt", "input.required", "label", "Anmeldung ab");
            input.check(
                    opensAt == null || !opensAt.isBefore(EARLIEST),
                    "opensAt",
                    "seminar.opens-too-early",
                    "earliest",
                    EARLIEST);
            input.check(closesAt != null, "closesAt", "input.required", "label", "Meldeschluss");
            input.check(
                    opensAt == null || closesAt == null || opensAt.isBefore(closesAt),
                    "closesAt",
                    "seminar.closes-before-opens");
            List<SeminarDay> checkedDays = checkDays(input, today);
            checkDeadline(input, checkedDays);
            checkMinimum(input, checkedDays);
            input.throwIfWrong();
            Minimum minimum = minParticipants == null ? null : new Minimum(minParticipants.intValue(), decisionDay);
            return new SeminarPlan(
                    checkedTitle,
                    checkedDays,
                    checkedVenue == null ? "Online" : checkedVenue,
                    isOnline,
                    seats.intValue(),
                    fee,
                    opensAt,
                    closesAt,
                    minimum);
        }

        private void checkMinimum(Input input, List<SeminarDay> sorted) {
            input.check(
                    minParticipants != null || decisionDay == null,
                    "minParticipants",
                    "seminar.minimum-without-number");
            input.check(decisionDay != null || minParticipants == null, "decisionDay", "seminar.minimum-without-day");
            if (minParticipants != null && capacity != null) {
                input.check(
                        minParticipants >= 1 && minParticipants <= capacity,
                        "minParticipants",
                        "seminar.minimum-range",
                        "capacity",
                        capacity);
            }
            if (decisionDay != null && !sorted.isEmpty()) {
                input.check(
                        !decisionDay.isAfter(sorted.get(0).date()),
                        "decisionDay",
                        "seminar.decision-too-late",
                        "first",
                        sorted.get(0).date());
            }
        }

        private List<SeminarDay> checkDays(Input input, LocalDate today) {
            if (days == null || days.isEmpty()) {
                input.check(false, "days", "seminar.no-day");
                return List.of();
            }
            input.check(days.size() <= MOST_DAYS, "days", "seminar.too-many-days", "most", MOST_DAYS);
            List<SeminarDay> complete = new ArrayList<>();
            Set<LocalDate> seen = new HashSet<>();
            for (int i = 0; i < days.size(); i++) {
                String field = "days[" + i + "]";
                SeminarDay day = days.get(i);
                if (day == null || day.date() == null) {
                    input.check(false, field + ".date", "seminar.day-without-date", "number", i + 1);
                    continue;
                }
                LocalTime begin = day.begin() == null ? LocalTime.of(9, 0) : day.begin();
                LocalTime end = day.end() == null ? LocalTime.of(16, 0) : day.end();
                input.check(begin.isBefore(end), field + ".end", "seminar.day-ends-before-begin", "number", i + 1);
                input.check(seen.add(day.date()), field + ".date", "seminar.day-twice", "day", day.date());
                input.check(
                        today == null || !day.date().isBefore(today),
                        field + ".date",
                        "seminar.day-past",
                        "day",
                        day.date());
                input.check(
                        today == null || day.date().isBefore(today.plusYears(MOST_YEARS_AHEAD)),
                        field + ".date",
                        "seminar.day-too-far",
                        "day",
                        day.date(),
                        "years",
                        MOST_YEARS_AHEAD);
                complete.add(new SeminarDay(day.date(), begin, end));
            }
            complete.sort(Comparator.comparing(SeminarDay::date));
            return complete;
        }

        private void checkDeadline(Input input, List<SeminarDay> sorted) {
            if (closesAt != null && !sorted.isEmpty()) {
                SeminarDay first = sorted.get(0);
                Instant begins =
                        first.date().atTime(first.begin()).atZone(German.BERLIN).toInstant();
                input.check(!closesAt.isAfter(begins), "closesAt", "seminar.closes-after-begin", "begin", begins);
            }
        }
    }
}
