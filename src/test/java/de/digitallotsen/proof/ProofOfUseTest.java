package de.digitallotsen.proof;

import static de.digitallotsen.document.AttendanceFixture.ALL_DAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Set;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.budget.BudgetTotals;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.web.Program;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The closing report says what the ledger says, and names nobody unless somebody said why. */
@PortalTest
class ProofOfUseTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    AttendanceFixture held;

    @Inject
    CorrectAttendance correct;

    @Inject
    ReadProofOfUse produce;

    @Inject
    ProofSheets sheets;

    private Actor nsi;
    private Actor ministry;
    private AttendanceFixture.Held first;

    /** Two seminars: of three who had a seat two came, and one of them was taken back; then one more came. */
    @BeforeEach
    void twoSeminars() {
        nsi = given.nsi();
        ministry = given.ministry();
        first = held.where(ALL_DAYS, "Musterperson", "Zwei");
        correct.handle(nsi, new CorrectAttendance.Command(first.references().get(1), Set.of(), "Unterschrift fehlte"));
        held.where(ALL_DAYS, "Drei");
    }

    private ProofOfUse proof(Actor actor) {
        return produce.handle(actor, ReadProofOfUse.Command.of(null));
    }

    @Test
    void every_sum_equals_the_ledger() {
        ProofOfUse proof = proof(ministry);
        assertThat(proof.vouchers())
                .extracting(ProofOfUse.Voucher::amountCents)
                .containsExactly(50_000L, 50_000L, -50_000L, 50_000L);
        assertThat(proof.spent())
                .isEqualTo(100_000)
                .isEqualTo(database.number("select sum(spent_cents) from budget_entry"))
                .isEqualTo(database.number("select spent_cents from budget"));
        assertThat(proof.fees()).isEqualTo(200_000);
        assertThat(proof.ownShares()).isEqualTo(100_000);
        assertThat(List.of(proof.seminars(), proof.persons(), proof.kommunen(), proof.showPercent()))
                .containsExactly(2L, 2L, 1L, 66L);
        assertThat(proof.reach().eligible()).isEqualTo(440);
        assertThat(List.of(proof.granted(), proof.unused(), proof.unclaimed(), proof.paid()))
                .containsExactly(20_000_000L, 19_900_000L, 100_000L, 0L);
        assertThat(proof.plan()).as("nobody has entered it").isNull();
        assertThat(proof.vouchers()).isSortedAccordingTo(Comparator.comparing(ProofOfUse.Voucher::day));
    }

    @Test
    void is_refused_where_a_sum_is_not_that_of_the_ledger() {
        ProofOfUse proof = proof(ministry);
        BudgetTotals totals = new BudgetTotals(20_000_000, 0, 100_000);
        ProofFacts.reconcile(proof, totals, 100_000);
        Refused.with(ProofRefusal.PROOF_NOT_RECONCILED, () -> ProofFacts.reconcile(proof, totals, 99_999));
        for (BudgetTotals wrong :
                List.of(new BudgetTotals(20_000_000, 0, 100_001), new BudgetTotals(19_999_999, 0, 100_000))) {
            Refused.with(ProofRefusal.PROOF_NOT_RECONCILED, () -> ProofFacts.reconcile(proof, wrong, 100_000));
        }
    }

    @Test
    void names_nobody_unless_asked_and_then_says_so_in_the_trail() {
        assertThat(PdfCheck.text(sheets.pdf(proof(nsi)).content()))
                .contains(first.reference())
                .doesNotContain("Musterperson");
        assertThat(database.number("select count(*) from audit_entry where action = 'proof-of-use.names'"))
                .isZero();
        for (Actor actor : List.of(ministry, given.auditor())) {
            for (String none : new String[] {" ", "x", "Stichprobe"}) {
                assertThatThrownBy(() -> produce.handle(actor, new ReadProofOfUse.Command(null, true, none)))
                        .isInstanceOf(InvalidInputException.class);
            }
        }
        ProofOfUse named = produce.handle(ministry, new ReadProofOfUse.Command(null, true, "Stichprobe 12 der Belege"));
        assertThat(PdfCheck.text(sheets.pdf(named).content())).contains("Anna Musterperson");
        assertThat(database.rows("select after_json, text from audit_entry join audit_text on entry_id = id"
                                + " where action = 'proof-of-use.names'")
                        .toString())
                .contains("Stichprobe 12 der Belege")
                .contains("3")
                .doesNotContain("Musterperson");
        produce.handle(nsi, new ReadProofOfUse.Command(null, true, null));
        assertThat(database.number("select count(*) from audit_entry where action = 'proof-of-use.names'"))
                .isEqualTo(2);
    }

    @Test
    void what_nobody_has_issued_is_a_preview_on_every_page() {
        ProofOfUse now = proof(ministry);
        byte[] pdf = sheets.pdf(now).content();
        PdfCheck.assertArchivableAndAccessible(pdf);
        assertThat(PdfCheck.pages(pdf)).allMatch(page -> page.contains("VORSCHAU"));
        assertThat(PdfCheck.text(pdf))
                .contains("Einnahmen: Landesmittel, gezahlt – 0,00 €")
                .contains("−500,00 €")
                .contains("1 von 440")
                .contains("Die Landesmittel gehen an:")
                .doesNotContain("Unterschrift");
        clock.set(Database.LAST_DAY
                .plusDays(1)
                .atTime(12, 0)
                .atZone(German.BERLIN)
                .toInstant());
        assertThat(proof(ministry).fileName()).isEqualTo("verwendungsnachweis-2027-01-01-vorschau");
    }

    @Test
    void the_money_is_told_by_calendar_year_and_what_is_bound_beyond_it() {
        given.registered(
                given.staffOf(Given.SOTTRUM),
                given.aSeminar().beginningOn(LocalDate.of(2028, 2, 7)).published());
        assertThat(proof(ministry).years())
                .containsExactly(
                        new ProofOfUse.Year(2027, null, 100_000, 0, 50_000), new ProofOfUse.Year(2028, null, 0, 0, 0));
    }

    @Test
    void its_figures_have_the_names_of_the_interface() {
        ProofOfUse proof = proof(ministry);
        java.util.Map<String, Object> json = Program.of(given.account(Role.MINISTRY, null))
                .get("/api/v1/proof-of-use")
                .path("");
        assertThat(json)
                .containsOnlyKeys(
                        "periodId",
                        "periodName",
                        "firstDay",
                        "lastDay",
                        "at",
                        "draft",
                        "figures",
                        "actual",
                        "spentCents",
                        "grantedCents",
                        "unusedCents",
                        "claimedCents",
                        "paidCents",
                        "unclaimedCents",
                        "vouchers",
                        "participations",
                        "missing")
                .containsEntry("missing", proof.missing())
                .containsEntry("draft", true)
                .containsEntry("unusedCents", 19_900_000)
                .containsEntry("unclaimedCents", 100_000)
                .containsEntry("vouchers", 4)
                .containsEntry("participations", 3)
                .containsEntry(
                        "figures",
                        java.util.Map.of(
                                "seminars",
                                2,
                                "persons",
                                2,
                                "kommunen",
                                1,
                                "eligibleKommunen",
                                440,
                                "coveragePercent",
                                0,
                                "showPercent",
                                66))
                .containsEntry(
                        "actual", java.util.Map.of("grantCents", 0, "ownSharesCents", 100_000, "feesCents", 200_000));
        assertThat(Program.of(given.account(Role.NSI, null))
                        .get("/api/v1/proof-of-use?periodId=99")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void comes_as_a_workbook_with_names_only_for_a_reason() throws IOException {
        User user = given.account(Role.MINISTRY, null);
        Response file = Program.of(user).accept("*/*").get("/api/v1/proof-of-use.xlsx");
        try (ReadableWorkbook workbook = new ReadableWorkbook(new ByteArrayInputStream(file.asByteArray()))) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .startsWith("Einnahmen und Ausgaben", "Sachbericht", "Belege", "Teilnahmen")
                    .endsWith("Info");
            assertThat(workbook.findSheet("Belege").orElseThrow().read()).hasSize(6);
            assertThat(workbook.findSheet("Info").orElseThrow().read().toString())
                    .contains("Vorschau, nicht gespeichert");
        }
        assertThat(Program.of(user)
                        .accept("*/*")
                        .body("{}")
                        .post("/api/v1/proof-of-use.xlsx")
                        .statusCode())
                .isEqualTo(400);
        assertThat(Program.of(user)
                        .accept("*/*")
                        .body("{\"reason\":\"x\"}")
                        .post("/api/v1/proof-of-use.pdf")
                        .statusCode())
                .isEqualTo(400);
        assertThat(file.header("Content-Disposition")).contains("vorschau.xlsx");
        for (String ending : List.of("xlsx", "pdf")) {
            Response named = Program.of(user)
                    .accept("*/*")
                    .body("{\"reason\":\"Stichprobe nach § 44 LHO\"}")
                    .post("/api/v1/proof-of-use." + ending);
            assertThat(named.statusCode()).isEqualTo(200);
            assertThat(named.header("Content-Disposition"))
                    .as("nobody takes it for the file without names")
                    .contains("vorschau-mit-namen." + ending);
        }
    }
}
