package de.digitallotsen.registration;

import java.util.List;
import java.util.function.Supplier;

import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What people and programs may only try out: the previews, each counted for the account beforehand
 * ({@link DryRunBrake}). What is meant asks the previews themselves and is never held up by this.
 */
@ApplicationScoped
public class DryRuns {

    /** How it came in. */
    public enum Door {
        /** Typed into a form, on the way to what is meant: not noted, it would hide what happened. */
        FORM(""),
        /** With a file. */
        FILE("datei"),
        /** By a program. */
        PROGRAM("schnittstelle");

        private final String subjectId;

        Door(String subjectId) {
            this.subjectId = subjectId;
        }

        String subjectId() {
            return subjectId;
        }
    }

    private final DryRunBrake brake;
    private final PreviewRegistration one;
    private final PreviewMany many;
    private final PreviewChange change;

    DryRuns(DryRunBrake brake, PreviewRegistration one, PreviewMany many, PreviewChange change) {
        this.brake = brake;
        this.one = one;
        this.many = many;
        this.change = change;
    }

    /**
     * One person.
     *
     * @param door by which they came
     * @throws RefusedException TOO_MANY_PREVIEWS, as everywhere here
     */
    public PreviewRegistration.Preview registering(Actor actor, Application application, Door door) {
        return noted(actor, 1, door, () -> one.handle(actor, application));
    }

    /** Whether the form offers it (R5); says nothing about anybody, so it is not counted. */
    public boolean mayPayAlone(Actor actor, Seminar seminar, String kommuneArs) {
        return one.mayPayAlone(actor, seminar, kommuneArs);
    }

    /** Several people; a list that is none, or too long, is neither counted nor noted. */
    public List<ManyRegistrations.Result> many(Actor actor, List<ManyRegistrations.Line> lines, Door door) {
        ManyRegistrations.requireNotTooMany(lines);
        return noted(actor, lines.size(), door, () -> many.handle(actor, lines));
    }

    /** The same after a click that was meant and did nothing: that was no dry run, and is neither counted nor noted. */
    public List<ManyRegistrations.Result> afterClick(Actor actor, List<ManyRegistrations.Line> lines) {
        return many.handle(actor, lines);
    }

    /** R18, for a program. */
    public ChangePreview cancelling(Actor actor, String reference) {
        return noted(actor, 1, Door.PROGRAM, () -> change.cancelling(actor, reference));
    }

    /** R17, for a program. */
    public ChangePreview rebooking(Actor actor, String reference, Long seminarId) {
        return noted(actor, 1, Door.PROGRAM, () -> change.rebooking(actor, reference, seminarId));
    }

    private <T> T noted(Actor actor, int lines, Door door, Supplier<T> dryRun) {
        brake.count(actor, lines);
        T answer = dryRun.get();
        brake.note(actor, lines, door);
        return answer;
    }
}
