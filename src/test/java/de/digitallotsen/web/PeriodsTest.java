package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.BudgetRefusal;
import de.digitallotsen.budget.WatchBudget;
import de.digitallotsen.settings.CarryOver;
import de.digitallotsen.settings.OpenPeriod;
import de.digitallotsen.settings.SettingsRefusal;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * New funding periods and what is carried over from one to the next. The one that is there ends on 31 December 2028.
 */
@PortalTest
class PeriodsTest {

    private static final LocalDate FIRST = LocalDate.of(2029, 2, 1);
    private static final LocalDate LAST = LocalDate.of(2030, 12, 31);
    /** The first instant of that day in Berlin. */
    private static final Instant IN_THE_NEXT = Instant.parse("2029-01-31T23:00:00Z");

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

    @Inject
    AdjustBudget adjust;

    @Inject
    WatchBudget watch;

    private Actor ministry;
    private long from;

    @BeforeEach
    void the_ministry() {
        ministry = given.ministry();
        from = database.number("select id from funding_period");
    }

    private long open(LocalDate first, LocalDate last, long cents) {
        return open.handle(ministry, new OpenPeriod.Command(first, last, cents, "Haushalt 2029"));
    }

    private long next() {
        return open(FIRST, LAST, 5_000_000);
    }

    private void carry(long cents, String reason) {
        carry.handle(ministry, from, new CarryOver.Command(cents, reason));
    }

    private List<String> books() {
        return database.rows("select period_id, allocated_cents, reserved_cents from budget order by 1");
    }

    @Test
    void a_new_period_has_its_money_its_entry_and_its_places_and_is_audited() {
        long period = next();
        assertThat(database.text(
                        "select type, allocated_cents, reason, booked_by from budget_entry where period_id = ?",
                        period))
                .isEqualTo("ALLOCATION 5000000 Haushalt 2029 " + ministry.userId());
        assertThat(database.text(
                        "select actor_id, subject_type, subject_id from audit_entry where action = 'period.opened'"))
                .isEqualTo(ministry.userId() + " period " + period);
        assertThat(database.number("select count(*) from place where scope = ?", period))
                .as("places count over the programme")
                .isZero();
    }

    @Test
    void a_new_period_gives_every_kommune_its_places_anew_where_they_count_by_period() throws SQLException {
        database.writePastTheProgram("update programme set cap_scope = 'PERIOD'");
        long period = next();
        assertThat(database.number("select count(*) from place where scope = ?", period))
                .isEqualTo(880);
        database.writePastTheProgram("update programme set cap_scope = 'PROGRAMME'");
    }

    @Test
    void periods_may_leave_a_gap_or_touch_and_never_overlap_by_as_much_as_a_day() {
        next();
        for (LocalDate[] days : new LocalDate[][] {
            {FIRST.minusYears(9), FIRST},
            {LAST, LAST},
            {Database.FIRST_DAY, Database.FIRST_DAY},
            {Database.LAST_DAY, FIRST.minusDays(1)},
            {FIRST.plusDays(1), LAST.minusDays(1)}
        }) {
            Refused.with(SettingsRefusal.PERIOD_OVERLAPS, () -> open(days[0], days[1], 1));
        }
        open(LAST.plusDays(1), LAST.plusDays(1), 0);
        open(Database.LAST_DAY.plusDays(1), FIRST.minusDays(1), 1);
        assertThat(database.number("select count(*) from funding_period")).isEqualTo(4);
    }

    @Test
    void the_schema_refuses_periods_that_overlap_and_budgets_below_nothing() {
        next();
        assertThatThrownBy(() -> database.writePastTheProgram(
                        "insert into funding_period (programme_id, name, first_day, last_day)"
                                + " values (1, 'x', '2030-12-31', '2031-12-31')"))
                .hasMessageContaining("never overlap");
        assertThatThrownBy(() -> database.writePastTheProgram(
                        "update funding_period set last_day = '2029-02-01' where id = ?", from))
                .hasMessageContaining("never overlap");
        assertThatThrownBy(() -> database.writePastTheProgram(
                        "update budget set allocated_cents = -1 where period_id <> ?", from))
                .hasMessageContaining("budget_");
    }

    @Test
    void wants_both_days_in_order_a_budget_in_cents_and_a_reason() {
        assertWrong(new OpenPeriod.Command(null, null, null, " "), "firstDay", "lastDay", "budgetCents", "reason");
        assertWrong(new OpenPeriod.Command(LAST, FIRST, -1L, "x"), "lastDay", "budgetCents");
        assertWrong(
                new OpenPeriod.Command(
                        LocalDate.of(1999, 12, 31),
                        LocalDate.of(20290, 1, 1),
                        AdjustBudget.MOST_CENTS + 1,
                        "x".repeat(501)),
                "firstDay",
                "lastDay",
                "budgetCents",
                "reason");
    }

    private void assertWrong(OpenPeriod.Command command, String... fields) {
        assertThatThrownBy(() -> open.handle(ministry, command))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        wrong -> assertThat(wrong.violations())
                                .extracting(violation -> violation.field())
                                .containsExactly(fields));
    }

    @Test
    void of_eight_who_open_overlapping_periods_at_once_one_does() {
        Race.Outcome outcome = Race.of(java.util.stream.IntStream.range(0, 8)
                .<Callable<String>>mapToObj(i -> () -> {
                    open(FIRST.plusDays(i), LAST, 1);
                    return "opened";
                })
                .toList());
        assertThat(outcome.count("opened")).isEqualTo(1);
        assertThat(outcome.count("PERIOD_OVERLAPS")).isEqualTo(7);
        assertThat(database.number("select count(*) from funding_period")).isEqualTo(2);
        assertThat(database.number("select count(*) from budget")).isEqualTo(2);
    }

    @Test
    void the_schema_alone_lets_no_second_one_in_while_the_first_is_not_committed() throws SQLException {
        try (Connection one = database.connect();
                Connection other = database.connect()) {
            one.setAutoCommit(false);
            insert(one, FIRST);
            assertThatThrownBy(() -> insert(other, FIRST.plusDays(1))).hasMessageContaining("Lock wait timeout");
            one.rollback();
        }
    }

    private static void insert(Connection connection, LocalDate first) throws SQLException {
        try (Statement writing = connection.createStatement()) {
            writing.executeUpdate(
                    "insert into funding_period (programme_id, name, first_day, last_day) values (1, 'x', '" + first
                            + "', '" + LAST + "')");
        }
    }

    @Test
    void the_remainder_moves_with_two_entries_and_what_is_reserved_stays() {
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        long to = next();
        clock.set(IN_THE_NEXT);
        RefusedException refused =
                Refused.with(BudgetRefusal.BUDGET_BELOW_COMMITTED, () -> carry(19_950_001, "Ein Cent zu viel"));
        assertThat(refused.text()).contains("199.500,00");
        assertThat(books()).containsExactly(from + " 20000000 50000", to + " 5000000 0");
        carry(19_950_000, "Erlass vom 1.2.2029");
        assertThat(books()).containsExactly(from + " 50000 50000", to + " 24950000 0");
        assertThat(database.rows("select period_id, allocated_cents, reason from budget_entry"
                        + " where type = 'ADJUSTMENT' order by id"))
                .containsExactly(
                        from + " -19950000 Übertrag in den Zeitraum 01.02.2029 bis 31.12.2030: Erlass vom 1.2.2029",
                        to + " 19950000 Übertrag aus dem Zeitraum 01.01.2027 bis 31.12.2028: Erlass vom 1.2.2029");
        assertThat(database.rows(
                        "select subject_id from audit_entry where action = 'budget.adjusted' and actor_id = ?"
                                + " order by id",
                        ministry.userId()))
                .containsExactly(String.valueOf(from), String.valueOf(to));
        Refused.with(BudgetRefusal.BUDGET_BELOW_COMMITTED, () -> carry(1, "Noch einmal"));
        assertThatThrownBy(() -> carry(0, "Nichts")).isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> carry(1, "x".repeat(CarryOver.LONGEST_REASON + 1)))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void both_sides_of_a_carry_over_lead_to_each_other() {
        long to = next();
        clock.set(IN_THE_NEXT);
        carry(1_000, "Erlass");
        long out = database.number("select id from budget_entry where allocated_cents = -1000");
        long in = database.number("select id from budget_entry where allocated_cents = 1000");
        assertThat(database.rows("select entry_id, counterpart_id from budget_counterpart order by 1"))
                .containsExactly(out + " " + in, in + " " + out);
        long outNumber = database.number("select number from budget_entry where id = ?", out);
        long inNumber = database.number("select number from budget_entry where id = ?", in);
        User user = given.account(Role.MINISTRY, null);
        Visitor page = Visitor.signedIn(user);
        assertThat(page.get("/buchungen?zeitraum=" + from).asString())
                .contains("href=\"" + anchor(to, inNumber) + "\"")
                .contains("id=\"buchung-" + outNumber + "\"");
        assertThat(page.get("/buchungen?zeitraum=" + to + "&nummer=" + inNumber).asString())
                .contains("href=\"" + anchor(from, outNumber) + "\"");
        Response json = Program.of(user).get("/api/v1/budget/entries?type=ADJUSTMENT&periodId=" + from);
        assertThat(json.<Integer>path("items[0].counterpartId")).isEqualTo((int) in);
        assertThat(json.<String>path("items[0].counterpartPeriodId")).isEqualTo(String.valueOf(to));
        assertThat(page.get("/buchungen.csv?zeitraum=" + from).asString())
                .contains(";" + inNumber + ";01.02.2029 bis 31.12.2030;\r\n");
    }

    private static String anchor(long period, long number) {
        return "/buchungen?zeitraum=" + period + "&amp;nummer=" + number + "#buchung-" + number;
    }

    @Test
    void the_schema_ties_only_both_sides_of_a_carry_over_and_for_ever() {
        next();
        clock.set(IN_THE_NEXT);
        carry(1_000, "Erlass");
        carry(2_000, "Noch einer");
        for (String sql : List.of(
                "insert into budget_counterpart (entry_id, counterpart_id) select min(id), max(id) from budget_entry",
                "update budget_counterpart set counterpart_id = entry_id",
                "delete from budget_counterpart")) {
            assertThatThrownBy(() -> database.writePastTheProgram(sql))
                    .hasMessageMatching("(?s).*(Both sides of a carry-over|only grows).*");
        }
    }

    @Test
    void a_period_ends_with_its_last_day_in_berlin() {
        long to = open(Database.LAST_DAY.plusDays(1), LAST, 1);
        clock.set(Instant.parse("2028-12-31T22:59:59Z"));
        Refused.with(SettingsRefusal.PERIOD_NOT_ENDED, () -> carry(1, "Am letzten Tag"));
        clock.set(Instant.parse("2028-12-31T23:00:00Z"));
        carry(1, "Am Tag danach");
        assertThat(books()).containsExactly(from + " 19999999 0", to + " 2 0");
        Refused.with(
                SettingsRefusal.PERIOD_NOT_ENDED,
                () -> carry.handle(ministry, to, new CarryOver.Command(1L, "Zurück")));
        Refused.with(AccessRefusal.NOT_FOUND, () -> carry.handle(ministry, 99, new CarryOver.Command(1L, "Woher")));
    }

    @Test
    void between_two_periods_the_next_one_gets_it_and_without_a_later_one_nobody() {
        clock.set(Instant.parse("2029-01-15T12:00:00Z"));
        Refused.with(SettingsRefusal.NO_LATER_PERIOD, () -> carry(1, "Wohin"));
        long to = next();
        carry(1, "In den nächsten");
        assertThat(books()).containsExactly(from + " 19999999 0", to + " 5000001 0");
        clock.set(Instant.parse("2031-01-01T00:00:00Z"));
        Refused.with(SettingsRefusal.NO_LATER_PERIOD, () -> carry(1, "Alle sind zu Ende"));
    }

    @Test
    void what_is_carried_over_goes_at_once_to_those_who_wait_for_it() {
        long to = open(FIRST, LAST, 50_000);
        clock.set(IN_THE_NEXT);
        long seminar = given.aSeminar().published();
        given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        String waiting = given.registeredOrWaiting(given.staffOf(Given.SOTTRUM), seminar);
        assertThat(given.statusOf(waiting)).isEqualTo("WAITING FUNDS");
        carry(49_999, "Einen Cent zu wenig");
        assertThat(given.statusOf(waiting)).isEqualTo("WAITING FUNDS");
        carry(1, "Der fehlende Cent");
        assertThat(given.statusOf(waiting)).isEqualTo("CONFIRMED");
        assertThat(books()).containsExactly(from + " 19950000 0", to + " 100000 100000");
    }

    @Test
    void of_eight_who_carry_over_a_third_at_once_three_do_and_no_cent_is_lost() {
        long to = next();
        clock.set(IN_THE_NEXT);
        long third = Database.BUDGET_CENTS / 3;
        Race.Outcome outcome = Race.of(Collections.nCopies(8, () -> {
            carry(third, "Ein Drittel");
            return "carried";
        }));
        assertThat(outcome.count("carried")).isEqualTo(3);
        assertThat(outcome.count("BUDGET_BELOW_COMMITTED")).isEqualTo(5);
        assertThat(books())
                .containsExactly(
                        from + " " + (Database.BUDGET_CENTS - 3 * third) + " 0",
                        to + " " + (5_000_000 + 3 * third) + " 0");
        assertThat(database.text("select count(*), sum(allocated_cents) from budget_entry where type = 'ADJUSTMENT'"))
                .isEqualTo("6 0");
    }

    @Test
    void a_seminar_across_the_turn_of_two_periods_is_paid_by_that_of_its_last_day() {
        clock.set(Instant.parse("2028-11-01T08:00:00Z"));
        LocalDate silvester = LocalDate.of(2028, 12, 31);
        long across = given.aSeminar().beginningOn(silvester.minusDays(1)).planned();
        assertThat(Program.of(given.account(Role.NSI, null))
                        .post("/api/v1/seminars/" + across + "/publication")
                        .<String>path("code"))
                .as("a day that none pays for")
                .isEqualTo("NO_FUNDING_PERIOD");
        long to = open(silvester.plusDays(1), LAST, 5_000_000);
        long seminar = given.aSeminar().beginningOn(silvester.minusDays(1)).published();
        String reference = given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        assertThat(database.text("select period_id from registration where reference = ?", reference))
                .isEqualTo(String.valueOf(to));
        given.registered(
                given.staffOf(Given.LANGENHAGEN),
                given.aSeminar().beginningOn(silvester.minusDays(2)).published());
        assertThat(books()).containsExactly(from + " 20000000 50000", to + " 5000000 50000");
    }

    @Test
    void an_ended_period_whose_remainder_was_carried_over_is_no_alarm() {
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        next();
        clock.set(IN_THE_NEXT);
        carry(19_950_000, "Alles");
        watch.handle(Actor.portal());
        assertThat(database.number("select count(*) from audit_entry where action like 'budget.threshold-%'"))
                .isZero();
    }

    @Test
    void belong_to_the_ministry_alone() {
        for (Actor other : List.of(given.nsi(), given.staffOf(Given.LANGENHAGEN))) {
            Refused.with(
                    AccessRefusal.ROLE_NOT_ALLOWED,
                    () -> open.handle(other, new OpenPeriod.Command(FIRST, LAST, 1L, "x")));
            Refused.with(
                    AccessRefusal.ROLE_NOT_ALLOWED, () -> carry.handle(other, from, new CarryOver.Command(1L, "x")));
        }
    }

    @Test
    void programs_open_list_and_carry() {
        User user = given.account(Role.MINISTRY, null);
        Map<String, Object> body =
                Map.of("firstDay", FIRST.toString(), "lastDay", LAST.toString(), "budgetCents", 1, "reason", "x");
        Response opened = Program.of(user).body(body).post("/api/v1/periods");
        assertThat(opened.statusCode()).as(opened.asString()).isEqualTo(201);
        assertThat(Program.of(user).get(opened.header("Location")).<String>path("firstDay"))
                .isEqualTo("2029-02-01");
        JsonContractTest.assertProblem(Program.of(user).body(body).post("/api/v1/periods"), 409, "PERIOD_OVERLAPS");
        JsonContractTest.assertProblem(
                Program.of(user)
                        .body(Map.of("amountCents", 1, "reason", "x"))
                        .post("/api/v1/periods/" + from + "/carry-over"),
                409,
                "PERIOD_NOT_ENDED");
        assertThat(Program.of(user).post("/api/v1/periods").statusCode()).isEqualTo(400);
        assertThat(Program.of(user)
                        .post("/api/v1/periods/" + from + "/carry-over")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Program.of(user).get("/api/v1/periods/99").statusCode()).isEqualTo(404);
        clock.set(IN_THE_NEXT);
        List<Integer> allocated = Program.of(user)
                .body(Map.of("amountCents", 1, "reason", "x"))
                .post("/api/v1/periods/" + from + "/carry-over")
                .path("allocatedCents");
        assertThat(allocated).containsExactly(19_999_999, 2);
    }

    @Test
    void are_opened_and_emptied_on_the_page() {
        Visitor page = Visitor.signedIn(given.account(Role.MINISTRY, null));
        String wrong = page.send(
                        "/zeitraeume",
                        "firstDay",
                        "2029-02-01",
                        "lastDay",
                        "2029-01-01",
                        "budget",
                        "viel",
                        "reason",
                        "")
                .asString();
        assertThat(wrong).contains("Fehler: Förderzeiträume", "value=\"viel\"", "value=\"2029-02-01\"");
        assertThat(page.send(
                                "/zeitraeume",
                                "firstDay",
                                "2029-02-01",
                                "lastDay",
                                "2030-12-31",
                                "budget",
                                "",
                                "reason",
                                "")
                        .statusCode())
                .isEqualTo(400);
        assertThat(page.sendAndConfirm(
                                "/zeitraeume",
                                "firstDay",
                                "2029-02-01",
                                "lastDay",
                                "2030-12-31",
                                "budget",
                                "50.000,00",
                                "reason",
                                "Haushalt")
                        .statusCode())
                .isEqualTo(303);
        assertThat(page.get("/zeitraeume").asString())
                .contains("01.02.2029 bis 31.12.2030", "50.000,00", "läuft", "beginnt später")
                .doesNotContain("/uebertragen");
        assertThat(page.get("/zeitraeume/" + from + "/uebertragen").asString())
                .contains("Zurzeit lässt sich nichts übertragen.", "läuft bis zum 31.12.2028");
        assertThat(page.send("/zeitraeume/" + from + "/uebertragen", "amount", "1,00", "reason", "Früh")
                        .statusCode())
                .isEqualTo(409);
        assertThat(page.get("/zeitraeume/99/uebertragen").statusCode()).isEqualTo(404);
        clock.set(IN_THE_NEXT);
        Visitor later = Visitor.signedIn(given.account(Role.MINISTRY, null));
        assertThat(later.get("/zeitraeume").asString()).contains("beendet", "/zeitraeume/" + from + "/uebertragen");
        assertThat(later.get("/zeitraeume/" + from + "/uebertragen").asString())
                .contains("01.02.2029 bis 31.12.2030", "value=\"200000,00\"", "Bitte nennen Sie keine Person.");
        assertThat(later.send("/zeitraeume/" + from + "/uebertragen", "amount", "200.000,01", "reason", "Zu viel")
                        .statusCode())
                .isEqualTo(409);
        assertThat(later.send("/zeitraeume/" + from + "/uebertragen", "amount", "0", "reason", "Nichts")
                        .statusCode())
                .isEqualTo(400);
        assertThat(later.sendAndConfirm(
                                "/zeitraeume/" + from + "/uebertragen", "amount", "200.000,00", "reason", "Alles")
                        .statusCode())
                .isEqualTo(303);
        assertThat(later.get("/zeitraeume").asString())
                .doesNotContain("/uebertragen")
                .contains("250.000,00");
    }
}
