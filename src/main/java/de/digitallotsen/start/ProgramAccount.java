package de.digitallotsen.start;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.Config;

/**
 * Where the migrations have a database account of their own, the program works with another one that cannot change the
 * schema, the ledger or the audit trail (R11, R26). After the migrations the owner gives it what it needs on each
 * table: UPDATE and DELETE, but not on the tables that only grow. SELECT and INSERT it has from the administrator.
 */
@ApplicationScoped
class ProgramAccount {

    /** Before {@link PortalStart}, which writes the first rows. */
    private static final int EARLY = 100;
    /** Nobody but a migration changes what stands in these. */
    private static final String ONLY_GROW = "('audit_entry', 'audit_number', 'audit_seal', 'audit_seal_former',"
            + " 'budget_counterpart', 'budget_entry', 'claim_payment', 'deletion_proof', 'flyway_schema_history',"
            + " 'funding_plan', 'funding_plan_year')";

    private final AgroalDataSource program;
    private final Config config;

    ProgramAccount(AgroalDataSource program, Config config) {
        this.program = program;
        this.config = config;
    }

    void equip(@Observes @Priority(EARLY) StartupEvent event) {
        Optional<String> owner = config.getOptionalValue("quarkus.flyway.username", String.class);
        Optional<String> password = config.getOptionalValue("quarkus.flyway.password", String.class);
        if (owner.isEmpty() || password.isEmpty()) {
            return;
        }
        String url = program.getConfiguration()
                .connectionPoolConfiguration()
                .connectionFactoryConfiguration()
                .jdbcUrl();
        try (Connection connection = program.getConnection();
                Connection owning = DriverManager.getConnection(url, owner.get(), password.get())) {
            grantMissing(owning, connection);
        } catch (SQLException failed) {
            throw new StartRefusedException(
                    "Das Datenbankkonto des Portals bekam seine Rechte nicht (" + failed.getMessage()
                            + "). Das Konto der Migrationen braucht GRANT OPTION, siehe deploy/database.sql.",
                    failed);
        }
    }

    /** The tables on which rights were given; none at a start without a new table. */
    static List<String> grantMissing(Connection owner, Connection program) throws SQLException {
        String account = texts(program, "select current_user()").get(0);
        int at = account.lastIndexOf('@');
        String grantee = "'" + account.substring(0, at) + "'@'" + account.substring(at + 1) + "'";
        List<String> missing = texts(
                program,
                "select t.table_name from information_schema.tables t where t.table_schema = database()"
                        + " and t.table_type = 'BASE TABLE' and t.table_name not in "
                        + ONLY_GROW
                        + " and not exists (select 1 from information_schema.table_privileges p"
                        + " where p.table_schema = t.table_schema and p.table_name = t.table_name"
                        + " and p.privilege_type = 'UPDATE') order by 1");
        try (Statement statement = owner.createStatement()) {
            for (String table : missing) {
                statement.execute("GRANT UPDATE, DELETE ON `" + table + "` TO " + grantee);
            }
        }
        return missing;
    }

    private static List<String> texts(Connection connection, String query) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> texts = new ArrayList<>();
            while (rows.next()) {
                texts.add(rows.getString(1));
            }
            return texts;
        }
    }
}
