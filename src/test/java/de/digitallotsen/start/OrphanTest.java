package de.digitallotsen.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;

import de.digitallotsen.Database;
import de.digitallotsen.PortalTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A data folder that was copied beside a running portal is started somewhere else: that portal goes on. */
@PortalTest
class OrphanTest {

    @Inject
    Database database;

    @TempDir
    Path copy;

    @Test
    void leaves_the_server_alone_from_which_its_folder_was_copied() throws Exception {
        Path pidFile = copy.resolve("mariadb.pid");
        Files.copy(Path.of("target", "test-database", "mariadb.pid"), pidFile);
        long pid = Long.parseLong(Files.readString(pidFile).strip());
        EmbeddedDatabase.stopOrphan(pidFile);
        assertThat(ProcessHandle.of(pid)).get().matches(ProcessHandle::isAlive);
        assertThat(database.number("select 1")).isEqualTo(1);
    }
}
