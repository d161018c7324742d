package de.digitallotsen.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;

import de.digitallotsen.Database;
import de.digitallotsen.PortalTest;
import io.agroal.api.AgroalDataSource;
import io.agroal.api.configuration.AgroalConnectionFactoryConfiguration.TransactionIsolation;
import io.agroal.api.configuration.supplier.AgroalDataSourceConfigurationSupplier;
import io.agroal.api.security.NamePrincipal;
import io.agroal.api.security.SimplePassword;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;

/** The portal starts only on a database that keeps what it relies on. */
@PortalTest
class DatabaseCheckTest {

    @Inject
    DatabaseCheck check;

    @Inject
    Database database;

    /** A pool of its own on the same server. */
    private static AgroalDataSource pool(TransactionIsolation isolation) throws SQLException {
        var config = ConfigProvider.getConfig();
        return AgroalDataSource.from(new AgroalDataSourceConfigurationSupplier()
                .connectionPoolConfiguration(pool -> pool.maxSize(1)
                        .connectionFactoryConfiguration(
                                factory -> factory.jdbcUrl(config.getValue("quarkus.datasource.jdbc.url", String.class))
                                        .jdbcTransactionIsolation(isolation)
                                        .principal(new NamePrincipal(
                                                config.getValue("quarkus.datasource.username", String.class)))
                                        .credential(new SimplePassword(
                                                config.getValue("quarkus.datasource.password", String.class))))));
    }

    @Test
    void accepts_the_server_of_the_portal() {
        assertThatCode(() -> check.requireReliable()).doesNotThrowAnyException();
    }

    @Test
    void gives_every_connection_read_committed_and_a_short_lock_wait() throws SQLException {
        assertThat(database.text("select @@session.tx_isolation")).isEqualTo("READ-COMMITTED");
        assertThat(database.text("select @@session.innodb_lock_wait_timeout")).isEqualTo("3");
        assertThat(database.text("select @@global.innodb_flush_log_at_trx_commit"))
                .isEqualTo("1");
        try (Connection connection = database.connect()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
        }
    }

    @Test
    void refuses_a_connection_at_repeatable_read() throws SQLException {
        try (AgroalDataSource repeatable = pool(TransactionIsolation.REPEATABLE_READ)) {
            assertThatThrownBy(() -> new DatabaseCheck(repeatable).requireReliable())
                    .isInstanceOf(StartRefusedException.class)
                    .hasMessageContaining("REPEATABLE-READ");
        }
        try (AgroalDataSource committed = pool(TransactionIsolation.READ_COMMITTED)) {
            assertThatCode(() -> new DatabaseCheck(committed).requireReliable()).doesNotThrowAnyException();
        }
    }

    @Test
    void notices_a_session_whose_isolation_was_changed() throws SQLException {
        try (AgroalDataSource pool = pool(TransactionIsolation.READ_COMMITTED)) {
            try (Connection connection = pool.getConnection();
                    Statement statement = connection.createStatement()) {
                statement.execute("set session transaction isolation level serializable");
            }
            assertThatThrownBy(() -> new DatabaseCheck(pool).requireReliable()).hasMessageContaining("SERIALIZABLE");
        }
    }
}
