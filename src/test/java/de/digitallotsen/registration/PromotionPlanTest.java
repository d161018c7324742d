package de.digitallotsen.registration;

import static de.digitallotsen.registration.AdmissionFactsFixture.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import de.digitallotsen.kommune.Eligibility;
import org.junit.jupiter.api.Test;

class PromotionPlanTest {

    private static final long HERE = 1;
    private static final long ELSEWHERE = 2;

    private static PromotionPlan.Candidate candidate(long id, WaitingReason reason, AdmissionFactsFixture facts) {
        return new PromotionPlan.Candidate(id, reason, facts.build());
    }

    private static PromotionPlan.Candidate waitsForSeat(long id, long seminar, int capacity) {
        return candidate(id, WaitingReason.SEATS, facts().seminar(seminar).seats(capacity, 0));
    }

    private static PromotionPlan.Candidate waitsForMoney(long id, long seminar, long subsidy) {
        return candidate(
                id, WaitingReason.FUNDS, facts().seminar(seminar).seats(10, 0).subsidy(subsidy));
    }

    private static PromotionPlan plan(
            List<PromotionPlan.Candidate> candidates, Map<Long, Integer> taken, long available) {
        return PromotionPlan.of(candidates, taken, available);
    }

    @Test
    void gives_one_free_seat_to_the_first_who_waits() {
        PromotionPlan plan =
                plan(List.of(waitsForSeat(11, HERE, 5), waitsForSeat(12, HERE, 5)), Map.of(HERE, 4), 1_000_000);
        assertThat(plan.promoted()).containsExactly(11L);
        assertThat(plan.newReasons()).isEmpty();
    }

    @Test
    void gives_every_free_seat_until_none_is_left() {
        PromotionPlan plan = plan(
                List.of(waitsForSeat(11, HERE, 5), waitsForSeat(12, HERE, 5), waitsForSeat(13, HERE, 5)),
                Map.of(HERE, 3),
                1_000_000);
        assertThat(plan.promoted()).containsExactly(11L, 12L);
    }

    @Test
    void promotes_nobody_without_a_seat_whose_money_would_suffice() {
        assertThat(plan(List.of(waitsForSeat(11, HERE, 5)), Map.of(HERE, 5), 1_000_000)
                        .promoted())
                .isEmpty();
    }

    @Test
    void goes_by_receipt_across_seminars_when_money_comes() {
        PromotionPlan plan = plan(
                List.of(
                        waitsForMoney(11, ELSEWHERE, 50_000),
                        waitsForMoney(12, HERE, 50_000),
                        waitsForMoney(13, ELSEWHERE, 50_000)),
                Map.of(HERE, 0, ELSEWHERE, 0),
                100_000);
        assertThat(plan.promoted()).containsExactly(11L, 12L);
    }

    @Test
    void holds_the_money_back_for_the_head_of_the_queue_even_if_it_would_suffice_for_the_next() {
        PromotionPlan plan = plan(
                List.of(waitsForMoney(11, ELSEWHERE, 80_000), waitsForMoney(12, HERE, 50_000)),
                Map.of(HERE, 0, ELSEWHERE, 0),
                79_999);
        assertThat(plan.promoted()).isEmpty();
    }

    @Test
    void holds_the_seat_back_for_the_one_who_has_no_money_yet() {
        PromotionPlan plan =
                plan(List.of(waitsForMoney(11, HERE, 80_000), waitsForSeat(12, HERE, 10)), Map.of(HERE, 9), 50_000);
        assertThat(plan.promoted()).isEmpty();
        assertThat(plan.newReasons()).containsExactly(Map.entry(12L, WaitingReason.FUNDS));
    }

    @Test
    void passes_by_those_who_wait_for_a_seat_elsewhere_when_money_comes() {
        PromotionPlan plan = plan(
                List.of(
                        candidate(
                                11,
                                WaitingReason.SEATS,
                                facts().seminar(ELSEWHERE).seats(1, 1)),
                        waitsForMoney(12, HERE, 50_000)),
                Map.of(HERE, 0, ELSEWHERE, 1),
                50_000);
        assertThat(plan.promoted()).containsExactly(12L);
    }

    @Test
    void lets_a_seat_go_only_as_far_as_the_money_goes() {
        PromotionPlan plan =
                plan(List.of(waitsForSeat(11, HERE, 5), waitsForSeat(12, HERE, 5)), Map.of(HERE, 3), 99_999);
        assertThat(plan.promoted()).containsExactly(11L);
        assertThat(plan.newReasons()).containsExactly(Map.entry(12L, WaitingReason.FUNDS));
    }

    @Test
    void says_that_somebody_waits_for_a_seat_who_waited_for_money_and_whose_seat_went() {
        PromotionPlan plan = plan(
                List.of(candidate(11, WaitingReason.FUNDS, facts().seminar(HERE).seats(1, 1))),
                Map.of(HERE, 1),
                1_000_000);
        assertThat(plan.promoted()).isEmpty();
        assertThat(plan.newReasons()).containsExactly(Map.entry(11L, WaitingReason.SEATS));
    }

    @Test
    void promotes_without_money_where_the_land_pays_nothing() {
        PromotionPlan plan = plan(
                List.of(
                        waitsForMoney(11, ELSEWHERE, 50_000),
                        candidate(
                                12,
                                WaitingReason.SEATS,
                                facts().seminar(HERE).seats(5, 0).subsidy(0))),
                Map.of(HERE, 4, ELSEWHERE, 0),
                0);
        assertThat(plan.promoted()).containsExactly(12L);
    }

    @Test
    void holds_nobody_back_for_a_claim_that_another_rule_refuses() {
        PromotionPlan.Candidate ended = candidate(
                11, WaitingReason.SEATS, facts().seminar(HERE).seats(5, 0).ineligible(Eligibility.Code.EXPIRED, null));
        PromotionPlan plan = plan(List.of(ended, waitsForSeat(12, HERE, 5)), Map.of(HERE, 4), 1_000_000);
        assertThat(plan.promoted()).containsExactly(12L);
        assertThat(plan.newReasons()).isEmpty();
    }

    private static PromotionPlan.Candidate only(long id, String kommune, boolean funded, long seminar) {
        return candidate(
                id,
                WaitingReason.FUNDS,
                facts().seminar(seminar).seats(10, 0).firstPersonsUntil(LocalDate.of(2027, 3, 31), kommune, funded));
    }

    @Test
    void while_only_first_persons_are_funded_second_ones_wait_and_hold_back_nobody() {
        PromotionPlan plan = plan(
                List.of(
                        only(11, "A", true, HERE),
                        only(12, "B", false, HERE),
                        only(13, "B", false, HERE),
                        only(14, "C", false, HERE),
                        only(15, "A", true, ELSEWHERE)),
                Map.of(HERE, 0, ELSEWHERE, 0),
                1_000_000);
        assertThat(plan.promoted()).containsExactly(12L, 14L);
        assertThat(plan.newReasons()).isEmpty();
    }

    @Test
    void whoever_pays_alone_does_not_make_the_next_of_the_kommune_its_second() {
        AdmissionFactsFixture alone =
                facts().seminar(HERE).seats(10, 0).subsidy(0).firstPersonsUntil(LocalDate.of(2027, 3, 31), "A", false);
        assertThat(plan(
                                List.of(candidate(11, WaitingReason.SEATS, alone), only(12, "A", false, HERE)),
                                Map.of(HERE, 0),
                                1_000_000)
                        .promoted())
                .containsExactly(11L, 12L);
    }

    @Test
    void a_second_person_leaves_a_freed_seat_to_the_first_person_behind_and_waits_for_money() {
        AdmissionFactsFixture second =
                facts().seminar(HERE).seats(5, 4).firstPersonsUntil(LocalDate.of(2027, 3, 31), "A", true);
        AdmissionFactsFixture first =
                facts().seminar(HERE).seats(5, 4).firstPersonsUntil(LocalDate.of(2027, 3, 31), "B", false);
        PromotionPlan plan = plan(
                List.of(candidate(11, WaitingReason.SEATS, second), candidate(12, WaitingReason.SEATS, first)),
                Map.of(HERE, 4),
                1_000_000);
        assertThat(plan.promoted()).containsExactly(12L);
        assertThat(plan.newReasons()).containsExactly(Map.entry(11L, WaitingReason.FUNDS));
    }

    @Test
    void promotes_nobody_at_the_minute_of_the_deadline() {
        PromotionPlan.Candidate late = candidate(
                11, WaitingReason.SEATS, facts().seminar(HERE).seats(5, 0).at(AdmissionFactsFixture.CLOSES));
        assertThat(plan(List.of(late), Map.of(HERE, 4), 1_000_000).promoted()).isEmpty();
    }
}
