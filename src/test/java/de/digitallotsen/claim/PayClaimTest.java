package de.digitallotsen.claim;

import static de.digitallotsen.document.AttendanceFixture.ALL_DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.report.BudgetJson;
import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Violation;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A payment is real: when, how much, under which Kassenzeichen, and by a second person (R33). */
@PortalTest
class PayClaimTest {

    private static final String REFERENCE = "0420 1234 5678";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    AttendanceFixture held;

    @Inject
    PrepareClaim prepare;

    @Inject
    SubmitClaim submit;

    @Inject
    ReturnClaim sendBack;

    @Inject
    ApproveClaim approve;

    @Inject
    PayClaim pay;

    @Inject
    ClaimSearch search;

    @Inject
    ClaimSheets sheets;

    @Inject
    BudgetPosition position;

    private Actor nsi;
    private Actor approver;
    private Actor cashier;
    private long claim;

    /** Two people attended: 1,000 euros, submitted and approved. */
    @BeforeEach
    void an_approved_claim() {
        nsi = given.nsi();
        approver = given.ministry();
        cashier = given.ministry();
        held.where(ALL_DAYS, "Eins", "Zwei");
        claim = prepare.handle(nsi, new PrepareClaim.Command(null, List.of()));
        submit.handle(nsi, claim);
        approve.handle(approver, claim);
    }

    private void pay(LocalDate day, Long cents, String reference) {
        pay.handle(cashier, claim, new PayClaim.Command(day, cents, reference));
    }

    private List<String> wrong(LocalDate day, Long cents, String reference) {
        List<String> fields = new ArrayList<>();
        assertThatThrownBy(() -> pay(day, cents, reference))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        invalid -> fields.addAll(invalid.violations().stream()
                                .map(Violation::field)
                                .toList()));
        assertThat(database.number("select count(*) from claim_payment")).isZero();
        return fields;
    }

    @Test
    void keeps_value_date_amount_and_reference_and_says_so_everywhere() {
        clock.pass(Duration.ofDays(3));
        pay(clock.today().minusDays(1), 100_000L, " " + REFERENCE + " ");
        assertThat(database.rows("select value_date, amount_cents, reference, recorded_by from claim_payment"))
                .containsExactly(clock.today().minusDays(1) + " 100000 " + REFERENCE + " " + cashier.userId());
        assertThat(database.text("select after_json from audit_entry where action = 'claim.paid'"))
                .contains(REFERENCE)
                .contains(clock.today().minusDays(1).toString());
        assertThat(PdfCheck.text(sheets.pdf(nsi, claim).content()))
                .contains("Wertstellung 15.02.2027, Kassenzeichen " + REFERENCE);
        assertThat(search.require(nsi, claim).status()).isEqualTo(ClaimStatus.PAID);
    }

    @Test
    void takes_no_day_to_come_and_none_before_the_approval() {
        LocalDate approved = clock.today();
        clock.pass(Duration.ofDays(2));
        assertThat(wrong(clock.today().plusDays(1), 100_000L, REFERENCE)).containsExactly("valueDate");
        assertThat(wrong(approved.minusDays(1), 100_000L, REFERENCE)).containsExactly("valueDate");
        assertThat(wrong(null, null, " ")).containsExactly("valueDate", "amountCents", "reference");
        assertThat(wrong(approved, 0L, "x".repeat(51))).containsExactly("amountCents", "reference");
        pay(approved, 100_000L, REFERENCE);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 99_999, 100_001})
    void takes_no_other_amount_than_that_of_the_claim(long cents) {
        assertThat(Refused.with(ClaimRefusal.AMOUNT_DIFFERS, () -> pay(clock.today(), cents, REFERENCE))
                        .text())
                .contains("1.000,00")
                .contains("2027-001");
        assertThat(search.require(nsi, claim).status()).isEqualTo(ClaimStatus.APPROVED);
    }

    @Test
    void is_not_noted_by_who_approved_it_and_not_twice() {
        PayClaim.Command command = new PayClaim.Command(clock.today(), 100_000L, REFERENCE);
        Refused.with(ClaimRefusal.FOUR_EYES, () -> pay.handle(approver, claim, command));
        pay.handle(cashier, claim, command);
        Refused.with(ClaimRefusal.CLAIM_STATUS, () -> pay.handle(given.ministry(), claim, command));
        assertThat(database.number("select count(*) from claim_payment")).isEqualTo(1);
    }

    @Test
    void of_several_who_note_it_at_once_one_does() {
        PayClaim.Command command = new PayClaim.Command(clock.today(), 100_000L, REFERENCE);
        Race.Outcome outcome = Race.of(List.of(given.ministry(), given.ministry(), given.ministry()).stream()
                .<Callable<String>>map(actor -> () -> {
                    pay.handle(actor, claim, command);
                    return "PAID";
                })
                .toList());
        assertThat(outcome.count("PAID")).isEqualTo(1);
        assertThat(outcome.count("CLAIM_STATUS")).isEqualTo(2);
        assertThat(database.number("select count(*) from claim_payment")).isEqualTo(1);
    }

    @Test
    void the_schema_knows_no_other_payment() {
        refusedBySchema(insert("null", 100_000, cashier), "value date");
        refusedBySchema(insert("'2027-02-13'", 99_999, cashier), "amount of an approved claim");
        refusedBySchema(insert("'2027-02-13'", 100_000, approver), "somebody else than who approved");
        refusedBySchema(
                "update claim set status = 'PAID', paid_at = approved_at, paid_by = " + cashier.userId(),
                "by a payment with value date");
        pay(clock.today(), 100_000L, REFERENCE);
        refusedBySchema("update claim_payment set value_date = '2027-02-14'", "ever changed");
        refusedBySchema("delete from claim_payment", "ever deleted");
        refusedBySchema("update claim_act set act = 'APPROVED'", "only grows");
        refusedBySchema("delete from claim_act", "only grows");
    }

    private String insert(String day, long cents, Actor by) {
        return "insert into claim_payment values (" + claim + ", " + day + ", " + cents + ", "
                + ("null".equals(day) ? "null" : "'1'") + ", utc_timestamp(6), " + by.userId() + ")";
    }

    private void refusedBySchema(String sql, String why) {
        assertThatThrownBy(() -> database.writePastTheProgram(sql))
                .as(sql)
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }

    /** What was called for and paid on any past day: by act, and by value date. */
    @Test
    void the_position_of_every_day_says_what_was_called_for_and_paid() {
        LocalDate submitted = clock.today();
        clock.pass(Duration.ofDays(5));
        pay(submitted.plusDays(3), 100_000L, REFERENCE);
        long second = claimOfOneMore();
        LocalDate again = clock.today();
        assertThat(money(null)).isEqualTo("150000 150000 100000");
        clock.pass(Duration.ofDays(1));
        sendBack.handle(approver, second, "Bitte prüfen");
        assertThat(money(null)).as("what was sent back is not called for").isEqualTo("150000 100000 100000");
        assertThat(money(again)).isEqualTo("150000 150000 100000");
        assertThat(money(submitted.minusDays(1))).isEqualTo("0 0 0");
        assertThat(money(submitted)).isEqualTo("100000 100000 0");
        assertThat(money(submitted.plusDays(2))).isEqualTo("100000 100000 0");
        assertThat(money(submitted.plusDays(3))).isEqualTo("100000 100000 100000");
        assertThat(position.overview(approver, null)
                        .course()
                        .at(submitted.plusDays(3))
                        .claims())
                .isEqualTo(new ClaimTotals(100_000, 100_000));
        assertThat(position.overview(approver, null).course().points())
                .extracting(point -> point.day())
                .as("also days on which only something was paid")
                .contains(submitted.plusDays(3), clock.today());
    }

    private long claimOfOneMore() {
        held.where(ALL_DAYS, "Drei");
        long second = prepare.handle(nsi, new PrepareClaim.Command(null, List.of()));
        submit.handle(nsi, second);
        return second;
    }

    /** Festgestellt, abgerufen, gezahlt. */
    private String money(LocalDate asOf) {
        BudgetJson budget = BudgetJson.of(position.of(approver, asOf));
        return budget.spentCents() + " " + budget.claimedCents() + " " + budget.paidCents();
    }
}
