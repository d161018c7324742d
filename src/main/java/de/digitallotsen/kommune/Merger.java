package de.digitallotsen.kommune;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * What it means for everybody else that Kommunen end, are succeeded or exist again (R2). Every ended Kommune names its
 * living successor directly, however many mergers lie between.
 */
@ApplicationScoped
class Merger {

    private final Kommunen kommunen;
    private final Event<Object> events;

    Merger(Kommunen kommunen, Event<Object> events) {
        this.kommunen = kommunen;
        this.events = events;
    }

    /** Only Kommunen that end have a successor, and only one that exists afterwards and can do what they could. */
    void requirePossible(RegisterFile file, RegisterChanges shown, Map<String, String> successors) {
        Input input = new Input();
        Map<String, RegisterChanges.Ending> endings =
                shown.endings().stream().collect(Collectors.toMap(RegisterChanges.Ending::ars, ending -> ending));
        successors.forEach((ended, successor) -> {
            RegisterChanges.Ending ending = endings.get(ended);
            RegisterLine successorLine = file.line(successor);
            input.check(ending != null, "successor." + ended, "register.no-ending", "ars", ended);
            if (ending != null) {
                input.check(
                        successorLine != null,
                        "successor." + ended,
                        "register.no-successor",
                        "kommune",
                        ending.displayName(),
                        "ars",
                        successor);
                input.check(
                        successorLine == null
                                || successorLine.type().isEligible()
                                || !ending.type().isEligible(),
                        "successor." + ended,
                        "register.successor-not-eligible",
                        "kommune",
                        ending.displayName());
            }
        });
        input.throwIfWrong();
    }

    /** Before any row of the register is written. */
    void announce(RegisterChanges shown) {
        if (!shown.endings().isEmpty()) {
            events.fire(new KommunenAboutToEnd(
                    shown.endings().stream().map(RegisterChanges.Ending::ars).toList()));
        }
    }

    /** The Kommunen of these that had ended, with their successors, as long as that can still be seen. */
    static KommunenRevived revivedOf(List<Kommune> described) {
        List<Kommune> revived =
                described.stream().filter(kommune -> kommune.validTo() != null).toList();
        Set<String> successors = revived.stream()
                .map(Kommune::successorArs)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(TreeSet::new));
        return new KommunenRevived(revived.stream().map(Kommune::ars).sorted().toList(), List.copyOf(successors));
    }

    /** After the register has been written. */
    void complete(Actor actor, Map<String, String> successors, KommunenRevived revived) {
        Map<String, Set<String>> predecessors = new TreeMap<>();
        successors.forEach((ended, successor) ->
                predecessors.computeIfAbsent(successor, ars -> new TreeSet<>()).addAll(withEarlier(ended, successor)));
        kommunen.flush();
        if (!revived.ars().isEmpty()) {
            events.fire(revived);
        }
        predecessors.forEach(
                (successor, ended) -> events.fire(new KommunenMerged(actor, successor, List.copyOf(ended))));
    }

    /** The Kommune that ends and those whose place it had taken itself. */
    private List<String> withEarlier(String ended, String successor) {
        List<Kommune> all = new ArrayList<>(kommunen.list("successorArs", ended));
        all.add(kommunen.require(ended));
        all.forEach(kommune -> kommune.succeededBy(successor));
        return all.stream().map(Kommune::ars).toList();
    }
}
