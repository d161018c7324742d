package de.digitallotsen.registration.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.registration.CheckFacts;
import de.digitallotsen.registration.Expect;
import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.registration.ManyRegistrations.Outcome;
import de.digitallotsen.registration.ManyRegistrations.Result;
import de.digitallotsen.registration.PreviewMany;
import de.digitallotsen.registration.RegisterMany;
import de.digitallotsen.registration.WhoIsTold;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.KeptEntries;
import jakarta.enterprise.context.ApplicationScoped;

/** Registers several people exactly as their check page said, and keeps what came of it for their page of results. */
@ApplicationScoped
class ManyResults {

    private static final TypeReference<List<ResultLine>> LINES = new TypeReference<>() {};

    private final RegisterMany register;
    private final PreviewMany preview;
    private final CheckFacts facts;
    private final KeptEntries entries;
    private final ObjectMapper json;

    ManyResults(RegisterMany register, PreviewMany preview, CheckFacts facts, KeptEntries entries, ObjectMapper json) {
        this.register = register;
        this.preview = preview;
        this.facts = facts;
        this.entries = entries;
        this.json = json;
    }

    /** Each with what was shown of it; of what nothing was shown, nothing is expected to come. */
    static List<Line> expecting(List<Line> lines, String written) {
        Map<Integer, Expect> shown = Expect.read(written);
        return lines.stream()
                .map(line -> line.expecting(shown.get(line.number())))
                .toList();
    }

    /**
     * All in one transaction with the end of the entry, which is the key (R24), or nobody.
     *
     * @param allOrNone nobody is registered unless all were shown to be
     * @return what is kept of it
     */
    String register(Actor actor, String entry, List<Line> lines, boolean allOrNone) {
        // Those who are not registered, and why: said before, and so said afterwards.
        List<Result> before = preview.handle(actor, lines);
        PreviewMany.requireNoneHasBecomePossible(lines, before);
        Set<Integer> there = before.stream()
                .filter(result -> result.outcome() == Outcome.ALREADY_REGISTERED)
                .map(Result::number)
                .collect(Collectors.toSet());
        boolean allShown = lines.stream().allMatch(line -> line.expect().isFine() || there.contains(line.number()));
        if (allOrNone && !allShown) {
            PreviewMany.requirePossible(before, true);
        }
        RegisterMany.Command command = new RegisterMany.Command(lines, allOrNone, KeptEntries.keyOf(entry));
        return register.inSentences(
                actor,
                command,
                () -> entries.once(
                        actor,
                        entry,
                        () -> write(ResultLine.of(lines, both(before, register.asShown(actor, command))))));
    }

    private static List<Result> both(List<Result> before, List<Result> registered) {
        return before.stream()
                .map(result -> registered.stream()
                        .filter(one -> one.number() == result.number())
                        .findFirst()
                        .orElse(result))
                .toList();
    }

    /** Who was written to about those who are registered. */
    CheckLines told(Actor actor, List<ResultLine> people) {
        List<List<WhoIsTold.Told>> known = people.stream()
                .filter(line -> !line.reference().isEmpty())
                .flatMap(line -> facts.toldOfTheLast(actor, line.reference()).stream())
                .toList();
        return CheckLines.of(
                known.isEmpty()
                        ? Optional.empty()
                        : Optional.of(
                                known.stream().flatMap(List::stream).distinct().toList()));
    }

    private String write(List<ResultLine> lines) {
        try {
            return json.writeValueAsString(lines);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    List<ResultLine> read(String kept) {
        try {
            return json.readValue(kept, LINES);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }
}
