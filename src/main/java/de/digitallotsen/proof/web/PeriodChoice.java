package de.digitallotsen.proof.web;

import java.util.List;

import de.digitallotsen.programme.FundingPeriod;

/** Another period to look at. */
public record PeriodChoice(long id, String name) {

    static List<PeriodChoice> others(List<FundingPeriod> periods, long shown) {
        return periods.stream()
                .filter(period -> period.id() != shown)
                .map(period -> new PeriodChoice(period.id(), period.name()))
                .toList();
    }
}
