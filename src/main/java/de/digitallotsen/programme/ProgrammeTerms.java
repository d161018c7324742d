package de.digitallotsen.programme;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;

/**
 * What the Ministry sets of a programme.
 *
 * @param subsidyRateBasisPoints 0 to 10,000; 5000 is one half (R8)
 * @param placesPerKommune 1 to 4 (R3)
 * @param capScope over what the places are counted (R3)
 * @param attendanceThresholdDays 1 to 31; on so many days somebody has to be there to have attended (R20)
 * @param warningPercents three, ascending, 1 to 100, of what is allocated
 * @param cancellationTiers what a late cancellation costs (R18), by falling days, at most six, no two with the same
 *     days; none if it costs nothing
 * @param selfPayers true if a Kommune may pay the whole fee itself for further people (R5)
 */
public record ProgrammeTerms(
        int subsidyRateBasisPoints,
        int placesPerKommune,
        CapScope capScope,
        int attendanceThresholdDays,
        List<Integer> warningPercents,
        List<CancellationTerms.Tier> cancellationTiers,
        boolean selfPayers) {

    /** More steps than this nobody understands. */
    public static final int MOST_TIERS = 6;

    private static final int LONGEST_SEMINAR = 31;
    private static final int LONGEST_NOTICE = 365;

    public ProgrammeTerms {
        warningPercents = List.copyOf(warningPercents);
        cancellationTiers = new CancellationTerms(cancellationTiers).tiers();
    }

    /** A step as it was typed: 0 to 365 days, 0 to 10,000 basis points of the fee. */
    public record DraftTier(Long leastDaysBefore, Long feeBasisPoints) {}

    /**
     * The same as typed; null where nothing usable was. The ranges are those of the terms.
     *
     * @param selfPayers null leaves it as it is
     */
    public record Draft(
            Long subsidyRateBasisPoints,
            Long placesPerKommune,
            CapScope capScope,
            Long attendanceThresholdDays,
            List<Long> warningPercents,
            List<DraftTier> cancellationTiers,
            Boolean selfPayers) {

        /** @return null, and everything that is wrong noted in the input, if anything is */
        public ProgrammeTerms check(Input input, ProgrammeTerms was) {
            Long rate = input.percent(
                    "subsidyRateBasisPoints", "Fördersatz in Prozent", subsidyRateBasisPoints, 0, Programme.WHOLE);
            Long places = input.number(
                    "placesPerKommune", "Förderplätze je Kommune", placesPerKommune, 1, Programme.MOST_PLACES);
            Long days = input.number(
                    "attendanceThresholdDays", "Tage für eine Teilnahme", attendanceThresholdDays, 1, LONGEST_SEMINAR);
            input.check(capScope != null, "capScope", "programme.cap-scope");
            List<Integer> warnings = warnings(input);
            List<CancellationTerms.Tier> tiers = tiers(input);
            return input.isFine()
                    ? new ProgrammeTerms(
                            rate.intValue(),
                            places.intValue(),
                            capScope,
                            days.intValue(),
                            warnings,
                            tiers,
                            selfPayers == null ? was.selfPayers() : selfPayers)
                    : null;
        }

        private List<Integer> warnings(Input input) {
            List<Long> given = warningPercents == null
                    ? List.of()
                    : warningPercents.stream().filter(Objects::nonNull).toList();
            boolean fine = given.size() == 3
                    && given.get(0) >= 1
                    && given.get(0) < given.get(1)
                    && given.get(1) < given.get(2)
                    && given.get(2) <= 100;
            input.check(fine, "warningPercents", "programme.warnings");
            return fine ? given.stream().map(Long::intValue).toList() : List.of();
        }

        private List<CancellationTerms.Tier> tiers(Input input) {
            List<DraftTier> given = cancellationTiers == null ? List.of() : cancellationTiers;
            input.check(
                    cancellationTiers != null && given.size() <= MOST_TIERS,
                    "cancellationTiers",
                    "programme.tiers",
                    "most",
                    MOST_TIERS);
            boolean whole = given.stream()
                    .allMatch(tier -> tier != null
                            && within(tier.leastDaysBefore(), LONGEST_NOTICE)
                            && within(tier.feeBasisPoints(), Programme.WHOLE));
            input.check(whole, "cancellationTiers", "programme.tier-range");
            List<CancellationTerms.Tier> tiers = whole
                    ? given.stream()
                            .map(tier -> new CancellationTerms.Tier(
                                    tier.leastDaysBefore().intValue(),
                                    tier.feeBasisPoints().intValue()))
                            .toList()
                    : List.of();
            input.check(
                    tiers.stream()
                                    .map(CancellationTerms.Tier::leastDaysBefore)
                                    .distinct()
                                    .count()
                            == tiers.size(),
                    "cancellationTiers",
                    "programme.tier-twice");
            return tiers;
        }

        private static boolean within(Long value, long most) {
            return value != null && value >= 0 && value <= most;
        }
    }

    /** The lines of the audit trail: only what differs from the other terms. */
    public Map<String, Object> unlike(ProgrammeTerms other) {
        Map<String, Object> different = new LinkedHashMap<>(asMap());
        different
                .entrySet()
                .removeIf(line -> line.getValue().equals(other.asMap().get(line.getKey())));
        return different;
    }

    private Map<String, Object> asMap() {
        Map<String, Object> lines = new LinkedHashMap<>();
        lines.put("subsidyRateBasisPoints", subsidyRateBasisPoints);
        lines.put("placesPerKommune", placesPerKommune);
        lines.put("capScope", capScope.name());
        lines.put("selfPayers", selfPayers);
        lines.put("attendanceThresholdDays", attendanceThresholdDays);
        lines.put(
                "warningPercents",
                warningPercents.stream().map(percent -> percent + " %").collect(Collectors.joining(", ")));
        lines.put(
                "cancellationTiers",
                cancellationTiers.stream()
                        .map(tier -> "ab " + tier.leastDaysBefore()
                                + (tier.leastDaysBefore() == 1 ? " Tag vorher " : " Tagen vorher ")
                                + German.plainEuro(tier.feeBasisPoints()).replace(",00", "") + " %")
                        .collect(Collectors.joining(", ")));
        return lines;
    }
}
