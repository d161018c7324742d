package de.digitallotsen.registration;

import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

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
    private final AllOrNobody together;
    private final Registrations registrations;

    RegisterMany(RegisterParticipant register, AllOrNobody together, Registrations registrations) {
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
     * @throws RefusedException NOT_ALL_POSSIBLE if all or none were asked for and somebody cannot be registered who is
     *     not registered already; nothing has changed then
     */
    public List<Result> handle(Actor actor, Command command) {
        actor.require(Role.KOMMUNE, Role.NSI);
        ManyRegistrations.requireNotTooMany(command.lines());
        if (command.allOrNone()) {
            return together(actor, command.lines(), command.key());
        }
        return command.lines().stream()
                .map(line -> alone(actor, line, command.key()))
                .toList();
    }

    /**
     * Exactly as it was shown, all in one transaction, or nobody (R29): only those are registered who were shown to be.
     * What refuses it speaks in a word; {@link #inSentences} says it in sentences, once everything is undone (R30).
     *
     * @param command its lines with what was shown of each
     * @return what became of those, in the order of their lines
     * @throws de.digitallotsen.shared.ChangedSincePreviewException if one of them would be another
     */
    public List<Result> asShown(Actor actor, Command command) {
        actor.require(Role.KOMMUNE, Role.NSI);
        ManyRegistrations.requireNotTooMany(command.lines());
        List<Line> shown =
                command.lines().stream().filter(line -> line.expect().isFine()).toList();
        List<String> references = together.asShown(actor, new RegisterTogether.Command(shown, command.key()));
        return IntStream.range(0, shown.size())
                .mapToObj(i -> registered(actor, shown.get(i).number(), references.get(i)))
                .toList();
    }

    /**
     * What an act around {@link #asShown} refuses, in sentences; outside its transaction.
     *
     * @throws RefusedException NOT_ALL_POSSIBLE likewise
     */
    public <T> T inSentences(Actor actor, Command command, Supplier<T> act) {
        try {
            return act.get();
        } catch (RefusedException refused) {
            throw together.inSentences(actor, command.lines(), refused);
        }
    }

    private List<Result> together(Actor actor, List<Line> lines, String key) {
        AllOrNobody.Done done = together.handle(actor, new RegisterTogether.Command(lines, key));
        return lines.stream()
                .map(Line::number)
                .map(number -> done.already().containsKey(number)
                        ? done.already().get(number)
                        : registered(actor, number, done.references().get(number)))
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
                            actor,
                            new RegisterParticipant.Command(
                                    line.application(), key + "-" + line.number(), line.expect())));
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
                registration.dueCents());
    }
}
