package de.digitallotsen.registration.web;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonIgnore;
import de.digitallotsen.registration.ManyRegistrations;
import de.digitallotsen.registration.Reference;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;

/**
 * One of several who were registered at once, and what becomes of them.
 *
 * @param reference for addresses; empty without one
 * @param spoken the same for people
 * @param message why not; empty otherwise
 * @param shown what the line was read as; null where people were typed into a form
 * @param dueCents what the Kommune owes for it (R28)
 */
public record ResultLine(
        int number,
        String person,
        String outcome,
        String kind,
        String reference,
        String spoken,
        String message,
        ManyRegistrations.Shown shown,
        long dueCents) {

    /** It is, or would be, registered by this list. */
    @JsonIgnore
    public boolean isRegistered() {
        return kind.equals("success") || kind.equals("warning");
    }

    /** Nobody is registered by it before it is mended. */
    @JsonIgnore
    public boolean isRejected() {
        return kind.equals("danger");
    }

    /** What the Kommune pays, written out; empty where nobody is registered. */
    @JsonIgnore
    public String getCost() {
        return isRejected() ? "" : German.euro(dueCents);
    }

    /** What is owed for all of them, written out. */
    static String total(List<ResultLine> lines) {
        return German.euro(lines.stream()
                .filter(ResultLine::isRegistered)
                .mapToLong(ResultLine::dueCents)
                .sum());
    }

    /** One for every result, in their order. */
    static List<ResultLine> of(List<ManyRegistrations.Line> lines, List<ManyRegistrations.Result> results) {
        Map<Integer, ManyRegistrations.Line> byNumber =
                lines.stream().collect(Collectors.toMap(ManyRegistrations.Line::number, Function.identity()));
        return results.stream()
                .map(result -> of(byNumber.get(result.number()), result))
                .toList();
    }

    private static ResultLine of(ManyRegistrations.Line line, ManyRegistrations.Result result) {
        String reference = result.reference() == null ? "" : result.reference();
        return new ResultLine(
                result.number(),
                person(line),
                Messages.label(result.outcome()),
                kind(result.outcome()),
                reference,
                reference.isEmpty() ? "" : Reference.spoken(reference),
                result.message(),
                line.shown(),
                result.dueCents());
    }

    private static String person(ManyRegistrations.Line line) {
        if (line.shown() != null) {
            return line.shown().person();
        }
        return line.application() == null
                ? ""
                : line.application().participant().firstName() + " "
                        + line.application().participant().lastName();
    }

    private static String kind(ManyRegistrations.Outcome outcome) {
        return switch (outcome) {
            case CONFIRMED -> "success";
            case ALREADY_REGISTERED -> "info";
            case WAITING -> "warning";
            case REFUSED, INVALID -> "danger";
        };
    }
}
