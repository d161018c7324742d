package de.digitallotsen.notification;

import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;

/**
 * What the words of a mail are made of; amounts, days and deadlines are written out.
 *
 * @param person the one who attends
 * @param earlierPerson whose place somebody took over, or null
 * @param earlier from which seminar somebody was moved, or null
 * @param waiting the registration waits
 * @param waitingReason why it waits, in words; empty if it does not
 * @param wasWaiting it waited before
 * @param attended the person was there on enough days
 * @param due what the Kommune owes
 * @param free it owes nothing
 * @param reason what the NSI gave as its reason; empty if none
 * @param closesAt until when cancelling is free
 * @param open that had not passed when it happened
 * @param deadlineEarlier the deadline was moved to an earlier instant
 * @param selfPaying the Kommune pays the whole fee, beyond its places (R5)
 */
public record Letter(
        String person,
        String kommune,
        Training seminar,
        String earlierPerson,
        Training earlier,
        boolean waiting,
        String waitingReason,
        Integer position,
        boolean wasWaiting,
        boolean attended,
        String due,
        boolean free,
        String reason,
        String closesAt,
        boolean open,
        boolean deadlineEarlier,
        boolean selfPaying) {

    /**
     * A seminar in words.
     *
     * @param when from the first to the last day
     * @param days a line a day
     */
    public record Training(long id, String title, String when, LocalDate firstDay, List<String> days, String venue) {
        static Training of(Seminar seminar) {
            return seminar == null
                    ? null
                    : new Training(
                            seminar.id(),
                            seminar.title(),
                            when(seminar.days()),
                            seminar.firstDay(),
                            lines(seminar.days()),
                            place(seminar.venue(), seminar.online()));
        }

        /** „Online“, or a house, from which it may be sent out too. */
        static String place(String venue, boolean online) {
            return online && !"Online".equals(venue) ? venue + " (online)" : venue;
        }

        private static String when(List<SeminarDay> days) {
            LocalDate first = days.get(0).date();
            LocalDate last = days.get(days.size() - 1).date();
            return first.equals(last) ? German.date(first) : German.date(first) + " bis " + German.date(last);
        }

        static List<String> lines(List<SeminarDay> days) {
            return days.stream()
                    .map(day -> German.dateWithWeekday(day.date()) + ", " + German.time(day.begin()) + "–"
                            + German.time(day.end()) + "\u00a0Uhr")
                    .toList();
        }
    }

    static Letter of(Case c) {
        long dueCents = c.amount().dueCents();
        boolean waiting = c.facts().status() == null
                ? c.registration().waitingReason() != null
                : c.facts().isWaiting();
        return new Letter(
                c.participant().fullName(),
                c.registration().kommune().displayName(),
                Training.of(c.seminar()),
                c.earlierParticipant() == null ? null : c.earlierParticipant().fullName(),
                Training.of(c.earlierSeminar()),
                waiting,
                c.registration().waitingReason() == null
                        ? ""
                        : Messages.label(c.registration().waitingReason()),
                c.facts().waitingPosition(),
                c.facts().wasWaiting(),
                c.facts().status() == RegistrationStatus.ATTENDED,
                German.euro(dueCents),
                dueCents == 0,
                c.facts().reason() == null ? "" : c.facts().reason(),
                German.dateTime(c.seminar().closesAt()),
                c.occasion().occurredAt().isBefore(c.seminar().closesAt()),
                c.facts().is() != null && c.facts().is().closesAt() != null,
                c.registration().selfPaying());
    }
}
