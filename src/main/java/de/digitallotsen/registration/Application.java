package de.digitallotsen.registration;

import java.util.List;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Violation;

/**
 * What somebody typed to register a person.
 *
 * @param seminarId the date
 * @param participant the person
 * @param acceptWaiting true if the person wants to wait should there be no seat or no money (R13)
 * @param kommuneArs for whom; only the NSI chooses, personnel staff may leave it out
 * @param selfPaying true if the Kommune pays the whole fee, beyond its places (R5)
 */
public record Application(
        Long seminarId, Participant.Details participant, boolean acceptWaiting, String kommuneArs, boolean selfPaying) {

    /** On one of the Kommune's places. */
    public Application(Long seminarId, Participant.Details participant, boolean acceptWaiting, String kommuneArs) {
        this(seminarId, participant, acceptWaiting, kommuneArs, false);
    }

    /** What is missing or wrong about date and person, without asking the database; empty if nothing is. */
    public List<Violation> violations() {
        Input input = new Input();
        input.check(seminarId != null, "seminarId", "input.choose-date");
        (participant == null ? new Participant.Details(null, null, null, null, null) : participant).check(input);
        try {
            input.throwIfWrong();
            return List.of();
        } catch (InvalidInputException invalid) {
            return invalid.violations();
        }
    }

    /** An application whose seminar and Kommune exist and whose person is well described. */
    record Checked(
            Seminar seminar,
            Kommune kommune,
            Participant.Details participant,
            boolean acceptWaiting,
            boolean selfPaying) {}
}
