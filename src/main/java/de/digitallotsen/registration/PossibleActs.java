package de.digitallotsen.registration;

import java.time.Instant;
import java.util.Optional;
import java.util.function.Supplier;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;

/**
 * What somebody can do with a registration at an instant, and why not. The use cases ask it to refuse, the pages ask it
 * which buttons to show, so that no button leads to a refusal that was known before.
 *
 * @param closesAt the deadline of the seminar
 * @param begins the instant at which its first day begins
 * @param actor who asks; whether the registration exists for them is not asked here (R25)
 */
public record PossibleActs(RegistrationStatus status, Instant closesAt, Instant begins, Actor actor, Instant now) {

    /** What can be done. */
    public enum Act {
        /** R18: free until the deadline, at a cost until the first day begins; whoever waits may leave at any time. */
        CANCEL,
        /** R16: until the first day begins. */
        SUBSTITUTE,
        /** R17: the Kommune as long as it could cancel free of charge, the NSI until the first day begins. */
        REBOOK,
        /** R14: the NSI, between the deadline, until which the portal promotes, and the first day. */
        PROMOTE,
        /** R20: the NSI, unless it waits, and so owes nothing. */
        CHANGE_FEE,
        /** R20: the NSI, once it is settled. */
        CORRECT,
        /** The same person, written differently: until it is cancelled; see {@link #requirePersonChange}. */
        CORRECT_PERSON
    }

    public static PossibleActs of(Registration registration, Actor actor, Instant now) {
        return new PossibleActs(
                registration.status(),
                registration.seminar().closesAt(),
                registration.seminar().begins(),
                actor,
                now);
    }

    public boolean may(Act act) {
        return refusal(act).isEmpty();
    }

    /** @throws RefusedException with the reason why the act is not possible */
    void require(Act act) {
        refusal(act).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** Why an act is not possible; empty if it is. */
    public Optional<RefusedException> refusal(Act act) {
        return switch (act) {
            case CANCEL -> ofCancelling();
            case SUBSTITUTE -> ofSubstituting();
            case CORRECT_PERSON -> ofCorrectingThePerson();
            case REBOOK -> ofRebooking();
            case PROMOTE -> forNsi().or(this::ofPromoting);
            case CHANGE_FEE -> forNsi().or(this::ofChangingTheFee);
            case CORRECT -> forNsi().or(this::ofCorrecting);
        };
    }

    private Optional<RefusedException> forNsi() {
        return when(!actor.system() && !actor.is(Role.NSI), () -> new RefusedException(AccessRefusal.ROLE_NOT_ALLOWED));
    }

    private Optional<RefusedException> ofCancelling() {
        boolean bound = status == RegistrationStatus.CONFIRMED && hasClosed();
        return when(!status.isOpen(), () -> notCancellable(status))
                .or(() -> when(
                        bound && hasBegun(),
                        () -> refused(RegistrationRefusal.NOT_CANCELLABLE, "not-cancellable.begun", "begin", begins)));
    }

    /** R18: it is cancelled or settled already. */
    static RefusedException notCancellable(RegistrationStatus status) {
        return refused(RegistrationRefusal.NOT_CANCELLABLE, "not-cancellable.status", "status", status);
    }

    private Optional<RefusedException> ofSubstituting() {
        RegistrationRefusal not = RegistrationRefusal.NOT_SUBSTITUTABLE;
        return when(!status.isOpen(), () -> refused(not, "not-substitutable.status", "status", status))
                .or(() -> when(hasBegun(), () -> refused(not, "not-substitutable.begun", "begin", begins)));
    }

    private Optional<RefusedException> ofCorrectingThePerson() {
        return when(
                status == RegistrationStatus.CANCELLED,
                () -> refused(RegistrationRefusal.PARTICIPANT_NOT_CORRECTABLE, "person-not-correctable.cancelled"));
    }

    /**
     * Once the first day has begun nobody takes over a registration any more (R16); so the Kommune puts right no more
     * than the spelling then, and the NSI the rest.
     *
     * @throws RefusedException PARTICIPANT_NOT_CORRECTABLE
     */
    void requirePersonChange(boolean otherAddress, boolean otherName) {
        if (hasBegun() && !actor.is(Role.NSI) && (otherAddress || otherName)) {
            throw refused(
                    RegistrationRefusal.PARTICIPANT_NOT_CORRECTABLE,
                    otherAddress ? "person-not-correctable.address" : "person-not-correctable.name",
                    "begin",
                    begins);
        }
    }

    private Optional<RefusedException> ofRebooking() {
        RegistrationRefusal not = RegistrationRefusal.NOT_REBOOKABLE;
        boolean bound = status == RegistrationStatus.CONFIRMED && hasClosed();
        return when(!status.isOpen(), () -> refused(not, "not-rebookable.status", "status", status))
                .or(() -> when(hasBegun(), () -> refused(not, "not-rebookable.begun", "begin", begins)))
                .or(() -> when(
                        bound && !actor.is(Role.NSI),
                        () -> refused(not, "not-rebookable.deadline", "closesAt", closesAt)));
    }

    private Optional<RefusedException> ofPromoting() {
        RegistrationRefusal not = RegistrationRefusal.NOT_PROMOTABLE;
        boolean waiting = status == RegistrationStatus.WAITING;
        return when(!waiting, () -> refused(not, "not-promotable.status", "status", status))
                .or(() -> when(!hasClosed(), () -> refused(not, "not-promotable.early", "closesAt", closesAt)))
                .or(() -> when(hasBegun(), () -> refused(not, "not-promotable.begun", "begin", begins)));
    }

    private Optional<RefusedException> ofChangingTheFee() {
        return when(
                status == RegistrationStatus.WAITING,
                () -> new RefusedException(RegistrationRefusal.FEE_NOT_CHANGEABLE));
    }

    private Optional<RefusedException> ofCorrecting() {
        return when(
                status != RegistrationStatus.ATTENDED && status != RegistrationStatus.NO_SHOW,
                () -> new RefusedException(RegistrationRefusal.NOT_CORRECTABLE, "status", status));
    }

    private boolean hasClosed() {
        return !now.isBefore(closesAt);
    }

    private boolean hasBegun() {
        return !now.isBefore(begins);
    }

    /** What refuses with a reason in words. */
    static RefusedException refused(RegistrationRefusal refusal, String reason, Object... details) {
        return new RefusedException(refusal, "reason", Messages.text(reason, details));
    }

    private static Optional<RefusedException> when(boolean holds, Supplier<RefusedException> refusal) {
        return holds ? Optional.of(refusal.get()) : Optional.empty();
    }
}
