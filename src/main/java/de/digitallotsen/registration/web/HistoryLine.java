package de.digitallotsen.registration.web;

import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.digitallotsen.registration.RegistrationEvent;
import de.digitallotsen.shared.German;
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
        if (event.days() != null) {
            what.append(Messages.text(
                    "history.days",
                    "now",
                    days(event.days().now()),
                    "before",
                    days(event.days().before())));
        }
        what.append(before(event));
        if (saysWhatIsDue(event)) {
            what.append(Messages.text("history.due", "due", new Money(event.dueCents())));
        }
        if (event.reason() != null && event.kind() != RegistrationEvent.Kind.PERSON_CORRECTED) {
            what.append(Messages.text("history.reason", "reason", event.reason()));
        }
        return new HistoryLine(event.at(), what.toString(), by(event));
    }

    /** Name and group (R26); the group alone where nobody knows the name any more. */
    private static String by(RegistrationEvent event) {
        String group = event.actorRole() == null ? "Portal" : Messages.label(event.actorRole());
        return event.actorName() == null ? group : event.actorName() + ", " + group;
    }

    private static String days(String days) {
        return days.isEmpty()
                ? Messages.text("history.no-day")
                : Stream.of(days.split(", "))
                        .map(day -> German.date(LocalDate.parse(day)))
                        .collect(Collectors.joining(", "));
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
