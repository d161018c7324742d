package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

import de.digitallotsen.PortalTest;
import de.digitallotsen.shared.web.OwnRequests;
import de.digitallotsen.shared.web.PublicAddress;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With a public address the portal answers under that address alone. */
@PortalTest
class OwnHostTest {

    @Inject
    PublicAddress address;

    @Inject
    OwnRequests ownRequests;

    @BeforeEach
    void configure() {
        address.configure("https://digitallotsen.example");
    }

    /** The answer to a request with these lines, each ended properly. */
    private static String answer(String... lines) throws IOException {
        try (Socket socket = new Socket("localhost", RestAssured.port)) {
            String request = String.join("\r\n", lines) + "\r\nConnection: close\r\n\r\n";
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"digitallotsen.example", "DIGITALLOTSEN.example", "digitallotsen.example:443"})
    void its_own_host_is_answered(String host) throws IOException {
        assertThat(answer("GET /hilfe HTTP/1.1", "Host: " + host)).startsWith("HTTP/1.1 200");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "evil.example",
                "digitallotsen.example.evil.example",
                "evil.digitallotsen.example",
                "digitallotsen.example:8443",
                "digitallotsen.example@evil.example",
                "localhost"
            })
    void a_foreign_host_is_refused_in_words(String host) throws IOException {
        String page = answer("GET /passwort-vergessen HTTP/1.1", "Host: " + host);
        assertThat(page).startsWith("HTTP/1.1 4").doesNotContain(host).doesNotContain("<form");
        String json = answer("GET /api/v1/seminars HTTP/1.1", "Host: " + host);
        assertThat(json).startsWith("HTTP/1.1 4").doesNotContain("items");
    }

    @Test
    void says_under_which_address_it_is() throws IOException {
        assertThat(answer("GET /hilfe HTTP/1.1", "Host: evil.example"))
                .startsWith("HTTP/1.1 421")
                .contains("nur unter https://digitallotsen.example zu erreichen");
        assertThat(answer("GET /api/v1/seminars HTTP/1.1", "Host: evil.example"))
                .startsWith("HTTP/1.1 421")
                .contains("FOREIGN_HOST");
    }

    @Test
    void a_foreign_host_is_refused_wherever_it_stands() throws IOException {
        String own = "Host: digitallotsen.example";
        assertThat(answer("GET /hilfe HTTP/1.1", own, "X-Forwarded-Host: evil.example"))
                .startsWith("HTTP/1.1 421");
        assertThat(answer("GET http://evil.example/hilfe HTTP/1.1", own))
                .as("in the line of the request")
                .startsWith("HTTP/1.1 4");
        assertThat(answer("GET /hilfe HTTP/1.1", "Host: evil.example", own))
                .as("before the right one")
                .startsWith("HTTP/1.1 4");
    }

    @Test
    void is_noted_in_the_security_log() throws IOException {
        try (SecurityLines log = new SecurityLines()) {
            answer("GET /hilfe HTTP/1.1", "Host: evil.example");
            assertThat(log.about("host.refused")).hasSize(1);
            assertThat(log.text()).doesNotContain("evil");
        }
    }

    @Test
    void the_portal_warms_itself_up_without_its_public_name_and_nobody_hears_of_it() throws IOException {
        String key = OwnRequests.HEADER + ": " + ownRequests.key();
        try (SecurityLines log = new SecurityLines()) {
            assertThat(answer("GET /hilfe HTTP/1.1", "Host: 127.0.0.1:8080", key))
                    .startsWith("HTTP/1.1 200");
            answer("GET /api/v1/registrations HTTP/1.1", "Host: 127.0.0.1:8080", "Authorization: Bearer x", key);
            assertThat(log.text()).isEmpty();
        }
        assertThat(answer("GET /hilfe HTTP/1.1", "Host: 127.0.0.1:8080", key + "x"))
                .startsWith("HTTP/1.1 421");
    }

    @Test
    void whoever_probes_from_inside_knows_a_number_only() throws IOException {
        for (String probe : new String[] {"/q/health/live", "/q/health/ready"}) {
            assertThat(answer("GET " + probe + " HTTP/1.1", "Host: 10.0.0.5:8080"))
                    .startsWith("HTTP/1.1 200");
        }
    }
}
