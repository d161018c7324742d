package de.digitallotsen.seminar.web;

import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.seminar.NearbySeminars;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.Params;
import jakarta.ws.rs.QueryParam;

/** From when to when and how near, as an address says it. */
public class Where {

    private static final List<Integer> DISTANCES = List.of(25, 50, 100, 150);

    @QueryParam("von")
    String from;

    @QueryParam("bis")
    String to;

    @QueryParam("plz")
    String postcode;

    @QueryParam("km")
    String kilometres;

    boolean isAsked() {
        return postcode != null && !postcode.isBlank();
    }

    /** The same within the days that were typed; a month that was chosen goes first. */
    SeminarSearch.Filter within(SeminarSearch.Filter filter, boolean byMonth) {
        LocalDate first = Params.day("von", from);
        LocalDate last = Params.day("bis", to);
        return byMonth
                ? filter
                : new SeminarSearch.Filter(
                        first == null ? filter.from() : first,
                        last == null ? filter.to() : last,
                        filter.free(),
                        filter.text(),
                        filter.status());
    }

    NearbySeminars.Near near() {
        return new NearbySeminars.Near(postcode.strip(), Params.integer("km", kilometres));
    }

    List<Choice> distances() {
        return DISTANCES.stream()
                .map(km -> new Choice(
                        String.valueOf(km),
                        "bis " + km + "\u00a0km",
                        String.valueOf(km).equals(kilometres)))
                .toList();
    }
}
