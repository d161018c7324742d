package de.digitallotsen.notification;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.seminar.SeminarPlan;

/**
 * What cannot be found out any more when the mail is written. Everything else is read then. No name of a person: a
 * person who is made anonymous (R27) must not live on here.
 *
 * @param status of the registration when it happened
 * @param earlierStatus of the registration before
 * @param waitingPosition counted from 1
 * @param earlierParticipantId whose place somebody took over
 * @param earlierSeminarId from which somebody was moved
 * @param dueCents what the Kommune owed then (R28)
 * @param landCents what the Land paid then; unknown of what happened before that was noted
 * @param reason why the NSI did it, where one was asked for
 * @param was the seminar before it was changed
 * @param is the seminar afterwards
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Facts(
        RegistrationStatus status,
        RegistrationStatus earlierStatus,
        Integer waitingPosition,
        Long earlierParticipantId,
        Long earlierSeminarId,
        Long dueCents,
        Long landCents,
        String reason,
        Outline was,
        Outline is) {

    static final Facts NONE = new Facts(null, null, null, null, null, null, null, null, null, null);

    /**
     * What of a seminar concerns those who are registered; nobody gets a mail because the number of seats changed or
     * because there is more time.
     *
     * @param closesAt only where it is earlier than it was: cancelling is free and the waiting list moves up until then
     *     (R14, R18)
     */
    record Outline(String title, List<SeminarDay> days, String venue, boolean online, Instant closesAt) {
        static Outline of(SeminarPlan plan, boolean withDeadline) {
            return new Outline(
                    plan.title(), plan.days(), plan.venue(), plan.online(), withDeadline ? plan.closesAt() : null);
        }

        /** The same for those who attend: what it costs to cancel is no matter of theirs. */
        private Outline withoutDeadline() {
            return new Outline(title, days, venue, online, null);
        }
    }

    /** @param reason a sentence of the NSI's own, or null */
    static Facts ofChange(SeminarPlan was, SeminarPlan is, String reason) {
        boolean earlier = is.closesAt().isBefore(was.closesAt());
        return new Facts(
                null, null, null, null, null, null, null, reason, Outline.of(was, earlier), Outline.of(is, earlier));
    }

    /** Nothing but the deadline has changed: staff have to know, those who attend do not. */
    boolean isOnlyAboutDeadline() {
        return was != null && was.withoutDeadline().equals(is.withoutDeadline());
    }

    boolean wasConfirmed() {
        return earlierStatus == RegistrationStatus.CONFIRMED;
    }

    boolean wasWaiting() {
        return earlierStatus == RegistrationStatus.WAITING;
    }

    boolean isWaiting() {
        return status == RegistrationStatus.WAITING;
    }
}
