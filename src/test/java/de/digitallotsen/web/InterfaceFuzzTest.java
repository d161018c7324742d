package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.shared.Role;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/**
 * Sends what the description of the interface allows, and much that it does not, to every operation and as everybody:
 * whatever comes, it is answered and never a fault of ours. {@code -Dfuzz.requests=10000} sends more,
 * {@code -Dfuzz.seed=…} others.
 */
@PortalTest
class InterfaceFuzzTest {

    private static final int REQUESTS = Integer.getInteger("fuzz.requests", 1_500);
    private static final long SEED = Long.getLong("fuzz.seed", 20_270_201L);
    /** Every twentieth visitor is nobody. */
    private static final int ANONYMOUS = 20;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Inject
    Given given;

    @Inject
    RouteVisits visits;

    private final Random random = new Random(SEED);
    private final Map<Role, String> tokens = new EnumMap<>(Role.class);
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(10))
            .build();

    /** One way to ask. */
    private record Operation(String method, String path, JsonNode described, JsonNode shared) {}

    @Test
    void nothing_that_is_sent_is_a_fault_of_ours() throws Exception {
        JsonNode description =
                JSON.readTree(Program.anonymous().get("/q/openapi?format=json").asString());
        List<Operation> operations = operations(description);
        assertThat(operations).hasSizeGreaterThan(50);
        FuzzedValues values = new FuzzedValues(random, description, known());
        Map<Integer, Integer> statuses = new TreeMap<>();
        List<String> faults = new ArrayList<>();
        for (int i = 0; i < REQUESTS; i++) {
            Operation operation = operations.get(i % operations.size());
            HttpRequest request = request(operation, values);
            HttpResponse<String> answer = send(request);
            statuses.merge(answer.statusCode(), 1, Integer::sum);
            if (answer.statusCode() >= 500) {
                faults.add(i + ": " + request.method() + " " + request.uri() + " " + values.lastBody() + " -> "
                        + answer.body());
            }
            if (answer.statusCode() == 401) {
                tokens.clear();
            }
        }
        System.out.println("Fuzzed " + REQUESTS + " requests, seed " + SEED + ": " + statuses);
        assertThat(faults).isEmpty();
        assertThat(statuses.keySet()).as("some got through").contains(200, 400, 403, 404);
    }

    /** A connection that was closed while nobody used it says nothing; on a new one there is an answer. */
    private HttpResponse<String> send(HttpRequest request) throws IOException, InterruptedException {
        try {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        } catch (IOException closed) {
            return HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .build()
                    .send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private static List<Operation> operations(JsonNode description) {
        List<Operation> operations = new ArrayList<>();
        description
                .get("paths")
                .properties()
                .forEach(path -> path.getValue().properties().forEach(method -> {
                    if (method.getValue().has("responses")) {
                        operations.add(new Operation(
                                method.getKey().toUpperCase(java.util.Locale.ROOT),
                                path.getKey(),
                                method.getValue(),
                                path.getValue().path("parameters")));
                    }
                }));
        return operations;
    }

    /** What exists, so that not every path ends with „not found“. */
    private Map<String, List<String>> known() {
        visits.prepareFor("/api/v1/seminars/{id}");
        String seminar = visits.path("/api/v1/seminars/{id}").replaceAll(".*/", "");
        String reference = visits.path("/api/v1/registrations/{reference}").replaceAll(".*/", "");
        return Map.of(
                "id", List.of(seminar, "1", "2", "3"),
                "reference", List.of(reference),
                "ars", List.of(Given.LANGENHAGEN, Given.SOTTRUM),
                "kommuneArs", List.of(Given.LANGENHAGEN, Given.SOTTRUM),
                "seminarId", List.of(seminar));
    }

    private HttpRequest request(Operation operation, FuzzedValues values) {
        values.forgetBody();
        String path = operation.path();
        StringBuilder query = new StringBuilder();
        for (JsonNode parameters :
                List.of(operation.shared(), operation.described().path("parameters"))) {
            for (JsonNode parameter : parameters) {
                String name = parameter.path("name").asText();
                if ("path".equals(parameter.path("in").asText())) {
                    path = path.replace("{" + name + "}", escaped(values.parameter(name, parameter)));
                } else if (random.nextInt(3) > 0) {
                    query.append(query.isEmpty() ? '?' : '&')
                            .append(escaped(name))
                            .append('=')
                            .append(escaped(values.parameter(name, parameter)));
                }
            }
        }
        path = path.replaceAll("\\{[^}]*}", "1");
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        URI.create("http://localhost:" + RestAssured.port + path + query))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", random.nextInt(8) == 0 ? values.accept() : "*/*");
        if (random.nextInt(ANONYMOUS) > 0) {
            request.header("Authorization", "Bearer " + token());
        }
        if (random.nextInt(4) == 0) {
            request.header("Idempotency-Key", "key-" + random.nextInt(50));
        }
        JsonNode content = operation.described().path("requestBody").path("content");
        if ("GET".equals(operation.method())) {
            return request.GET().build();
        }
        request.header("Content-Type", values.contentType(content));
        return request.method(operation.method(), HttpRequest.BodyPublishers.ofByteArray(values.body(content)))
                .build();
    }

    private static String escaped(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private String token() {
        Role role = Role.values()[random.nextInt(Role.values().length)];
        return tokens.computeIfAbsent(
                role, r -> Program.token(given.account(r, r == Role.KOMMUNE ? Given.LANGENHAGEN : null)));
    }
}
