package de.digitallotsen.registration;

import java.sql.Date;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Who was there on which day (R20), and on which days somebody looked. */
@ApplicationScoped
public class AttendanceList {

    private final EntityManager database;

    AttendanceList(EntityManager database) {
        this.database = database;
    }

    /** The days on which each person was there, by registration id; whoever was never there is missing. */
    @SuppressWarnings("unchecked")
    public Map<Long, Set<LocalDate>> presence(long seminarId) {
        List<Object[]> rows = database.createNativeQuery("select a.registration_id, a.day from attendance a"
                        + " join registration r on r.id = a.registration_id where r.seminar_id = ?1")
                .setParameter(1, seminarId)
                .getResultList();
        Map<Long, Set<LocalDate>> days = new HashMap<>();
        rows.forEach(row -> days.computeIfAbsent(((Number) row[0]).longValue(), id -> new TreeSet<>())
                .add(day(row[1])));
        return days;
    }

    /** The days on which this person was there. */
    public Set<LocalDate> presenceOf(long registrationId) {
        return days("select day from attendance where registration_id = ?1", registrationId);
    }

    /** The days of which it was recorded who was there. */
    public Set<LocalDate> recordedDays(long seminarId) {
        return days("select day from attendance_day where seminar_id = ?1", seminarId);
    }

    private Set<LocalDate> days(String sql, long id) {
        List<?> rows = database.createNativeQuery(sql).setParameter(1, id).getResultList();
        return rows.stream().map(AttendanceList::day).collect(Collectors.toCollection(TreeSet::new));
    }

    private static LocalDate day(Object column) {
        return column instanceof Date date ? date.toLocalDate() : (LocalDate) column;
    }

    /** Says who looked, and when; the last one counts. */
    void recorded(long seminarId, Collection<LocalDate> days, Instant now, Long userId) {
        days.forEach(day -> database.createNativeQuery(
                        "insert into attendance_day (seminar_id, day, recorded_at, recorded_by) values (?1, ?2, ?3, ?4)"
                                + " on duplicate key update recorded_at = ?3, recorded_by = ?4")
                .setParameter(1, seminarId)
                .setParameter(2, day)
                .setParameter(3, now)
                .setParameter(4, userId)
                .executeUpdate());
    }

    /** Sets for these days whether the person was there; other days stay. */
    void set(long registrationId, Collection<LocalDate> days, Set<LocalDate> present) {
        for (LocalDate day : days) {
            String statement = present.contains(day)
                    ? "insert ignore into attendance (registration_id, day) values (?1, ?2)"
                    : "delete from attendance where registration_id = ?1 and day = ?2";
            database.createNativeQuery(statement)
                    .setParameter(1, registrationId)
                    .setParameter(2, day)
                    .executeUpdate();
        }
    }
}
