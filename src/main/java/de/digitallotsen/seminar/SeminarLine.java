package de.digitallotsen.seminar;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

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
        SeminarStatus status) {

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
                when(s.firstDay(), s.lastDay()),
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
                s.status());
    }

    private static String when(LocalDate first, LocalDate last) {
        return first.equals(last)
                ? German.dateWithWeekday(first)
                : German.shortDateWithWeekday(first)
                        + (first.getYear() == last.getYear() ? "" : String.valueOf(first.getYear())) + " bis "
                        + German.dateWithWeekday(last);
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
