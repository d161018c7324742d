package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.funding.CarryOver;
import de.digitallotsen.funding.FundingRefusal;
import de.digitallotsen.funding.OpenPeriod;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** New funding periods and what is carried over from one to the next. */
@PortalTest
class PeriodsTest {

    private static final LocalDate FIRST = LocalDate.of(2029, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);

    @Inject
    Given given;
    @Inject
    Database database;
    @Inject
    TestClock clock;
    @Inject
    OpenPeriod open;
    @Inject
    CarryOver carry;

    private long next() {
        return open.handle(given.ministry(), new OpenPeriod.Command(FIRST, LAST, 5_000_000L, "Haushalt 2029"));
    }

    private List<String> books() {
        return database.rows("select period_id, allocated_cents, reserved_cents from budget order by 1");
    }

    @Test
    void a_new_period_may_leave_a_gap_and_never_overlaps() {
        long period = next();
        assertThat(database.text("select type, allocated_cents, reason from budget_entry where period_id = ?", period)).isEqualTo("ALLOCATION 5000000 Haushalt 2029");
        assertThat(database.number("select count(*) from audit_entry where action = 'period.opened'")).isEqualTo(1);
        for (LocalDate[] days : new LocalDate[][] {{FIRST.minusYears(9), FIRST}, {LAST, LAST}, {Database.FIRST_DAY, Database.FIRST_DAY}, {FIRST.plusDays(1), LAST.minusDays(1)}}) {
            Refused.with(FundingRefusal.PERIOD_OVERLAPS, () -> open.handle(given.ministry(), new OpenPeriod.Command(days[0], days[1], 1L, "Zu viel")));
        }
    }

    @Test
    void two_who_open_overlapping_periods_at_once_open_one() {
        Actor ministry = given.ministry();
        Race.Outcome outcome = Race.of(List.of(() -> "opened" + (open.handle(ministry, new OpenPeriod.Command(FIRST, LAST, 1L, "A")) > 0), () -> "opened" + (open.handle(ministry, new OpenPeriod.Command(FIRST.plusDays(1), LAST, 1L, "B")) > 0)));
        assertThat(outcome.count("PERIOD_OVERLAPS")).isEqualTo(1);
        assertThat(outcome.count("openedtrue")).isEqualTo(1);
    }

    @Test
    void the_remainder_moves_with_two_entries_and_what_is_reserved_stays() {
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        long to = next();
        long from = database.number("select min(id) from funding_period");
        Refused.with(FundingRefusal.PERIOD_NOT_ENDED, () -> carry.handle(given.ministry(), from, new CarryOver.Command(1L, "Zu früh")));
        clock.set(FIRST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        RefusedException refused = Refused.with(FundingRefusal.BUDGET_BELOW_COMMITTED, () -> carry.handle(given.ministry(), from, new CarryOver.Command(19_950_001L, "Ein Cent zu viel")));
        assertThat(refused.text()).contains("199.500,00");
        assertThat(books()).containsExactly(from + " 20000000 50000", to + " 5000000 0");
        carry.handle(given.ministry(), from, new CarryOver.Command(19_950_000L, "Erlass vom 2.2.2029"));
        assertThat(books()).containsExactly(from + " 50000 50000", to + " 24950000 0");
        assertThat(database.rows("select period_id, allocated_cents, reason from budget_entry where type = 'ADJUSTMENT' order by id")).containsExactly(
                from + " -19950000 Übertrag in den Zeitraum 01.02.2029 bis 31.12.2030: Erlass vom 2.2.2029", to + " 19950000 Übertrag aus dem Zeitraum 01.01.2027 bis 31.12.2028: Erlass vom 2.2.2029");
        assertThat(database.number("select count(*) from audit_entry where action = 'budget.adjusted'")).isEqualTo(2);
    }

    @Test
    void two_who_carry_over_the_same_remainder_do_so_once() {
        next();
        long from = database.number("select min(id) from funding_period");
        clock.set(FIRST.plusDays(1).atStartOfDay().toInstant(ZoneOffset.UTC));
        Actor ministry = given.ministry();
        java.util.concurrent.Callable<String> all = () -> {
            carry.handle(ministry, from, new CarryOver.Command(Database.BUDGET_CENTS, "Alles"));
            return "carried";
        };
        Race.Outcome outcome = Race.of(List.of(all, all, all));
        assertThat(outcome.count("carried")).isEqualTo(1);
        assertThat(outcome.count("BUDGET_BELOW_COMMITTED")).isEqualTo(2);
    }

    @Test
    void without_a_later_period_there_is_nowhere_to_carry_to() {
        long from = database.number("select min(id) from funding_period");
        clock.set(FIRST.atStartOfDay().toInstant(ZoneOffset.UTC));
        Refused.with(FundingRefusal.NO_LATER_PERIOD, () -> carry.handle(given.ministry(), from, new CarryOver.Command(1L, "Wohin")));
    }

    @Test
    void belong_to_the_ministry_alone() {
        Map<String, Object> body = Map.of("firstDay", FIRST.toString(), "lastDay", LAST.toString(), "budgetCents", 1, "reason", "x");
        for (User other : List.of(given.account(Role.NSI, null), given.account(Role.KOMMUNE, Given.LANGENHAGEN))) {
            assertThat(Program.of(other).body(body).post("/api/v1/periods").statusCode()).isEqualTo(403);
            assertThat(Program.of(other).body(Map.of("amountCents", 1, "reason", "x")).post("/api/v1/periods/1/carry-over").statusCode()).isEqualTo(403);
            assertThat(Visitor.signedIn(other).get("/zeitraeume").statusCode()).isEqualTo(403);
        }
        User ministry = given.account(Role.MINISTRY, null);
        Response opened = Program.of(ministry).body(body).post("/api/v1/periods");
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        JsonContractTest.assertProblem(Program.of(ministry).body(body).post("/api/v1/periods"), 409, "PERIOD_OVERLAPS");
        assertThat(Program.of(ministry).get("/api/v1/periods").<List<Object>>path("")).hasSize(2);
        JsonContractTest.assertProblem(Program.of(ministry).body(Map.of("amountCents", 1, "reason", "x")).post("/api/v1/periods/1/carry-over"), 409, "PERIOD_NOT_ENDED");
        assertThat(Program.of(ministry).post("/api/v1/periods").statusCode()).isEqualTo(400);
    }

    @Test
    void are_opened_and_emptied_on_the_page() {
        Visitor ministry = Visitor.signedIn(given.account(Role.MINISTRY, null));
        assertThat(ministry.send("/zeitraeume", "firstDay", "2029-02-01", "lastDay", "2030-12-31", "budget", "50.000,00", "reason", "").statusCode()).isEqualTo(400);
        assertThat(ministry.send("/zeitraeume", "firstDay", "2029-02-01", "lastDay", "2030-12-31", "budget", "50.000,00", "reason", "Haushalt").statusCode()).isEqualTo(303);
        assertThat(ministry.get("/zeitraeume").asString()).contains("01.02.2029 bis 31.12.2030", "50.000,00");
        assertThat(ministry.get("/zeitraeume/1/uebertragen").statusCode()).isEqualTo(200);
        assertThat(ministry.send("/zeitraeume/1/uebertragen", "amount", "1,00", "reason", "Früh").statusCode()).isEqualTo(409);
        assertThat(ministry.get("/zeitraeume/99/uebertragen").statusCode()).isEqualTo(404);
    }
}
