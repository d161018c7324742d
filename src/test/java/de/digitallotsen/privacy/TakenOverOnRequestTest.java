package de.digitallotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.mail.OutboxFixture;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.CorrectParticipant;
import de.digitallotsen.registration.OverrideFee;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.RebookRegistration;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.PersonalRecords.Holding;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Two persons held one registration, one after the other (R16): each gets her own part of it and nothing else. */
@PortalTest
class TakenOverOnRequestTest {

    private static final String FIRST = "alma.alpha@amt.example";
    private static final String SECOND = "bruno.beta@amt.example";

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    People people;

    @Inject
    RegisterParticipant register;

    @Inject
    SubstituteParticipant substitute;

    @Inject
    RebookRegistration rebook;

    @Inject
    OverrideFee override;

    @Inject
    CancelRegistration cancel;

    @Inject
    CorrectParticipant correct;

    @Inject
    ErasePerson erase;

    @Inject
    PersonSheets sheets;

    @Inject
    Database database;

    @Inject
    CompletedSeminars held;

    @Inject
    MailFixture mails;

    @Inject
    OutboxFixture outbox;

    private Actor nsi;
    private Actor staff;
    private String reference;
    private long moved;

    @BeforeEach
    void one_after_the_other() {
        nsi = given.nsi();
        staff = given.staffOf(Given.LANGENHAGEN);
        long seminar = given.aSeminar().beginningOn(clock.today().plusDays(21)).published();
        moved = given.aSeminar().beginningOn(clock.today().plusDays(35)).published();
        reference = register.handle(
                staff,
                new RegisterParticipant.Command(
                        new Application(seminar, person("Alma", "Alpha", FIRST), false, staff.kommuneArs()), null));
        override.handle(nsi, new OverrideFee.Command(reference, 100L, "Grund der ersten"));
        mails.composeAll();
    }

    private static Participant.Details person(String first, String last, String email) {
        return new Participant.Details(first, last, email, "Amt " + last, "Bedarf von " + last);
    }

    private void takeOver(String first, String last, String email) {
        clock.pass(Duration.ofMinutes(1));
        substitute.handle(staff, reference, person(first, last, email));
    }

    private void attendAndPay() {
        rebook.handle(staff, reference, moved);
        clock.pass(Duration.ofDays(40));
        held.closed(nsi, moved, Set.of(reference));
        override.handle(nsi, new OverrideFee.Command(reference, 200L, "Grund der zweiten"));
        mails.composeAll();
        outbox.send(subject -> {});
    }

    private List<Map<String, Object>> records(String email, String kind) {
        return people.report(nsi, email).holdings().stream()
                .filter(holding -> holding.kind().equals(kind))
                .map(Holding::records)
                .findFirst()
                .orElse(List.of());
    }

    private List<Object> values(String email, String kind, String name) {
        return records(email, kind).stream().map(record -> record.get(name)).toList();
    }

    @Test
    void whoever_was_replaced_learns_nothing_of_the_one_who_came() {
        takeOver("Bruno", "Beta", SECOND);
        attendAndPay();
        People.Report report = people.report(nsi, FIRST);
        assertThat(report.toString())
                .contains("Alpha", "Grund der ersten")
                .doesNotContain("Beta", "Bruno", SECOND, "Grund der zweiten");
        assertThat(PdfCheck.text(sheets.report(report).content()))
                .contains("Alpha")
                .doesNotContain("Beta", "Bruno", SECOND, "Grund der zweiten");
        assertThat(report.holdings())
                .extracting(Holding::kind)
                .contains("replaced", "history", "trail")
                .doesNotContain("registrations", "attendance", "certificates", "ledger", "claims");
        assertThat(records(FIRST, "replaced"))
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("reference", reference)
                        .containsEntry("firstDay", java.time.LocalDate.parse(firstDay(21)))
                        .doesNotContainKeys("status", "cancelledAt", "feeCents", "dueCents", "dueReason"));
        assertThat(values(FIRST, "history", "kind")).containsExactly("CONFIRMED", "FEE_CHANGED");
        assertThat(values(FIRST, "trail", "action"))
                .contains("registration.confirmed")
                .doesNotContain("registration.substituted", "registration.attended");
    }

    private static String firstDay(int days) {
        return TestClock.START
                .atZone(java.time.ZoneOffset.UTC)
                .toLocalDate()
                .plusDays(days)
                .toString();
    }

    @Test
    void whoever_came_learns_nothing_of_the_one_who_was_replaced() {
        takeOver("Bruno", "Beta", SECOND);
        assertThat(records(SECOND, "registrations"))
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .as("the reason was written about another")
                        .doesNotContainKey("dueReason"));
        attendAndPay();
        People.Report report = people.report(nsi, SECOND);
        assertThat(report.toString())
                .contains("Beta", "Grund der zweiten")
                .doesNotContain("Alpha", "Alma", FIRST, "Grund der ersten");
        assertThat(report.holdings())
                .extracting(Holding::kind)
                .contains("registrations", "history", "attendance", "certificates", "ledger", "occasions", "trail")
                .doesNotContain("replaced");
        assertThat(values(SECOND, "history", "kind").get(0)).isEqualTo("SUBSTITUTED");
        assertThat(values(SECOND, "occasions", "occasion"))
                .startsWith("SUBSTITUTED")
                .doesNotContain("CONFIRMED");
        assertThat(values(SECOND, "trail", "action").get(0)).isEqualTo("registration.substituted");
    }

    @Test
    void whoever_comes_back_gets_both_parts_that_were_theirs() {
        takeOver("Bruno", "Beta", SECOND);
        takeOver("Alma", "Alpha", FIRST);
        assertThat(values(FIRST, "history", "kind"))
                .containsExactlyInAnyOrder("CONFIRMED", "FEE_CHANGED", "SUBSTITUTED");
        assertThat(values(SECOND, "history", "kind")).containsExactly("SUBSTITUTED");
    }

    @Test
    void a_name_that_holds_the_other_one_leads_nowhere() {
        takeOver("Bruno", "Alphander", SECOND);
        attendAndPay();
        assertThat(people.report(nsi, FIRST).toString()).doesNotContain("Alphander", "Bruno", SECOND);
        assertThat(records(FIRST, "mails"))
                .as("staff was told of the first one, too")
                .anySatisfy(mail -> assertThat(mail).containsEntry("recipient", staffAddress()));
    }

    private String staffAddress() {
        return database.text("select email from user_account where id = ?", staff.userId());
    }

    @Test
    void forgetting_the_one_who_was_replaced_leaves_the_one_who_came_as_she_is() {
        takeOver("Bruno", "Beta", SECOND);
        attendAndPay();
        List<Holding> before = people.report(nsi, SECOND).holdings();
        erase.handle(nsi, new ErasePerson.Command(FIRST, null));
        assertThat(people.report(nsi, SECOND).holdings()).isEqualTo(before);
        assertThat(people.report(nsi, FIRST).empty()).isTrue();
        assertThat(database.number("select count(*) from outbox_mail where concat(subject, text_body, html_body,"
                        + " search_text, recipient) regexp 'Alpha|Alma'"))
                .isZero();
    }

    @Test
    void forgetting_the_one_who_came_leaves_the_one_who_was_replaced_as_she_is() {
        takeOver("Bruno", "Beta", SECOND);
        attendAndPay();
        List<Holding> before = people.report(nsi, FIRST).holdings();
        erase.handle(nsi, new ErasePerson.Command(SECOND, null));
        assertThat(people.report(nsi, FIRST).holdings()).isEqualTo(before);
    }

    @Test
    void the_one_who_came_and_cancelled_goes_alone() {
        takeOver("Bruno", "Beta", SECOND);
        correct.handle(
                staff,
                new CorrectParticipant.Command(
                        reference, new Participant.Details(null, "Betta", null, null, null), true));
        override.handle(nsi, new OverrideFee.Command(reference, 200L, "Grund der zweiten"));
        mails.composeAll();
        outbox.send(subject -> {});
        cancel.handle(staff, reference);
        mails.composeAll();
        outbox.send(subject -> {});
        List<Holding> before = people.report(nsi, FIRST).holdings();
        assertThat(before.toString()).contains("Grund der ersten");
        assertThat(people.plan(nsi, SECOND).endings()).noneMatch(ending -> ending.kept());
        erase.handle(nsi, new ErasePerson.Command(SECOND, null));
        assertThat(people.report(nsi, FIRST).holdings()).isEqualTo(before);
        assertThat(people.report(nsi, SECOND).empty()).isTrue();
        assertThat(database.rows("select concat_ws(' ', first_name, last_name, email, job_title) from participant"))
                .anyMatch(row -> row.contains("Alpha"))
                .noneMatch(row -> row.contains("Bet"));
        assertThat(database.rows("select concat_ws(' ', text) from audit_text"))
                .contains("Grund der ersten")
                .doesNotContain("Grund der zweiten");
        assertThat(database.rows("select reason from registration_event where reason is not null"))
                .contains("Grund der ersten")
                .doesNotContain("Grund der zweiten");
    }

    @Test
    void the_migration_says_whom_mails_from_before_are_about() throws Exception {
        takeOver("Bruno", "Beta", SECOND);
        takeOver("Carla", "Gamma", "carla.gamma@amt.example");
        mails.composeAll();
        String about = "select concat_ws(' ', kind, about_participant_id, about_former_id) from outbox_mail"
                + " where participant_id is null order by id";
        List<String> known = database.rows(about);
        assertThat(known)
                .filteredOn(line -> line.matches("SUBSTITUTED \\d+ \\d+"))
                .hasSize(2);
        database.writePastTheProgram(
                "delete from outbox_mail where audience = 'FORMER_PARTICIPANT' order by id limit 1");
        database.writePastTheProgram("update outbox_mail set about_participant_id = null, about_former_id = null");
        String migration =
                Files.readString(Path.of("src/main/resources/db/migration/V118__say_whom_a_mail_is_about.sql"));
        for (String statement : migration.replaceAll("(?m)^--.*$", "").split(";")) {
            if (statement.strip().startsWith("UPDATE")) {
                database.writePastTheProgram(statement.strip());
            }
        }
        assertThat(database.rows(about)).isEqualTo(known);
    }
}
