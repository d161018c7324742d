package de.digitallotsen.registration.web;

import java.time.Instant;

import de.digitallotsen.registration.Reference;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.registration.WaitingReason;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;

/**
 * A registration as pages show it.
 *
 * @param reference   for addresses
 * @param spoken      for people, in two groups
 * @param status      in words, with the position if it waits
 * @param badge       the colour of its state
 * @param reason      why it waits; empty unless it does
 * @param nextStep    what comes next, in a sentence
 * @param cancellable free of charge at this instant
 */
public record RegistrationLine(String reference, String spoken, String person, String email, String jobTitle, String accessibilityNeeds, String kommune, long seminarId, String seminar, String when,
                               String venue, String status, String badge, boolean live, boolean waiting, String reason, String nextStep, Integer place, long feeCents, long subsidyCents, long ownShareCents,
                               Instant registeredAt, Instant closesAt, boolean cancellable) {

    static RegistrationLine of(RegistrationView view, Instant now) {
        Registration r = view.registration();
        Seminar s = r.seminar();
        boolean free = r.status() == RegistrationStatus.WAITING || (r.status() == RegistrationStatus.CONFIRMED && now.isBefore(s.closesAt()));
        return new RegistrationLine(r.reference(), Reference.spoken(r.reference()), r.participant().fullName(), r.participant().email(), orEmpty(r.participant().jobTitle()),
                orEmpty(r.participant().accessibilityNeeds()), r.kommune().displayName(), s.id(), s.title(), German.date(s.firstDay()) + " bis " + German.date(s.lastDay()), s.venue(),
                statusText(view), badge(r.status()), r.status().isLive(), r.status() == RegistrationStatus.WAITING, r.waitingReason() == null ? "" : Messages.label(r.waitingReason()), nextStep(r, s, now), r.placeNumber(), r.feeCents(), r.subsidyCents(), r.ownShareCents(),
                r.registeredAt(), s.closesAt(), free);
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }

    static String statusText(RegistrationView view) {
        Registration r = view.registration();
        if (r.status() != RegistrationStatus.WAITING) {
            return Messages.label(r.status());
        }
        return Messages.text("registration.waiting", "position", view.waitingPosition());
    }

    private static String nextStep(Registration r, Seminar s, Instant now) {
        return switch (r.status()) {
            case CONFIRMED -> now.isBefore(s.closesAt()) ? Messages.text("next.confirmed", "closesAt", s.closesAt())
                    : German.berlinDay(now).isAfter(s.lastDay()) ? Messages.text("next.held") : Messages.text("next.bound", "firstDay", s.firstDay());
            case WAITING -> Messages.text(r.waitingReason() == WaitingReason.SEATS ? "next.seats" : "next.funds", "closesAt", s.closesAt());
            case ATTENDED -> Messages.text("next.attended");
            case NO_SHOW -> Messages.text("next.no-show");
            case CANCELLED -> Messages.text("next.cancelled");
        };
    }

    private static String badge(RegistrationStatus status) {
        return switch (status) {
            case CONFIRMED, ATTENDED -> "success";
            case WAITING -> "warning";
            case NO_SHOW -> "danger";
            case CANCELLED -> "info";
        };
    }
}
