package de.digitallotsen.seminar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.stream.Collectors;

import de.digitallotsen.seminar.SeminarSearch.SeminarView;
import de.digitallotsen.shared.German;

/**
 * A seminar as pages show it.
 *
 * @param when from the first to the last day
 * @param days a line a day
 * @param badge the colour of its state: success, warning, info, danger
 * @param seats free seats in words
 * @param open people can register now, with a seat or for the waiting list
 * @param distance from where somebody asked, in words; empty if nobody did
 */
public record SeminarLine(
        long id,
        String title,
        String when,
        List<String> days,
        String venue,
        boolean online,
        SeminarPhase phase,
        String badge,
        String seats,
        int seatsFree,
        int capacity,
        int seatsTaken,
        int waiting,
        long feeCents,
        long subsidyCents,
        long ownShareCents,
        Instant opensAt,
        Instant closesAt,
        boolean open,
        int version,
        Minimum minimum,
        String cancellationReason,
        LocalDate lastDay,
        SeminarStatus status,
        String distance) {

    private static final int MOST_DAYS_NAMED = 5;

    /** Planned, and seen by the NSI only. Templates ask this way: there, a constant never equals its name. */
    public boolean isDraft() {
        return phase == SeminarPhase.DRAFT;
    }

    /** Cancelled (R19). */
    public boolean isCancelled() {
        return status == SeminarStatus.CANCELLED;
    }

    /** Settled (R20). */
    public boolean isClosed() {
        return status == SeminarStatus.CLOSED;
    }

    /** Published, neither cancelled nor settled. */
    public boolean isPublished() {
        return status == SeminarStatus.PUBLISHED;
    }

    /** The minimum of participants is not reached. */
    public boolean isBelowMinimum() {
        return minimum != null && seatsTaken < minimum.participants();
    }

    /** Registration has ended and the seminar has not begun: only the NSI can still help. */
    public boolean isLate() {
        return phase == SeminarPhase.REGISTRATION_ENDED;
    }

    /** Open, with the waiting list only. */
    public boolean isFull() {
        return phase == SeminarPhase.FULL;
    }

    public static SeminarLine of(SeminarView view) {
        Seminar s = view.seminar();
        boolean open = view.phase() == SeminarPhase.OPEN || view.phase() == SeminarPhase.FULL;
        return new SeminarLine(
                s.id(),
                s.title(),
                when(s),
                days(s),
                s.venue(),
                s.online(),
                view.phase(),
                badge(view.phase()),
                seats(s),
                s.seatsFree(),
                s.capacity(),
                s.seatsTaken(),
                s.waitingCount(),
                s.feeCents(),
                view.subsidyCents(),
                view.ownShareCents(),
                s.opensAt(),
                s.closesAt(),
                open,
                s.version(),
                s.minimum(),
                s.cancellationReason() == null ? "" : s.cancellationReason(),
                s.lastDay(),
                s.status(),
                "");
    }

    /** The same with how far it is. */
    public SeminarLine at(String howFar) {
        return new SeminarLine(
                id,
                title,
                when,
                days,
                venue,
                online,
                phase,
                badge,
                seats,
                seatsFree,
                capacity,
                seatsTaken,
                waiting,
                feeCents,
                subsidyCents,
                ownShareCents,
                opensAt,
                closesAt,
                open,
                version,
                minimum,
                cancellationReason,
                lastDay,
                status,
                howFar);
    }

    /** „Mo., 01.03. bis Mi., 03.03.2027“; days that do not follow each other one by one are named one by one. */
    private static String when(Seminar seminar) {
        List<LocalDate> all = seminar.dates();
        LocalDate first = all.get(0);
        LocalDate last = all.get(all.size() - 1);
        if (first.equals(last)) {
            return German.dateWithWeekday(first);
        }
        boolean consecutive = first.plusDays(all.size() - 1L).equals(last);
        if (consecutive || all.size() > MOST_DAYS_NAMED) {
            return withoutYear(first, last) + " bis " + German.dateWithWeekday(last)
                    + (consecutive ? "" : ", " + all.size() + "\u00a0Tage");
        }
        return all.subList(0, all.size() - 1).stream()
                        .map(day -> withoutYear(day, last))
                        .collect(Collectors.joining(", "))
                + " und " + German.dateWithWeekday(last);
    }

    private static String withoutYear(LocalDate day, LocalDate last) {
        return German.shortDateWithWeekday(day)
                + (day.getYear() == last.getYear() ? "" : String.valueOf(day.getYear()));
    }

    private static List<String> days(Seminar seminar) {
        return seminar.days().stream()
                .map(d -> German.dateWithWeekday(d.date()) + ", " + German.time(d.begin()) + "–" + German.time(d.end())
                        + "\u00a0Uhr")
                .toList();
    }

    private static String seats(Seminar s) {
        if (s.seatsFree() > 0 && s.waitingCount() == 0) {
            return s.seatsFree() == 1 ? "1 Platz frei" : s.seatsFree() + " von " + s.capacity() + " Plätzen frei";
        }
        return s.waitingCount() == 0 ? "keine Plätze frei" : "Warteliste: " + s.waitingCount();
    }

    private static String badge(SeminarPhase phase) {
        return switch (phase) {
            case OPEN -> "success";
            case FULL, REGISTRATION_ENDED -> "warning";
            case CANCELLED -> "danger";
            default -> "info";
        };
    }
}
