package de.digitallotsen.programme;

import java.util.ArrayList;
import java.util.List;

/**
 * The funding period that is looked at, and the others that could be (R35).
 *
 * @param period null for all of them together
 * @param asked as it stands in the address, so that links keep it; null where the address names none
 * @param known all of them, in order of time
 * @param all true where all of them can be looked at together
 */
public record ChosenPeriod(FundingPeriod period, String asked, List<FundingPeriod> known, boolean all) {

    /** In the address of a page: all of them together. */
    public static final String ALL = "alle";

    /** Null for all of them together. */
    public Long id() {
        return period == null ? null : period.id();
    }

    /** As people read it. */
    public String name() {
        return period == null ? "alle" : nameOf(period);
    }

    private static String nameOf(FundingPeriod period) {
        return period.isWithdrawn() ? period.name() + " (zurückgezogen)" : period.name();
    }

    /** For links that keep it: {@code ?zeitraum=3}, or empty. */
    public String query() {
        return asked == null ? "" : "?zeitraum=" + asked;
    }

    /** True where all of them are looked at together. */
    public boolean isTogether() {
        return period == null;
    }

    /** True if there is something to choose. */
    public boolean isChoice() {
        return known.size() > 1;
    }

    /**
     * One to choose.
     *
     * @param value as it stands in the address
     */
    public record Way(String value, String name, boolean chosen) {}

    /** Every one that can be chosen, this one too. */
    public List<Way> ways() {
        List<Way> ways = new ArrayList<>(known.stream()
                .map(one ->
                        new Way(String.valueOf(one.id()), nameOf(one), one.id().equals(id())))
                .toList());
        if (all) {
            ways.add(new Way(ALL, "alle zusammen", period == null));
        }
        return ways;
    }

    /** The name of a list of this period, for its file: „Buchungen 2027-2028“. */
    public String naming(String list) {
        return list + " " + (period == null ? "alle Zeiträume" : period.shortName());
    }
}
