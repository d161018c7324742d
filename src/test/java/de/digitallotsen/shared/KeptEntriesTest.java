package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import jakarta.inject.Inject;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * What waits for the final click (R29): found by its token and its owner only, unreadable in the database, forgotten.
 */
@PortalTest
class KeptEntriesTest {

    private static final Map<String, String> TYPED = Map.of("lastName", "Çelik <b>", "needs", "Rampe");

    @Inject
    KeptEntries entries;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Test
    void gives_back_what_was_typed_to_its_owner_and_to_nobody_else() {
        Actor owner = given.staffOf(Given.LANGENHAGEN);
        String token = entries.keep(owner, null, TYPED);
        assertThat(entries.require(owner, token).typed()).isEqualTo(TYPED);
        for (Actor other : new Actor[] {given.staffOf(Given.LANGENHAGEN), given.nsi(), given.ministry()}) {
            Refused.with(PreviewRefusal.ENTRY_GONE, () -> entries.require(other, token));
        }
        Refused.with(PreviewRefusal.ENTRY_GONE, () -> entries.require(owner, token + "x"));
        assertThat(database.rows("select * from kept_entry").toString())
                .doesNotContain("Çelik", "Rampe", "lastName", token);
    }

    @Test
    void the_same_form_twice_is_one_entry_and_other_content_another() {
        Actor owner = given.staffOf(Given.LANGENHAGEN);
        String token = entries.keep(owner, "key", TYPED);
        assertThat(entries.keep(owner, "key", TYPED)).isEqualTo(token);
        assertThat(entries.keep(owner, "key", Map.of("lastName", "Celik"))).isNotEqualTo(token);
        assertThat(entries.keep(given.staffOf(Given.LANGENHAGEN), "key", TYPED)).isNotEqualTo(token);
        assertThat(database.number("select count(*) from kept_entry")).isEqualTo(3);
    }

    @Test
    void keeps_only_the_result_once_it_was_acted_on() {
        Actor owner = given.staffOf(Given.LANGENHAGEN);
        String token = entries.keep(owner, null, TYPED);
        Refused.with(PreviewRefusal.ENTRY_GONE, () -> entries.once(given.nsi(), token, () -> "stolen"));
        assertThat(entries.require(owner, token).isDone()).isFalse();
        assertThat(entries.once(owner, token, () -> "7K3MQ9XA")).isEqualTo("7K3MQ9XA");
        assertThat(entries.once(owner, token, () -> "another")).isEqualTo("7K3MQ9XA");
        assertThat(entries.require(owner, token)).isEqualTo(new KeptEntries.Entry(Map.of(), "7K3MQ9XA"));
        assertThat(database.number("select count(*) from kept_entry where typed is not null"))
                .isZero();
    }

    @Test
    void what_was_refused_is_as_if_nobody_had_clicked() {
        Actor owner = given.staffOf(Given.LANGENHAGEN);
        String token = entries.keep(owner, null, TYPED);
        Refused.with(
                PreviewRefusal.ENTRY_GONE,
                () -> entries.once(owner, token, () -> {
                    throw new RefusedException(PreviewRefusal.ENTRY_GONE, "days", 7);
                }));
        assertThat(entries.require(owner, token).typed()).isEqualTo(TYPED);
    }

    @RepeatedTest(3)
    void of_eight_clicks_at_once_one_acts_and_all_have_its_answer() {
        Actor owner = given.staffOf(Given.LANGENHAGEN);
        String token = entries.keep(owner, null, TYPED);
        AtomicInteger acts = new AtomicInteger();
        Race.Outcome outcome = Race.of(Collections.nCopies(
                8, () -> entries.once(owner, token, () -> String.valueOf(acts.incrementAndGet()))));
        assertThat(outcome.count("1")).isEqualTo(8);
        assertThat(acts).hasValue(1);
    }

    @Test
    void forgets_what_is_older_than_a_week() {
        Actor owner = given.staffOf(Given.LANGENHAGEN);
        String old = entries.keep(owner, null, TYPED);
        clock.pass(KeptEntries.KEPT.minus(Duration.ofMinutes(1)));
        entries.keep(owner, null, TYPED);
        assertThat(entries.require(owner, old).typed()).isEqualTo(TYPED);
        clock.pass(Duration.ofMinutes(2));
        entries.keep(owner, null, TYPED);
        Refused.with(PreviewRefusal.ENTRY_GONE, () -> entries.require(owner, old));
    }
}
