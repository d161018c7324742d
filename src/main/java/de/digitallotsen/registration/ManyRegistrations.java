package de.digitallotsen.registration;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Violation;

/** Several registrations asked for at once, and what becomes of each. */
public final class ManyRegistrations {

    /** More at once would hold up everybody else for too long. */
    public static final int MOST = 200;

    private ManyRegistrations() {}

    /** Beforehand and in earnest alike: a preview costs as much as what it previews. */
    static void requireNotTooMany(List<Line> lines) {
        Input input = new Input();
        input.check(!lines.isEmpty(), "lines", "many.none");
        input.check(lines.size() <= MOST, "lines", "many.too-many", "most", MOST, "actual", lines.size());
        input.throwIfWrong();
    }

    /**
     * One of them.
     *
     * @param number of the line or person, as people count it
     * @param application null if the line could not be read
     * @param wrong what is wrong with the line; empty if it could be read
     * @param expect what was shown to become of it (R29)
     * @param shown what a line of a file was read as; null where people were typed into a form
     */
    public record Line(int number, Application application, List<Violation> wrong, Expect expect, Shown shown) {

        /** Of a file. */
        public Line(int number, Application application, List<Violation> wrong, Shown shown) {
            this(number, application, wrong, Expect.ANYTHING, shown);
        }

        /** Typed into a form. */
        public Line(int number, Application application, List<Violation> wrong) {
            this(number, application, wrong, Expect.ANYTHING, null);
        }

        public static Line of(int number, Application application) {
            return new Line(number, application, List.of());
        }

        /** The same, with what was shown. */
        public Line expecting(Expect expected) {
            return new Line(number, application, wrong, Expect.orAnything(expected), shown);
        }
    }

    /**
     * What a line was read as, for people.
     *
     * @param person as it was typed; empty if nothing was
     * @param kommune as it is called; empty if it is not certain
     * @param date first day and number of the seminar; empty if it is not certain
     */
    public record Shown(String person, String kommune, String date) {
        static Shown of(Participant.Details person, Kommune kommune, Seminar seminar) {
            return new Shown(
                    Stream.of(person.firstName(), person.lastName())
                            .filter(Objects::nonNull)
                            .collect(Collectors.joining(" ")),
                    kommune == null ? "" : kommune.displayName(),
                    seminar == null
                            ? ""
                            : Messages.text("many.date", "day", seminar.firstDay(), "number", seminar.id()));
        }
    }

    /** What becomes of one. */
    public enum Outcome {
        CONFIRMED,
        WAITING,
        /** This very person has been registered for this very date before: nothing is left to do. */
        ALREADY_REGISTERED,
        REFUSED,
        /** Something is missing or wrong. */
        INVALID
    }

    /**
     * The answer to one line.
     *
     * @param reference of the registration, or null if there is none
     * @param code of the refusal, or null
     * @param message what is wrong or why it is refused, in a sentence; empty otherwise
     * @param dueCents what the Kommune owes the NSI for it (R28), or would; 0 unless it is confirmed
     */
    public record Result(
            int number,
            Outcome outcome,
            WaitingReason waitingReason,
            String reference,
            String code,
            String message,
            long dueCents) {

        /** The registration that is there. */
        static Result already(int number, Registration registration) {
            return new Result(
                    number,
                    Outcome.ALREADY_REGISTERED,
                    registration.waitingReason(),
                    registration.reference(),
                    null,
                    "",
                    registration.dueCents());
        }

        static Result refused(int number, RefusedException refused) {
            return new Result(
                    number, Outcome.REFUSED, null, null, refused.refusal().name(), refused.text(), 0);
        }

        static Result invalid(int number, List<Violation> violations) {
            return new Result(
                    number,
                    Outcome.INVALID,
                    null,
                    null,
                    null,
                    String.join(" ", violations.stream().map(Violation::message).toList()),
                    0);
        }

        static Result invalid(int number, InvalidInputException invalid) {
            return invalid(number, invalid.violations());
        }

        /** It has to be mended before it can be registered. */
        public boolean isRejected() {
            return outcome == Outcome.REFUSED || outcome == Outcome.INVALID;
        }

        /** It is, or would be, registered. */
        public boolean isFine() {
            return outcome == Outcome.CONFIRMED || outcome == Outcome.WAITING;
        }

        /** What the final click carries: what is wrong with a line is as good as refused. */
        public Expect expect() {
            return new Expect(
                    isFine()
                            ? PreviewRegistration.Outcome.valueOf(outcome.name())
                            : PreviewRegistration.Outcome.REFUSED,
                    isFine() ? dueCents : 0);
        }
    }
}
