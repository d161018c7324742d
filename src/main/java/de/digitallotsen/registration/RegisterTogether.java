package de.digitallotsen.registration;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.ChangedSincePreviewException;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Repeatable;
import de.digitallotsen.shared.UseCase;

/** Registers several people in one transaction: all of them, or nobody. */
@UseCase
public class RegisterTogether {

    private final RegisterParticipant register;
    private final Seminars seminars;

    RegisterTogether(RegisterParticipant register, Seminars seminars) {
        this.register = register;
        this.seminars = seminars;
    }

    /** @param key of the whole submission (R24) */
    public record Command(List<Line> lines, String key) implements Repeatable {}

    /**
     * @return the references, in the order of the lines
     * @throws RefusedException NOT_ALL_POSSIBLE with the first line that cannot be registered and why; nothing has
     *     changed then
     */
    public List<String> handle(Actor actor, Command command) {
        // By ascending id, before any money is touched, so that two lists at once wait for each other.
        seminars.lock(command.lines().stream()
                .map(Line::application)
                .filter(a -> a != null && a.seminarId() != null)
                .map(Application::seminarId)
                .toList());
        List<String> references = new ArrayList<>();
        for (Line line : command.lines()) {
            references.add(one(actor, line, command.key()));
        }
        return references;
    }

    private String one(Actor actor, Line line, String key) {
        try {
            if (line.application() == null) {
                throw new InvalidInputException(line.wrong());
            }
            return register.handle(
                    actor,
                    new RegisterParticipant.Command(line.application(), key + "-" + line.number(), line.expect()));
        } catch (ChangedSincePreviewException changed) {
            throw changed;
        } catch (RefusedException refused) {
            throw refusal(line.number(), refused.text());
        } catch (InvalidInputException invalid) {
            throw refusal(
                    line.number(),
                    ManyRegistrations.Result.invalid(line.number(), invalid).message());
        }
    }

    static RefusedException refusal(int number, String reason) {
        return new RefusedException(RegistrationRefusal.NOT_ALL_POSSIBLE, "number", number, "reason", reason);
    }
}
