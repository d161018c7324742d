package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.SeminarFixture;
import de.digitallotsen.TestClock;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.BudgetRefusal;
import de.digitallotsen.seminar.ChangeSeminar;
import de.digitallotsen.seminar.SeminarRefusal;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What frees a seat or money, and to whom it goes (R14). */
@PortalTest
class PromotionTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    CancelRegistration cancel;

    @Inject
    CloseSeminar close;

    @Inject
    CompletedSeminars seminars;

    @Inject
    AdjustBudget adjustBudget;

    @Inject
    ChangeSeminar changeSeminar;

    @Inject
    EndPromotion endPromotion;

    private List<Actor> staff;

    @BeforeEach
    void people() {
        staff = given.staffOfKommunen(8);
    }

    private void adjust(long cents) {
        adjustBudget.handle(given.ministry(), new AdjustBudget.Command(cents, "Für den Test"));
    }

    private void leave(long cents) {
        adjust(cents - Database.BUDGET_CENTS);
    }

    private void change(long seminar, SeminarFixture to) {
        changeSeminar.handle(
                given.nsi(),
                seminar,
                (int) database.number("select version from seminar where id = ?", seminar),
                to.draft());
    }

    @Test
    void cancelling_frees_place_seat_and_money() {
        long seminar = given.aSeminar().withSeats(1).published();
        String reference = given.registered(staff.get(0), seminar);
        cancel.handle(staff.get(0), reference);
        assertThat(given.statusOf(reference)).isEqualTo("CANCELLED");
        assertThat(given.seatsOf(seminar)).isEqualTo("1 0 0");
        assertThat(given.money()).isEqualTo("20000000 0 0 0");
        assertThat(database.rows(
                        "select type, reserved_cents from budget_entry where reference = ? order by id", reference))
                .containsExactly("RESERVATION 50000", "RELEASE -50000");
        assertThat(database.number("select count(*) from place where taken_by is not null"))
                .isZero();
        assertThat(given.statusOf(given.registered(staff.get(1), seminar))).isEqualTo("CONFIRMED");
    }

    @Test
    void cancelling_promotes_the_first_who_waits_in_the_same_transaction() {
        long seminar = given.aSeminar().withSeats(1).published();
        String first = given.registered(staff.get(0), seminar);
        String second = given.registeredOrWaiting(staff.get(1), seminar);
        String third = given.registeredOrWaiting(staff.get(2), seminar);
        cancel.handle(staff.get(0), first);
        assertThat(given.statusOf(second)).isEqualTo("CONFIRMED");
        assertThat(given.statusOf(third)).isEqualTo("WAITING SEATS");
        assertThat(given.seatsOf(seminar)).isEqualTo("1 1 1");
        assertThat(given.money()).isEqualTo("20000000 50000 0 0");
        assertThat(database.rows(
                        "select kind, actor_role from registration_event e"
                                + " join registration r on r.id = e.registration_id where r.reference = ?"
                                + " order by e.id",
                        second))
                .containsExactly("WAITING KOMMUNE", "PROMOTED null");
    }

    @Test
    void leaving_the_waiting_list_frees_the_place_and_nothing_else() {
        long seminar = given.aSeminar().withSeats(1).published();
        given.registered(staff.get(0), seminar);
        String waiting = given.registeredOrWaiting(staff.get(1), seminar);
        cancel.handle(staff.get(1), waiting);
        assertThat(given.statusOf(waiting)).isEqualTo("CANCELLED");
        assertThat(given.seatsOf(seminar)).isEqualTo("1 1 0");
        cancel.handle(staff.get(0), database.text("select reference from registration where status = 'CONFIRMED'"));
        assertThat(given.statusOf(waiting))
                .as("a cancelled registration is never promoted (R15)")
                .isEqualTo("CANCELLED");
    }

    @Test
    void leaving_the_queue_for_money_lets_the_next_one_have_it() {
        leave(60_000);
        String dear = given.registeredOrWaiting(
                staff.get(0), given.aSeminar().fee(150_000).published());
        String cheap = given.registeredOrWaiting(
                staff.get(1), given.aSeminar().fee(100_000).published());
        cancel.handle(staff.get(0), dear);
        assertThat(given.statusOf(cheap)).isEqualTo("CONFIRMED");
        assertThat(given.money()).isEqualTo("60000 50000 0 0");
    }

    @Test
    void money_freed_in_one_seminar_goes_to_the_first_who_waits_for_money_in_another() {
        leave(50_000);
        long here = given.aSeminar().published();
        long there = given.aSeminar().published();
        String confirmed = given.registered(staff.get(0), here);
        String first = given.registeredOrWaiting(staff.get(1), there);
        String second = given.registeredOrWaiting(staff.get(2), here);
        cancel.handle(staff.get(0), confirmed);
        assertThat(given.statusOf(first)).isEqualTo("CONFIRMED");
        assertThat(given.statusOf(second)).isEqualTo("WAITING FUNDS");
    }

    @Test
    void refuses_to_cancel_twice_and_after_the_beginning() {
        long seminar = given.aSeminar()
                .withSeats(2)
                .closesAt(TestClock.START.plusSeconds(60))
                .published();
        String one = given.registered(staff.get(0), seminar);
        String two = given.registered(staff.get(1), seminar);
        cancel.handle(staff.get(0), one);
        RefusedException twice =
                Refused.with(RegistrationRefusal.NOT_CANCELLABLE, () -> cancel.handle(staff.get(0), one));
        assertThat(twice.text()).contains("storniert");
        clock.set(clock.today().plusWeeks(8).atTime(9, 0).atZone(German.BERLIN).toInstant());
        Map<String, List<String>> before = database.content();
        Refused.with(RegistrationRefusal.NOT_CANCELLABLE, () -> cancel.handle(staff.get(1), two));
        assertThat(database.content()).isEqualTo(before);
    }

    @Test
    void lets_who_waits_leave_after_the_deadline_too() {
        long seminar = given.aSeminar()
                .withSeats(1)
                .closesAt(TestClock.START.plusSeconds(60))
                .published();
        given.registered(staff.get(0), seminar);
        String waiting = given.registeredOrWaiting(staff.get(1), seminar);
        clock.pass(Duration.ofHours(1));
        cancel.handle(staff.get(1), waiting);
        assertThat(given.statusOf(waiting)).isEqualTo("CANCELLED");
    }

    @Test
    void hides_the_registration_of_another_kommune() {
        String reference = given.registered(staff.get(0), given.aSeminar().published());
        Refused.with(AccessRefusal.NOT_FOUND, () -> cancel.handle(staff.get(1), reference));
        Refused.with(AccessRefusal.NOT_FOUND, () -> cancel.handle(staff.get(1), "ABCDEFGH"));
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> cancel.handle(given.ministry(), reference));
        cancel.handle(given.nsi(), Reference.spoken(reference).toLowerCase());
        assertThat(given.statusOf(reference)).isEqualTo("CANCELLED");
    }

    @Test
    void promotes_nobody_from_the_deadline_on() {
        Instant deadline = TestClock.START.plusSeconds(60);
        leave(50_000);
        long lapsed = given.aSeminar().closesAt(deadline).published();
        long open = given.aSeminar().published();
        String confirmed = given.registered(staff.get(0), open);
        String waiting = given.registeredOrWaiting(staff.get(1), lapsed);
        clock.set(deadline);
        cancel.handle(staff.get(0), confirmed);
        assertThat(given.statusOf(waiting)).isEqualTo("WAITING FUNDS");
        adjust(1_000_000);
        assertThat(given.statusOf(waiting)).isEqualTo("WAITING FUNDS");
    }

    @Test
    void raising_the_budget_promotes_in_order_of_receipt_across_seminars() {
        leave(1);
        long here = given.aSeminar().published();
        long there = given.aSeminar().published();
        String first = given.registeredOrWaiting(staff.get(0), there);
        String second = given.registeredOrWaiting(staff.get(1), here);
        String third = given.registeredOrWaiting(staff.get(2), there);
        adjust(100_000);
        assertThat(List.of(given.statusOf(first), given.statusOf(second), given.statusOf(third)))
                .containsExactly("CONFIRMED", "CONFIRMED", "WAITING FUNDS");
        assertThat(given.money()).isEqualTo("100001 100000 0 1");
    }

    @Test
    void raising_the_budget_by_too_little_promotes_nobody_out_of_turn() {
        leave(1);
        String dear = given.registeredOrWaiting(
                staff.get(0), given.aSeminar().fee(200_000).published());
        String cheap = given.registeredOrWaiting(
                staff.get(1), given.aSeminar().fee(100_000).published());
        adjust(60_000);
        assertThat(List.of(given.statusOf(dear), given.statusOf(cheap)))
                .containsExactly("WAITING FUNDS", "WAITING FUNDS");
        adjust(40_000);
        assertThat(List.of(given.statusOf(dear), given.statusOf(cheap))).containsExactly("CONFIRMED", "WAITING FUNDS");
    }

    @Test
    void refuses_to_lower_the_budget_below_what_is_committed_and_says_by_how_much_it_can() {
        given.registered(staff.get(0), given.aSeminar().published());
        Map<String, List<String>> before = database.content();
        RefusedException refused =
                Refused.with(BudgetRefusal.BUDGET_BELOW_COMMITTED, () -> adjust(-Database.BUDGET_CENTS + 49_999));
        assertThat(refused.text())
                .contains("200.000,00\u00a0€")
                .contains("500,00\u00a0€")
                .contains("199.500,00\u00a0€");
        assertThat(database.rows("select * from budget_entry")).isEqualTo(before.get("budget_entry"));
        assertThat(database.rows("select * from budget")).isEqualTo(before.get("budget"));
        adjust(-Database.BUDGET_CENTS + 50_000);
        assertThat(given.money()).isEqualTo("50000 50000 0 0");
    }

    /** One in front who needs more than there is, in a seminar of two seats, and one behind for whom it suffices. */
    private String[] oneInFrontAndOneBehind(SeminarFixture front) {
        leave(100_000);
        long dear = front.published();
        given.registered(staff.get(0), dear);
        String first = given.registeredOrWaiting(staff.get(1), dear);
        String second = given.registeredOrWaiting(
                staff.get(2), given.aSeminar().fee(80_000).published());
        assertThat(List.of(given.statusOf(first), given.statusOf(second)))
                .containsExactly("WAITING FUNDS", "WAITING FUNDS");
        assertThat(given.money()).isEqualTo("100000 60000 0 2");
        return new String[] {first, second};
    }

    private SeminarFixture dear() {
        return given.aSeminar().withSeats(2).fee(120_000);
    }

    @Test
    void the_deadline_of_the_one_in_front_lets_those_behind_have_the_money() {
        Instant deadline = TestClock.START.plusSeconds(60);
        String[] waiting = oneInFrontAndOneBehind(dear().closesAt(deadline));
        clock.set(deadline.minusMillis(1));
        endPromotion.handle();
        assertThat(given.statusOf(waiting[1])).isEqualTo("WAITING FUNDS");
        clock.set(deadline);
        assertThat(endPromotion.handle()).isEqualTo(1);
        assertThat(List.of(given.statusOf(waiting[0]), given.statusOf(waiting[1])))
                .containsExactly("WAITING FUNDS", "CONFIRMED");
        assertThat(given.money()).isEqualTo("100000 100000 0 1");
    }

    @Test
    void fewer_seats_for_the_one_in_front_let_those_behind_have_the_money() {
        String[] waiting = oneInFrontAndOneBehind(dear());
        change(1, dear().withSeats(1));
        assertThat(List.of(given.statusOf(waiting[0]), given.statusOf(waiting[1])))
                .containsExactly("WAITING SEATS", "CONFIRMED");
    }

    @Test
    void an_earlier_deadline_for_the_one_in_front_lets_those_behind_have_the_money() {
        String[] waiting = oneInFrontAndOneBehind(dear());
        change(1, dear().closesAt(TestClock.START));
        assertThat(List.of(given.statusOf(waiting[0]), given.statusOf(waiting[1])))
                .containsExactly("WAITING FUNDS", "CONFIRMED");
    }

    @Test
    void raising_the_capacity_promotes_as_many_as_there_are_seats() {
        long seminar = given.aSeminar().withSeats(1).published();
        given.registered(staff.get(0), seminar);
        List<String> waiting = staff.subList(1, 5).stream()
                .map(actor -> given.registeredOrWaiting(actor, seminar))
                .toList();
        change(seminar, given.aSeminar().withSeats(3));
        assertThat(waiting.stream().map(given::statusOf))
                .containsExactly("CONFIRMED", "CONFIRMED", "WAITING SEATS", "WAITING SEATS");
        assertThat(given.seatsOf(seminar)).isEqualTo("3 3 2");
    }

    @Test
    void a_seat_without_money_turns_a_wait_for_the_seat_into_a_wait_for_money() {
        leave(50_000);
        long seminar = given.aSeminar().withSeats(1).published();
        given.registered(staff.get(0), seminar);
        String waiting = given.registeredOrWaiting(staff.get(1), seminar);
        assertThat(given.statusOf(waiting)).isEqualTo("WAITING SEATS");
        change(seminar, given.aSeminar().withSeats(2));
        assertThat(given.statusOf(waiting)).isEqualTo("WAITING FUNDS");
        assertThat(given.money()).isEqualTo("50000 50000 0 1");
        assertThat(given.statusOf(given.registeredOrWaiting(staff.get(2), seminar)))
                .as("nobody is overtaken")
                .isEqualTo("WAITING FUNDS");
        adjust(50_000);
        assertThat(given.statusOf(waiting)).isEqualTo("CONFIRMED");
    }

    @Test
    void refuses_a_capacity_below_what_is_confirmed() {
        long seminar = given.aSeminar().withSeats(3).published();
        given.registered(staff.get(0), seminar);
        given.registered(staff.get(1), seminar);
        RefusedException refused = Refused.with(
                SeminarRefusal.CAPACITY_BELOW_CONFIRMED,
                () -> change(seminar, given.aSeminar().withSeats(1)));
        assertThat(refused.text()).contains("2 Personen");
        change(seminar, given.aSeminar().withSeats(2));
        assertThat(given.seatsOf(seminar)).isEqualTo("2 2 0");
    }

    @Test
    void refuses_a_change_by_somebody_who_read_an_older_version() {
        long seminar = given.aSeminar().published();
        int read = (int) database.number("select version from seminar where id = ?", seminar);
        change(seminar, given.aSeminar().withSeats(5));
        Refused.with(
                AccessRefusal.STALE,
                () -> changeSeminar.handle(
                        given.nsi(),
                        seminar,
                        read,
                        given.aSeminar().withSeats(9).draft()));
        assertThat(given.seatsOf(seminar)).isEqualTo("5 0 0");
    }

    private long heldSeminar(int seats) {
        return given.aSeminar()
                .withSeats(seats)
                .beginningOn(clock.today().plusDays(3))
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
    }

    @Test
    void closing_spends_for_those_who_came_and_releases_for_those_who_did_not() {
        long seminar = heldSeminar(3);
        String came = given.registered(staff.get(0), seminar);
        String missed = given.registered(staff.get(1), seminar);
        clock.pass(Duration.ofDays(7));
        seminars.closed(given.nsi(), seminar, Set.of(came));
        assertThat(given.statusOf(came)).isEqualTo("ATTENDED");
        assertThat(given.statusOf(missed)).isEqualTo("NO_SHOW");
        assertThat(given.money()).isEqualTo("20000000 0 50000 0");
        assertThat(given.seatsOf(seminar)).isEqualTo("3 1 0");
        assertThat(database.rows("select taken_by from place where taken_by is not null"))
                .containsExactly(came);
    }

    @Test
    void closing_takes_everybody_who_still_waits_off_the_list() {
        long seminar = heldSeminar(1);
        String came = given.registered(staff.get(0), seminar);
        String waiting = given.registeredOrWaiting(staff.get(1), seminar);
        clock.pass(Duration.ofDays(7));
        assertThatThrownBy(() -> seminars.recorded(given.nsi(), seminar, Set.of(came, waiting)))
                .isInstanceOf(InvalidInputException.class);
        seminars.closed(given.nsi(), seminar, Set.of(came));
        assertThat(given.statusOf(waiting)).isEqualTo("CANCELLED");
        assertThat(database.rows("select taken_by from place where taken_by is not null"))
                .containsExactly(came);
    }

    @Test
    void closing_hands_the_money_of_those_who_did_not_come_to_those_who_wait_for_money() {
        leave(50_000);
        long held = heldSeminar(3);
        given.registered(staff.get(0), held);
        String waiting =
                given.registeredOrWaiting(staff.get(1), given.aSeminar().published());
        assertThat(given.statusOf(waiting)).isEqualTo("WAITING FUNDS");
        clock.pass(Duration.ofDays(7));
        seminars.closed(given.nsi(), held, Set.of());
        assertThat(given.statusOf(waiting)).isEqualTo("CONFIRMED");
        assertThat(given.money()).isEqualTo("50000 50000 0 0");
    }

    @Test
    void closes_a_seminar_only_after_its_last_day_and_only_once() {
        long seminar = heldSeminar(1);
        String reference = given.registered(staff.get(0), seminar);
        clock.set(TestClock.START.plus(Duration.ofDays(5)));
        Refused.with(SeminarRefusal.SEMINAR_NOT_CHANGEABLE, () -> close.handle(given.nsi(), seminar));
        clock.set(TestClock.START.plus(Duration.ofDays(6)));
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> close.handle(staff.get(0), seminar));
        Refused.with(RegistrationRefusal.ATTENDANCE_MISSING, () -> close.handle(given.nsi(), seminar));
        seminars.closed(given.nsi(), seminar, Set.of(reference));
        Refused.with(SeminarRefusal.SEMINAR_NOT_CHANGEABLE, () -> close.handle(given.nsi(), seminar));
        Refused.with(RegistrationRefusal.NOT_CANCELLABLE, () -> cancel.handle(staff.get(0), reference));
        assertThat(given.statusOf(reference)).isEqualTo("ATTENDED");
    }
}
