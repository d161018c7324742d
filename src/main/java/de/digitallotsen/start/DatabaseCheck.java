package de.digitallotsen.start;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Asks the database at start whether it keeps what the portal relies on. At REPEATABLE READ the last seat was measured
 * to go to four people; without a flush at commit an acknowledged registration can be lost with the power.
 */
@ApplicationScoped
class DatabaseCheck {

    private final AgroalDataSource database;

    DatabaseCheck(AgroalDataSource database) {
        this.database = database;
    }

    /**
     * @throws StartRefusedException if the isolation is not READ COMMITTED, a commit is not flushed, or it is no
     *     MariaDB ≥ 10.11
     */
    void requireReliable() {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            requireVersion(text(statement, "select version()"));
            String isolation = text(statement, "select @@session.tx_isolation");
            if (!"READ-COMMITTED".equals(isolation)) {
                throw new StartRefusedException("Die Datenbankverbindung arbeitet mit der Isolationsstufe " + isolation
                        + ". Nötig ist READ-COMMITTED.");
            }
            String flush = text(statement, "select @@global.innodb_flush_log_at_trx_commit");
            if (!"1".equals(flush)) {
                throw new StartRefusedException("Der Datenbankserver ist mit innodb_flush_log_at_trx_commit=" + flush
                        + " eingestellt und könnte bestätigte Anmeldungen verlieren. Nötig ist der Wert 1.");
            }
        } catch (SQLException failed) {
            throw new StartRefusedException(
                    "Die Datenbank ließ sich nicht prüfen (" + failed.getMessage() + ").", failed);
        }
    }

    private static void requireVersion(String version) {
        String[] parts = version.split("[.-]");
        boolean recent = Integer.parseInt(parts[0]) > 10
                || (Integer.parseInt(parts[0]) == 10 && Integer.parseInt(parts[1]) >= 11);
        if (!version.contains("MariaDB") || !recent) {
            throw new StartRefusedException(
                    "Das Portal braucht MariaDB ab Version 10.11. Gefunden wurde " + version + ".");
        }
    }

    private static String text(Statement statement, String query) throws SQLException {
        try (ResultSet row = statement.executeQuery(query)) {
            row.next();
            return row.getString(1);
        }
    }
}
