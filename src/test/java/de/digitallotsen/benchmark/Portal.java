package de.digitallotsen.benchmark;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** The packaged program as a child process, on a free port, with a data folder of its own. */
final class Portal implements AutoCloseable {

    private static final Duration LONGEST_START = Duration.ofSeconds(120);
    private static final long POLL_MILLIS = 50;
    private static final int QUICK_SECONDS = 5;

    private final Process process;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final long begunNanos;
    final URI base;
    private final URI management;
    final Path data;

    private Portal(Process process, int port, int managementPort, Path data, long begunNanos) {
        this.process = process;
        this.base = URI.create("http://127.0.0.1:" + port);
        this.management = URI.create("http://127.0.0.1:" + managementPort);
        this.data = data;
        this.begunNanos = begunNanos;
    }

    /**
     * Starts it and returns at once.
     *
     * @param program quarkus-run.jar
     * @param flags of the JVM
     * @param environment settings of the portal
     */
    static Portal start(Path program, Path data, List<String> flags, Map<String, String> environment) {
        try {
            Files.createDirectories(data);
            int port = freePort();
            int managementPort = freePort();
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString()));
            command.addAll(flags);
            command.addAll(List.of("-jar", program.toString()));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(
                            data.resolve("console.log").toFile()));
            builder.environment().put("QUARKUS_HTTP_PORT", String.valueOf(port));
            builder.environment().put("QUARKUS_MANAGEMENT_PORT", String.valueOf(managementPort));
            builder.environment().put("DIGITALLOTSEN_DATA_DIR", data.toString());
            // The people of the benchmark have a session and no telephone.
            builder.environment().put("DIGITALLOTSEN_SECOND_FACTOR_REQUIRED", "false");
            builder.environment().putAll(environment);
            long begun = System.nanoTime();
            return new Portal(builder.start(), port, managementPort, data, begun);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    /** Asks until this path answers 200. @return seconds since the process was started */
    double await(String path) throws IOException, InterruptedException {
        return await(HttpRequest.newBuilder(base.resolve(path))
                        .timeout(Duration.ofSeconds(20))
                        .build())
                .seconds();
    }

    /**
     * An answer and when it came.
     *
     * @param seconds since the process was started
     */
    record Answer(HttpResponse<String> response, double seconds) {}

    /** Sends the request until it is answered with 200. */
    Answer await(HttpRequest request) throws IOException, InterruptedException {
        while (secondsSinceStart() < LONGEST_START.toSeconds() && process.isAlive()) {
            try {
                HttpResponse<String> response = client.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() == 200) {
                    return new Answer(response, secondsSinceStart());
                }
            } catch (IOException notYet) {
                // Nobody listens yet.
            }
            Thread.sleep(secondsSinceStart() < QUICK_SECONDS ? POLL_MILLIS : POLL_MILLIS * 5);
        }
        throw new IllegalStateException("The portal did not answer " + request.uri() + " with 200; its console is in "
                + data.resolve("console.log"));
    }

    private double secondsSinceStart() {
        return (System.nanoTime() - begunNanos) / 1e9;
    }

    /** The body of a plain GET; the interface takes the token in a header, pages take it in a cookie. */
    String get(String path, String token) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(base.resolve(path))
                .header("Accept", path.startsWith("/api/") ? "application/json" : "text/html");
        if (token != null) {
            request.header(
                    path.startsWith("/api/") ? "Authorization" : "Cookie",
                    (path.startsWith("/api/") ? "Bearer " : "digitallotsen-access=") + token);
        }
        HttpResponse<String> response = client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        if (response.statusCode() != 200) {
            throw new IllegalStateException(path + " answered " + response.statusCode() + ": " + response.body());
        }
        return response.body();
    }

    /** The sum of a metric's samples at {@code /q/metrics}; 0 if it has not been counted yet. */
    double metric(String name) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(management.resolve("/q/metrics"))
                .header("Accept", "text/plain")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString())
                .body()
                .lines()
                .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                .sum();
    }

    /** Resident memory of the JVM in MB (10⁶ bytes), without the database server's; empty where there is no /proc. */
    double residentMegabytes() throws IOException {
        try (Stream<String> lines = Files.lines(Path.of("/proc", String.valueOf(process.pid()), "status"))) {
            return lines.filter(line -> line.startsWith("VmRSS:"))
                            .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                            .sum()
                    * 1024
                    / 1e6;
        }
    }

    /** Processor seconds of the process so far: what a rush costs, whatever else the machine is doing. */
    double processorSeconds() {
        return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1e3;
    }

    /** Ends it in an orderly way. */
    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
