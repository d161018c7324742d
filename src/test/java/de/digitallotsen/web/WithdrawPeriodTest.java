package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.programme.ProgrammeRefusal;
import de.digitallotsen.seminar.PublishSeminar;
import de.digitallotsen.settings.CarryOver;
import de.digitallotsen.settings.OpenPeriod;
import de.digitallotsen.settings.SettingsRefusal;
import de.digitallotsen.settings.WithdrawPeriod;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A period that was opened by mistake and never used is withdrawn; nothing of it is deleted (R35). */
@PortalTest
class WithdrawPeriodTest {

    private static final LocalDate FIRST = LocalDate.of(2029, 1, 1);
    private static final LocalDate LAST = LocalDate.of(2029, 12, 31);
    private static final long CENTS = 5_000_000;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    OpenPeriod open;

    @Inject
    WithdrawPeriod withdraw;

    @Inject
    CarryOver carry;

    @Inject
    AdjustBudget adjust;

    @Inject
    PublishSeminar publish;

    private Actor ministry;
    private long first;

    @BeforeEach
    void the_ministry() {
        ministry = given.ministry();
        first = database.number("select id from funding_period");
    }

    private long opened() {
        return open.handle(ministry, new OpenPeriod.Command(FIRST, LAST, CENTS, "Haushalt"));
    }

    private void withdraw(long period) {
        withdraw.handle(ministry, period, new WithdrawPeriod.Command("Falsche Jahre"));
    }

    private RefusedException refused(long period) {
        return Refused.with(SettingsRefusal.PERIOD_IN_USE, () -> withdraw(period));
    }

    private String books(long period) {
        return database.text(
                "select concat_ws(' ', allocated_cents, reserved_cents, spent_cents, closed) from budget"
                        + " where period_id = ?",
                period);
    }

    private List<String> ledger(long period) {
        return database.rows(
                "select type, allocated_cents, reason from budget_entry where period_id = ? order by id", period);
    }

    private long inThatYear() {
        return given.aSeminar()
                .beginningOn(FIRST.plusDays(40))
                .closesAt(Instant.parse("2029-01-20T08:00:00Z"))
                .published();
    }

    @Test
    void its_money_is_taken_out_by_an_entry_its_days_are_free_and_its_ledger_stays() {
        long period = opened();
        withdraw(period);
        assertThat(books(period)).isEqualTo("0 0 0 1");
        assertThat(ledger(period))
                .containsExactly(
                        "ALLOCATION 5000000 Haushalt",
                        "ADJUSTMENT -5000000 Förderzeitraum zurückgezogen: Falsche Jahre");
        assertThat(database.text("select actor_id, subject_id from audit_entry where action = 'period.withdrawn'"))
                .isEqualTo(ministry.userId() + " " + period);
        Refused.with(SettingsRefusal.PERIOD_WITHDRAWN, () -> withdraw(period));
        long again = opened();
        assertThat(again).isNotEqualTo(period);
        assertThat(books(again)).isEqualTo("5000000 0 0 0");
        assertThat(given.wrongBooks()).isEmpty();
        Visitor page = Visitor.signedIn(given.account(Role.MINISTRY, null));
        assertThat(page.get("/buchungen?zeitraum=" + period).asString())
                .contains("2 Buchungen", "(zurückgezogen)", "Falsche Jahre");
        assertThat(page.get("/zeitraeume").asString()).contains("zurückgezogen am 01.02.2027");
        assertThat(page.get("/budget?zeitraum=" + period).statusCode()).isEqualTo(200);
    }

    @Test
    void without_money_there_is_nothing_to_book() {
        long period = open.handle(ministry, new OpenPeriod.Command(FIRST, LAST, 0L, "Vorerst ohne"));
        withdraw(period);
        assertThat(ledger(period)).isEmpty();
        assertThat(books(period)).isEqualTo("0 0 0 1");
    }

    @Test
    void pays_for_nothing_from_then_on() {
        long period = opened();
        withdraw(period);
        Refused.with(ProgrammeRefusal.NO_FUNDING_PERIOD, this::inThatYear);
        clock.set(Instant.parse("2029-03-01T08:00:00Z"));
        Refused.with(
                SettingsRefusal.NO_LATER_PERIOD, () -> carry.handle(ministry, first, new CarryOver.Command(1L, "x")));
        adjust.handle(ministry, new AdjustBudget.Command(1L, "In den letzten, der gilt"));
        assertThat(books(period)).isEqualTo("0 0 0 1");
    }

    @Test
    void what_is_used_stays_and_says_what_uses_it() throws SQLException {
        long period = opened();
        long draft = given.aSeminar().beginningOn(LAST).lasting(1).planned();
        assertThat(refused(period).text()).contains("Ein Termin liegt in diesem Zeitraum.");
        database.writePastTheProgram("update seminar_day set day = '2028-06-01' where seminar_id = ?", draft);
        long seminar = inThatYear();
        given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        assertThat(refused(period).text())
                .contains("Eine Anmeldung gehört zu ihm.", "eine Buchung nach der ersten Zuweisung");
        assertThat(refused(first).text()).doesNotContain("einzige").contains("lässt sich nicht zurückziehen");
        assertThat(books(period)).isEqualTo("5000000 50000 0 0");
        assertThat(ledger(period)).hasSize(2);
    }

    @Test
    void a_carry_over_and_an_adjustment_are_use() {
        long period = opened();
        clock.set(Instant.parse("2029-01-01T08:00:00Z"));
        carry.handle(ministry, first, new CarryOver.Command(1L, "Rest"));
        assertThat(refused(period).text()).contains("eine Buchung nach der ersten Zuweisung");
        assertThat(refused(first).text()).contains("eine Buchung nach der ersten Zuweisung");
    }

    @Test
    void the_only_period_stays() {
        assertThat(refused(first).text()).contains("Er ist der einzige Förderzeitraum.");
    }

    @Test
    void is_the_ministrys_and_wants_a_reason() {
        long period = opened();
        assertThatThrownBy(() -> withdraw.handle(ministry, period, new WithdrawPeriod.Command(" ")))
                .isInstanceOf(InvalidInputException.class);
        Refused.with(AccessRefusal.NOT_FOUND, () -> withdraw(99));
        for (Actor other : List.of(given.nsi(), given.staffOf(Given.LANGENHAGEN), given.auditor())) {
            Refused.with(
                    AccessRefusal.ROLE_NOT_ALLOWED,
                    () -> withdraw.handle(other, period, new WithdrawPeriod.Command("x")));
        }
    }

    @Test
    void places_of_its_own_are_withdrawn_with_it() throws SQLException {
        database.writePastTheProgram("update programme set cap_scope = 'PERIOD'");
        try {
            long period = opened();
            assertThat(database.number("select count(*) from place where scope = ? and not withdrawn", period))
                    .isEqualTo(880);
            withdraw(period);
            assertThat(database.number("select count(*) from place where scope = ? and not withdrawn", period))
                    .isZero();
        } finally {
            database.writePastTheProgram("update programme set cap_scope = 'PROGRAMME'");
        }
    }

    @Test
    void the_schema_books_nothing_in_it_and_never_brings_it_back() {
        long period = opened();
        withdraw(period);
        for (String sql : List.of(
                "update budget set allocated_cents = 1 where period_id = ?",
                "update budget set waiting_for_funds = 1 where period_id = ?",
                "update funding_period set withdrawn_at = null where id = ?")) {
            assertThatThrownBy(() -> database.writePastTheProgram(sql, period))
                    .hasMessageMatching("(?s).*(budget_closed_check|never comes back).*");
        }
    }

    /** Two transactions, one held open: the other one waits for it, and then sees what it did. */
    private static String outcome(Callable<?> act) throws Exception {
        try {
            act.call();
            return "done";
        } catch (RefusedException refused) {
            return refused.refusal().name();
        }
    }

    private Future<String> meanwhile(Callable<?> act) {
        return CompletableFuture.supplyAsync(() -> {
            try {
                return outcome(act);
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        });
    }

    private static void assertWaits(Future<String> other) {
        assertThatThrownBy(() -> other.get(1500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void whoever_publishes_while_it_is_withdrawn_waits_and_finds_no_period() throws Exception {
        long period = opened();
        long draft = given.aSeminar()
                .beginningOn(FIRST.plusDays(40))
                .lasting(1)
                .closesAt(Instant.parse("2029-01-20T08:00:00Z"))
                .planned();
        database.writePastTheProgram("update seminar_day set day = '2028-06-01' where seminar_id = ?", draft);
        Actor nsi = given.nsi();
        Future<String> publishing = QuarkusTransaction.requiringNew().call(() -> {
            withdraw(period);
            // In another thread, so that it is not part of this transaction.
            meanwhile(() -> database.writePastTheProgram(
                            "update seminar_day set day = '2029-02-10' where seminar_id = ?", draft))
                    .get(20, TimeUnit.SECONDS);
            Future<String> other = meanwhile(() -> {
                publish.handle(nsi, draft);
                return null;
            });
            assertWaits(other);
            return other;
        });
        assertThat(publishing.get(20, TimeUnit.SECONDS)).isEqualTo("NO_FUNDING_PERIOD");
        assertThat(books(period)).isEqualTo("0 0 0 1");
        assertThat(database.number("select count(*) from seminar where status = 'PUBLISHED'"))
                .isZero();
    }

    @Test
    void whoever_withdraws_while_a_seminar_is_published_waits_and_sees_it() throws Exception {
        long period = opened();
        Future<String> withdrawing = QuarkusTransaction.requiringNew().call(() -> {
            inThatYear();
            Future<String> other = meanwhile(() -> {
                withdraw(period);
                return null;
            });
            assertWaits(other);
            return other;
        });
        assertThat(withdrawing.get(20, TimeUnit.SECONDS)).isEqualTo("PERIOD_IN_USE");
        assertThat(books(period)).isEqualTo("5000000 0 0 0");
    }

    @Test
    void against_those_who_publish_and_register_exactly_one_wins() {
        List<Actor> staff = given.staffOfKommunen(12);
        long[] periods = IntStream.range(0, 6)
                .mapToLong(nth -> open.handle(
                        ministry,
                        new OpenPeriod.Command(
                                FIRST.plusMonths(nth), FIRST.plusMonths(nth + 1).minusDays(1), CENTS, "Haushalt")))
                .toArray();
        for (int nth = 0; nth < periods.length; nth++) {
            long period = periods[nth];
            LocalDate day = FIRST.plusMonths(nth).plusDays(9);
            List<Actor> both = staff.subList(2 * nth, 2 * nth + 2);
            Race.Outcome outcome = Race.of(Stream.<Callable<String>>of(
                            () -> {
                                long seminar = given.aSeminar()
                                        .beginningOn(day)
                                        .closesAt(Instant.parse("2028-12-31T08:00:00Z"))
                                        .published();
                                both.forEach(one -> given.registered(one, seminar));
                                return "registered";
                            },
                            () -> {
                                withdraw(period);
                                return "withdrawn";
                            })
                    .toList());
            assertThat(outcome.count("registered") + outcome.count("withdrawn"))
                    .as("%s: %s", period, outcome)
                    .isEqualTo(1);
            boolean registered = outcome.count("registered") == 1;
            assertThat(books(period)).isEqualTo(registered ? "5000000 100000 0 0" : "0 0 0 1");
            assertThat(database.number("select count(*) from registration where period_id = ?", period))
                    .isEqualTo(registered ? 2 : 0);
        }
        assertThat(given.wrongBooks()).isEmpty();
    }

    @Test
    void of_eight_who_withdraw_it_at_once_one_does() {
        long period = opened();
        Race.Outcome outcome = Race.of(Collections.nCopies(8, () -> {
            withdraw(period);
            return "withdrawn";
        }));
        assertThat(outcome.count("withdrawn")).isEqualTo(1);
        assertThat(outcome.count("PERIOD_WITHDRAWN")).isEqualTo(7);
        assertThat(ledger(period)).hasSize(2);
    }

    @Test
    void on_the_page_and_for_programs() {
        long period = opened();
        User user = given.account(Role.MINISTRY, null);
        Visitor page = Visitor.signedIn(user);
        assertThat(page.get("/zeitraeume").asString()).contains("/zeitraeume/" + period + "/zurueckziehen");
        assertThat(page.get("/zeitraeume/" + first + "/zurueckziehen").asString())
                .contains("Zurückziehen prüfen");
        assertThat(page.get("/zeitraeume/99/zurueckziehen").statusCode()).isEqualTo(404);
        assertThat(page.send("/zeitraeume/" + period + "/zurueckziehen", "reason", "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(page.sendAndConfirm("/zeitraeume/" + period + "/zurueckziehen", "reason", "Falsche Jahre")
                        .statusCode())
                .isEqualTo(303);
        assertThat(books(period)).isEqualTo("0 0 0 1");
        assertThat(page.get("/zeitraeume/" + period + "/zurueckziehen").asString())
                .contains("ist schon zurückgezogen.");
        assertThat(Program.of(user).get("/api/v1/periods/" + period).<String>path("withdrawnAt"))
                .isNotNull();
        long other = opened();
        Response gone =
                Program.of(user).body(Map.of("reason", "Doppelt")).post("/api/v1/periods/" + other + "/withdrawal");
        assertThat(gone.statusCode()).as(gone.asString()).isEqualTo(200);
        assertThat(gone.<Integer>path("allocatedCents")).isZero();
        JsonContractTest.assertProblem(
                Program.of(user).body(Map.of("reason", "x")).post("/api/v1/periods/" + first + "/withdrawal"),
                409,
                "PERIOD_IN_USE");
        assertThat(Program.of(user)
                        .post("/api/v1/periods/" + first + "/withdrawal")
                        .statusCode())
                .isEqualTo(400);
    }
}
