package de.digitallotsen.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The chain of seals over the audit trail: nobody waits for it, and whoever goes around the triggers is seen. */
@PortalTest
class AuditChainTest {

    private static final Duration SETTLED = Duration.ofMinutes(6);

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    SealAuditTrail seal;

    @Inject
    AuditChain chain;

    /** Three seals over real entries. */
    private void threeSeals() {
        for (int i = 0; i < 3; i++) {
            given.nsi();
            given.registered(
                    given.staffOf(given.kommunen(5).get(i)), given.aSeminar().published());
            clock.pass(SETTLED);
            assertThat(seal.handle(Actor.portal())).isPositive();
        }
    }

    /** As only the owner of the schema can. */
    private void withoutTriggers(String sql) throws SQLException {
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            List<String> triggers = List.of(
                    "audit_entry_never_changed BEFORE UPDATE ON audit_entry",
                    "audit_entry_never_deleted BEFORE DELETE ON audit_entry",
                    "audit_seal_never_changed BEFORE UPDATE ON audit_seal",
                    "audit_seal_never_deleted BEFORE DELETE ON audit_seal");
            for (String trigger : triggers) {
                statement.execute("drop trigger " + trigger.split(" ")[0]);
            }
            try {
                statement.execute(sql);
            } finally {
                for (String trigger : triggers) {
                    statement.execute("create trigger " + trigger
                            + " for each row signal sqlstate '45000' set message_text = 'only grows'");
                }
            }
        }
    }

    @Test
    void holds_over_everything_that_people_do() {
        threeSeals();
        given.nsi();
        AuditChain.Result result = chain.check(given.ministry());
        assertThat(result.intact()).isTrue();
        assertThat(result.seals()).isEqualTo(3);
        assertThat(result.sealed()).isEqualTo(database.number("select max(to_id) from audit_seal"));
        assertThat(result.open()).isEqualTo(2);
        assertThat(result.lastHash())
                .isEqualTo(database.text("select hash from audit_seal order by id desc limit 1"))
                .hasSize(64);
        assertThat(database.rows("select distinct previous_hash from audit_seal order by id"))
                .hasSize(3)
                .first()
                .isEqualTo("0".repeat(64));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "update audit_entry set after_json = '{\"subsidyCents\":1}' where id = 2|1",
                "update audit_entry set at = at + interval 1 microsecond where id = 2|1",
                "update audit_entry set actor_id = null where actor_id is not null limit 1|1",
                "update audit_entry set before_json = '' where before_json is null limit 1|1",
                "delete from audit_entry where id = 2|1",
                "delete from audit_entry where id = (select to_id from audit_seal where id = 2)|1",
                "insert into audit_entry (id, at, action, subject_type, subject_id)"
                        + " values (0x7fffffff, '2027-01-01 08:00:00', 'x', 'x', 'x')|0",
                "update audit_seal set hash = repeat('a', 64) where id = 2|2",
                "delete from audit_seal where id = 2|1"
            })
    void sees_what_was_changed_past_the_program(String sql, int breaks) throws SQLException {
        threeSeals();
        withoutTriggers(sql);
        AuditChain.Result result = chain.check(given.ministry());
        assertThat(result.breaks()).hasSize(breaks);
        assertThat(result.intact()).isFalse();
    }

    @Test
    void sees_an_entry_put_into_a_gap_that_a_rollback_left() throws SQLException {
        given.nsi();
        database.writePastTheProgram("insert into audit_entry (id, at, action, subject_type, subject_id)"
                + " values (100, '2027-02-01 08:00:00', 'x', 'x', 'x')");
        clock.pass(SETTLED);
        seal.handle(Actor.portal());
        assertThat(chain.check().intact()).as("a gap is no break").isTrue();
        database.writePastTheProgram("insert into audit_entry (id, at, action, subject_type, subject_id)"
                + " values (50, '2027-02-01 08:00:00', 'x', 'x', 'x')");
        assertThat(chain.check().breaks()).hasSize(1);
    }

    @Test
    void sees_that_the_end_of_the_chain_was_cut_off() throws SQLException {
        threeSeals();
        withoutTriggers("delete from audit_seal where id = 3");
        assertThat(chain.check().intact()).as("could still be sealed").isTrue();
        clock.pass(Duration.ofHours(2));
        AuditChain.Result result = chain.check();
        assertThat(result.intact()).isFalse();
        assertThat(result.overdue()).isPositive();
    }

    @Test
    void waits_until_no_lower_id_can_still_be_committed() throws SQLException {
        String insert = "insert into audit_entry (at, action, subject_type, subject_id) values (?, 'x', 'x', 'x')";
        seal.handle(Actor.portal());
        long sealedBefore = database.number("select coalesce(max(to_id), 0) from audit_seal");
        try (Connection slow = database.connect();
                PreparedStatement first = slow.prepareStatement(insert)) {
            slow.setAutoCommit(false);
            first.setObject(1, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            first.executeUpdate();
            // Given a higher id and committed first.
            database.writePastTheProgram(insert, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            clock.pass(Duration.ofSeconds(30));
            assertThat(seal.handle(Actor.portal()))
                    .as("the other one could still come")
                    .isZero();
            slow.commit();
        }
        clock.pass(SETTLED);
        assertThat(seal.handle(Actor.portal())).isPositive();
        assertThat(database.number(
                        "select count(*) from audit_entry where subject_type = 'x' and id > " + sealedBefore))
                .isEqualTo(2);
        assertThat(chain.check().intact()).isTrue();
        assertThat(chain.check().open()).isZero();
    }

    @Test
    void two_portals_that_seal_at_once_leave_one_seal() throws SQLException {
        threeSeals();
        assertThatThrownBy(() -> database.writePastTheProgram(
                        "insert into audit_seal (from_id, to_id, entries, previous_hash, hash,"
                                + " sealed_at) select from_id, to_id, entries, previous_hash, hash, sealed_at"
                                + " from audit_seal where id = 3"))
                .isInstanceOf(SQLException.class);
        for (String sql : List.of(
                "update audit_seal set hash = hash",
                "delete from audit_seal",
                "update audit_number set number = number + 1000",
                "delete from audit_number")) {
            assertThatThrownBy(() -> database.writePastTheProgram(sql))
                    .isInstanceOf(SQLException.class)
                    .hasMessageContaining("only grows");
        }
    }

    @Test
    void two_entries_never_read_alike() {
        assertThat(Seal.text("ab", "c")).isNotEqualTo(Seal.text("a", "bc"));
        assertThat(Seal.text("a", null)).isNotEqualTo(Seal.text("a", "")).isNotEqualTo(Seal.text("a", "-"));
        assertThat(Seal.hash(Seal.BEGINNING, 1, 2, List.of("a", "b")))
                .isEqualTo(Seal.hash(Seal.BEGINNING, 1, 2, List.of("a", "b")))
                .isNotEqualTo(Seal.hash(Seal.BEGINNING, 1, 3, List.of("a", "b")));
    }

    @Test
    void is_checked_by_nsi_and_ministry_and_sealed_by_the_portal() {
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> chain.check(given.staffOf(Given.LANGENHAGEN)));
        Refused.with(AccessRefusal.NOT_SIGNED_IN, () -> chain.check(Actor.anonymous()));
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> seal.handle(given.nsi()));
    }
}
