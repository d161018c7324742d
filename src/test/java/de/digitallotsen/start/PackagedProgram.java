package de.digitallotsen.start;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;

/**
 * The packaged program as an operator starts it: a process of its own, on a free port, with a data folder of its own.
 */
final class PackagedProgram implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final List<String> output = new CopyOnWriteArrayList<>();
    private final Process process;
    private final int port;

    private PackagedProgram(Process process, int port) {
        this.process = process;
        this.port = port;
        Thread reader = new Thread(this::read, "program-output");
        reader.setDaemon(true);
        reader.start();
    }

    static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    static PackagedProgram start(Path data, int port, Map<String, String> settings) throws IOException {
        return start(data, port, settings, List.of());
    }

    /** Runs a command of the program. */
    static PackagedProgram run(Path data, Map<String, String> settings, String... arguments) throws IOException {
        return start(data, freePort(), settings, List.of(arguments));
    }

    private static PackagedProgram start(Path data, int port, Map<String, String> settings, List<String> arguments)
            throws IOException {
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        ProcessBuilder builder = new ProcessBuilder(
                        java,
                        "-Dfile.encoding=UTF-8",
                        "-Dstdout.encoding=UTF-8",
                        "-Dstderr.encoding=UTF-8",
                        "-jar",
                        System.getProperty("packaged.program"))
                .redirectErrorStream(true);
        builder.command().addAll(arguments);
        builder.environment()
                .keySet()
                .removeIf(name -> name.startsWith("DIGITALLOTSEN_") || name.startsWith("QUARKUS_"));
        builder.environment().put("DIGITALLOTSEN_DATA_DIR", data.toString());
        builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
        builder.environment().put("QUARKUS_MANAGEMENT_PORT", "0");
        builder.environment().put("LC_ALL", "C.UTF-8");
        builder.environment().putAll(settings);
        return new PackagedProgram(builder.start(), port);
    }

    private void read() {
        try (BufferedReader lines =
                new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            lines.lines().forEach(output::add);
        } catch (IOException | java.io.UncheckedIOException ended) {
            // The process is gone; what it said is kept.
        }
    }

    /** Waits until the program answers. */
    PackagedProgram awaitAnswer() throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until) && process.isAlive()) {
            try {
                if (get("/q/health/live", null).statusCode() == 200) {
                    return this;
                }
            } catch (IOException notYet) {
                Thread.sleep(100);
            }
        }
        throw new AssertionError("The program does not answer:\n" + text());
    }

    /** Waits until it has said something like this, and returns the line. */
    String awaitLine(String part) throws InterruptedException {
        Instant until = Instant.now().plus(PATIENCE);
        while (Instant.now().isBefore(until)) {
            for (String line : output) {
                if (line.contains(part)) {
                    return line;
                }
            }
            Thread.sleep(50);
        }
        throw new AssertionError("The program never said „" + part + "“:\n" + text());
    }

    int awaitExit() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The program does not end:\n" + text());
        }
        Thread.sleep(200);
        return process.exitValue();
    }

    List<String> lines() {
        return List.copyOf(output);
    }

    String text() {
        return String.join("\n", output);
    }

    HttpResponse<String> get(String path, String token) throws IOException, InterruptedException {
        return send(request(path, token).GET());
    }

    HttpResponse<String> post(String path, String token, Object body) throws IOException, InterruptedException {
        return send(request(path, token)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body))));
    }

    HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    HttpRequest.Builder request(String path, String token) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .timeout(Duration.ofSeconds(20));
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    String signIn(String email, String password) throws IOException, InterruptedException {
        HttpResponse<String> answer = post("/api/v1/auth/token", null, Map.of("email", email, "password", password));
        if (answer.statusCode() != 200) {
            throw new AssertionError(answer.statusCode() + " " + answer.body());
        }
        return json(answer).get("accessToken").asText();
    }

    static JsonNode json(HttpResponse<String> answer) throws IOException {
        return JSON.readTree(answer.body());
    }

    /** As {@code kill -9}: nothing of the program runs any more, not even its last words. */
    void kill() throws InterruptedException {
        process.destroyForcibly();
        process.waitFor();
    }

    /** Kills the database server that belongs to the data folder in the same way. */
    static void killDatabase(Path data) throws IOException {
        long pid = Long.parseLong(Files.readString(data.resolve("mariadb.pid")).strip());
        ProcessHandle server = ProcessHandle.of(pid).orElseThrow();
        server.destroyForcibly();
        server.onExit().join();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                kill();
            }
        } catch (InterruptedException interrupted) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
