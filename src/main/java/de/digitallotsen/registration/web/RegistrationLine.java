package de.digitallotsen.registration.web;

import java.time.Instant;
import java.time.LocalDate;

import de.digitallotsen.registration.OverrideFee;
import de.digitallotsen.registration.Reference;
import de.digitallotsen.registration.Registration;
import de.digitallotsen.registration.RegistrationSearch.RegistrationView;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.registration.WaitingReason;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;

/**
 * A registration as pages show it.
 *
 * @param reference for addresses
 * @param spoken for people, in two groups
 * @param status in words, with the position if it waits
 * @param badge the colour of its state
 * @param reason why it waits; empty unless it does
 * @param nextStep what comes next, in a sentence
 * @param feeCents what was agreed at registration, with its two parts
 * @param dueCents what the Kommune owes the NSI as things stand (R28)
 * @param dueReason why the NSI set that; empty unless it did
 * @param landCents what the Land pays as things stand (R28)
 * @param unusedCents what the Kommune will owe if the person stays away (R20)
 */
public record RegistrationLine(
        String reference,
        String spoken,
        String person,
        String email,
        String jobTitle,
        String accessibilityNeeds,
        String kommune,
        long seminarId,
        String seminar,
        String when,
        String venue,
        String status,
        String badge,
        RegistrationStatus state,
        String reason,
        String nextStep,
        Integer place,
        long feeCents,
        long subsidyCents,
        long ownShareCents,
        Instant registeredAt,
        Instant closesAt,
        long dueCents,
        String dueReason,
        long landCents,
        long unusedCents) {

    static RegistrationLine of(RegistrationView view, Instant now) {
        Registration r = view.registration();
        Seminar s = r.seminar();
        return new RegistrationLine(
                r.reference(),
                Reference.spoken(r.reference()),
                r.participant().fullName(),
                EmailAddress.shown(r.participant().email()),
                orEmpty(r.participant().jobTitle()),
                orEmpty(r.participant().accessibilityNeeds()),
                r.kommune().displayName(),
                s.id(),
                s.title(),
                German.date(s.firstDay()) + " bis " + German.date(s.lastDay()),
                s.venue(),
                statusText(view),
                badge(r.status()),
                r.status(),
                r.waitingReason() == null ? "" : Messages.label(r.waitingReason()),
                nextStep(r, s, now),
                r.placeNumber(),
                r.feeCents(),
                r.subsidyCents(),
                r.ownShareCents(),
                r.registeredAt(),
                s.closesAt(),
                r.amount().dueCents(),
                orEmpty(r.dueReason()),
                r.amount().landCents(),
                r.settledAs(false).dueCents());
    }

    /** It uses a place of its Kommune and its person (R3, R4). */
    public boolean isLive() {
        return state.isLive();
    }

    /** What the NSI can set at most: the whole fee without what the Land pays of it (R28). */
    public long mostDueCents() {
        return OverrideFee.mostCents(feeCents, landCents);
    }

    /** It is on the waiting list. */
    public boolean isWaiting() {
        return state == RegistrationStatus.WAITING;
    }

    /** The Kommune or the Land pays something else than was agreed at registration. */
    public boolean isOtherThanAgreed() {
        return dueCents != ownShareCents || landCents != subsidyCents;
    }

    /** It has a seat, or had one and used it: there is a confirmation of it. */
    public boolean isConfirmed() {
        return isLive() && !isWaiting();
    }

    /** There is a certificate of it. */
    public boolean isAttended() {
        return state == RegistrationStatus.ATTENDED;
    }

    /** Something is owed for a place that nobody used. */
    public boolean isOwing() {
        return !isLive() && dueCents > 0;
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
            case CONFIRMED ->
                Messages.text(nextOfConfirmed(s, now), "closesAt", s.closesAt(), "firstDay", s.firstDay());
            case WAITING -> Messages.text(nextOfWaiting(r, s, now), "closesAt", s.closesAt(), "firstDay", s.firstDay());
            case ATTENDED -> Messages.text("next.attended");
            case NO_SHOW ->
                Messages.text("next.no-show", "due", new Money(r.amount().dueCents()));
            case CANCELLED ->
                Messages.text(
                        r.amount().dueCents() == 0 ? "next.cancelled" : "next.cancelled-late",
                        "due",
                        new Money(r.amount().dueCents()));
        };
    }

    private static String nextOfConfirmed(Seminar s, Instant now) {
        if (now.isBefore(s.closesAt())) {
            return "next.confirmed";
        }
        LocalDate today = German.berlinDay(now);
        return today.isAfter(s.lastDay()) ? "next.held" : today.isAfter(s.firstDay()) ? "next.running" : "next.bound";
    }

    private static String nextOfWaiting(Registration r, Seminar s, Instant now) {
        if (now.isBefore(s.closesAt())) {
            return r.waitingReason() == WaitingReason.SEATS ? "next.seats" : "next.funds";
        }
        return German.berlinDay(now).isAfter(s.firstDay()) ? "next.waiting-begun" : "next.waiting-closed";
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
