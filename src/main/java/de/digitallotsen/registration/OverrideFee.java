package de.digitallotsen.registration;

import java.util.Set;

import de.digitallotsen.registration.PossibleActs.Act;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/**
 * The NSI says, with a reason, that a Kommune owes another amount than the rules say (R20): at most the fee without
 * what the Land pays of it as it stands (R28), so that the NSI never gets more than the fee. The money of the Land does
 * not move: it pays its half or nothing.
 */
@UseCase
public class OverrideFee {

    public static final int LONGEST_REASON = 500;

    private final Registrations registrations;
    private final Seminars seminars;
    private final Journal journal;

    OverrideFee(Registrations registrations, Seminars seminars, Journal journal) {
        this.registrations = registrations;
        this.seminars = seminars;
        this.journal = journal;
    }

    /**
     * @param dueCents 0 to {@link #mostCents}
     * @param seenCents what it was when the amount was typed; null sets it whatever it is
     */
    public record Command(String reference, Long dueCents, String reason, Long seenCents) {
        /** Whatever it is. */
        public Command(String reference, Long dueCents, String reason) {
            this(reference, dueCents, reason, null);
        }
    }

    /**
     * What the Kommune can owe at most, in cents: the Land pays its part to the NSI, not both of them the same.
     *
     * @param landCents what the Land pays as it stands (R28)
     */
    public static long mostCents(long feeCents, long landCents) {
        return feeCents - landCents;
    }

    /**
     * @throws de.digitallotsen.shared.InvalidInputException without a reason, or for more than {@link #mostCents}
     * @throws RefusedException NOT_FOUND, FEE_NOT_CHANGEABLE while it waits, STALE
     */
    public void handle(Actor actor, Command command) {
        actor.require(Role.NSI);
        Registration registration = registrations.require(actor, command.reference());
        seminars.lock(Set.of(registration.seminar().id()));
        journal.reread(registration);
        Input input = new Input();
        Long due = due(input, command.dueCents(), registration);
        String reason = input.required("reason", "Begründung", command.reason(), LONGEST_REASON);
        input.throwIfWrong();
        if (command.seenCents() != null && command.seenCents() != registration.dueCents()) {
            throw new RefusedException(AccessRefusal.STALE, "changedAt", Messages.text("stale.since-opened"));
        }
        PossibleActs.of(registration, actor, journal.now()).require(Act.CHANGE_FEE);
        RegistrationChanged.State was = RegistrationChanged.State.of(registration);
        registration.override(due, reason);
        journal.changed(actor, RegistrationEvent.Kind.FEE_CHANGED, registration, was, reason);
    }

    private static Long due(Input input, Long typed, Registration registration) {
        long fee = registration.feeCents();
        long land = Amount.of(registration).landCents();
        long most = mostCents(fee, land);
        if (land > 0 && typed != null && typed > most) {
            input.check(
                    false,
                    "dueCents",
                    "fee.land-pays",
                    "most",
                    new Money(most),
                    "land",
                    new Money(land),
                    "fee",
                    new Money(fee));
            return null;
        }
        return input.euro("dueCents", "Betrag in Euro", typed, 0, most);
    }
}
