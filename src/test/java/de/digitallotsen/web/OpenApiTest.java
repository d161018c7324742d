package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;

import de.digitallotsen.PortalTest;
import io.restassured.response.Response;
import org.junit.jupiter.api.Test;

/** The description of the interface is good enough to build on. */
@PortalTest
class OpenApiTest {

    private static Response document() {
        return Program.anonymous().get("/q/openapi?format=json");
    }

    @Test
    void names_the_portal_and_describes_the_interface_only() {
        Response document = document();
        assertThat(document.statusCode()).isEqualTo(200);
        assertThat(document.<String>path("openapi")).startsWith("3.");
        assertThat(document.<String>path("info.title")).isEqualTo("Digitallotsen-Portal");
        assertThat(document.<Map<String, Object>>path("paths").keySet())
                .allSatisfy(path -> assertThat(path).startsWith("/api/v1/"));
    }

    @Test
    void every_operation_has_a_summary_a_tag_and_an_answer() {
        Map<String, Map<String, Map<String, Object>>> paths = document().path("paths");
        paths.forEach((path, methods) -> methods.forEach((method, operation) -> {
            String what = method + " " + path;
            assertThat((String) operation.get("summary")).as(what).isNotBlank();
            assertThat((List<?>) operation.get("tags")).as(what).isNotEmpty();
            assertThat(((Map<?, ?>) operation.get("responses")).keySet())
                    .as(what)
                    .anySatisfy(status -> assertThat(status.toString()).startsWith("2"));
        }));
    }

    @Test
    void schemas_carry_descriptions_and_examples() {
        Response document = document();
        Set<String> schemas =
                document.<Map<String, Object>>path("components.schemas").keySet();
        assertThat(schemas)
                .contains(
                        "Seminar",
                        "SeminarPlan",
                        "Registration",
                        "RegistrationRequest",
                        "RegistrationPreview",
                        "Kommune",
                        "Budget",
                        "Problem",
                        "Participant");
        assertThat(document.<Map<String, Object>>path("components.schemas.Seminar.properties.capacity"))
                .containsKey("examples");
        assertThat(document.<String>path("components.schemas.Registration.properties.reference.description"))
                .contains("Prüfzeichen");
        assertThat(document.<Map<String, Object>>path("components.schemas.Problem.properties")
                        .keySet())
                .contains("type", "title", "status", "detail", "code", "instance", "violations");
    }

    @Test
    void the_human_view_is_there() {
        Response page = io.restassured.RestAssured.given().get("/q/swagger-ui/");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'")
                .contains("frame-ancestors 'none'")
                .doesNotContain("http");
    }
}
