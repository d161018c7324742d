package de.digitallotsen.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarChanged;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/**
 * The NSI settles a seminar that was held (R10, R20): who was there on enough days keeps the place and the money is
 * spent; who was not frees both and owes the whole fee, and the money goes to those who wait for it (R14); who still
 * waited leaves the list. All of it in one transaction.
 */
@UseCase
public class CloseSeminar {

    private final Registrations registrations;
    private final Journal journal;
    private final AttendanceList attendances;
    private final Seminars seminars;
    private final Holdings holdings;
    private final Budget budget;
    private final SeatAllocation allocation;

    CloseSeminar(
            Registrations registrations,
            Journal journal,
            AttendanceList attendances,
            Seminars seminars,
            Holdings holdings,
            Budget budget,
            SeatAllocation allocation) {
        this.registrations = registrations;
        this.journal = journal;
        this.attendances = attendances;
        this.seminars = seminars;
        this.holdings = holdings;
        this.budget = budget;
        this.allocation = allocation;
    }

    /** R20: there on at least as many days as were agreed on; in a shorter seminar on every day. */
    static boolean enough(Registration registration, Set<LocalDate> present) {
        return present.size()
                >= Math.min(
                        registration.attendanceDays(),
                        registration.seminar().dates().size());
    }

    /**
     * What closing would do.
     *
     * @param attended who was there on enough days
     * @param noShow who was not
     * @param waiting how many leave the list
     * @param missingDays of which nobody recorded who was there; while there are any, closing is refused
     */
    public record Preview(
            List<Registration> attended, List<Registration> noShow, int waiting, List<LocalDate> missingDays) {}

    /** Says beforehand what closing would do; changes nothing. */
    public Preview preview(Actor actor, long seminarId) {
        actor.require(Role.NSI);
        Seminar seminar = seminars.require(seminarId);
        Map<Long, Set<LocalDate>> presence = attendances.presence(seminarId);
        List<Registration> open = registrations.openOf(seminarId);
        Map<Boolean, List<Registration>> people = open.stream()
                .filter(r -> r.status() == RegistrationStatus.CONFIRMED)
                .collect(Collectors.partitioningBy(r -> enough(r, presence.getOrDefault(r.id(), Set.of()))));
        int waiting = (int) open.stream()
                .filter(r -> r.status() == RegistrationStatus.WAITING)
                .count();
        return new Preview(people.get(true), people.get(false), waiting, missingDays(seminar));
    }

    private List<LocalDate> missingDays(Seminar seminar) {
        Set<LocalDate> missing = new TreeSet<>(seminar.dates());
        missing.removeAll(attendances.recordedDays(seminar.id()));
        return List.copyOf(missing);
    }

    /**
     * @throws RefusedException NOT_FOUND, SEMINAR_NOT_CHANGEABLE unless it is published and its last day has passed,
     *     ATTENDANCE_MISSING
     */
    public void handle(Actor actor, long seminarId) {
        actor.require(Role.NSI);
        Preview preview = preview(actor, seminarId);
        List<Registration> before = registrations.openOf(seminarId);
        Set<Long> staying = preview.attended().stream().map(Registration::id).collect(Collectors.toSet());
        before.stream()
                .filter(registration -> !staying.contains(registration.id()))
                .forEach(holdings::freePlace);
        Set<Long> periods = before.stream().map(Registration::periodId).collect(Collectors.toSet());
        // Money will come free: the rows of those who wait for it are taken with the seminar's own, before the
        // budget's.
        periods.forEach(period -> allocation.lock(period, Set.of(seminarId)));
        Seminar seminar = seminars.close(seminarId, journal.now());
        requireRecorded(missingDays(seminar));
        Map<Long, Set<LocalDate>> presence = attendances.presence(seminarId);
        for (Registration registration : registrations.openOf(seminarId)) {
            journal.lock(registration);
            settle(actor, registration, enough(registration, presence.getOrDefault(registration.id(), Set.of())));
        }
        journal.tell(SeminarChanged.withReason(actor, "closed", seminarId, seminar.asPlan(), null));
        periods.forEach(period -> allocation.serve(period, null));
    }

    private static void requireRecorded(List<LocalDate> missing) {
        if (!missing.isEmpty()) {
            throw new RefusedException(
                    RegistrationRefusal.ATTENDANCE_MISSING,
                    "days",
                    missing.stream().map(German::date).collect(Collectors.joining(", ")));
        }
    }

    private void settle(Actor actor, Registration registration, boolean present) {
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        if (was.status() == RegistrationStatus.WAITING) {
            holdings.freePlace(registration);
            registration.cancel(journal.now(), 0);
            holdings.leaveQueues(registration, was);
            journal.changed(actor, RegistrationEvent.Kind.CANCELLED, registration, was);
        } else if (present) {
            registration.attend();
            budget.spend(actor, registration.periodId(), registration.payee());
            journal.changed(actor, RegistrationEvent.Kind.ATTENDED, registration, was);
        } else {
            holdings.freePlace(registration);
            registration.noShow();
            holdings.giveBack(actor, registration, was);
            journal.changed(actor, RegistrationEvent.Kind.NO_SHOW, registration, was);
        }
    }
}
