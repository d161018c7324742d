package db.migration;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.VisibleText;
import org.flywaydb.core.api.migration.BaseJavaMigration;
import org.flywaydb.core.api.migration.Context;
import org.jboss.logging.Logger;

/**
 * Names and addresses from before are brought to the normal form (R37, adr/0050). Every row stays; what turns out to be
 * the same person is noted and merged by nobody but people. SQL alone knows neither IDNA nor what nobody sees.
 */
public class V108__bring_rows_to_the_normal_form extends BaseJavaMigration {

    private static final Logger LOG = Logger.getLogger(V108__bring_rows_to_the_normal_form.class);

    /**
     * A row that says who somebody is.
     *
     * @param scope within which nobody may be there twice; null if this row is in nobody's way
     * @param was the key as it stands
     * @param key as it has to be
     */
    private record Claim(long id, String scope, String was, String key) {}

    @Override
    public void migrate(Context context) throws SQLException {
        Connection database = context.getConnection();
        participants(database);
        registrations(database);
        accounts(database);
        invitations(database);
    }

    private static String stored(String email) {
        EmailAddress address = EmailAddress.read(email).address();
        return address == null ? email : address.stored();
    }

    private static String key(String email) {
        EmailAddress address = EmailAddress.read(email).address();
        return address == null ? email : address.key();
    }

    private static String name(String name) {
        String seen = VisibleText.line(name);
        return seen == null ? name : seen;
    }

    private static void participants(Connection database) throws SQLException {
        update(
                database,
                "select id, first_name, last_name, email, job_title from participant",
                row -> new String[] {name(row[0]), name(row[1]), stored(row[2]), name(row[3])},
                "update participant set first_name = ?, last_name = ?, email = ?, job_title = ? where id = ?");
    }

    private static void invitations(Connection database) throws SQLException {
        update(
                database,
                "select id, email, email_key from invitation where email is not null",
                row -> new String[] {stored(row[0]), key(row[0])},
                "update invitation set email = ?, email_key = ? where id = ?");
    }

    private static void registrations(Connection database) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery("select r.id, if(r.status in ('CONFIRMED', 'WAITING',"
                        + " 'ATTENDED'), r.programme_id, null), r.person_key, p.email from registration r"
                        + " join participant p on p.id = r.participant_id order by r.id")) {
            while (row.next()) {
                String key = EmailAddress.read(row.getString(4)).address() == null
                        ? row.getString(3)
                        : Hashes.sha256(key(row.getString(4)));
                claims.add(new Claim(row.getLong(1), row.getString(2), row.getString(3), key));
            }
        }
        int same = settle(
                database, claims, "update registration set person_key = ? where id = ?", "registration_conflict");
        if (same > 0) {
            LOG.warnf(
                    "%d registrations belong to people who hold another one: the start page of the NSI says which",
                    same);
        }
    }

    private static void accounts(Connection database) throws SQLException {
        List<Claim> claims = new ArrayList<>();
        Map<Long, String> emails = new HashMap<>();
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(
                        "select id, email, email_key from user_account order by active desc, id")) {
            while (row.next()) {
                emails.put(row.getLong(1), row.getString(2));
                claims.add(new Claim(row.getLong(1), "", row.getString(3), key(row.getString(2))));
            }
        }
        int same = settle(database, claims, "update user_account set email_key = ? where id = ?", "account_conflict");
        if (same > 0) {
            LOG.warnf("%d accounts have the address of another one: the start page says which", same);
        }
        update(
                database,
                "select id, name, email from user_account where id not in (select other_id from account_conflict)",
                row -> new String[] {name(row[0]), stored(row[1])},
                "update user_account set name = ?, email = ? where id = ?");
    }

    /** Gives each row its key: to the one that has it already, else to the first. The others keep what they have. */
    private static int settle(Connection database, List<Claim> claims, String update, String conflicts)
            throws SQLException {
        Map<String, Long> holders = new HashMap<>();
        claims.stream()
                .filter(claim -> claim.scope() != null && claim.key().equals(claim.was()))
                .forEach(claim -> holders.putIfAbsent(claim.scope() + " " + claim.key(), claim.id()));
        int same = 0;
        try (PreparedStatement give = database.prepareStatement(update);
                PreparedStatement note = database.prepareStatement("insert into " + conflicts
                        + " (other_id, kept_id, noted_at) values (?, ?, utc_timestamp(6))")) {
            for (Claim claim : claims) {
                Long holder = claim.scope() == null
                        ? (Long) claim.id()
                        : holders.computeIfAbsent(claim.scope() + " " + claim.key(), free -> claim.id());
                if (holder != claim.id()) {
                    note.setLong(1, claim.id());
                    note.setLong(2, holder);
                    note.executeUpdate();
                    same++;
                } else if (!claim.key().equals(claim.was())) {
                    give.setString(1, claim.key());
                    give.setLong(2, claim.id());
                    give.executeUpdate();
                }
            }
        }
        return same;
    }

    /** What a row becomes. */
    private interface Change {
        String[] of(String[] columns);
    }

    /** Writes the rows that change; the first column is the id, the others may be more than are written. */
    private static void update(Connection database, String select, Change change, String update) throws SQLException {
        try (Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(select);
                PreparedStatement write = database.prepareStatement(update)) {
            while (row.next()) {
                String[] was = new String[row.getMetaData().getColumnCount() - 1];
                for (int i = 0; i < was.length; i++) {
                    was[i] = row.getString(i + 2);
                }
                String[] becomes = change.of(was);
                if (differs(was, becomes)) {
                    for (int i = 0; i < becomes.length; i++) {
                        write.setString(i + 1, becomes[i]);
                    }
                    write.setLong(becomes.length + 1, row.getLong(1));
                    write.executeUpdate();
                }
            }
        }
    }

    private static boolean differs(String[] was, String[] becomes) {
        for (int i = 0; i < becomes.length; i++) {
            if (!Objects.equals(was[i], becomes[i])) {
                return true;
            }
        }
        return false;
    }
}
