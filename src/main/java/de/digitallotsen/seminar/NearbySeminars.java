package de.digitallotsen.seminar;

import java.util.List;
import java.util.Optional;

import de.digitallotsen.kommune.Whereabouts;
import de.digitallotsen.kommune.Whereabouts.Point;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;

/** The dates within so many kilometres of a postcode. Those held online are near to everybody. */
@ApplicationScoped
public class NearbySeminars {

    private static final int MOST_KILOMETRES = 1_000;

    private final SeminarSearch search;
    private final Whereabouts whereabouts;

    NearbySeminars(SeminarSearch search, Whereabouts whereabouts) {
        this.search = search;
        this.whereabouts = whereabouts;
    }

    /**
     * Near to what.
     *
     * @param postcode five digits, of this Land
     * @param kilometres at most so far, 1 to 1,000; null for any distance
     */
    public record Near(String postcode, Integer kilometres) {}

    private record Found(SeminarLine line, boolean within) {}

    /**
     * Looks at the first 200 dates that match otherwise: so many are never planned at once.
     *
     * @throws InvalidInputException for something that is no postcode of this Land, and for a distance out of range
     */
    public Page<SeminarLine> find(Actor actor, SeminarSearch.Filter filter, Near near, Page.Request page) {
        Point here = whereabouts.ofPostcode(near.postcode()).orElseThrow(() -> wrong("plz", "seminar.no-postcode"));
        if (near.kilometres() != null && (near.kilometres() < 1 || near.kilometres() > MOST_KILOMETRES)) {
            throw wrong("km", "seminar.no-distance");
        }
        List<SeminarLine> all = search.find(actor, filter, new Page.Request(0, Page.MOST)).items().stream()
                .map(SeminarLine::of)
                .map(line -> measured(line, here, near.kilometres()))
                .filter(Found::within)
                .map(Found::line)
                .toList();
        int from = (int) Math.min((long) page.page() * page.size(), all.size());
        int to = Math.min(from + page.size(), all.size());
        return new Page<>(all.subList(from, to), page.page(), page.size(), all.size());
    }

    private Found measured(SeminarLine line, Point here, Integer most) {
        if (line.online()) {
            return new Found(line, true);
        }
        Optional<Long> far = whereabouts.ofVenue(line.venue()).map(here::kilometresTo);
        String words = far.map(NearbySeminars::words).orElse("Entfernung unbekannt");
        // Where a venue names no place, nobody is told that there is nothing near.
        return new Found(line.at(words), most == null || far.isEmpty() || far.get() <= most);
    }

    private static String words(long kilometres) {
        return kilometres == 0 ? "in Ihrem Landkreis" : "etwa " + kilometres + "\u00a0km entfernt";
    }

    private static InvalidInputException wrong(String field, String text) {
        return new InvalidInputException(List.of(new Violation(field, Messages.text(text))));
    }
}
