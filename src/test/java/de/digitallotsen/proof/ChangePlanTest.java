package de.digitallotsen.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.account.User;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.programme.CapScope;
import de.digitallotsen.programme.ProgrammeRefusal;
import de.digitallotsen.programme.ProgrammeTerms;
import de.digitallotsen.settings.CarryOver;
import de.digitallotsen.settings.ChangeProgramme;
import de.digitallotsen.settings.OpenPeriod;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.web.Program;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R36: what was planned is frozen once the period begins; a change is another version, with a reason. */
@PortalTest
class ChangePlanTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    ProofFixture proofs;

    @Inject
    ChangePlan change;

    @Inject
    PlanSearch search;

    @Inject
    ChangeProgramme changeProgramme;

    @Inject
    OpenPeriod open;

    @Inject
    CarryOver carry;

    @Inject
    ReadProofOfUse read;

    @Inject
    ProofSheets sheets;

    private Actor ministry;

    @BeforeEach
    void somebody() {
        ministry = given.ministry();
    }

    private ProofOfUse proof() {
        return read.handle(ministry, ReadProofOfUse.Command.of(1L));
    }

    @Test
    void a_new_rate_and_a_carry_over_leave_the_plan_as_it_was_and_the_transfer_is_seen() {
        assertThat(proof().plan()).isNull();
        proofs.settled();
        assertThat(proof().plan().ownShares()).isEqualTo(20_000_000);
        ProgrammeTerms.Draft terms =
                new ProgrammeTerms.Draft(4_000L, 2L, CapScope.PROGRAMME, 3L, List.of(80L, 95L, 100L), List.of(), null);
        changeProgramme.handle(
                ministry,
                new ChangeProgramme.Command(
                        terms, changeProgramme.read(ministry).version(), "Erlass"));
        long later = open.handle(
                ministry,
                new OpenPeriod.Command(
                        LocalDate.of(2029, 1, 1), LocalDate.of(2029, 12, 31), 100_000L, "Haushalt 2029"));
        carry.handle(ministry, 1, new CarryOver.Command(19_950_000L, "Rest"));
        ProofOfUse proof = proof();
        assertThat(List.of(
                        proof.plan().grant(),
                        proof.plan().ownShares(),
                        proof.plan().fees()))
                .containsExactly(20_000_000L, 20_000_000L, 40_000_000L);
        assertThat(List.of(proof.granted(), proof.spent(), proof.paid(), proof.unused()))
                .containsExactly(50_000L, 50_000L, 50_000L, 0L);
        assertThat(proof.grants().get(1).amountCents()).isEqualTo(-19_950_000);
        assertThat(proof.grants().get(1).reason())
                .contains("Übertrag in den Zeitraum")
                .contains("2029");
        ProofOfUse next = read.handle(ministry, ReadProofOfUse.Command.of(later));
        assertThat(next.grants().get(1).reason()).contains("Übertrag aus dem Zeitraum");
        assertThat(next.granted()).isEqualTo(20_050_000);
        assertThat(PdfCheck.text(sheets.pdf(proof).content()))
                .contains("Übertrag in den Zeitraum")
                .contains("−199.500,00 €");
    }

    @Test
    void once_the_period_has_begun_a_change_is_a_version_with_a_reason() {
        assertThat(change.handle(ministry, 1, ProofFixture.decision(null))).isEqualTo(1);
        assertThat(Refused.with(ProofRefusal.PLAN_FROZEN, () -> change.handle(ministry, 1, ProofFixture.decision(" ")))
                        .text())
                .contains("01.01.2027");
        assertThat(change.handle(ministry, 1, ProofFixture.decision("Änderungsbescheid vom 1.2.2027")))
                .isEqualTo(2);
        assertThat(search.of(given.auditor(), 1).versions())
                .extracting(FundingPlan::version)
                .containsExactly(2, 1);
        assertThat(proof().plan().versions())
                .extracting(ProofOfUse.PlanVersion::reason)
                .containsExactly("", "Änderungsbescheid vom 1.2.2027");
        assertThat(database.number("select count(*) from audit_entry where action = 'plan.changed'"))
                .isEqualTo(2);
        for (String sql : List.of(
                "update funding_plan set purpose = 'x'",
                "delete from funding_plan_year",
                "update funding_plan_year set amount_cents = 1")) {
            assertThatThrownBy(() -> database.writePastTheProgram(sql)).hasMessageContaining("financing plan is never");
        }
    }

    @Test
    void before_the_period_begins_no_reason_is_needed_and_every_version_stays() {
        long later = open.handle(
                ministry,
                new OpenPeriod.Command(
                        LocalDate.of(2029, 1, 1), LocalDate.of(2029, 12, 31), 100_000L, "Haushalt 2029"));
        ChangePlan.Command plan = new ChangePlan.Command(
                "X 1", LocalDate.of(2027, 1, 5), "Zweck", "0301/684 70", Map.of(2029, 100_000L), null);
        assertThat(change.handle(ministry, later, plan)).isEqualTo(1);
        assertThat(change.handle(ministry, later, plan)).isEqualTo(2);
        assertThat(search.of(ministry, later).frozen()).isFalse();
    }

    @Test
    void refuses_what_is_no_plan_and_whoever_is_not_of_the_ministry() {
        LocalDate day = LocalDate.of(2026, 12, 1);
        for (ChangePlan.Command wrong : List.of(
                new ChangePlan.Command(" ", day, "Zweck", "0301", Map.of(2027, 1L), null),
                new ChangePlan.Command("1", null, "Zweck", "0301", Map.of(2027, 1L), null),
                new ChangePlan.Command("1", LocalDate.of(2027, 2, 2), "Zweck", "0301", Map.of(2027, 1L), null),
                new ChangePlan.Command("1", day, "漢", "0301", Map.of(2027, 1L), null),
                new ChangePlan.Command("1", day, "Zweck", "0301", Map.of(2026, 1L), null),
                new ChangePlan.Command("1", day, "Zweck", "0301", Map.of(2027, -1L), null),
                new ChangePlan.Command("1", day, "Zweck", "0301", Map.of(), null),
                new ChangePlan.Command("1", day, "Zweck", "0301", null, null))) {
            assertThatThrownBy(() -> change.handle(ministry, 1, wrong))
                    .as(wrong.toString())
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(database.number("select count(*) from funding_plan")).isZero();
        Refused.with(ProgrammeRefusal.UNKNOWN_PERIOD, () -> change.handle(ministry, 99, ProofFixture.decision(null)));
        for (Actor other : List.of(given.nsi(), given.auditor())) {
            Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> change.handle(other, 1, ProofFixture.decision(null)));
        }
    }

    @Test
    void has_the_names_of_the_interface() {
        User user = given.account(Role.MINISTRY, null);
        assertThat(Program.of(user).get("/api/v1/periods/1/plan").statusCode()).isEqualTo(404);
        Map<String, Object> sent = Map.of(
                "decisionNumber",
                "MI 1",
                "decisionDate",
                "2026-12-01",
                "chapterTitle",
                "0301/684 70",
                "purpose",
                "Qualifizierung",
                "years",
                List.of(Map.of("year", 2027, "amountCents", 20_000_000)));
        Response first = Program.of(user).body(sent).put("/api/v1/periods/1/plan");
        assertThat(first.statusCode()).as(first.asString()).isEqualTo(200);
        assertThat(first.<Integer>path("years[0].amountCents")).isEqualTo(20_000_000);
        assertThat(first.<Boolean>path("frozen")).isTrue();
        Response frozen = Program.of(user).body(sent).put("/api/v1/periods/1/plan");
        assertThat(frozen.statusCode()).isEqualTo(409);
        assertThat(frozen.<String>path("code")).isEqualTo("PLAN_FROZEN");
        assertThat(Program.of(user).body("{}").put("/api/v1/periods/1/plan").statusCode())
                .isEqualTo(400);
        assertThat(Program.of(given.account(Role.AUDITOR, null))
                        .get("/api/v1/periods/1/plan")
                        .<String>path("chapterTitle"))
                .isEqualTo("0301/684 70");
    }
}
