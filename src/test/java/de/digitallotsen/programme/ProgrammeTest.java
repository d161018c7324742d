package de.digitallotsen.programme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.budget.BudgetTotals;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProgrammeTest {

    @ParameterizedTest
    @CsvSource({
        "100000, 5000, 50000",
        "99999, 5000, 49999",
        "1, 5000, 0",
        "0, 5000, 0",
        "100000, 0, 0",
        "100000, 10000, 100000",
        "99999, 3333, 33329",
        "10000000, 10000, 10000000"
    })
    void pays_its_share_rounded_down_to_the_cent(long fee, int rate, long subsidy) {
        assertThat(Programme.subsidyOf(fee, rate)).isEqualTo(subsidy);
    }

    @ParameterizedTest
    @CsvSource({"-1, 2", "10001, 2", "5000, 0", "5000, 5"})
    void is_not_founded_with_impossible_rules(int rate, int places) {
        assertThatThrownBy(() -> Programme.found("x", rate, places)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void counts_places_over_all_periods_by_default() {
        Programme programme = Programme.found("Digital-Lotse werden", 5000, 2);
        assertThat(programme.capScope()).isEqualTo(CapScope.PROGRAMME);
        assertThat(programme.placeScope(42)).isZero();
    }

    @Test
    void lets_the_period_of_the_last_day_pay_if_every_day_lies_in_one() {
        Programme programme = Programme.found("x", 5000, 2);
        FundingPeriod first =
                FundingPeriod.of(programme, "erster", LocalDate.of(2027, 1, 1), LocalDate.of(2027, 12, 31));
        FundingPeriod second =
                FundingPeriod.of(programme, "zweiter", LocalDate.of(2028, 1, 1), LocalDate.of(2028, 12, 31));
        List<FundingPeriod> both = List.of(first, second);
        LocalDate silvester = LocalDate.of(2027, 12, 31);
        assertThat(FundingPeriods.choose(both, silvester, List.of(silvester.minusDays(1), silvester)))
                .contains(first);
        assertThat(FundingPeriods.choose(both, silvester.plusDays(1), List.of(silvester, silvester.plusDays(1))))
                .contains(second);
        assertThat(FundingPeriods.choose(
                        List.of(second), silvester.plusDays(1), List.of(silvester, silvester.plusDays(1))))
                .isEmpty();
        assertThat(FundingPeriods.choose(
                        List.of(first), silvester.plusDays(1), List.of(silvester, silvester.plusDays(1))))
                .isEmpty();
    }

    @Test
    void has_available_what_is_neither_reserved_nor_spent() {
        BudgetTotals totals = new BudgetTotals(100, 30, 20);
        assertThat(totals.available()).isEqualTo(50);
        assertThat(totals.committed()).isEqualTo(50);
    }
}
