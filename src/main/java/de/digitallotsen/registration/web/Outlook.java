package de.digitallotsen.registration.web;

import de.digitallotsen.registration.PreviewRegistration;
import de.digitallotsen.shared.Messages;

/**
 * What will happen, before somebody is registered.
 *
 * @param headline in a few words
 * @param kind success, warning or danger
 * @param asksToWait the form asks whether the person wants to wait (R13)
 * @param possible false if nothing that can be typed would help
 */
public record Outlook(
        String headline,
        String text,
        String kind,
        boolean asksToWait,
        boolean possible,
        long feeCents,
        long subsidyCents,
        long ownShareCents) {

    static Outlook of(PreviewRegistration.Preview expected) {
        return switch (expected.outcome()) {
            case CONFIRMED -> possible(expected, "outlook.confirmed", "success", false);
            case WAITING -> possible(expected, "outlook.waiting-" + expected.waitingReason(), "warning", true);
            case REFUSED, CANCELLED ->
                of(
                        expected,
                        Messages.text("outlook.refused.headline"),
                        expected.refusal().text(),
                        "danger",
                        false,
                        false);
        };
    }

    private static Outlook possible(PreviewRegistration.Preview expected, String key, String kind, boolean asksToWait) {
        return of(expected, Messages.text(key + ".headline"), Messages.text(key + ".text"), kind, asksToWait, true);
    }

    private static Outlook of(
            PreviewRegistration.Preview expected,
            String headline,
            String text,
            String kind,
            boolean asksToWait,
            boolean possible) {
        return new Outlook(
                headline,
                text,
                kind,
                asksToWait,
                possible,
                expected.feeCents(),
                expected.subsidyCents(),
                expected.ownShareCents());
    }
}
