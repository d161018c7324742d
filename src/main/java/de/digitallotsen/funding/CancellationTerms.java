package de.digitallotsen.funding;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/**
 * What the Kommune owes for cancelling after the deadline (R18): by how many calendar days are left before the first day.
 * The Land pays no part of it.
 *
 * @param tiers by falling days
 */
public record CancellationTerms(List<Tier> tiers) {

    public CancellationTerms {
        tiers = tiers.stream().sorted(Comparator.comparing(Tier::leastDaysBefore).reversed()).toList();
    }

    /**
     * One step.
     *
     * @param leastDaysBefore so many calendar days, or more, before the first day; 0 to 365
     * @param feeBasisPoints  of the whole fee; 5000 is one half
     */
    @Embeddable
    public record Tier(@Column(name = "least_days_before") int leastDaysBefore, @Column(name = "fee_basis_points") int feeBasisPoints) {
    }

    /** Half the fee until 15 days before the first day, the whole fee from 14 days on. */
    public static CancellationTerms usual() {
        return new CancellationTerms(List.of(new Tier(15, Programme.WHOLE / 2), new Tier(0, Programme.WHOLE)));
    }

    /**
     * What is owed after the deadline.
     *
     * @param today    in Europe/Berlin
     * @param feeCents the whole fee agreed on
     * @return cents, rounded down; nothing if the programme has no tiers
     */
    public long owed(LocalDate today, LocalDate firstDay, long feeCents) {
        long left = ChronoUnit.DAYS.between(today, firstDay);
        return tierAt(left).map(tier -> Math.multiplyExact(feeCents, tier.feeBasisPoints()) / Programme.WHOLE).orElse(0L);
    }

    private Optional<Tier> tierAt(long daysLeft) {
        return tiers.stream().filter(tier -> daysLeft >= tier.leastDaysBefore()).findFirst();
    }
}
