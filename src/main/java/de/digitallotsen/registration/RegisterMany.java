package de.digitallotsen.registration;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.registration.ManyRegistrations.Outcome;
import de.digitallotsen.registration.ManyRegistrations.Result;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;

/** Registers several people: each for itself, or all of them together or nobody. */
@ApplicationScoped
public class RegisterMany {

    private final RegisterParticipant register;
    private final RegisterTogether together;
    private final Registrations registrations;

    RegisterMany(RegisterParticipant register, RegisterTogether together, Registrations registrations) {
        this.register = register;
        this.together = together;
        this.registrations = registrations;
    }

    /**
     * @param allOrNone together, or each for itself
     * @param key of the whole submission (R24), 1 to 60 printable ASCII characters: sent again, nobody is registered
     *     twice
     */
    public record Command(List<Line> lines, boolean allOrNone, String key) {}

    /**
     * @return what became of each, in the order of the lines
     * @throws InvalidInputException for no line at all, or more than {@value ManyRegistrations#MOST}
     * @throws RefusedException NOT_ALL_POSSIBLE if all or none were asked for; nothing has changed then
     */
    public List<Result> handle(Actor actor, Command command) {
        actor.require(Role.KOMMUNE, Role.NSI);
        ManyRegistrations.requireNotTooMany(command.lines());
        if (command.allOrNone()) {
            List<String> references =
                    together.handle(actor, new RegisterTogether.Command(command.lines(), command.key()));
            List<Result> results = new ArrayList<>();
            for (int i = 0; i < references.size(); i++) {
                results.add(registered(actor, command.lines().get(i).number(), references.get(i)));
            }
            return results;
        }
        return command.lines().stream()
                .map(line -> alone(actor, line, command.key()))
                .toList();
    }

    private Result alone(Actor actor, Line line, String key) {
        if (line.application() == null) {
            return Result.invalid(line.number(), line.wrong());
        }
        try {
            return registered(
                    actor,
                    line.number(),
                    register.handle(
                            actor, new RegisterParticipant.Command(line.application(), key + "-" + line.number())));
        } catch (InvalidInputException invalid) {
            return Result.invalid(line.number(), invalid);
        } catch (RefusedException refused) {
            return registrations
                    .alreadyBy(refused, line.application())
                    .map(there -> Result.already(line.number(), there))
                    .orElseGet(() -> Result.refused(line.number(), refused));
        }
    }

    private Result registered(Actor actor, int number, String reference) {
        Registration registration = registrations.require(actor, reference);
        boolean waits = registration.status() == RegistrationStatus.WAITING;
        return new Result(
                number,
                waits ? Outcome.WAITING : Outcome.CONFIRMED,
                registration.waitingReason(),
                reference,
                null,
                "",
                registration.ownShareCents());
    }
}
