package de.digitallotsen.registration;

import java.util.List;
import java.util.Optional;

import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.registration.ManyRegistrations.Result;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Registers several people or nobody, and says why not. What a transaction that was given up had found speaks of what
 * it had written itself; so the reason comes from the preview, asked when everything is undone (R30).
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
     * @return the references, in the order of the lines
     * @throws RefusedException NOT_ALL_POSSIBLE with the first line that cannot be registered and why; nothing has
     *     changed then
     */
    List<String> handle(Actor actor, RegisterTogether.Command command) {
        for (int look = 0; look < MOST_LOOKS; look++) {
            try {
                return together.handle(actor, command);
            } catch (RefusedException refused) {
                if (refused.refusal() != RegistrationRefusal.NOT_ALL_POSSIBLE) {
                    throw refused;
                }
                throwReason(actor, command.lines());
                // What was in the way is gone already: once more.
            }
        }
        throw new RefusedException(AccessRefusal.BUSY);
    }

    private void throwReason(Actor actor, List<Line> lines) {
        Optional<Result> first = preview.handle(actor, lines).stream()
                .filter(result -> !result.isFine())
                .findFirst();
        if (first.isPresent()) {
            throw RegisterTogether.refusal(first.get().number(), first.get().message());
        }
    }
}
