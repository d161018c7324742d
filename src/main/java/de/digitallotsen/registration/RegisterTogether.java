package de.digitallotsen.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.ChangedSincePreviewException;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Repeatable;
import de.digitallotsen.shared.UseCase;

/** Registers several people in one transaction: all of them, or nobody. */
@UseCase
public class RegisterTogether {

    private final RegisterParticipant register;
    private final ApplicationCheck check;
    private final PlaceAndSeat placesAndSeats;

    RegisterTogether(RegisterParticipant register, ApplicationCheck check, PlaceAndSeat placesAndSeats) {
        this.register = register;
        this.check = check;
        this.placesAndSeats = placesAndSeats;
    }

    /** @param key of the whole submission (R24) */
    public record Command(List<Line> lines, String key) implements Repeatable {}

    /**
     * @return the references, in the order of the lines
     * @throws RefusedException NOT_ALL_POSSIBLE with the first line that cannot be registered and, in a word, why;
     *     {@link AllOrNobody} says it in sentences. Nothing has changed then
     */
    public List<String> handle(Actor actor, Command command) {
        placesAndSeats.lock(command.lines().stream()
                .flatMap(line -> readable(actor, line).stream())
                .toList());
        List<String> references = new ArrayList<>();
        for (Line line : command.lines()) {
            references.add(one(actor, line, command.key()));
        }
        return references;
    }

    /** Empty for a line that will be refused with all of them. */
    private Optional<Application.Checked> readable(Actor actor, Line line) {
        try {
            return Optional.ofNullable(line.application()).map(application -> check.check(actor, application));
        } catch (RefusedException | InvalidInputException wrong) {
            return Optional.empty();
        }
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
            // Its sentence may name those before it, who are undone with it (R30).
            throw refusal(
                    line.number(), Messages.label("problem." + refused.refusal().name()) + ".");
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
