package de.digitallotsen;

import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.registration.CloseSeminar;
import de.digitallotsen.registration.RecordAttendance;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Singleton;

/** Seminars that were held, with who was there. */
@Singleton
public class CompletedSeminars {

    private final RecordAttendance record;
    private final CloseSeminar close;
    private final Database database;

    CompletedSeminars(RecordAttendance record, CloseSeminar close, Database database) {
        this.record = record;
        this.close = close;
        this.database = database;
    }

    /** Records that these people were there on every day, and nobody else on any. */
    public void recorded(Actor nsi, long seminarId, Set<String> present) {
        Set<LocalDate> days = daysOf(seminarId);
        record.handle(
                nsi,
                new RecordAttendance.Command(
                        seminarId, days, present.stream().collect(Collectors.toMap(r -> r, r -> days))));
    }

    /** Records the days of one person. */
    public void recorded(Actor nsi, long seminarId, String reference, Set<LocalDate> present) {
        record.handle(nsi, new RecordAttendance.Command(seminarId, daysOf(seminarId), Map.of(reference, present)));
    }

    /** The same, and settles the seminar. */
    public void closed(Actor nsi, long seminarId, Set<String> present) {
        recorded(nsi, seminarId, present);
        close.handle(nsi, seminarId);
    }

    /** The days of a seminar. */
    public Set<LocalDate> daysOf(long seminarId) {
        return database.rows("select day from seminar_day where seminar_id = " + seminarId).stream()
                .map(LocalDate::parse)
                .collect(Collectors.toSet());
    }
}
