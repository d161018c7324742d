package de.digitallotsen.registration.web;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;

import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.registration.CheckFacts;
import de.digitallotsen.registration.Expect;
import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.registration.ManyRegistrations.Result;
import de.digitallotsen.registration.PreviewMany;
import de.digitallotsen.registration.WhoIsTold.Told;
import de.digitallotsen.seminar.SeminarLine;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import jakarta.enterprise.context.ApplicationScoped;

/** Makes the check page of one or two people of one Kommune and one date, by the code that then registers them. */
@ApplicationScoped
class EntryPages {

    private final PreviewMany preview;
    private final CheckFacts facts;
    private final SeminarSearch seminars;
    private final Kommunen kommunen;

    EntryPages(PreviewMany preview, CheckFacts facts, SeminarSearch seminars, Kommunen kommunen) {
        this.preview = preview;
        this.facts = facts;
        this.seminars = seminars;
        this.kommunen = kommunen;
    }

    /**
     * @param allOrNone all of them are wanted, or nobody
     * @param address of the check page
     * @param back to the form
     */
    CheckPage page(Actor actor, List<Line> lines, boolean allOrNone, Link address, Link back, Form form) {
        List<Result> results = preview.handle(actor, lines);
        Map<Integer, List<Told>> told = facts.toldOf(actor, lines, results);
        long seminar = lines.get(0).application().seminarId();
        String ars = lines.get(0).application().kommuneArs();
        return new CheckPage(
                SeminarLine.of(seminars.require(actor, seminar)),
                kommunen.displayName(ars == null ? actor.kommuneArs() : ars),
                IntStream.range(0, lines.size())
                        .mapToObj(i -> PersonCheck.of(lines.get(i).application(), results.get(i)))
                        .toList(),
                PreviewMany.isPossible(results, allOrNone),
                results.stream().mapToLong(Result::dueCents).sum(),
                CheckLines.of(facts.terms(seminar), all(told)),
                Expect.written(shown(results, told)),
                address.toString(),
                back.toString(),
                form);
    }

    /** What the final click carries of each: what would become of it, and who would be written to. */
    static Map<Integer, Expect> shown(List<Result> results, Map<Integer, List<Told>> told) {
        Map<Integer, Expect> shown = new TreeMap<>();
        results.forEach(result -> shown.put(
                result.number(),
                told.containsKey(result.number())
                        ? result.expect().telling(told.get(result.number()))
                        : result.expect()));
        return shown;
    }

    static List<Told> all(Map<Integer, List<Told>> told) {
        return told.values().stream().flatMap(List::stream).distinct().toList();
    }
}
