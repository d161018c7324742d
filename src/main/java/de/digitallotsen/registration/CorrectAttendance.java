package de.digitallotsen.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

import de.digitallotsen.places.Places;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.registration.PossibleActs.Act;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/**
 * After closing, the attendance of one person is corrected with a reason, and the difference booked (R20): who was
 * there after all takes place and money again, if there are any; who was not gives them back to those who wait (R14).
 */
@UseCase
public class CorrectAttendance {

    public static final int LONGEST_REASON = 500;

    private final Registrations registrations;
    private final Journal journal;
    private final SeatAllocation allocation;
    private final AttendanceList list;
    private final FundingPeriods periods;
    private final Places places;
    private final Holdings holdings;

    CorrectAttendance(
            Registrations registrations,
            Journal journal,
            SeatAllocation allocation,
            AttendanceList list,
            FundingPeriods periods,
            Places places,
            Holdings holdings) {
        this.registrations = registrations;
        this.journal = journal;
        this.allocation = allocation;
        this.list = list;
        this.periods = periods;
        this.places = places;
        this.holdings = holdings;
    }

    /**
     * @param daysPresent all days on which the person was there
     * @param seen the days as they stood when that was typed; null corrects them whatever they are
     */
    public record Command(String reference, Set<LocalDate> daysPresent, String reason, Set<LocalDate> seen) {
        /** Whatever they are. */
        public Command(String reference, Set<LocalDate> daysPresent, String reason) {
            this(reference, daysPresent, reason, null);
        }
    }

    /**
     * @throws de.digitallotsen.shared.InvalidInputException without a reason, or for days that are not the seminar's
     * @throws RefusedException NOT_FOUND, NOT_CORRECTABLE before closing, KOMMUNE_LIMIT_REACHED (R3),
     *     PERSON_ALREADY_REGISTERED (R4), BUDGET_EXHAUSTED (R9)
     */
    public void handle(Actor actor, Command command) {
        actor.require(Role.NSI);
        Registration registration = registrations.require(actor, command.reference());
        String reason = check(registration, command);
        PossibleActs.of(registration, actor, journal.now()).require(Act.CORRECT);
        boolean present = CloseSeminar.enough(registration, command.daysPresent());
        Integer place = present ? placeFor(registration) : giveBackPlace(registration);
        allocation.lock(registration.periodId(), Set.of(registration.seminar().id()));
        journal.reread(registration);
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        Set<LocalDate> before = list.presenceOf(registration.id());
        if (command.seen() != null && !command.seen().equals(before)) {
            throw new RefusedException(AccessRefusal.STALE, "changedAt", Messages.text("stale.since-opened"));
        }
        DaysPresent days = DaysPresent.of(before, command.daysPresent());
        list.set(registration.id(), registration.seminar().dates(), command.daysPresent());
        if (registration.correct(present, place, programme(registration).placeScope(registration.periodId()))) {
            journal.flush();
            holdings.correct(actor, registration, present);
        }
        journal.note(new RegistrationChanged(actor, RegistrationEvent.Kind.CORRECTED, registration, was, reason, days));
        allocation.serve(registration.periodId(), null);
    }

    private static String check(Registration registration, Command command) {
        Input input = new Input();
        String reason = input.required("reason", "Begründung", command.reason(), LONGEST_REASON);
        command.daysPresent()
                .forEach(day -> input.check(
                        registration.seminar().dates().contains(day), "daysPresent", "attendance.day", "day", day));
        input.throwIfWrong();
        return reason;
    }

    /** The place that it holds, or another free one of the Kommune (R3). */
    private Integer placeFor(Registration registration) {
        if (registration.status() == RegistrationStatus.ATTENDED) {
            return registration.placeNumber();
        }
        registrations
                .liveOf(registration.programmeId(), registration.personKey())
                .ifPresent(other -> {
                    throw AdmissionRules.alreadyRegistered(Admission.describePerson(other, registration.kommune()));
                });
        if (registration.selfPaying()) {
            return null;
        }
        Programme programme = programme(registration);
        return places
                .of(programme, registration.periodId(), registration.kommune().ars())
                .stream()
                .filter(Places.PlaceUse::free)
                .map(Places.PlaceUse::number)
                .filter(number -> places.takeAgain(
                        programme,
                        registration.periodId(),
                        registration.kommune().ars(),
                        number,
                        registration.reference()))
                .findFirst()
                .orElseThrow(() -> AdmissionRules.limitReached(
                        registration.kommune().displayName(),
                        programme.placesPerKommune(),
                        false,
                        List.of(new AdmissionFacts.PlaceUser(Messages.text("limit.meanwhile")))));
    }

    private Programme programme(Registration registration) {
        return periods.findById(registration.periodId()).programme();
    }

    private Integer giveBackPlace(Registration registration) {
        holdings.freePlace(registration);
        return registration.placeNumber();
    }
}
