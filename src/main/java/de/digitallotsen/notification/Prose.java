package de.digitallotsen.notification;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

import de.digitallotsen.mail.Audience;
import de.digitallotsen.mail.OccasionKind;
import io.quarkus.qute.TemplateInstance;

/**
 * The words of a mail as its file has them: „Betreff: …“ in the first line, then paragraphs with an empty line in
 * between. Line breaks inside a paragraph mean nothing.
 */
record Prose(String subject, List<String> paragraphs) {

    private static final String SUBJECT = "Betreff:";
    private static final Pattern EMPTY_LINE = Pattern.compile("\\R\\s*\\R");
    /** Whatever could begin another header, were it ever to get past the checks of what people type. */
    private static final Pattern UNPRINTABLE = Pattern.compile("[\\p{Cc}\\u2028\\u2029\\s]+");

    static Prose of(Case c, Audience audience) {
        Letter letter = Letter.of(c);
        return of(audience == Audience.STAFF ? forStaff(c.kind(), letter) : forPerson(c.kind(), audience, letter));
    }

    /** The words about a claim. */
    static Prose of(OccasionKind kind, ClaimLetter letter) {
        return of(
                switch (kind) {
                    case CLAIM_SUBMITTED -> MinistryLetters.claimSubmitted(letter);
                    case CLAIM_RETURNED -> NsiLetters.claimReturned(letter);
                    case CLAIM_APPROVED -> NsiLetters.claimApproved(letter);
                    case CLAIM_PAID -> NsiLetters.claimPaid(letter);
                    default -> throw new IllegalStateException(kind + " is not about a claim");
                });
    }

    /** The words of one file. */
    static Prose of(TemplateInstance template) {
        List<String> parts = split(template);
        if (!parts.get(0).startsWith(SUBJECT)) {
            throw new IllegalStateException(
                    "The words of a mail do not begin with „" + SUBJECT + "“ but with „" + parts.get(0) + "“");
        }
        return new Prose(parts.get(0).substring(SUBJECT.length()).strip(), parts.subList(1, parts.size()));
    }

    /** Paragraphs, each of them one line. */
    static List<String> split(TemplateInstance template) {
        return Arrays.stream(EMPTY_LINE.split(template.render()))
                .map(Prose::oneLine)
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** Without line breaks and control characters: safe as a header, too. A non-breaking space stays what it is. */
    static String oneLine(String text) {
        return UNPRINTABLE.matcher(text).replaceAll(" ").strip();
    }

    private static TemplateInstance forPerson(OccasionKind kind, Audience audience, Letter letter) {
        return switch (kind) {
            case CONFIRMED -> ParticipantLetters.confirmed(letter);
            case WAITING -> ParticipantLetters.waiting(letter);
            case PROMOTED -> ParticipantLetters.promoted(letter);
            case PROMOTION_ENDED -> ParticipantLetters.promotionEnded(letter);
            case CANCELLED -> ParticipantLetters.cancelled(letter);
            case SUBSTITUTED ->
                audience == Audience.FORMER_PARTICIPANT
                        ? ParticipantLetters.substitutedFormer(letter)
                        : ParticipantLetters.substituted(letter);
            case PERSON_CORRECTED -> ParticipantLetters.personCorrected(letter);
            case REBOOKED -> ParticipantLetters.rebooked(letter);
            case SEMINAR_CHANGED -> ParticipantLetters.seminarChanged(letter);
            case SEMINAR_CANCELLED -> ParticipantLetters.seminarCancelled(letter);
            case CORRECTED -> ParticipantLetters.corrected(letter);
            case ATTENDED -> ParticipantLetters.attended(letter);
            case REMINDER_TWO_WEEKS -> ParticipantLetters.reminderTwoWeeks(letter);
            case REMINDER_THREE_DAYS -> ParticipantLetters.reminderThreeDays(letter);
            case FEE_CHANGED,
                    NO_SHOW,
                    BUDGET_THRESHOLD,
                    CLAIM_SUBMITTED,
                    CLAIM_RETURNED,
                    CLAIM_APPROVED,
                    CLAIM_PAID,
                    PROOF_PRODUCED,
                    PROOF_ACCEPTED -> throw new IllegalStateException("Nobody writes to a participant about " + kind);
        };
    }

    private static TemplateInstance forStaff(OccasionKind kind, Letter letter) {
        return switch (kind) {
            case CONFIRMED -> StaffLetters.confirmed(letter);
            case WAITING -> StaffLetters.waiting(letter);
            case PROMOTED -> StaffLetters.promoted(letter);
            case PROMOTION_ENDED -> StaffLetters.promotionEnded(letter);
            case CANCELLED -> StaffLetters.cancelled(letter);
            case SUBSTITUTED -> StaffLetters.substituted(letter);
            case REBOOKED -> StaffLetters.rebooked(letter);
            case SEMINAR_CHANGED -> StaffLetters.seminarChanged(letter);
            case SEMINAR_CANCELLED -> StaffLetters.seminarCancelled(letter);
            case FEE_CHANGED -> StaffLetters.feeChanged(letter);
            case CORRECTED -> StaffLetters.corrected(letter);
            case ATTENDED -> StaffLetters.attended(letter);
            case NO_SHOW -> StaffLetters.noShow(letter);
            case REMINDER_TWO_WEEKS -> StaffLetters.reminderTwoWeeks(letter);
            case REMINDER_THREE_DAYS -> StaffLetters.reminderThreeDays(letter);
            case PERSON_CORRECTED,
                    BUDGET_THRESHOLD,
                    CLAIM_SUBMITTED,
                    CLAIM_RETURNED,
                    CLAIM_APPROVED,
                    CLAIM_PAID,
                    PROOF_PRODUCED,
                    PROOF_ACCEPTED -> throw new IllegalStateException("Nobody writes to a Kommune about " + kind);
        };
    }
}
