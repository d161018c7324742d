package de.digitallotsen.registration;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/**
 * The NSI records day by day who is there (R20), from the first day on until the seminar is closed, as often as it
 * likes.
 */
@UseCase
public class RecordAttendance {

    private final Registrations registrations;
    private final Seminars seminars;
    private final AttendanceList list;
    private final Journal journal;

    RecordAttendance(Registrations registrations, Seminars seminars, AttendanceList list, Journal journal) {
        this.registrations = registrations;
        this.seminars = seminars;
        this.list = list;
        this.journal = journal;
    }

    /**
     * Who was there.
     *
     * @param days that were looked at; null means all that are not in the future. Other days stay as they are.
     * @param present by reference, the days on which the person was there; whoever is not named stays as recorded
     * @param seen the same as it stood when that was typed; null records it whatever stands there
     */
    public record Command(
            long seminarId,
            Set<LocalDate> days,
            Map<String, Set<LocalDate>> present,
            Map<String, Set<LocalDate>> seen) {
        /** Whatever stands there. */
        public Command(long seminarId, Set<LocalDate> days, Map<String, Set<LocalDate>> present) {
            this(seminarId, days, present, null);
        }
    }

    /**
     * @throws de.digitallotsen.shared.InvalidInputException for unknown references, for days that are not the seminar's
     *     or still to come
     * @throws RefusedException NOT_FOUND, ATTENDANCE_NOT_RECORDABLE before the first day and after closing, STALE
     */
    public void handle(Actor actor, Command command) {
        actor.require(Role.NSI);
        Seminar seminar = seminars.require(command.seminarId());
        seminars.lock(Set.of(seminar.id()));
        journal.refresh(seminar);
        Set<LocalDate> begun = begunDays(seminar);
        if (seminar.status() != SeminarStatus.PUBLISHED || begun.isEmpty()) {
            throw new RefusedException(
                    RegistrationRefusal.ATTENDANCE_NOT_RECORDABLE,
                    "status",
                    seminar.status(),
                    "firstDay",
                    seminar.firstDay());
        }
        Set<LocalDate> days = command.days() == null ? begun : command.days();
        Map<String, Registration> people = confirmed(seminar.id());
        Map<Registration, Set<LocalDate>> present = check(command, begun, days, people);
        if (command.seen() != null) {
            present.keySet().forEach(one -> requireAsSeen(one, days, command.seen()));
        }
        change(actor, seminar.id(), days, present);
    }

    /** Somebody else may have recorded other days of the same person in between (R31). */
    private void requireAsSeen(Registration registration, Set<LocalDate> days, Map<String, Set<LocalDate>> seen) {
        Set<LocalDate> now = new TreeSet<>(list.presenceOf(registration.id()));
        now.retainAll(days);
        if (!now.equals(seen.getOrDefault(registration.reference(), Set.of()))) {
            throw new RefusedException(AccessRefusal.STALE, "changedAt", Messages.text("stale.since-opened"));
        }
    }

    /** What is the same already stays as it is, and leaves no trace (R31). */
    private void change(Actor actor, long seminarId, Set<LocalDate> days, Map<Registration, Set<LocalDate>> present) {
        Set<LocalDate> recordedBefore = list.recordedDays(seminarId);
        long daysBefore = personDays(seminarId);
        boolean changed = false;
        for (Map.Entry<Registration, Set<LocalDate>> one : present.entrySet()) {
            changed |= setDays(actor, one.getKey(), days, one.getValue());
        }
        if (changed || !recordedBefore.containsAll(days)) {
            list.recorded(seminarId, days, journal.now(), actor.userId());
            journal.tell(AuditedChange.of(actor, "seminar.attendance_recorded", "seminar", seminarId)
                    .from("recordedDays", DaysPresent.text(recordedBefore), "personDays", daysBefore)
                    .to(
                            "recordedDays",
                            DaysPresent.text(list.recordedDays(seminarId)),
                            "personDays",
                            personDays(seminarId)));
        }
    }

    private long personDays(long seminarId) {
        return list.presence(seminarId).values().stream().mapToLong(Set::size).sum();
    }

    private boolean setDays(Actor actor, Registration registration, Set<LocalDate> days, Set<LocalDate> there) {
        Set<LocalDate> before = list.presenceOf(registration.id());
        Set<LocalDate> now = new TreeSet<>(before);
        now.removeAll(days);
        now.addAll(there);
        if (now.equals(before)) {
            return false;
        }
        list.set(registration.id(), days, there);
        journal.attendance(actor, registration, DaysPresent.of(before, now));
        return true;
    }

    private Set<LocalDate> begunDays(Seminar seminar) {
        LocalDate today = German.berlinDay(journal.now());
        return seminar.dates().stream()
                .filter(day -> !day.isAfter(today))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Map<String, Registration> confirmed(long seminarId) {
        List<Registration> all = registrations.openOf(seminarId);
        return all.stream()
                .filter(r -> r.status() == RegistrationStatus.CONFIRMED)
                .collect(Collectors.toMap(Registration::reference, r -> r));
    }

    private static Map<Registration, Set<LocalDate>> check(
            Command command, Set<LocalDate> begun, Set<LocalDate> days, Map<String, Registration> people) {
        Input input = new Input();
        days.forEach(day -> input.check(begun.contains(day), "daysPresent", "attendance.day", "day", day));
        Map<Registration, Set<LocalDate>> present = new LinkedHashMap<>();
        command.present().forEach((typed, there) -> {
            Registration registration = Reference.parse(typed).map(people::get).orElse(null);
            input.check(
                    registration != null, "reference", "attendance.unknown", "reference", typed == null ? "" : typed);
            there.forEach(day -> input.check(days.contains(day), "daysPresent", "attendance.day", "day", day));
            if (registration != null) {
                present.put(registration, there);
            }
        });
        input.throwIfWrong();
        return present;
    }
}
