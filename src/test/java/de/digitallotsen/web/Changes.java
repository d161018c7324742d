package de.digitallotsen.web;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

import de.digitallotsen.Database;

/**
 * What a request has changed: everything in the database but sessions, the brake on guessing and what waits for a
 * click.
 */
final class Changes {

    private static final Set<String> NO_CHANGE =
            Set.of("user_session", "account_use", "known_device", "throttle", "kept_entry");
    /** Too long to be read every time. */
    private static final String REGISTER = "kommune";

    private Changes() {}

    /** To compare before and after. */
    static Map<String, List<String>> content(Database database) {
        Map<String, List<String>> content = new TreeMap<>();
        for (String table :
                database.rows("select table_name from information_schema.tables where table_schema = database()"
                        + " and table_type = 'BASE TABLE'")) {
            if (table.equals(REGISTER)) {
                content.put(table, database.rows("checksum table " + table));
            } else if (!NO_CHANGE.contains(table)) {
                content.put(
                        table,
                        database.rows("select * from " + table).stream()
                                .sorted()
                                .toList());
            }
        }
        return content;
    }
}
