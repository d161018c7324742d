package de.digitallotsen.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URL;
import java.util.List;

import de.digitallotsen.PortalTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** Figures and reasons are for those who operate the portal. */
@PortalTest
class ManagementPortTest {

    @TestHTTPResource(value = "/", management = true)
    URL management;

    private Response asked(String path) {
        return given().get("http://localhost:" + management.getPort() + path);
    }

    @Test
    void the_portal_itself_says_no_more_than_yes_or_no() {
        for (String probe : List.of("/q/health/live", "/q/health/ready")) {
            Response answer = given().get(probe);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.contentType()).startsWith("application/json");
            assertThat(answer.asString()).isEqualTo("{\"status\":\"UP\"}");
            assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
            assertThat(given().head(probe).statusCode()).isEqualTo(200);
        }
        for (String path : List.of(
                "/q/health",
                "/q/health/well",
                "/q/health/started",
                "/q/health/group",
                "/q/health-ui",
                "/q/metrics",
                "/q/info",
                "/q/dev-ui")) {
            assertThat(given().get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void the_management_port_tells_all() {
        assertThat(asked("/q/health/ready").asString()).contains("\"checks\"", "Database connections");
        assertThat(asked("/q/health/well").statusCode()).isEqualTo(200);
        assertThat(asked("/q/metrics").asString()).contains("digitallotsen_budget_consistent");
    }

    @Test
    void the_management_port_serves_nothing_else() {
        for (String path : List.of("/", "/einloggen", "/api/v1/seminars", "/q/openapi")) {
            assertThat(asked(path).statusCode()).as(path).isEqualTo(404);
        }
    }
}
