package de.digitallotsen.registration;

import java.util.List;

import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
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
     */
    public record Line(int number, Application application, List<Violation> wrong, Expect expect) {
        public Line(int number, Application application, List<Violation> wrong) {
            this(number, application, wrong, Expect.ANYTHING);
        }

        public static Line of(int number, Application application) {
            return new Line(number, application, List.of());
        }

        /** The same, with what was shown. */
        public Line expecting(Expect shown) {
            return new Line(number, application, wrong, Expect.orAnything(shown));
        }
    }

    /** What becomes of one. */
    public enum Outcome {
        CONFIRMED,
        WAITING,
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
                    dueCents);
        }
    }
}
