package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.SearchText;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;

/**
 * One column of folded words for each list that is searched (adr/0051), kept by the program and filled here for rows
 * from before, with the program's own folding. If that changes, another migration fills them anew.
 *
 * <p>In {@code participant}, {@code user_account} and {@code outbox_mail} the column holds names and addresses:
 * personal data as those it is made of, to be emptied with them (R27).
 */
public class V109__keep_what_is_searched extends BaseJavaMigration {

    private static final int BATCH = 500;

    /** The words of a row, its columns given as texts. */
    private interface Words {
        String of(String[] columns);
    }

    @Override
    public void migrate(Context context) throws SQLException {
        Connection database = context.getConnection();
        for (String table : new String[] {"participant", "user_account", "outbox_mail", "seminar"}) {
            addColumn(database, table);
        }
        fill(
                database,
                "participant",
                "id, first_name, last_name, email",
                row -> SearchText.of(row[1], row[2], SearchText.address(row[3])));
        fill(database, "user_account", "id, name, email", row -> SearchText.of(row[1], SearchText.address(row[2])));
        fill(
                database,
                "outbox_mail",
                "id, recipient, subject, (select concat(p.first_name, ' ', p.last_name) from participant p"
                        + " where p.id = outbox_mail.participant_id)",
                row -> SearchText.of(SearchText.address(row[1]), row[3], row[2]));
        fill(
                database,
                "seminar",
                "id, title, venue, (select group_concat(d.day order by d.day) from seminar_day d"
                        + " where d.seminar_id = seminar.id)",
                row -> Seminar.searchText(
                        row[1],
                        row[2],
                        row[3] == null
                                ? List.of()
                                : Arrays.stream(row[3].split(","))
                                        .map(LocalDate::parse)
                                        .toList()));
        fill(
                database,
                "kommune",
                "ars, display_name, designation, name, ags, postcode",
                row -> Kommune.searchText(row[1], row[2], row[3], row[0], row[4], row[5]));
    }

    private static void addColumn(Connection database, String table) throws SQLException {
        try (Statement statement = database.createStatement()) {
            statement.execute("alter table " + table + " add column if not exists search_text varchar("
                    + SearchText.LONGEST + ") character set utf8mb4 collate utf8mb4_bin not null default ''"
                    + " comment 'folded words (adr/0051)"
                    + ("seminar".equals(table) ? "" : "; personal data, emptied with names and addresses (R27)")
                    + "', add key if not exists " + table + "_search (search_text)");
        }
    }

    private static void fill(Connection database, String table, String columns, Words words) throws SQLException {
        String id = columns.substring(0, columns.indexOf(','));
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select " + columns + " from " + table);
                PreparedStatement update =
                        database.prepareStatement("update " + table + " set search_text = ? where " + id + " = ?")) {
            int open = 0;
            while (row.next()) {
                String[] values = new String[row.getMetaData().getColumnCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getString(i + 1);
                }
                update.setString(1, words.of(values));
                update.setString(2, values[0]);
                update.addBatch();
                if (++open % BATCH == 0) {
                    update.executeBatch();
                }
            }
            update.executeBatch();
        }
    }
}
