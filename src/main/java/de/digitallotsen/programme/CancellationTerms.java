package de.digitallotsen.programme;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;

/**
 * What the Kommune owes for cancelling after the deadline (R18): by how many calendar days are left before the first
 * day. The Land pays no part of it.
 *
 * @param tiers by falling days
 */
public record CancellationTerms(List<Tier> tiers) {

    public CancellationTerms {
        tiers = tiers.stream()
                .sorted(Comparator.comparing(Tier::leastDaysBefore).reversed())
                .toList();
    }

    /** How it stands in a column: {@code 15:5000 0:10000}. */
    @Converter
    public static class Column implements AttributeConverter<CancellationTerms, String> {
        @Override
        public String convertToDatabaseColumn(CancellationTerms terms) {
            return terms == null
                    ? null
                    : terms.tiers().stream()
                            .map(tier -> tier.leastDaysBefore() + ":" + tier.feeBasisPoints())
                            .collect(Collectors.joining(" "));
        }

        @Override
        public CancellationTerms convertToEntityAttribute(String column) {
            return column == null
                    ? null
                    : new CancellationTerms(Arrays.stream(column.split(" "))
                            .filter(step -> !step.isEmpty())
                            .map(step -> step.split(":"))
                            .map(step -> new Tier(Integer.parseInt(step[0]), Integer.parseInt(step[1])))
                            .toList());
        }
    }

    /**
     * One step.
     *
     * @param leastDaysBefore so many calendar days, or more, before the first day; 0 to 365
     * @param feeBasisPoints of the whole fee; 5000 is one half
     */
    public record Tier(int leastDaysBefore, int feeBasisPoints) {}

    /** Half the fee until 15 days before the first day, the whole fee from 14 days on. */
    public static CancellationTerms usual() {
        return new CancellationTerms(List.of(new Tier(15, Programme.WHOLE / 2), new Tier(0, Programme.WHOLE)));
    }

    /**
     * What is owed after the deadline.
     *
     * @param today in Europe/Berlin
     * @param feeCents the whole fee agreed on
     * @return cents, rounded down; nothing if the programme has no tiers
     */
    public long owed(LocalDate today, LocalDate firstDay, long feeCents) {
        long left = ChronoUnit.DAYS.between(today, firstDay);
        return tierAt(left)
                .map(tier -> Math.multiplyExact(feeCents, tier.feeBasisPoints()) / Programme.WHOLE)
                .orElse(0L);
    }

    /**
     * What is owed from a day to a day.
     *
     * @param until the last day, in Europe/Berlin
     * @param cents of the fee
     */
    public record Step(LocalDate until, long cents) {}

    /** What cancelling costs after the deadline, by falling days left; a tier that is over before it says nothing. */
    public List<Step> steps(LocalDate deadline, LocalDate firstDay, long feeCents) {
        return tiers.stream()
                .map(tier -> firstDay.minusDays(tier.leastDaysBefore()))
                .filter(until -> !until.isBefore(deadline))
                .map(until -> new Step(until, owed(until, firstDay, feeCents)))
                .toList();
    }

    private Optional<Tier> tierAt(long daysLeft) {
        return tiers.stream().filter(tier -> daysLeft >= tier.leastDaysBefore()).findFirst();
    }
}
