package de.digitallotsen.report;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;

/**
 * Who waits for the money of a period: figures by seminar, no persons; now or at the end of a past day, from the
 * history.
 */
@ApplicationScoped
public class WaitingForFunds {

    private static final String FIGURES =
            "select s.id, s.first_day, s.venue, s.online, count(*), coalesce(sum(r.subsidy_cents), 0)"
                    + " from registration r join seminar s on s.id = r.seminar_id";
    private static final String BY_SEMINAR =
            " group by s.id, s.first_day, s.venue, s.online order by s.first_day, s.id";

    private final EntityManager database;

    WaitingForFunds(EntityManager database) {
        this.database = database;
    }

    /**
     * Those who wait in one seminar.
     *
     * @param venue null online
     * @param cents the Land's share that they wait for
     */
    public record Line(long seminarId, LocalDate firstDay, String venue, long registrations, long cents) {}

    /** How many, and the Land's share that they wait for, in cents. */
    public record Sum(long registrations, long cents) {
        static Sum of(List<Line> lines) {
            return new Sum(
                    lines.stream().mapToLong(Line::registrations).sum(),
                    lines.stream().mapToLong(Line::cents).sum());
        }
    }

    /** As it stands now. */
    public List<Line> now(long periodId) {
        return lines(database.createNativeQuery(
                        FIGURES + " where r.period_id = ?1 and r.status = 'WAITING' and r.waiting_reason = 'FUNDS'"
                                + BY_SEMINAR)
                .setParameter(1, periodId));
    }

    /** Those whose last line of history before that instant says that they wait for money. */
    public List<Line> before(long periodId, Instant end) {
        return lines(database.createNativeQuery(FIGURES
                        + " join registration_event e on e.registration_id = r.id where r.period_id = ?1"
                        + " and e.waiting_reason = 'FUNDS' and e.at < ?2"
                        + " and not exists (select 1 from registration_event later"
                        + " where later.registration_id = e.registration_id and later.id > e.id and later.at < ?2)"
                        + BY_SEMINAR)
                .setParameter(1, periodId)
                .setParameter(2, end));
    }

    @SuppressWarnings("unchecked")
    private static List<Line> lines(Query query) {
        List<Object[]> rows = query.getResultList();
        return rows.stream()
                .map(row -> new Line(
                        number(row[0]),
                        day(row[1]),
                        isTrue(row[3]) ? null : (String) row[2],
                        number(row[4]),
                        number(row[5])))
                .toList();
    }

    private static boolean isTrue(Object column) {
        return column instanceof Boolean truth ? truth : number(column) != 0;
    }

    static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    static long number(Object column) {
        return ((Number) column).longValue();
    }
}
