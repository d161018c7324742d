package de.digitallotsen.registration;

import static de.digitallotsen.registration.AdmissionFactsFixture.CLOSES;
import static de.digitallotsen.registration.AdmissionFactsFixture.OPENS;
import static de.digitallotsen.registration.AdmissionFactsFixture.facts;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;

import de.digitallotsen.budget.BudgetRefusal;
import de.digitallotsen.kommune.Eligibility;
import de.digitallotsen.programme.ProgrammeRefusal;
import de.digitallotsen.seminar.SeminarRefusal;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.Refusal;
import de.digitallotsen.shared.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class AdmissionRulesTest {

    private static AdmissionRules.Decision decide(AdmissionFactsFixture facts) {
        return AdmissionRules.decide(facts.build());
    }

    private static RefusedException refusalOf(AdmissionFactsFixture facts) {
        assertThat(decide(facts)).isInstanceOf(AdmissionRules.Decision.Refuse.class);
        return ((AdmissionRules.Decision.Refuse) decide(facts)).because();
    }

    private static void assertRefused(AdmissionFactsFixture facts, Refusal refusal) {
        assertThat(refusalOf(facts).refusal()).isEqualTo(refusal);
    }

    private static void assertConfirmed(AdmissionFactsFixture facts) {
        assertThat(decide(facts)).isEqualTo(new AdmissionRules.Decision.Confirm());
    }

    private static void assertWaits(AdmissionFactsFixture facts, WaitingReason reason, Refusal otherwise) {
        assertThat(decide(facts)).isInstanceOf(AdmissionRules.Decision.Wait.class);
        AdmissionRules.Decision.Wait wait = (AdmissionRules.Decision.Wait) decide(facts);
        assertThat(wait.reason()).isEqualTo(reason);
        assertThat(wait.otherwise().refusal()).isEqualTo(otherwise);
    }

    @Test
    void confirms_when_no_rule_objects() {
        assertConfirmed(facts());
    }

    @ParameterizedTest
    @EnumSource(value = SeminarStatus.class, names = "PUBLISHED", mode = EnumSource.Mode.EXCLUDE)
    void refuses_a_seminar_that_is_not_published(SeminarStatus status) {
        assertRefused(facts().status(status), SeminarRefusal.SEMINAR_NOT_PUBLISHED);
    }

    @Test
    void refuses_a_seminar_that_no_period_pays_for() {
        RefusedException refusal = refusalOf(facts().withoutPeriod());
        assertThat(refusal.refusal()).isEqualTo(ProgrammeRefusal.NO_FUNDING_PERIOD);
        assertThat(refusal.text()).contains("06.04.2027").contains("08.04.2027");
    }

    @Test
    void refuses_until_the_instant_of_opening_and_not_from_it_on() {
        assertRefused(facts().at(OPENS.minusNanos(1000)), RegistrationRefusal.REGISTRATION_NOT_OPEN);
        assertConfirmed(facts().at(OPENS));
        assertThat(refusalOf(facts().at(OPENS.minusNanos(1000))).text()).contains("01.02.2027, 08:00");
    }

    @Test
    void lets_a_kommunes_second_person_wait_while_only_first_ones_are_funded_and_says_until_when() {
        LocalDate until = LocalDate.of(2027, 3, 31);
        assertConfirmed(facts().firstPersonsUntil(until, "032410010010", false));
        assertConfirmed(facts().firstPersonsUntil(until, "032410010010", true).subsidy(0));
        AdmissionRules.Decision decision = AdmissionRules.decide(
                facts().firstPersonsUntil(until, "032410010010", true).build());
        assertThat(decision).isInstanceOf(AdmissionRules.Decision.Wait.class);
        AdmissionRules.Decision.Wait wait = (AdmissionRules.Decision.Wait) decision;
        assertThat(wait.reason()).isEqualTo(WaitingReason.FUNDS);
        assertThat(wait.otherwise().refusal()).isEqualTo(BudgetRefusal.FIRST_PERSONS_FIRST);
        assertThat(wait.otherwise().text()).contains("31.03.2027", "01.04.2027", "Stadt Langenhagen");
    }

    @Test
    void refuses_from_the_instant_of_the_deadline_on_and_not_before() {
        assertConfirmed(facts().at(CLOSES.minusNanos(1000)));
        assertRefused(facts().at(CLOSES), RegistrationRefusal.REGISTRATION_CLOSED);
        assertThat(refusalOf(facts().at(CLOSES)).text()).contains("15.03.2027, 18:00");
    }

    @Test
    void sends_a_mitgliedsgemeinde_to_its_samtgemeinde() {
        RefusedException refusal =
                refusalOf(facts().ineligible(Eligibility.Code.MITGLIEDSGEMEINDE, "Samtgemeinde Sottrum"));
        assertThat(refusal.refusal()).isEqualTo(RegistrationRefusal.NOT_ELIGIBLE);
        assertThat(refusal.text()).contains("Stadt Langenhagen").contains("Samtgemeinde Sottrum");
    }

    @Test
    void sends_an_ended_kommune_to_its_successor() {
        assertThat(refusalOf(facts().ineligible(Eligibility.Code.EXPIRED, "Stadt Neustadt"))
                        .text())
                .contains("besteht nicht mehr")
                .contains("Stadt Neustadt");
    }

    @ParameterizedTest
    @EnumSource(value = Eligibility.Code.class, names = "ELIGIBLE", mode = EnumSource.Mode.EXCLUDE)
    void has_a_sentence_for_every_reason_of_not_being_eligible(Eligibility.Code code) {
        assertThat(refusalOf(facts().ineligible(code, null)).text())
                .contains("Stadt Langenhagen")
                .doesNotContain("{");
    }

    @Test
    void refuses_a_person_who_is_registered() {
        RefusedException refusal = refusalOf(facts().personRegistered("über eine andere Kommune"));
        assertThat(refusal.refusal()).isEqualTo(RegistrationRefusal.PERSON_ALREADY_REGISTERED);
        assertThat(refusal.text()).contains("über eine andere Kommune");
    }

    @Test
    void confirms_the_second_place_and_refuses_the_third_with_what_uses_the_two() {
        assertConfirmed(facts().placesUsedBy("eine"));
        RefusedException refusal = refusalOf(facts().placesUsedBy("Anna Beispiel", "Bernd Muster"));
        assertThat(refusal.refusal()).isEqualTo(RegistrationRefusal.KOMMUNE_LIMIT_REACHED);
        assertThat(refusal.text()).contains("alle 2 Förderplätze").contains("Anna Beispiel; Bernd Muster");
    }

    @Test
    void takes_the_number_of_places_from_the_programme() {
        assertConfirmed(facts().onePlaceOnly());
        assertRefused(facts().onePlaceOnly().placesUsedBy("eine"), RegistrationRefusal.KOMMUNE_LIMIT_REACHED);
    }

    @Test
    void lets_wait_for_a_seat_when_all_are_taken() {
        assertConfirmed(facts().seats(10, 9));
        assertWaits(facts().seats(10, 10), WaitingReason.SEATS, RegistrationRefusal.SEMINAR_FULL);
    }

    @Test
    void overtakes_nobody_who_waits_for_the_same_seminar_even_if_a_seat_is_free() {
        assertWaits(facts().seats(10, 9).waitingForSeat(1), WaitingReason.FUNDS, BudgetRefusal.BUDGET_EXHAUSTED);
    }

    @Test
    void confirms_with_the_last_cent_and_lets_wait_when_one_cent_is_missing() {
        assertConfirmed(facts().subsidy(50_000).available(50_000));
        assertWaits(facts().subsidy(50_000).available(49_999), WaitingReason.FUNDS, BudgetRefusal.BUDGET_EXHAUSTED);
    }

    @Test
    void overtakes_nobody_who_waits_for_the_money_even_if_it_suffices() {
        assertWaits(facts().waitingForMoney(1), WaitingReason.FUNDS, BudgetRefusal.BUDGET_EXHAUSTED);
    }

    @Test
    void needs_no_money_and_no_turn_where_the_land_pays_nothing() {
        assertConfirmed(facts().subsidy(0).available(0).waitingForMoney(3));
    }

    @Test
    void waits_for_the_seat_when_both_seat_and_money_are_missing() {
        assertWaits(facts().seats(1, 1).available(0), WaitingReason.SEATS, RegistrationRefusal.SEMINAR_FULL);
    }

    @Test
    void names_the_first_rule_that_objects_in_the_order_of_the_list() {
        AdmissionFactsFixture everything = facts().seats(1, 1).available(0);
        assertWaits(everything, WaitingReason.SEATS, RegistrationRefusal.SEMINAR_FULL);
        assertRefused(everything.placesUsedBy("a", "b"), RegistrationRefusal.KOMMUNE_LIMIT_REACHED);
        assertRefused(everything.personRegistered("x"), RegistrationRefusal.PERSON_ALREADY_REGISTERED);
        assertRefused(everything.ineligible(Eligibility.Code.EXPIRED, null), RegistrationRefusal.NOT_ELIGIBLE);
        assertRefused(everything.at(CLOSES), RegistrationRefusal.REGISTRATION_CLOSED);
        assertRefused(everything.at(OPENS.minusSeconds(1)), RegistrationRefusal.REGISTRATION_NOT_OPEN);
        assertRefused(everything.withoutPeriod(), ProgrammeRefusal.NO_FUNDING_PERIOD);
        assertRefused(everything.status(SeminarStatus.CANCELLED), SeminarRefusal.SEMINAR_NOT_PUBLISHED);
    }

    @Test
    void reads_like_the_list_of_the_domain() {
        assertThat(AdmissionRules.REFUSING)
                .extracting(AdmissionRules.Rule::number)
                .containsExactly("R7", "R7", "R7", "R7", "R1", "R4", "R5", "R3", "R16");
        assertThat(AdmissionRules.WAITING)
                .extracting(AdmissionRules.Rule::number)
                .containsExactly("R6", "R14", "R9");
    }
}
