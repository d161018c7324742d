package de.digitallotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

import de.digitallotsen.Database;
import de.digitallotsen.PortalTest;
import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.Messages;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/**
 * R27: somebody has decided of every column whether a person stands in it and what ends it. The decisions stand in
 * {@code personal-data.txt}; a column that is not there is red.
 */
@PortalTest
class PersonalColumnsTest {

    /** No person, or only by a key that leads to somebody who is made anonymous. */
    private static final String NONE = "none";

    @Inject
    Database database;

    @Inject
    Schedule schedule;

    /** By „table.column“, what ends it. */
    static Map<String, String> decisions() throws IOException {
        Map<String, String> decisions = new TreeMap<>();
        String table = "";
        for (String line : Files.readAllLines(Path.of("src/test/resources/personal-data.txt"))) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (!line.startsWith(" ")) {
                table = line.strip();
                continue;
            }
            List<String> words = List.of(line.strip().split(" +"));
            for (String column : words.subList(1, words.size())) {
                assertThat(decisions.put(table + "." + column, words.get(0)))
                        .as("twice: " + table + "." + column)
                        .isNull();
            }
        }
        return decisions;
    }

    @Test
    void every_column_is_decided_on() throws IOException {
        Set<String> columns = new TreeSet<>(
                database.rows("select concat(table_name, '.', column_name) from information_schema.columns"
                        + " where table_schema = database() and table_name <> 'flyway_schema_history'"));
        assertThat(decisions().keySet()).isEqualTo(columns);
    }

    @Test
    void what_ends_a_column_is_part_of_the_schedule_and_ends_something() throws IOException {
        Set<String> kinds =
                schedule.expiries().stream().map(Expiry::kind).collect(Collectors.toCollection(TreeSet::new));
        Set<String> named = new TreeSet<>(decisions().values());
        named.remove(NONE);
        assertThat(named).isEqualTo(kinds);
    }

    @Test
    void every_kind_and_rule_has_a_german_name() {
        for (Expiry expiry : schedule.expiries()) {
            for (String key : List.of("deletion." + expiry.kind(), "deletion-rule." + expiry.rule())) {
                assertThat(Messages.label(key)).as(key).isNotEqualTo(key);
            }
        }
    }
}
