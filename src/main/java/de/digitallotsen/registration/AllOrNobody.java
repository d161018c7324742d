package de.digitallotsen.registration;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.registration.ManyRegistrations.Outcome;
import de.digitallotsen.registration.ManyRegistrations.Result;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Registers several people or nobody, and says why not. What a transaction that was given up had found speaks of what
 * it had written itself; so the reason comes from the preview, asked when everything is undone (R30). Who was
 * registered before stands in nobody's way: nothing is left to do (R39).
 */
@ApplicationScoped
class AllOrNobody {

    private static final int MOST_LOOKS = 3;

    private final RegisterTogether together;
    private final PreviewMany preview;

    AllOrNobody(RegisterTogether together, PreviewMany preview) {
        this.together = together;
        this.preview = preview;
    }

    /**
     * What became of the lines, by their numbers.
     *
     * @param references of those who are registered now
     * @param already those who had been before
     */
    record Done(Map<Integer, String> references, Map<Integer, Result> already) {}

    /**
     * @throws RefusedException NOT_ALL_POSSIBLE with the first line that cannot be registered and why; nothing has
     *     changed then
     */
    Done handle(Actor actor, RegisterTogether.Command command) {
        Map<Integer, Result> already = Map.of();
        for (int look = 0; look < MOST_LOOKS; look++) {
            try {
                return new Done(registered(actor, without(command, already)), already);
            } catch (RefusedException refused) {
                if (refused.refusal() != RegistrationRefusal.NOT_ALL_POSSIBLE) {
                    throw refused;
                }
                already = already(actor, command.lines());
                // Nothing else was in the way, or it is gone already: once more.
            }
        }
        throw new RefusedException(AccessRefusal.BUSY);
    }

    /** As they are, without a second look: for whoever has a transaction open around it. */
    List<String> asShown(Actor actor, RegisterTogether.Command command) {
        return command.lines().isEmpty() ? List.of() : together.handle(actor, command);
    }

    /** The same refusal with the reason that the preview gives; asked when everything is undone. */
    RefusedException inSentences(Actor actor, List<Line> lines, RefusedException refused) {
        return refused.refusal() != RegistrationRefusal.NOT_ALL_POSSIBLE
                ? refused
                : preview.handle(actor, lines).stream()
                        .filter(result -> result.isRejected())
                        .findFirst()
                        .map(result -> RegisterTogether.refusal(result.number(), result.message()))
                        .orElse(refused);
    }

    private static RegisterTogether.Command without(RegisterTogether.Command command, Map<Integer, Result> already) {
        return new RegisterTogether.Command(
                command.lines().stream()
                        .filter(line -> !already.containsKey(line.number()))
                        .toList(),
                command.key());
    }

    private Map<Integer, String> registered(Actor actor, RegisterTogether.Command command) {
        Map<Integer, String> references = new HashMap<>();
        if (!command.lines().isEmpty()) {
            List<String> inOrder = together.handle(actor, command);
            for (int i = 0; i < inOrder.size(); i++) {
                references.put(command.lines().get(i).number(), inOrder.get(i));
            }
        }
        return references;
    }

    /** Those who are there, if nobody else is refused. */
    private Map<Integer, Result> already(Actor actor, List<Line> lines) {
        Map<Integer, Result> already = new HashMap<>();
        for (Result result : preview.handle(actor, lines)) {
            if (result.isRejected()) {
                throw RegisterTogether.refusal(result.number(), result.message());
            }
            if (result.outcome() == Outcome.ALREADY_REGISTERED) {
                already.put(result.number(), result);
            }
        }
        return already;
    }
}
