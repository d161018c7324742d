package de.digitallotsen.keycloak;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;

/** A real Keycloak on a free port of this machine, as Maven has unpacked it, with the realm of the tests. */
public class Keycloak implements QuarkusTestResourceLifecycleManager {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private Process server;

    @Override
    public Map<String, String> start() {
        try {
            int port = freePort();
            Path home = home();
            Path realm = Files.createDirectories(home.resolve("data/import")).resolve("land-realm.json");
            Files.copy(Path.of("src/test/keycloak/land-realm.json"), realm, StandardCopyOption.REPLACE_EXISTING);
            server = new ProcessBuilder(List.of(
                            "bash",
                            home.resolve("bin/kc.sh").toString(),
                            "start-dev",
                            "--import-realm",
                            "--http-host=127.0.0.1",
                            "--http-port=" + port))
                    .redirectErrorStream(true)
                    .redirectOutput(Path.of("target", "keycloak.log").toFile())
                    .start();
            String issuer = "http://localhost:" + port + "/realms/land";
            awaitAnswer(issuer);
            return Map.of(
                    "digitallotsen.directory.enabled",
                    "true",
                    "digitallotsen.directory.name",
                    "Anmeldedienst des Landes",
                    "digitallotsen.directory.issuer",
                    issuer,
                    "digitallotsen.directory.client-id",
                    "digitallotsen",
                    "digitallotsen.directory.client-secret",
                    "nur-zum-probieren-und-mindestens-32-zeichen");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Path home() throws IOException {
        try (Stream<Path> folders = Files.list(Path.of("target", "keycloak"))) {
            return folders.filter(Files::isDirectory).findFirst().orElseThrow().toAbsolutePath();
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer(String address) throws InterruptedException {
        HttpClient client = HttpClient.newHttpClient();
        Instant latest = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(latest) && server.isAlive()) {
            try {
                HttpResponse<Void> answer = client.send(
                        HttpRequest.newBuilder(URI.create(address)).build(), HttpResponse.BodyHandlers.discarding());
                if (answer.statusCode() == 200) {
                    return;
                }
            } catch (IOException notYet) {
                // It listens when it is ready.
            }
            Thread.sleep(500);
        }
        throw new IllegalStateException("Keycloak did not answer; see target/keycloak.log");
    }

    @Override
    public void stop() {
        if (server != null) {
            server.descendants().forEach(ProcessHandle::destroy);
            server.destroy();
        }
    }
}
