package de.digitallotsen.start;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.registration.CloseSeminar;
import de.digitallotsen.registration.RecordAttendance;
import de.digitallotsen.seminar.PlanSeminar;
import de.digitallotsen.seminar.PublishSeminar;
import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Singleton;

/** What takes place in the demo: seminars that are planned, and those that are over and settled. */
@Singleton
class DemoSeminars {

    private final PlanSeminar plan;
    private final PublishSeminar publish;
    private final RecordAttendance attendance;
    private final CloseSeminar close;

    DemoSeminars(PlanSeminar plan, PublishSeminar publish, RecordAttendance attendance, CloseSeminar close) {
        this.plan = plan;
        this.publish = publish;
        this.attendance = attendance;
        this.close = close;
    }

    long plan(Actor nsi, SeminarPlan.Draft draft, boolean visible) {
        long id = plan.handle(nsi, draft);
        if (visible) {
            publish.handle(nsi, id);
        }
        return id;
    }

    /** One of those who were there missed the last day. */
    void settle(Actor nsi, long seminar, SeminarPlan.Draft draft, Set<String> present) {
        Set<LocalDate> all = draft.days().stream().map(SeminarDay::date).collect(Collectors.toSet());
        Map<String, Set<LocalDate>> days = new HashMap<>();
        present.forEach(reference -> days.put(reference, all));
        present.stream()
                .sorted()
                .findFirst()
                .ifPresent(reference -> days.put(
                        reference,
                        Set.of(draft.days().get(0).date(), draft.days().get(1).date())));
        attendance.handle(nsi, new RecordAttendance.Command(seminar, null, days));
        close.handle(nsi, seminar);
    }
}
