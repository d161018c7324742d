package de.digitallotsen.registration;

import java.time.LocalDate;
import java.util.Set;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.budget.BudgetRefusal;
import de.digitallotsen.places.Places;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.inject.Singleton;

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
    private final Books books;

    CorrectAttendance(Registrations registrations, Journal journal, SeatAllocation allocation, Books books) {
        this.registrations = registrations;
        this.journal = journal;
        this.allocation = allocation;
        this.books = books;
    }

    /** Where the difference is booked. */
    @Singleton
    static class Books {
        private final AttendanceList list;
        private final Takings takings;
        private final Seminars seminars;

        Books(AttendanceList list, Takings takings, Seminars seminars) {
            this.list = list;
            this.takings = takings;
            this.seminars = seminars;
        }
    }

    /** Place and money. */
    @Singleton
    static class Takings {
        private final Places places;
        private final Budget budget;
        private final FundingPeriods periods;

        Takings(Places places, Budget budget, FundingPeriods periods) {
            this.places = places;
            this.budget = budget;
            this.periods = periods;
        }
    }

    /** @param daysPresent all days on which the person was there */
    public record Command(String reference, Set<LocalDate> daysPresent, String reason) {}

    /**
     * @throws de.digitallotsen.shared.InvalidInputException without a reason, or for days that are not the seminar's
     * @throws RefusedException NOT_FOUND, NOT_CORRECTABLE before closing, KOMMUNE_LIMIT_REACHED (R3),
     *     PERSON_ALREADY_REGISTERED (R4), BUDGET_EXHAUSTED (R9)
     */
    public void handle(Actor actor, Command command) {
        actor.require(Role.NSI);
        Registration registration = registrations.require(actor, command.reference());
        String reason = check(registration, command);
        if (registration.status() != RegistrationStatus.ATTENDED
                && registration.status() != RegistrationStatus.NO_SHOW) {
            throw new RefusedException(RegistrationRefusal.NOT_CORRECTABLE, "status", registration.status());
        }
        boolean present = CloseSeminar.enough(registration, command.daysPresent());
        Integer place = present ? placeFor(registration) : giveBackPlace(registration);
        allocation.hold(registration.periodId(), Set.of(registration.seminar().id()));
        journal.reread(registration);
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        books.list.set(registration.id(), registration.seminar().dates(), command.daysPresent());
        if (registration.correct(present, place, scope(registration))) {
            journal.flush();
            book(actor, registration, present, reason);
        }
        journal.changed(actor, RegistrationEvent.Kind.CORRECTED, registration, was, reason);
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
                    throw new RefusedException(
                            RegistrationRefusal.PERSON_ALREADY_REGISTERED,
                            "other",
                            Admission.describePerson(other, registration.kommune())
                                    .description());
                });
        if (registration.selfPaying()) {
            return null;
        }
        Programme programme =
                books.takings.periods.findById(registration.periodId()).programme();
        return books
                .takings
                .places
                .of(programme, registration.periodId(), registration.kommune().ars())
                .stream()
                .filter(Places.PlaceUse::free)
                .map(Places.PlaceUse::number)
                .filter(number -> books.takings.places.takeAgain(
                        programme,
                        registration.periodId(),
                        registration.kommune().ars(),
                        number,
                        registration.reference()))
                .findFirst()
                .orElseThrow(() -> new RefusedException(
                        RegistrationRefusal.KOMMUNE_LIMIT_REACHED,
                        "kommune",
                        registration.kommune().displayName(),
                        "places",
                        programme.placesPerKommune(),
                        "wayOut",
                        "",
                        "used",
                        "alle sind inzwischen wieder belegt"));
    }

    private long scope(Registration registration) {
        return books.takings
                .periods
                .findById(registration.periodId())
                .programme()
                .placeScope(registration.periodId());
    }

    private Integer giveBackPlace(Registration registration) {
        books.takings.places.free(registration.kommune().ars(), registration.reference());
        return registration.placeNumber();
    }

    private void book(Actor actor, Registration registration, boolean present, String reason) {
        long cents = registration.subsidyCents();
        if (present) {
            books.seminars.seatAgain(registration.seminar().id());
        } else {
            books.seminars.freeSeat(registration.seminar().id());
        }
        if (!books.takings.budget.correct(
                actor, registration.periodId(), registration.payee(), present ? cents : -cents, reason)) {
            throw new RefusedException(
                    BudgetRefusal.BUDGET_EXHAUSTED,
                    "subsidy",
                    new Money(cents),
                    "available",
                    new Money(
                            books.takings.budget.totals(registration.periodId()).available()),
                    "ahead",
                    0);
        }
    }
}
