package de.digitallotsen.registration;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.SeminarChanged;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/**
 * The NSI cancels a seminar (R19): every live registration is cancelled without a fee, the money is released and goes
 * to those who wait for it elsewhere (R14), and the Kommunen have their places back.
 */
@UseCase
public class CancelSeminar {

    public static final int LONGEST_REASON = 500;

    private final Registrations registrations;
    private final Journal journal;
    private final SeatAllocation allocation;
    private final Seminars seminars;
    private final Holdings holdings;

    CancelSeminar(
            Registrations registrations,
            Journal journal,
            SeatAllocation allocation,
            Seminars seminars,
            Holdings holdings) {
        this.registrations = registrations;
        this.journal = journal;
        this.allocation = allocation;
        this.seminars = seminars;
        this.holdings = holdings;
    }

    /**
     * @throws de.digitallotsen.shared.InvalidInputException without a reason
     * @throws RefusedException NOT_FOUND, SEMINAR_NOT_CHANGEABLE if it was cancelled or settled already
     */
    public void handle(Actor actor, long seminarId, String typedReason) {
        actor.require(Role.NSI);
        Input input = new Input();
        String reason = input.required("reason", "Grund der Absage", typedReason, LONGEST_REASON);
        input.throwIfWrong();
        SeminarPlan plan = seminars.require(seminarId).asPlan();
        List<Registration> before = registrations.openOf(seminarId);
        before.forEach(holdings::freePlace);
        Set<Long> periods = before.stream().map(Registration::periodId).collect(Collectors.toSet());
        periods.forEach(period -> allocation.lock(period, Set.of(seminarId)));
        Seminar seminar = seminars.cancel(seminarId, reason, journal.now());
        // Those who came between the first look and the lock are seen now; after it nobody comes any more.
        for (Registration registration : registrations.openOf(seminarId)) {
            holdings.freePlace(registration);
            journal.lock(registration);
            cancel(actor, registration, reason);
            periods.add(registration.periodId());
        }
        journal.tell(SeminarChanged.withReason(actor, "cancelled", seminar.id(), plan, reason));
        periods.forEach(period -> allocation.serve(period, null));
    }

    private void cancel(Actor actor, Registration registration, String reason) {
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        registration.cancel(journal.now(), 0);
        holdings.giveBack(actor, registration, was);
        journal.changed(actor, RegistrationEvent.Kind.SEMINAR_CANCELLED, registration, was, reason);
    }
}
