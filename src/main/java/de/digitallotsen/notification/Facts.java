package de.digitallotsen.notification;

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
     * What of a seminar concerns those who attend it; nobody gets a mail because a deadline or the number of seats
     * changed.
     */
    record Outline(String title, List<SeminarDay> days, String venue, boolean online) {
        static Outline of(SeminarPlan plan) {
            return new Outline(plan.title(), plan.days(), plan.venue(), plan.online());
        }
    }

    static Facts ofChange(SeminarPlan was, SeminarPlan is) {
        return new Facts(null, null, null, null, null, null, null, null, Outline.of(was), Outline.of(is));
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
