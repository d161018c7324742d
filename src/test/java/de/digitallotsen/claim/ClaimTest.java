package de.digitallotsen.claim;

import static de.digitallotsen.document.AttendanceFixture.ALL_DAYS;
import static de.digitallotsen.document.AttendanceFixture.NOBODY_CAME;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.budget.BudgetReport;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import jakarta.inject.Inject;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** The way of a claim, and that every spent entry is in one claim at the most. */
@PortalTest
class ClaimTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    AttendanceFixture held;

    @Inject
    CorrectAttendance correct;

    @Inject
    PrepareClaim prepare;

    @Inject
    ReviseClaim revise;

    @Inject
    SubmitClaim submit;

    @Inject
    ReturnClaim sendBack;

    @Inject
    ApproveClaim approve;

    @Inject
    PayClaim pay;

    @Inject
    ClaimFixture fixture;

    @Inject
    ClaimSearch search;

    @Inject
    BudgetReport ledger;

    @Inject
    ClaimSheets sheets;

    private Actor nsi;
    private Actor ministry;

    @BeforeEach
    void people() {
        nsi = given.nsi();
        ministry = given.ministry();
    }

    private long prepared(Long... seminars) {
        return prepare.handle(nsi, new PrepareClaim.Command(null, List.of(seminars)));
    }

    private void paid(long claim) {
        submit.handle(nsi, claim);
        approve.handle(ministry, claim);
        fixture.pay(given.ministry(), claim);
    }

    @Test
    void is_paid_by_somebody_else_than_who_approved_it() {
        held.where(ALL_DAYS, "Eins");
        long claim = claimSubmitted(prepared());
        approve.handle(ministry, claim);
        assertThat(Refused.with(ClaimRefusal.FOUR_EYES, () -> fixture.pay(ministry, claim))
                        .text())
                .contains("2027-001")
                .contains("zweite Person");
        assertThat(said(claim)).contains("APPROVED");
        assertThat(assertSql("update claim set status = 'PAID', paid_at = approved_at, paid_by = approved_by"))
                .contains("somebody else");
        fixture.pay(given.ministry(), claim);
        assertThat(said(claim)).contains("PAID");
    }

    private static void refused(ClaimRefusal refusal, ThrowingCallable act) {
        assertThatThrownBy(act)
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        refused -> assertThat(refused.refusal()).isEqualTo(refusal));
    }

    private String said(long claim) {
        return database.text(
                "select concat_ws(' ', number, status, amount_cents, granted_cents, drawn_cents) from claim"
                        + " where id = ?",
                claim);
    }

    private void takeBack(String reference) {
        correct.handle(nsi, new CorrectAttendance.Command(reference, Set.of(), "Unterschrift fehlte"));
    }

    @Test
    void walks_from_draft_to_paid_and_every_step_is_audited() {
        held.where(ALL_DAYS, "Eins", "Zwei");
        long claim = prepared();
        assertThat(said(claim)).isEqualTo("2027-001 DRAFT 100000 20000000 0");
        submit.handle(nsi, claim);
        sendBack.handle(ministry, claim, "Bitte die Liste beilegen");
        assertThat(search.require(nsi, claim).remark()).isEqualTo("Bitte die Liste beilegen");
        paid(claim);
        assertThat(said(claim)).isEqualTo("2027-001 PAID 100000 20000000 0");
        assertThat(database.rows("select action from audit_entry where subject_type = 'claim'"
                        + " and subject_id = '2027-001' order by id"))
                .containsExactly(
                        "claim.prepared",
                        "claim.submitted",
                        "claim.returned",
                        "claim.submitted",
                        "claim.approved",
                        "claim.paid");
        assertThat(database.rows("select text from audit_entry join audit_text on entry_id = id"
                                + " where action = 'claim.returned'")
                        .toString())
                .contains("Bitte die Liste beilegen");
    }

    @Test
    void holds_what_is_spent_and_nothing_twice() {
        held.where(ALL_DAYS, "Eins");
        refusedNothingAfter(prepared());
        held.where(NOBODY_CAME, "Zwei");
        refused(ClaimRefusal.NOTHING_TO_CLAIM, this::prepared);
        long second = claimOf(held.where(ALL_DAYS, "Drei"));
        assertThat(said(second)).isEqualTo("2027-002 DRAFT 50000 20000000 0");
    }

    private void refusedNothingAfter(long claim) {
        assertThat(search.lines(search.require(nsi, claim)))
                .extracting(ClaimLine.View::amountCents)
                .containsExactly(50_000L);
        refused(ClaimRefusal.NOTHING_TO_CLAIM, this::prepared);
    }

    private long claimOf(AttendanceFixture.Held seminar) {
        return prepared(seminar.seminar());
    }

    @Test
    void gathers_the_chosen_seminars_and_can_be_gathered_anew() {
        long first = heldOnce("Eins").seminar();
        long other = heldElsewhere();
        long claim = prepared(first);
        assertThat(search.lines(search.require(nsi, claim)))
                .extracting(ClaimLine.View::seminarId)
                .containsExactly(first);
        revise.handle(nsi, claim, List.of(first, other));
        assertThat(said(claim)).isEqualTo("2027-001 DRAFT 100000 20000000 0");
        revise.handle(nsi, claim, List.of(other));
        assertThat(search.lines(search.require(nsi, claim)))
                .extracting(ClaimLine.View::seminarId)
                .containsExactly(other);
        assertThat(search.open(nsi, 1, null))
                .extracting(ClaimSearch.Open::seminarId)
                .containsExactly(first);
        submit.handle(nsi, claim);
        refused(ClaimRefusal.CLAIM_STATUS, () -> revise.handle(nsi, claim, List.of()));
        assertThat(said(prepared())).as("drawn so far").isEqualTo("2027-002 DRAFT 50000 20000000 50000");
    }

    private AttendanceFixture.Held heldOnce(String name) {
        return held.where(ALL_DAYS, name);
    }

    /** A second seminar with somebody of Langenhagen, whose second place it takes. */
    private long heldElsewhere() {
        return held.where(ALL_DAYS, "Anders").seminar();
    }

    @Test
    void brings_a_correction_after_payment_as_a_negative_line_into_the_next_claim() {
        AttendanceFixture.Held first = held.where(ALL_DAYS, "Eins", "Zwei");
        paid(prepared());
        takeBack(first.reference());
        refused(ClaimRefusal.CLAIM_NOT_POSITIVE, this::prepared);
        assertThat(database.number("select last_number from claim_counter"))
                .as("no gap after a refusal")
                .isEqualTo(1);
        long second = held.where(ALL_DAYS, "Drei", "Vier").seminar();
        long claim = prepared(second);
        assertThat(search.lines(search.require(nsi, claim)))
                .extracting(ClaimLine.View::amountCents)
                .containsExactly(-50_000L, 50_000L, 50_000L);
        assertThat(said(claim)).isEqualTo("2027-002 DRAFT 50000 20000000 100000");
    }

    @Test
    void is_not_submitted_while_a_correction_is_missing_in_it() {
        AttendanceFixture.Held first = held.where(ALL_DAYS, "Eins", "Zwei");
        long claim = prepared();
        takeBack(first.reference());
        refused(ClaimRefusal.CLAIM_OUTDATED, () -> submit.handle(nsi, claim));
        revise.handle(nsi, claim, List.of());
        submit.handle(nsi, claim);
        assertThat(said(claim)).isEqualTo("2027-001 SUBMITTED 50000 20000000 0");
    }

    @Test
    void needs_four_eyes_and_the_right_order() {
        held.where(ALL_DAYS, "Eins");
        long claim = prepared();
        refused(ClaimRefusal.CLAIM_STATUS, () -> fixture.pay(ministry, claimSubmitted(claim)));
        refused(ClaimRefusal.FOUR_EYES, () -> approve.handle(Actor.ofMinistry(nsi.userId()), claim));
        refused(ClaimRefusal.CLAIM_STATUS, () -> submit.handle(nsi, claim));
        approve.handle(ministry, claim);
        refused(ClaimRefusal.CLAIM_STATUS, () -> sendBack.handle(ministry, claim, "Zu spät"));
        refused(ClaimRefusal.CLAIM_STATUS, () -> approve.handle(ministry, claim));
        assertThat(assertSql("update claim set approved_by = prepared_by where id = " + claim))
                .contains("claim_four_eyes_check");
    }

    private long claimSubmitted(long claim) {
        submit.handle(nsi, claim);
        return claim;
    }

    @Test
    void a_remark_is_needed_to_send_it_back() {
        held.where(ALL_DAYS, "Eins");
        long claim = claimSubmitted(prepared());
        assertThatThrownBy(() -> sendBack.handle(ministry, claim, " ")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void a_draft_does_not_exist_for_the_ministry() {
        held.where(ALL_DAYS, "Eins");
        long claim = prepared();
        assertThatThrownBy(() -> search.require(ministry, claim))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("NOT_FOUND");
        assertThatThrownBy(() -> approve.handle(ministry, claim))
                .isInstanceOf(RefusedException.class)
                .hasMessageContaining("NOT_FOUND");
        assertThat(search.find(ministry, null, Page.Request.of(0, null)).total())
                .isZero();
        assertThat(inTheLedger("2027-001")).isZero();
        submit.handle(nsi, claim);
        assertThat(search.find(ministry, null, Page.Request.of(0, null)).total())
                .isEqualTo(1);
        assertThat(inTheLedger("2027-001")).isEqualTo(1);
    }

    /** Lines of the ledger that say that this claim holds them. */
    private long inTheLedger(String number) {
        BudgetReport.Filter all = new BudgetReport.Filter(null, null, null);
        Page.Request first = Page.Request.of(0, null);
        long found = ledger.entries(null, all.of(new BudgetReport.Whose(null, null, null, number, null)), first)
                .total();
        assertThat(ledger.entries(null, all, first).items())
                .filteredOn(line -> number.equals(line.claimNumber()))
                .hasSize((int) found);
        return found;
    }

    private String assertSql(String sql) {
        try (Connection connection = database.connect()) {
            connection.createStatement().executeUpdate(sql);
            return "";
        } catch (SQLException refused) {
            return refused.getMessage();
        }
    }

    @Test
    void the_schema_lets_an_entry_into_one_claim_only_and_keeps_submitted_lines() {
        held.where(ALL_DAYS, "Eins", "Zwei");
        long claim = prepared();
        String entry = database.rows("select budget_entry_id from claim_line order by 1")
                .get(0);
        String again = "insert into claim_line (claim_id, budget_entry_id) values (" + claim + ", " + entry + ")";
        assertThat(assertSql(again)).contains("claim_line_entry_unique");
        assertThat(assertSql("insert into claim_line (claim_id, budget_entry_id) select " + claim
                        + ", min(id) from budget_entry"))
                .contains("Only money spent");
        assertThat(assertSql("update claim_line set claim_id = claim_id")).contains("ever changed");
        submit.handle(nsi, claim);
        assertThat(assertSql("delete from claim_line")).contains("stay");
    }

    @RepeatedTest(3)
    void two_who_gather_at_once_take_every_entry_once_and_leave_no_gap() {
        heldOnce("Eins");
        heldElsewhere();
        List<Callable<String>> both = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            Actor actor = given.nsi();
            both.add(() -> String.valueOf(prepare.handle(actor, new PrepareClaim.Command(null, List.of()))));
        }
        Race.Outcome outcome = Race.of(both);
        assertThat(outcome.count("NOTHING_TO_CLAIM")).isEqualTo(3);
        assertThat(database.rows("select number, amount_cents from claim")).containsExactly("2027-001 100000");
        assertThat(database.rows("select count(*), count(distinct budget_entry_id) from claim_line"))
                .containsExactly("2 2");
    }

    @RepeatedTest(3)
    void numbers_have_no_gap_when_several_gather_different_seminars_at_once() {
        long first = heldOnce("Eins").seminar();
        long second = heldElsewhere();
        List<Callable<String>> all = new ArrayList<>();
        for (long seminar : new long[] {first, second, first, second}) {
            Actor actor = given.nsi();
            all.add(() -> String.valueOf(prepare.handle(actor, new PrepareClaim.Command(null, List.of(seminar)))));
        }
        assertThat(Race.of(all).count("NOTHING_TO_CLAIM")).isEqualTo(2);
        assertThat(database.rows("select number from claim order by 1")).containsExactly("2027-001", "2027-002");
    }

    /** The control: looks what no claim holds, then writes it, into a table without UNIQUE. It has to go wrong. */
    @Test
    void without_the_unique_key_and_the_number_the_same_entry_is_claimed_twice() throws SQLException {
        heldOnce("Eins");
        assertSql("create or replace table claim_line_control (budget_entry_id bigint not null)");
        try {
            List<Callable<String>> naive = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                naive.add(this::gatherWithoutThinking);
            }
            for (int round = 0; round < 10 && database.number("select count(*) from claim_line_control") < 2; round++) {
                assertSql("delete from claim_line_control");
                Race.of(naive);
            }
            assertThat(database.number("select count(*) from claim_line_control"))
                    .as("the same entry more than once")
                    .isGreaterThan(1);
        } finally {
            assertSql("drop table claim_line_control");
        }
    }

    private String gatherWithoutThinking() throws Exception {
        List<String> open =
                database.rows("select e.id from budget_entry e where e.type = 'SPENDING' and not exists (select 1"
                        + " from claim_line_control l where l.budget_entry_id = e.id)");
        Thread.sleep(5);
        for (String entry : open) {
            assertSql("insert into claim_line_control values (" + entry + ")");
        }
        return "DONE";
    }

    @Test
    void the_document_can_be_archived_read_aloud_and_names_nobody() {
        AttendanceFixture.Held first = held.where(ALL_DAYS, "Musterperson", "Zwei");
        long claim = claimSubmitted(prepared());
        byte[] pdf = sheets.pdf(ministry, claim).content();
        PdfCheck.assertArchivableAndAccessible(pdf);
        String text = PdfCheck.text(pdf);
        assertThat(text)
                .contains("Mittelabruf 2027-001")
                .contains("Bewilligte Mittel 200.000,00 €")
                .contains("Bisher abgerufen 0,00 €")
                .contains("Dieser Abruf 1.000,00 €")
                .contains("Danach verbleiben 199.000,00 €")
                .contains("IBAN")
                .contains("Aktenzeichen")
                .contains("Erklärung")
                .contains(first.reference())
                .contains("Stadt Langenhagen")
                .doesNotContain("Musterperson");
    }
}
