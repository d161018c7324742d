package de.digitallotsen.start;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * Starts the portal. What Quarkus needs from its first moment is prepared before it: the embedded database, unless a
 * server is configured, and the keys that sign the tokens.
 */
@QuarkusMain
public final class Digitallotsen {

    /** Held for the life of the process: a lock that is collected as garbage lets a second portal into the folder. */
    private static DataFolder dataFolder;

    /** A command serves nobody: it listens nowhere, runs no jobs and makes no links for first accounts. */
    private static final Map<String, String> ALONE = Map.of(
            "quarkus.http.host-enabled",
            "false",
            "quarkus.management.host-enabled",
            "false",
            "quarkus.scheduler.enabled",
            "false",
            "digitallotsen.warm-up",
            "false",
            "quarkus.log.level",
            "WARN",
            "digitallotsen.command",
            "true");

    Digitallotsen() {}

    /** Ends with exit code 1 and one sentence on the console if the portal cannot start as it is set up. */
    public static void main(String... arguments) {
        if (arguments.length > 0 && AuditVerifyCommand.NAME.equals(arguments[0])) {
            System.exit(new AuditVerifyCommand(System.out, System.err)
                    .run(List.of(arguments).subList(1, arguments.length)));
        }
        boolean command = arguments.length > 0 && RegisterCommand.NAME.equals(arguments[0]);
        try {
            prepare(command);
        } catch (StartRefusedException refused) {
            refused.say();
            System.exit(1);
        }
        Quarkus.run(command ? RegisterCommand.class : Serving.class, Digitallotsen::end, arguments);
    }

    /** Only what nobody foresaw needs a stack trace. */
    private static void end(int exitCode, Throwable failed) {
        if (failed != null) {
            StartRefusedException.reasonOf(failed).ifPresentOrElse(StartRefusedException::say, failed::printStackTrace);
        }
        System.exit(exitCode);
    }

    private static void prepare(boolean command) {
        Config config = ConfigProvider.getConfig();
        if (command) {
            ALONE.forEach(System::setProperty);
        } else {
            requireFreePort(config, "quarkus.http", "0.0.0.0", 8080);
            requireFreePort(config, "quarkus.management", "127.0.0.1", 9000);
        }
        requireWholeDirectory(config);
        Path folder = Path.of(config.getOptionalValue("digitallotsen.data-dir", String.class)
                        .orElse("data"))
                .toAbsolutePath()
                .normalize();
        dataFolder = DataFolder.claim(folder);
        if (config.getOptionalValue("quarkus.datasource.jdbc.url", String.class)
                .filter(url -> !url.isBlank())
                .isEmpty()) {
            EmbeddedDatabase database = EmbeddedDatabase.start(dataFolder.folder());
            System.setProperty("quarkus.datasource.jdbc.url", database.jdbcUrl());
            System.setProperty("quarkus.datasource.username", database.programUser());
            System.setProperty("quarkus.datasource.password", database.programPassword());
            System.setProperty("quarkus.flyway.username", database.user());
            System.setProperty("quarkus.flyway.password", database.password());
            Runtime.getRuntime()
                    .addShutdownHook(new Thread(
                            () -> {
                                PortalStopped.await();
                                database.stop();
                            },
                            "stop-embedded-database"));
        }
        prepareKeys(config, dataFolder.folder());
    }

    /** Those that nobody has put elsewhere are in the data folder. */
    private static void prepareKeys(Config config, Path folder) {
        if (config.getOptionalValue("smallrye.jwt.sign.key.location", String.class)
                .isEmpty()) {
            SigningKeys keys = SigningKeys.in(folder);
            System.setProperty(
                    "smallrye.jwt.sign.key.location", keys.privateKey().toUri().toString());
            System.setProperty(
                    "mp.jwt.verify.publickey.location", keys.publicKey().toUri().toString());
        }
        prepareKey(config, "digitallotsen.second-factor.key-location", () -> KeyFile.forSecondFactors(folder));
        prepareKey(config, "digitallotsen.security-log.key-location", () -> KeyFile.forSecurityLog(folder));
    }

    private static void prepareKey(Config config, String setting, Supplier<KeyFile> made) {
        if (config.getOptionalValue(setting, String.class).isEmpty()) {
            System.setProperty(setting, made.get().file().toString());
        }
    }

    /** Half of what is needed to sign in by a directory is a mistake; Quarkus would say so with a stack trace. */
    private static void requireWholeDirectory(Config config) {
        if (!config.getOptionalValue("digitallotsen.directory.enabled", Boolean.class)
                .orElse(false)) {
            return;
        }
        List<String> missing = Stream.of("issuer", "client-id", "client-secret")
                .map("digitallotsen.directory."::concat)
                .filter(name -> config.getOptionalValue(name, String.class)
                        .filter(value -> !value.isBlank())
                        .isEmpty())
                .toList();
        if (!missing.isEmpty()) {
            throw new StartRefusedException("Der Anmeldedienst ist eingeschaltet, aber es fehlen noch Angaben: "
                    + String.join(", ", missing)
                    + ". Bitte eintragen (docs/operating.md) oder DIGITALLOTSEN_DIRECTORY_ENABLED=false setzen.");
        }
    }

    /** Asked before anything else is started, so that the answer is one sentence. */
    private static void requireFreePort(Config config, String prefix, String usualHost, int usualPort) {
        int port = config.getOptionalValue(prefix + ".port", Integer.class).orElse(usualPort);
        String host = config.getOptionalValue(prefix + ".host", String.class).orElse(usualHost);
        if (port == 0) {
            return;
        }
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(host), port));
        } catch (BindException taken) {
            throw new StartRefusedException(
                    "Der Port " + port
                            + " ist schon belegt, vielleicht läuft das Portal bereits. Bitte das andere"
                            + " Programm beenden"
                            + " oder einen freien Port wählen, zum Beispiel mit "
                            + prefix.toUpperCase(Locale.ROOT).replace('.', '_') + "_PORT=" + (port + 10) + ".",
                    taken);
        } catch (IOException unusable) {
            throw new StartRefusedException(
                    "An der Adresse " + host + ":" + port + " lässt sich nicht lauschen (" + unusable.getMessage()
                            + ").",
                    unusable);
        }
    }
}
