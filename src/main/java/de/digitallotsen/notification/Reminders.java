package de.digitallotsen.notification;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.mail.ReminderCheck;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Who has to be reminded of a seminar, and whether a reminder still holds. Only those who have a seat; days are Berlin
 * days.
 */
@ApplicationScoped
class Reminders implements ReminderCheck {

    /** In Berlin, in summer and in winter. */
    static final LocalTime AT = LocalTime.of(7, 0);

    /** When a reminder goes out, and how long afterwards it still makes sense should the portal have been down. */
    enum Reminder {
        TWO_WEEKS(OccasionKind.REMINDER_TWO_WEEKS, 14, 3),
        THREE_DAYS(OccasionKind.REMINDER_THREE_DAYS, 3, 2);

        private final OccasionKind kind;
        private final int daysBefore;
        private final int daysLate;

        Reminder(OccasionKind kind, int daysBefore, int daysLate) {
            this.kind = kind;
            this.daysBefore = daysBefore;
            this.daysLate = daysLate;
        }

        /** The instant at which it is due for a seminar that begins on that day. */
        Instant dueAt(LocalDate firstDay) {
            return firstDay.minusDays(daysBefore)
                    .atTime(AT)
                    .atZone(German.BERLIN)
                    .toInstant();
        }

        OccasionKind kind() {
            return kind;
        }
    }

    /** A registration to be reminded of its seminar. */
    record Due(OccasionKind kind, long registrationId, LocalDate firstDay) {
        /** The same reminder of the same day is due once; a seminar that is moved has another day. */
        String onceKey() {
            return kind + "/" + registrationId + "/" + firstDay;
        }
    }

    private final EntityManager database;
    private final Clock clock;

    Reminders(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    /**
     * What is due now and was not noted yet. Whoever got a seat only after a reminder was due has just read about the
     * seminar.
     */
    List<Due> due() {
        return Arrays.stream(Reminder.values())
                .flatMap(reminder -> due(reminder).stream())
                .toList();
    }

    private List<Due> due(Reminder reminder) {
        LocalDate today = SystemClock.today(clock);
        List<Object[]> rows = database.createQuery(
                        "select r.id, s.firstDay, r.confirmedAt from Registration r join r.seminar s"
                                + " where r.status = CONFIRMED and s.status = PUBLISHED"
                                + " and s.firstDay between :from and :to order by r.id",
                        Object[].class)
                .setParameter("from", today.plusDays(reminder.daysBefore - reminder.daysLate))
                .setParameter("to", today.plusDays(reminder.daysBefore))
                .getResultList();
        return rows.stream()
                .filter(row -> isDue(reminder, (LocalDate) row[1], (Instant) row[2]))
                .map(row -> new Due(reminder.kind, (Long) row[0], (LocalDate) row[1]))
                .filter(due -> !isNoted(due))
                .toList();
    }

    private boolean isDue(Reminder reminder, LocalDate firstDay, Instant confirmedAt) {
        Instant dueAt = reminder.dueAt(firstDay);
        return !clock.instant().isBefore(dueAt) && confirmedAt.isBefore(dueAt);
    }

    private boolean isNoted(Due due) {
        return !database.createNativeQuery("select 1 from mail_occasion where once_key = ?1")
                .setParameter(1, due.onceKey())
                .getResultList()
                .isEmpty();
    }

    /**
     * True while the person (however written) still has the seat, in the same seminar, which still begins on that day
     * and has not begun.
     */
    @Override
    public boolean stillHolds(long occasionId) {
        return !database.createNativeQuery(
                        "select 1 from mail_occasion o join registration r on r.id = o.registration_id"
                                + " join seminar s on s.id = o.seminar_id"
                                + " join participant was on was.id = o.participant_id"
                                + " join participant p on p.id = r.participant_id"
                                + " where o.id = ?1 and r.status = 'CONFIRMED' and r.seminar_id = o.seminar_id"
                                + " and p.email = was.email and s.status = 'PUBLISHED'"
                                + " and s.first_day > ?2 and o.once_key = concat(o.kind, '/', r.id, '/', s.first_day)")
                .setParameter(1, occasionId)
                .setParameter(2, SystemClock.today(clock))
                .getResultList()
                .isEmpty();
    }
}
