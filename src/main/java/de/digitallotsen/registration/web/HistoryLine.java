package de.digitallotsen.registration.web;

import java.time.Instant;

import de.digitallotsen.registration.RegistrationEvent;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;

/** One line of the history of a registration, as its page shows it. */
public record HistoryLine(Instant at, String what, String by) {

    static HistoryLine of(RegistrationEvent event) {
        StringBuilder what = new StringBuilder(Messages.label(event.kind()));
        if (event.waitingReason() != null) {
            what.append(": ").append(Messages.label(event.waitingReason()));
        }
        if (event.kind() == RegistrationEvent.Kind.PERSON_CORRECTED && event.reason() != null) {
            what.append(": ").append(event.reason());
        }
        what.append(before(event));
        if (saysWhatIsDue(event)) {
            what.append(Messages.text("history.due", "due", new Money(event.dueCents())));
        }
        if (event.reason() != null && event.kind() != RegistrationEvent.Kind.PERSON_CORRECTED) {
            what.append(Messages.text("history.reason", "reason", event.reason()));
        }
        return new HistoryLine(
                event.at(), what.toString(), event.actorRole() == null ? "Portal" : Messages.label(event.actorRole()));
    }

    /** Who and which date it was before. */
    private static String before(RegistrationEvent event) {
        String person = event.earlierParticipant() == null
                ? ""
                : Messages.text(
                        "history.person-before",
                        "person",
                        event.earlierParticipant().fullName());
        String date = event.earlierSeminar() == null
                ? ""
                : Messages.text(
                        "history.seminar-before",
                        "day",
                        event.earlierSeminar().firstDay(),
                        "venue",
                        event.earlierSeminar().venue());
        return person + date;
    }

    /** That a confirmed person costs the Kommune its share stands above; here stands what was unforeseen. */
    private static boolean saysWhatIsDue(RegistrationEvent event) {
        return event.dueCents() != null
                && switch (event.kind()) {
                    case FEE_CHANGED, CORRECTED, NO_SHOW -> true;
                    case CANCELLED -> event.dueCents() > 0;
                    default -> false;
                };
    }
}
