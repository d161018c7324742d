package de.digitallotsen.start;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

import ch.vorburger.exec.ManagedProcessException;
import de.digitallotsen.shared.Hashes;

/**
 * A real MariaDB server beside the portal, from Maven artefacts, with its data kept between starts. Listens on
 * 127.0.0.1 only, with grants on; the accounts' passwords are made anew at every start and known to this process alone.
 */
public final class EmbeddedDatabase {

    private static final String SCHEMA = "digitallotsen";
    private static final String USER = "digitallotsen";
    /** Reads and writes, but can change neither the schema nor what only grows ({@link ProgramAccount}). */
    private static final String PROGRAM_USER = "digitallotsen_program";

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final EmbeddedServer server;
    private final int port;
    private final String password;
    private final String programPassword;

    private EmbeddedDatabase(EmbeddedServer server, int port, String password, String programPassword) {
        this.server = server;
        this.port = port;
        this.password = password;
        this.programPassword = programPassword;
    }

    /**
     * Starts the server on the data below the folder, and makes them first if there are none.
     *
     * @throws StartRefusedException if the server is not part of this build or does not start
     */
    public static EmbeddedDatabase start(Path folder) {
        stopOrphan(folder.resolve("mariadb.pid"));
        try {
            int port = freePort();
            String password = Hashes.randomToken();
            String programPassword = Hashes.randomToken();
            Path init = writeInitFile(folder, password, programPassword);
            EmbeddedServer server = EmbeddedServer.in(folder, port, init);
            server.prepare();
            server.start();
            return new EmbeddedDatabase(server, port, password, programPassword);
        } catch (IOException | RuntimeException failed) {
            throw new StartRefusedException(
                    "Die eingebettete Datenbank in " + folder + " ließ sich nicht starten (" + failed.getMessage()
                            + "). Wurde das Programm ohne sie gebaut, bitte mit QUARKUS_DATASOURCE_JDBC_URL"
                            + " einen MariaDB-Server angeben.",
                    failed);
        }
    }

    /** Run by the server as its own superuser at every start. */
    private static Path writeInitFile(Path folder, String password, String programPassword) throws IOException {
        Path file = folder.resolve("init.sql");
        Files.deleteIfExists(file);
        Files.createFile(file);
        try {
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        } catch (UnsupportedOperationException noPosix) {
            // Windows: the folder's own access rules hold.
        }
        String account = "'" + USER + "'@'127.0.0.1'";
        String program = "'" + PROGRAM_USER + "'@'127.0.0.1'";
        Files.writeString(
                file,
                String.join(
                        "\n",
                        "DELETE FROM mysql.global_priv WHERE User = '';",
                        "DROP DATABASE IF EXISTS test;",
                        "CREATE DATABASE IF NOT EXISTS " + SCHEMA
                                + " CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci;",
                        "CREATE OR REPLACE USER " + account + " IDENTIFIED BY '" + password + "';",
                        "GRANT ALL ON " + SCHEMA + ".* TO " + account + " WITH GRANT OPTION;",
                        "CREATE OR REPLACE USER " + program + " IDENTIFIED BY '" + programPassword + "';",
                        "GRANT SELECT, INSERT ON " + SCHEMA + ".* TO " + program + ";",
                        // Further schemas beside it, for trying out migrations.
                        "GRANT ALL ON `" + SCHEMA + "\\_%`.* TO " + account + ";",
                        "FLUSH PRIVILEGES;",
                        ""));
        return file;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /**
     * A portal that was killed leaves its database server running. The folder is ours by now, so nobody else needs it:
     * it is asked to end, and what was acknowledged is on disk. A server that writes another file is somebody else's:
     * the folder was copied from beside it.
     */
    static void stopOrphan(Path pidFile) {
        try {
            if (!Files.exists(pidFile)) {
                return;
            }
            long pid = Long.parseLong(Files.readString(pidFile).strip());
            ProcessHandle.of(pid)
                    .filter(process -> process.info()
                            .command()
                            .map(command -> command.contains("mariadbd"))
                            .orElse(false))
                    .filter(process -> process.info()
                            .arguments()
                            .map(arguments -> List.of(arguments).contains(EmbeddedServer.pidFile(pidFile)))
                            .orElse(true))
                    .ifPresent(process -> {
                        process.destroy();
                        process.onExit()
                                .orTimeout(PATIENCE.toSeconds(), TimeUnit.SECONDS)
                                .exceptionally(tooLong -> {
                                    process.destroyForcibly();
                                    return process;
                                })
                                .join();
                    });
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        } catch (NumberFormatException noPid) {
            // A half-written file of a server that never came up.
        }
    }

    public String jdbcUrl() {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + SCHEMA + "?sslMode=disable";
    }

    /** Owns the schema: for migrations. */
    public String user() {
        return USER;
    }

    public String password() {
        return password;
    }

    /** For everything else. */
    public String programUser() {
        return PROGRAM_USER;
    }

    public String programPassword() {
        return programPassword;
    }

    /** Ends the server in an orderly way. */
    public void stop() {
        try {
            server.stop();
        } catch (ManagedProcessException alreadyGone) {
            System.err.println(
                    "Der eingebettete Datenbankserver ließ sich nicht ordentlich beenden: " + alreadyGone.getMessage());
        }
    }
}
