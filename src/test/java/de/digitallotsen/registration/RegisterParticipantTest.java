package de.digitallotsen.registration;

import static de.digitallotsen.ParticipantFixture.aParticipant;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.BudgetRefusal;
import de.digitallotsen.seminar.ChangeSeminar;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.seminar.SeminarRefusal;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.SubmissionRefusal;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@PortalTest
class RegisterParticipantTest {

    private static final long BUDGET = Database.BUDGET_CENTS;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    RegisterParticipant register;

    @Inject
    PreviewRegistration preview;

    @Inject
    AdjustBudget adjustBudget;

    @Inject
    ChangeSeminar changeSeminar;

    private String register(Actor actor, long seminar, ParticipantFixture person, boolean acceptWaiting) {
        return register.handle(actor, Given.command(actor, seminar, person, acceptWaiting));
    }

    private void leave(long cents) {
        adjustBudget.handle(given.ministry(), new AdjustBudget.Command(cents - BUDGET, "Für den Test"));
    }

    @Test
    void confirms_with_place_seat_and_money() {
        long seminar = given.aSeminar().withSeats(1).published();
        String reference = given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        assertThat(given.statusOf(reference)).isEqualTo("CONFIRMED");
        assertThat(given.seatsOf(seminar)).isEqualTo("1 1 0");
        assertThat(given.money()).isEqualTo("20000000 50000 0 0");
        assertThat(database.rows(
                        "select place_number, taken_by from place where kommune_ars = ? order by 1", Given.LANGENHAGEN))
                .containsExactly("1 " + reference, "2 null");
        assertThat(database.rows("select type, reserved_cents, reference, kommune_ars from budget_entry"
                        + " where type <> 'ALLOCATION'"))
                .containsExactly("RESERVATION 50000 " + reference + " " + Given.LANGENHAGEN);
    }

    @Test
    void keeps_fee_and_rate_of_the_day_of_registration() {
        long seminar = given.aSeminar().fee(99_999).published();
        String before = given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        SeminarPlan.Draft dearer = given.aSeminar().fee(120_000).draft();
        changeSeminar.handle(
                given.nsi(),
                seminar,
                (int) database.number("select version from seminar where id = ?", seminar),
                dearer);
        String after = given.registered(given.staffOf(Given.SOTTRUM), seminar);
        assertThat(database.text(
                        "select fee_cents, rate_basis_points, subsidy_cents, own_share_cents from registration"
                                + " where reference = ?",
                        before))
                .isEqualTo("99999 5000 49999 50000");
        assertThat(database.text(
                        "select fee_cents, rate_basis_points, subsidy_cents, own_share_cents from registration"
                                + " where reference = ?",
                        after))
                .isEqualTo("120000 5000 60000 60000");
    }

    @Test
    void lets_wait_for_a_seat_who_asked_to_and_refuses_who_did_not() {
        long seminar = given.aSeminar().withSeats(1).published();
        given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        Actor sottrum = given.staffOf(Given.SOTTRUM);
        RefusedException refused =
                Refused.with(RegistrationRefusal.SEMINAR_FULL, () -> given.registered(sottrum, seminar));
        assertThat(refused.text()).contains("Der einzige Platz ist vergeben");
        String waiting = given.registeredOrWaiting(sottrum, seminar);
        assertThat(given.statusOf(waiting)).isEqualTo("WAITING SEATS");
        assertThat(given.seatsOf(seminar)).isEqualTo("1 1 1");
        assertThat(given.money()).isEqualTo("20000000 50000 0 0");
    }

    @Test
    void lets_wait_for_money_who_asked_to_and_refuses_who_did_not() {
        leave(49_999);
        long seminar = given.aSeminar().withSeats(5).published();
        Actor sottrum = given.staffOf(Given.SOTTRUM);
        RefusedException refused =
                Refused.with(BudgetRefusal.BUDGET_EXHAUSTED, () -> given.registered(sottrum, seminar));
        assertThat(refused.text()).contains("500,00\u00a0€").contains("499,99\u00a0€");
        String waiting = given.registeredOrWaiting(sottrum, seminar);
        assertThat(given.statusOf(waiting)).isEqualTo("WAITING FUNDS");
        assertThat(given.seatsOf(seminar)).isEqualTo("5 0 1");
        assertThat(given.money()).isEqualTo("49999 0 0 1");
    }

    @Test
    void confirms_with_the_last_cent() {
        leave(50_000);
        long seminar = given.aSeminar().published();
        assertThat(given.statusOf(given.registered(given.staffOf(Given.SOTTRUM), seminar)))
                .isEqualTo("CONFIRMED");
        assertThat(given.money()).isEqualTo("50000 50000 0 0");
    }

    @Test
    void overtakes_nobody_who_waits_for_the_same_money_elsewhere() {
        leave(60_000);
        long dear = given.aSeminar().fee(150_000).published();
        long cheap = given.aSeminar().fee(100_000).published();
        given.registeredOrWaiting(given.staffOf(Given.LANGENHAGEN), dear);
        Actor newcomer = given.staffOf(Given.SOTTRUM);
        Refused.with(BudgetRefusal.BUDGET_EXHAUSTED, () -> given.registered(newcomer, cheap));
        assertThat(given.statusOf(given.registeredOrWaiting(newcomer, cheap))).isEqualTo("WAITING FUNDS");
        assertThat(given.money()).isEqualTo("60000 0 0 2");
    }

    @Test
    void lets_nobody_whose_deadline_has_passed_hold_back_newcomers_elsewhere() {
        leave(60_000);
        long lapsing = given.aSeminar()
                .fee(150_000)
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
        long open = given.aSeminar().fee(100_000).published();
        given.registeredOrWaiting(given.staffOf(Given.LANGENHAGEN), lapsing);
        clock.pass(Duration.ofHours(2));
        assertThat(given.statusOf(given.registered(given.staffOf(Given.SOTTRUM), open)))
                .isEqualTo("CONFIRMED");
        assertThat(given.money()).isEqualTo("60000 50000 0 1");
    }

    @Test
    void confirms_without_money_where_the_land_pays_nothing_even_if_others_wait_for_money() {
        leave(1);
        given.registeredOrWaiting(
                given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        long free = given.aSeminar().fee(1).published();
        assertThat(given.statusOf(given.registered(given.staffOf(Given.SOTTRUM), free)))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void refuses_the_third_registration_of_a_kommune_and_names_the_two() {
        long first = given.aSeminar().published();
        long second = given.aSeminar().published();
        Actor langenhagen = given.staffOf(Given.LANGENHAGEN);
        String one = register(langenhagen, first, aParticipant().named("Anna", "Beispiel"), false);
        String two = register(langenhagen, second, aParticipant().named("Bernd", "Muster"), false);
        RefusedException refused = Refused.with(
                RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registeredOrWaiting(langenhagen, first));
        assertThat(refused.text())
                .contains("Stadt Langenhagen")
                .contains("Anna Beispiel")
                .contains("Bernd Muster")
                .contains(Reference.spoken(one))
                .contains(Reference.spoken(two));
        Refused.with(
                RegistrationRefusal.KOMMUNE_LIMIT_REACHED,
                () -> register.handle(
                        given.nsi(),
                        new RegisterParticipant.Command(
                                new Application(first, aParticipant().details(), true, Given.LANGENHAGEN), null)));
    }

    @Test
    void counts_a_waiting_registration_as_one_of_the_two() {
        long full = given.aSeminar().withSeats(1).published();
        given.registered(given.staffOf(Given.SOTTRUM), full);
        Actor langenhagen = given.staffOf(Given.LANGENHAGEN);
        given.registeredOrWaiting(langenhagen, full);
        given.registeredOrWaiting(langenhagen, full);
        Refused.with(
                RegistrationRefusal.KOMMUNE_LIMIT_REACHED,
                () -> given.registered(langenhagen, given.aSeminar().published()));
    }

    @Test
    void refuses_a_person_twice_however_the_address_is_typed() {
        long seminar = given.aSeminar().published();
        long other = given.aSeminar().published();
        Actor langenhagen = given.staffOf(Given.LANGENHAGEN);
        String reference = register(langenhagen, seminar, aParticipant().withEmail("Jörg.Müller@Stadt.example"), false);
        RefusedException here = Refused.with(
                RegistrationRefusal.PERSON_ALREADY_REGISTERED,
                () -> register(
                        langenhagen,
                        other,
                        aParticipant().withEmail(" jo\u0308rg.mu\u0308ller@stadt.EXAMPLE "),
                        false));
        assertThat(here.text()).contains(Reference.spoken(reference));
        RefusedException elsewhere = Refused.with(
                RegistrationRefusal.PERSON_ALREADY_REGISTERED,
                () -> register(
                        given.staffOf(Given.SOTTRUM),
                        other,
                        aParticipant().withEmail("jörg.müller@stadt.example"),
                        false));
        assertThat(elsewhere.text())
                .contains("über eine andere Kommune")
                .doesNotContain(Reference.spoken(reference))
                .doesNotContain("Langenhagen");
    }

    @Test
    void sends_a_mitgliedsgemeinde_to_its_samtgemeinde() {
        long seminar = given.aSeminar().published();
        String member =
                database.text("select ars from kommune where samtgemeinde_ars = ? order by ars limit 1", Given.SOTTRUM);
        RefusedException refused =
                Refused.with(RegistrationRefusal.NOT_ELIGIBLE, () -> given.registered(given.staffOf(member), seminar));
        assertThat(refused.text()).contains("Samtgemeinde Sottrum");
        String unincorporated =
                database.text("select ars from kommune where type = 'GEMEINDEFREIES_GEBIET' order by ars limit 1");
        Refused.with(RegistrationRefusal.NOT_ELIGIBLE, () -> given.registered(given.staffOf(unincorporated), seminar));
    }

    @Test
    void opens_and_closes_at_the_instant_announced() {
        long seminar = given.aSeminar()
                .opensAt(TestClock.START.plusSeconds(60))
                .closesAt(TestClock.START.plusSeconds(120))
                .published();
        List<Actor> staff = given.staffOfKommunen(4);
        clock.set(TestClock.START.plusSeconds(60).minusNanos(1000));
        Refused.with(RegistrationRefusal.REGISTRATION_NOT_OPEN, () -> given.registered(staff.get(0), seminar));
        clock.set(TestClock.START.plusSeconds(60));
        given.registered(staff.get(0), seminar);
        clock.set(TestClock.START.plusSeconds(120).minusNanos(1000));
        given.registered(staff.get(1), seminar);
        clock.set(TestClock.START.plusSeconds(120));
        Refused.with(RegistrationRefusal.REGISTRATION_CLOSED, () -> given.registered(staff.get(2), seminar));
    }

    @Test
    void refuses_a_draft() {
        long draft = given.aSeminar().planned();
        Refused.with(
                SeminarRefusal.SEMINAR_NOT_PUBLISHED, () -> given.registered(given.staffOf(Given.LANGENHAGEN), draft));
    }

    @Test
    void lets_only_those_register_who_may() {
        long seminar = given.aSeminar().published();
        Application application = new Application(seminar, aParticipant().details(), false, Given.LANGENHAGEN);
        Refused.with(
                AccessRefusal.ROLE_NOT_ALLOWED,
                () -> register.handle(given.ministry(), new RegisterParticipant.Command(application, null)));
        Refused.with(
                AccessRefusal.NOT_SIGNED_IN,
                () -> register.handle(Actor.anonymous(), new RegisterParticipant.Command(application, null)));
        Refused.with(
                AccessRefusal.NOT_FOUND,
                () -> register.handle(
                        given.staffOf(Given.SOTTRUM), new RegisterParticipant.Command(application, null)));
        assertThat(given.statusOf(register.handle(given.nsi(), new RegisterParticipant.Command(application, null))))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void says_everything_that_is_missing_at_once() {
        assertThatThrownBy(() -> register.handle(
                        given.nsi(), new RegisterParticipant.Command(new Application(null, null, false, null), null)))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        wrong -> assertThat(wrong.violations())
                                .extracting(v -> v.field())
                                .containsExactlyInAnyOrder(
                                        "seminarId",
                                        "participant.firstName",
                                        "participant.lastName",
                                        "participant.email",
                                        "kommuneArs"));
    }

    @Test
    void answers_the_same_submission_with_the_same_reference() {
        long seminar = given.aSeminar().published();
        Actor actor = given.staffOf(Given.LANGENHAGEN);
        Application application = new Application(seminar, aParticipant().details(), false, null);
        String first = register.handle(actor, new RegisterParticipant.Command(application, "key-1"));
        Map<String, Long> before = database.rowCounts();
        assertThat(register.handle(actor, new RegisterParticipant.Command(application, "key-1")))
                .isEqualTo(first);
        assertThat(database.rowCounts()).isEqualTo(before);
    }

    @Test
    void refuses_the_same_key_with_another_content_and_lets_another_user_use_it() {
        long seminar = given.aSeminar().published();
        Actor actor = given.staffOf(Given.LANGENHAGEN);
        register.handle(
                actor,
                new RegisterParticipant.Command(
                        new Application(seminar, aParticipant().details(), false, null), "key-1"));
        RefusedException refused = Refused.with(
                SubmissionRefusal.IDEMPOTENCY_KEY_REUSED,
                () -> register.handle(
                        actor,
                        new RegisterParticipant.Command(
                                new Application(seminar, aParticipant().details(), false, null), "key-1")));
        assertThat(refused.refusal().status()).isEqualTo(422);
        register.handle(
                given.staffOf(Given.SOTTRUM),
                new RegisterParticipant.Command(
                        new Application(seminar, aParticipant().details(), false, null), "key-1"));
        assertThat(given.seatsOf(seminar)).isEqualTo("20 2 0");
    }

    @Test
    void forgets_the_key_of_a_refused_submission() {
        long seminar = given.aSeminar().opensAt(TestClock.START.plusSeconds(60)).published();
        Actor actor = given.staffOf(Given.LANGENHAGEN);
        Application application = new Application(seminar, aParticipant().details(), false, null);
        Refused.with(
                RegistrationRefusal.REGISTRATION_NOT_OPEN,
                () -> register.handle(actor, new RegisterParticipant.Command(application, "key-1")));
        clock.pass(Duration.ofMinutes(2));
        assertThat(given.statusOf(register.handle(actor, new RegisterParticipant.Command(application, "key-1"))))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void refuses_a_key_that_is_none() {
        long seminar = given.aSeminar().published();
        Actor actor = given.staffOf(Given.LANGENHAGEN);
        for (String key : List.of("", " ", "a b", "ä", "x".repeat(101))) {
            assertThatThrownBy(() -> register.handle(
                            actor,
                            new RegisterParticipant.Command(
                                    new Application(seminar, aParticipant().details(), false, null), key)))
                    .as(key)
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void previews_what_then_happens_and_changes_nothing() {
        leave(100_000);
        long small = given.aSeminar().withSeats(1).published();
        long large = given.aSeminar().withSeats(9).published();
        List<Actor> staff = given.staffOfKommunen(5);
        assertPreviewComesTrue(staff.get(0), small, false, "CONFIRMED");
        assertPreviewComesTrue(staff.get(1), small, false, "REFUSED");
        assertPreviewComesTrue(staff.get(1), small, true, "WAITING SEATS");
        assertPreviewComesTrue(staff.get(2), large, true, "CONFIRMED");
        assertPreviewComesTrue(staff.get(3), large, true, "WAITING FUNDS");
        assertPreviewComesTrue(staff.get(4), large, false, "REFUSED");
    }

    private void assertPreviewComesTrue(Actor actor, long seminar, boolean acceptWaiting, String expected) {
        ParticipantFixture person = aParticipant();
        Map<String, List<String>> before = database.content();
        PreviewRegistration.Preview seen = QuarkusTransaction.requiringNew()
                .call(() -> preview.handle(
                        actor,
                        Given.command(actor, seminar, person, acceptWaiting).application()));
        assertThat(database.content()).isEqualTo(before);
        assertThat(seen.subsidyCents()).isEqualTo(50_000);
        assertThat(seen.ownShareCents()).isEqualTo(50_000);
        if (seen.outcome() == PreviewRegistration.Outcome.REFUSED) {
            assertThat(expected).isEqualTo("REFUSED");
            RefusedException refused =
                    Refused.with(seen.refusal().refusal(), () -> register(actor, seminar, person, acceptWaiting));
            assertThat(refused.text()).isEqualTo(seen.refusal().text());
        } else {
            String status = seen.outcome() + (seen.waitingReason() == null ? "" : " " + seen.waitingReason());
            assertThat(status).isEqualTo(expected);
            assertThat(given.statusOf(register(actor, seminar, person, acceptWaiting)))
                    .isEqualTo(expected);
        }
    }

    @Test
    void leaves_nothing_at_all_behind_when_it_refuses() {
        leave(50_000);
        long one = given.aSeminar().withSeats(1).published();
        long other = given.aSeminar().withSeats(5).published();
        Actor langenhagen = given.staffOf(Given.LANGENHAGEN);
        Actor sottrum = given.staffOf(Given.SOTTRUM);
        given.registered(langenhagen, one);
        given.registeredOrWaiting(langenhagen, one);
        Map<String, List<String>> before = database.content();
        Refused.with(RegistrationRefusal.SEMINAR_FULL, () -> given.registered(sottrum, one));
        Refused.with(BudgetRefusal.BUDGET_EXHAUSTED, () -> given.registered(sottrum, other));
        Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registeredOrWaiting(langenhagen, other));
        assertThat(database.content()).isEqualTo(before);
    }

    @Test
    void grants_its_places_to_a_kommune_that_comes_for_the_first_time() throws Exception {
        database.writePastTheProgram("delete from place where kommune_ars = ?", Given.LANGENHAGEN);
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        assertThat(database.number("select count(*) from place where kommune_ars = ?", Given.LANGENHAGEN))
                .isEqualTo(2);
    }

    @Test
    void counts_places_used_up_in_an_earlier_period() throws Exception {
        database.writePastTheProgram(
                "update place set earlier_use = '2021 bis 2026' where kommune_ars = ? and place_number = 1",
                Given.LANGENHAGEN);
        long seminar = given.aSeminar().published();
        Actor actor = given.staffOf(Given.LANGENHAGEN);
        String reference = given.registered(actor, seminar);
        assertThat(database.text("select place_number from registration where reference = ?", reference))
                .isEqualTo("2");
        RefusedException refused =
                Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(actor, seminar));
        assertThat(refused.text()).contains("2021 bis 2026");
    }
}
