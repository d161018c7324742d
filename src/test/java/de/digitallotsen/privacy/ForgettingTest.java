package de.digitallotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.audit.AuditChain;
import de.digitallotsen.report.BudgetAudit;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** R27: a whole period is lived, and six years later nobody is known any more; the books are as they were. */
@PortalTest
class ForgettingTest {

    /** Stands in every name, address, function, need and reason of those who lived the period. */
    static final String TRACE = LivedPeriod.TRACE;

    private static final Instant SIX_YEARS_LATER = Instant.parse("2034-01-05T08:00:00Z");

    @Inject
    LivedPeriod life;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    DeleteDue delete;

    @Inject
    Deletions deletions;

    @Inject
    BudgetAudit audit;

    @Inject
    AuditChain chain;

    /** „table.column“ of every value that holds what a regular expression matches. */
    private List<String> where(String pattern) {
        List<String> found = new ArrayList<>();
        for (String row : database.rows(
                "select table_name, column_name from information_schema.columns where table_schema = database()"
                        + " and table_name not in ('kommune', 'flyway_schema_history') order by 1, 2")) {
            String[] names = row.split(" ");
            long values = database.number(
                    "select count(*) from `" + names[0] + "` where convert(`" + names[1] + "` using utf8mb4) regexp ?",
                    "(?i)" + pattern);
            if (values > 0) {
                found.add(names[0] + "." + names[1]);
            }
        }
        return found;
    }

    /** What has to be as it was, to the letter. */
    private Map<String, List<String>> books() {
        Map<String, List<String>> books = new TreeMap<>();
        for (String query : List.of(
                "select * from budget_entry order by id",
                "select * from budget",
                "select * from audit_seal order by id",
                "select * from audit_entry where id <= (select max(to_id) from audit_seal) order by id",
                "select * from claim_line order by id",
                "select id, number, version, facts, pdf_sha256, xlsx_sha256, produced_at from proof_of_use order by id",
                "select id, number, status, amount_cents, granted_cents, drawn_cents, paid_at from claim order by id",
                "select id, reference, status, place_number, fee_cents, subsidy_cents, due_cents, registered_at,"
                        + " confirmed_at, cancelled_at, kommune_ars, seminar_id from registration order by id",
                "select * from attendance order by registration_id, day",
                "select id, number, check_code, days_attended, units, issued_at, withdrawn_at from certificate"
                        + " order by id",
                "select * from place order by kommune_ars, place_number")) {
            books.put(query, database.rows(query));
        }
        books.put("audit", audit.run().checks().stream().map(Object::toString).toList());
        return books;
    }

    @Test
    void six_years_after_a_period_was_lived_nobody_is_known_and_the_books_are_as_they_were() {
        life.lived();
        assertThat(where(TRACE))
                .as("the life touches every column in which a person can stand")
                .contains(
                        "participant.first_name",
                        "participant.last_name",
                        "participant.email",
                        "participant.job_title",
                        "participant.accessibility_needs",
                        "registration.due_reason",
                        "registration_event.reason",
                        "certificate.withdrawal_reason",
                        "seminar.cancellation_reason",
                        "claim.remark",
                        "proof_of_use.narrative",
                        "audit_text.text",
                        "mail_occasion.facts",
                        "outbox_mail.recipient",
                        "outbox_mail.text_body",
                        "user_account.email",
                        "user_account.name",
                        "invitation.email")
                .doesNotContain("budget_entry.reason", "audit_entry.after_json", "audit_entry.before_json");
        for (String table : List.of(
                "user_session", "known_device", "password_reset", "throttle", "submission", "register_upload")) {
            assertThat(database.number("select count(*) from " + table))
                    .as(table)
                    .isPositive();
        }
        Map<String, List<String>> before = books();

        clock.set(SIX_YEARS_LATER);
        User nsi = life.successors();
        delete.ofTheDay();

        assertThat(where(TRACE)).isEmpty();
        assertThat(where("@portal\\.example|NSI [0-9]+|MINISTRY [0-9]+|KOMMUNE [0-9]+"))
                .isEmpty();
        for (String address : life.addresses()) {
            String key = de.digitallotsen.shared.Hashes.sha256(address);
            assertThat(where(key)).as("the hash of " + address).isEmpty();
        }
        for (String table : List.of(
                "user_session",
                "known_device",
                "password_reset",
                "sign_in_challenge",
                "invitation",
                "submission",
                "throttle",
                "register_upload",
                "outbox_mail",
                "audit_text",
                "second_factor",
                "recovery_code")) {
            assertThat(database.number("select count(*) from " + table))
                    .as(table)
                    .isZero();
        }
        assertThat(books()).isEqualTo(before);
        assertThat(chain.check(nsi.asActor()).intact()).isTrue();
        assertThat(deletions.due(nsi.asActor()))
                .isNotEmpty()
                .allSatisfy(due -> assertThat(due.today()).as(due.kind()).isZero());
    }

    @Test
    void the_last_day_before_its_time_everything_is_still_there() {
        life.lived();
        clock.set(Instant.parse("2033-12-30T08:00:00Z"));
        User nsi = life.successors();
        delete.ofTheDay();
        assertThat(where(TRACE))
                .contains("participant.last_name", "registration_event.reason", "audit_text.text", "user_account.name")
                .doesNotContain("participant.accessibility_needs", "outbox_mail.text_body", "invitation.email");
        assertThat(deletions.due(nsi.asActor())).anySatisfy(due -> {
            assertThat(due.kind()).isEqualTo("registrations");
            assertThat(due.today()).isZero();
            assertThat(due.soon()).isPositive();
        });
        clock.set(Instant.parse("2033-12-31T08:00:00Z"));
        delete.ofTheDay();
        assertThat(where(TRACE)).isEmpty();
    }

    @Test
    void a_proof_says_what_how_many_and_why_and_nothing_about_whom() {
        life.lived();
        clock.set(SIX_YEARS_LATER);
        User nsi = life.successors();
        long registrations = database.number("select count(*) from registration");
        delete.ofTheDay();
        List<Deletions.Proof> proofs =
                deletions.proofs(nsi.asActor(), Page.Request.everything()).items();
        assertThat(proofs).anySatisfy(proof -> {
            assertThat(proof.kind()).isEqualTo("registrations");
            assertThat(proof.rule()).isEqualTo("NAMES");
            assertThat(proof.keepFor()).isEqualTo("P5Y");
            assertThat(proof.deleted()).isEqualTo(registrations);
            assertThat(proof.role()).isNull();
            assertThat(proof.at()).isEqualTo(SIX_YEARS_LATER);
        });
        assertThat(proofs.stream().map(Deletions.Proof::kind))
                .contains(
                        "accounts",
                        "accessibility-needs",
                        "audit-texts",
                        "cancellation-reasons",
                        "claim-remarks",
                        "proof-files",
                        "delivered-mails",
                        "failed-mails",
                        "invitations",
                        "known-devices",
                        "mail-facts",
                        "password-resets",
                        "register-uploads",
                        "sessions",
                        "submissions",
                        "throttle",
                        "withdrawal-reasons");
        delete.ofTheDay();
        assertThat(deletions.proofs(nsi.asActor(), Page.Request.everything()).total())
                .as("once a day")
                .isEqualTo(proofs.size());
    }

    @Test
    void a_run_that_was_broken_off_is_gone_on_with_and_two_never_run_at_once() throws Exception {
        Actor nsi = given.nsi();
        life.crowd(7);
        clock.set(SIX_YEARS_LATER);
        life.successors();
        assertThat(database.writePastTheProgram(
                        "insert into deletion_turn (id, taken_until) values (1, '2034-01-05 08:05:00')"))
                .isEqualTo(1);
        de.digitallotsen.Refused.with(PrivacyRefusal.DELETION_RUNNING, () -> delete.now(nsi));
        delete.ofTheDay();
        assertThat(database.number("select count(*) from deletion_run")).isZero();
        clock.pass(Duration.ofMinutes(6));
        assertThat(delete.now(nsi)).as("the other one never came back").isPositive();
        assertThat(database.number("select count(*) from registration where forgotten_at is null"))
                .isZero();
    }

    @Test
    void needs_go_at_once_with_a_cancellation_or_a_substitution_and_else_four_weeks_later() {
        List<String> references = life.withNeeds();
        assertThat(needs()).containsExactlyInAnyOrder(TRACE + " 0");
        clock.set(Instant.parse("2027-04-26T20:00:00Z"));
        delete.ofTheDay();
        assertThat(needs()).as("27 days after the last one").hasSize(1);
        clock.set(Instant.parse("2027-04-27T08:00:00Z"));
        delete.ofTheDay();
        assertThat(needs()).as("28 days after " + references).isEmpty();
    }

    private List<String> needs() {
        return database.rows("select accessibility_needs from participant where accessibility_needs is not null");
    }

    @Test
    void an_account_in_use_stays_and_a_locked_one_ends_after_the_period_in_which_it_was_locked() {
        User last = given.account(Role.MINISTRY, null);
        User idle = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        User locked = given.account(Role.NSI, null);
        life.lock(locked);
        clock.set(SIX_YEARS_LATER);
        User used = life.successor(Role.NSI);
        delete.ofTheDay();
        assertThat(database.rows("select id from user_account where forgotten_at is null order by id"))
                .as("the last of its group, and who came later")
                .containsExactly(String.valueOf(last.id()), String.valueOf(used.id()));
        assertThat(database.rows("select email, name, active from user_account where id = ?", idle.id()))
                .containsExactly("geloescht-" + idle.id() + "@invalid gelöscht am 05.01.2034 0");
        assertThat(Set.of(locked.id(), idle.id())).hasSize(2);
    }
}
