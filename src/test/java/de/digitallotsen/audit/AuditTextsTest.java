package de.digitallotsen.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.registration.OverrideFee;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.TextsEnded;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people wrote in their own words goes when its time has come; the entries and their seals stay (R26, R27). */
@PortalTest
class AuditTextsTest {

    private static final String WHY = "Frau \"Müller\" rief an und bat darum";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    AuditTrail trail;

    @Inject
    SealAuditTrail seal;

    @Inject
    AuditChain chain;

    @Inject
    OverrideFee override;

    @Inject
    AdjustBudget adjust;

    @Inject
    Event<TextsEnded> ended;

    @Inject
    jakarta.persistence.EntityManager entities;

    private Actor nsi;
    private String reference;

    @BeforeEach
    void a_reason_in_the_trail() {
        nsi = given.nsi();
        reference = given.registered(
                given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        override.handle(nsi, new OverrideFee.Command(reference, 100L, WHY));
        adjust.handle(given.ministry(), new AdjustBudget.Command(100L, "Erlass"));
        clock.pass(Duration.ofMinutes(6));
        seal.handle(Actor.portal());
    }

    private String reasonAsRead(String action) {
        AuditTrail.Filter filter = new AuditTrail.Filter(null, null, action, null, null, null);
        return AuditWords.changes(trail.find(nsi, filter, Page.Request.everything())
                        .items()
                        .get(0))
                .stream()
                .filter(change -> change.field().equals("Begründung"))
                .map(AuditWords.Change::after)
                .findFirst()
                .orElseThrow();
    }

    private void forget() {
        QuarkusTransaction.requiringNew().run(() -> ended.fire(new TextsEnded("registration", List.of(reference))));
    }

    @Test
    void the_entry_holds_a_hash_and_is_read_with_the_words() {
        assertThat(database.text("select after_json from audit_entry where action = 'registration.fee_changed'"))
                .doesNotContain("Müller")
                .containsPattern("\"reason\":\"sha256:[0-9a-f]{64}\"");
        assertThat(reasonAsRead("registration.fee_changed")).isEqualTo(WHY);
        assertThat(reasonAsRead("budget.adjusted")).isEqualTo("Erlass");
        assertThat(database.rows("select distinct salt from audit_text"))
                .as("each its own")
                .hasSize(2);
    }

    @Test
    void without_the_words_the_seals_hold_and_the_trail_says_that_they_are_gone() {
        AuditChain.Result before = chain.check();
        forget();
        assertThat(database.rows("select text from audit_text")).containsExactly("Erlass");
        assertThat(reasonAsRead("registration.fee_changed")).isEqualTo("gelöscht");
        assertThat(reasonAsRead("budget.adjusted")).isEqualTo("Erlass");
        assertThat(chain.check())
                .usingRecursiveComparison()
                .ignoringFields("at")
                .isEqualTo(before);
        assertThat(before.intact()).isTrue();
    }

    @Test
    void words_that_were_changed_are_seen() throws SQLException {
        assertThatThrownBy(() -> database.writePastTheProgram("update audit_text set text = 'anders'"))
                .hasMessageContaining("never changed");
        try (Connection owner = database.connect();
                Statement statement = owner.createStatement()) {
            statement.execute("drop trigger audit_text_never_changed");
            try {
                statement.execute("update audit_text set text = 'anders' where text = 'Erlass'");
            } finally {
                statement.execute("create trigger audit_text_never_changed before update on audit_text for each row"
                        + " signal sqlstate '45000' set message_text = 'never changed'");
            }
        }
        assertThat(chain.check().breaks()).hasSize(1);
    }

    /**
     * As V095 leaves it: the entry with the hash, the words with what was sealed, the seal of then in the old chain.
     */
    @Test
    void the_chain_from_before_is_checked_as_long_as_the_words_are_there_and_the_new_one_goes_on_from_it()
            throws SQLException {
        database.clean();
        String then = "{\"reason\":\"Kulanz\"}";
        String salt = "0".repeat(64);
        String now = "{\"reason\":\"sha256:" + de.digitallotsen.shared.Hashes.sha256(salt + "Kulanz") + "\"}";
        long last = database.number("select max(id) from audit_entry");
        database.writePastTheProgram(
                "insert into audit_entry (id, at, action, subject_type, subject_id, after_json)"
                        + " values (?, '2027-02-01 08:00:00', 'registration.fee_changed', 'registration',"
                        + " 'ABCDEFGH', ?)",
                last + 1,
                now);
        database.writePastTheProgram(
                "insert into audit_text (entry_id, field, salt, text, sealed_json)"
                        + " values (?, 'after.reason', ?, 'Kulanz', ?)",
                last + 1,
                salt,
                then);
        List<String> sealed = QuarkusTransaction.requiringNew()
                .call(() ->
                        entities
                                .createQuery("select e from AuditEntry e order by e.id", AuditEntry.class)
                                .getResultList()
                                .stream()
                                .map(entry -> entry.canonicalText(entry.id() == last + 1 ? then : null))
                                .toList());
        String hash = Seal.hash(Seal.BEGINNING, 1, last + 1, sealed);
        database.writePastTheProgram(
                "insert into audit_seal_former (id, from_id, to_id, entries, previous_hash, hash, sealed_at)"
                        + " values (1, 1, ?, ?, ?, ?, '2027-02-01 08:06:00')",
                last + 1,
                sealed.size(),
                Seal.BEGINNING,
                hash);
        clock.pass(Duration.ofMinutes(6));
        seal.handle(Actor.portal());
        assertThat(database.text("select previous_hash from audit_seal")).isEqualTo(hash);
        assertThat(chain.check().breaks()).isEmpty();

        reference = "ABCDEFGH";
        forget();
        assertThat(chain.check().breaks())
                .as("cannot be worked out any more, and need not")
                .isEmpty();
        database.writePastTheProgram(
                "insert into audit_text (entry_id, field, salt, text, sealed_json)"
                        + " values (?, 'after.reason', ?, 'Kulanz', '{}')",
                last + 1,
                salt);
        assertThat(chain.check().breaks()).as("not what was sealed then").hasSize(1);
    }
}
