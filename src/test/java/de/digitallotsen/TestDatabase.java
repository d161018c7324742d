package de.digitallotsen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import de.digitallotsen.start.EmbeddedDatabase;
import de.digitallotsen.start.TestKeys;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/**
 * A real MariaDB server for the tests, started once, with an empty schema, and the keys that sign the tokens. The
 * unpacked server stays below {@code target} from run to run; its data do not.
 */
public class TestDatabase implements QuarkusTestResourceLifecycleManager {

    private EmbeddedDatabase database;

    @Override
    public Map<String, String> start() {
        Path folder = Path.of("target", "test-database").toAbsolutePath();
        try {
            Files.createDirectories(folder);
            Path[] keys = TestKeys.in(folder);
            delete(folder.resolve("mariadb"));
            database = EmbeddedDatabase.start(folder);
            return Map.of(
                    "digitallotsen.second-factor.key-location",
                    TestKeys.secondFactor(folder).toString(),
                    "quarkus.datasource.jdbc.url",
                    database.jdbcUrl(),
                    "quarkus.datasource.username",
                    database.user(),
                    "quarkus.datasource.password",
                    database.password(),
                    "quarkus.mailer.host",
                    "localhost",
                    "quarkus.mailer.port",
                    String.valueOf(freePort()),
                    // The tests themselves own the schema, because they empty it; ProgramAccountTest tries the other
                    // account.
                    "test.program.username",
                    database.programUser(),
                    "test.program.password",
                    database.programPassword(),
                    "smallrye.jwt.sign.key.location",
                    keys[0].toUri().toString(),
                    "mp.jwt.verify.publickey.location",
                    keys[1].toUri().toString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Where the mail server will be that some tests start; nobody listens there else. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        List<Path> deepestFirst;
        try (Stream<Path> all = Files.walk(folder)) {
            deepestFirst = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : deepestFirst) {
            Files.delete(path);
        }
    }

    @Override
    public void stop() {
        if (database != null) {
            database.stop();
        }
    }
}
