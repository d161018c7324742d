package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Headers of every answer, and what a browser is allowed to do with a page. */
@PortalTest
class HeadersTest {

    @Inject
    Given given;

    private static void assertHeaders(String path, Response answer) {
        String policy = answer.header("Content-Security-Policy");
        assertThat(policy)
                .as(path)
                .contains("default-src 'none'")
                .contains("object-src 'none'")
                .contains("script-src 'self'")
                .contains("style-src 'self'")
                .contains("frame-ancestors 'none'")
                .contains("form-action 'self'")
                .contains("base-uri 'none'")
                .doesNotContain("unsafe-inline")
                .doesNotContain("unsafe-eval")
                .doesNotContain("*")
                .doesNotContain("http:");
        assertThat(answer.header("X-Content-Type-Options")).as(path).isEqualTo("nosniff");
        assertThat(answer.header("X-Frame-Options")).as(path).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).as(path).isEqualTo("same-origin");
        assertThat(answer.headers().hasHeaderWithName("Server")).as(path).isFalse();
        assertThat(answer.headers().hasHeaderWithName("X-Powered-By")).as(path).isFalse();
        assertThat(answer.headers().hasHeaderWithName("Strict-Transport-Security"))
                .as(path + " did not come by TLS")
                .isFalse();
    }

    private static void assertNoInlineCode(String path, String page) {
        assertThat(page)
                .as(path)
                .doesNotContainPattern("(?i)<script(?![^>]*\\bsrc=)")
                .doesNotContainPattern("(?i)\\sstyle=")
                .doesNotContainPattern("(?i)\\son[a-z]+=")
                .doesNotContainPattern("(?i)<style")
                .doesNotContainPattern("(?i)javascript:")
                .doesNotContainPattern("(?i)(src|action)=\"https?:")
                .doesNotContainPattern("(?i)<(link|use|image)[^>]*href=\"https?:");
    }

    @Test
    void every_page_forbids_foreign_and_inline_code_and_is_kept_by_nobody() {
        long seminar = given.aSeminar().published();
        String reference = given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        List<Visitor> visitors = List.of(
                Visitor.anonymous(),
                Visitor.signedIn(given.account(Role.KOMMUNE, Given.LANGENHAGEN)),
                Visitor.signedIn(given.account(Role.NSI, null)),
                Visitor.signedIn(given.account(Role.MINISTRY, null)));
        List<String> pages = AccessMatrix.routes().stream()
                .filter(row -> row.startsWith("GET /") && !row.contains(" /api/") && !row.contains("/html "))
                .map(row -> row.split(" ")[1])
                .toList();
        for (Visitor visitor : visitors) {
            for (String route : pages) {
                String path = route.replace("{id}", String.valueOf(seminar))
                        .replace("{reference}", reference)
                        .replace("{token}", "unknown")
                        .replace("{hash}", "unknown")
                        .replace("{entry}", "unknown")
                        .replace("{mail}", "1")
                        .replace("{ending}", RouteVisits.ending(route))
                        .replace("{document}", RouteVisits.document(route));
                Response answer = visitor.get(path);
                assertHeaders(path, answer);
                assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-store");
                if (answer.contentType().startsWith("text/html")) {
                    assertThat(answer.contentType()).as(path).isEqualToIgnoringCase("text/html;charset=UTF-8");
                    assertNoInlineCode(path, answer.asString());
                }
            }
            assertHeaders("/gibt-es-nicht", visitor.get("/gibt-es-nicht"));
        }
    }

    @Test
    void the_interface_gives_no_cookie_and_keeps_what_is_personal_out_of_caches() {
        User nsi = given.account(Role.NSI, null);
        for (String path : List.of(
                "/api/v1/me",
                "/api/v1/seminars",
                "/api/v1/registrations",
                "/api/v1/budget",
                "/api/v1/nichts",
                "/api/v1/registrations.csv")) {
            Response answer = Program.of(nsi).accept("*/*").get(path);
            assertHeaders(path, answer);
            assertThat(answer.headers().hasHeaderWithName("Set-Cookie"))
                    .as(path)
                    .isFalse();
            assertThat(answer.header("Cache-Control")).as(path).isEqualTo("no-store");
        }
        Response token = Program.anonymous().body("{}").post("/api/v1/auth/token");
        assertThat(token.headers().hasHeaderWithName("Set-Cookie")).isFalse();
        assertThat(Program.anonymous()
                        .accept("*/*")
                        .get("/api/v1/seminars/calendar.ics")
                        .header("Cache-Control"))
                .isEqualTo("max-age=900");
    }

    @Test
    void style_sheet_script_and_fonts_are_ours_and_may_be_kept() {
        String home = Visitor.anonymous().get("/").asString();
        for (String path :
                List.of("/kern/kern.min.css", "/assets/portal.css", "/assets/portal.js", "/assets/icon.svg")) {
            assertThat(home).contains(path);
            Response asset = Visitor.anonymous().get(path);
            assertThat(asset.statusCode()).as(path).isEqualTo(200);
            assertThat(asset.header("Cache-Control")).startsWith("public, max-age=");
            assertHeaders(path, asset);
            assertThat(asset.asString())
                    .as(path)
                    .doesNotContainPattern("url\\([\"']?https?:")
                    .doesNotContainPattern("@import[^;]*https?:");
        }
    }

    @Test
    void a_header_that_anybody_could_send_makes_no_tls() {
        Response answer = io.restassured.RestAssured.given()
                .header("X-Forwarded-Proto", "https")
                .header("X-Forwarded-Host", "boese.example")
                .redirects()
                .follow(false)
                .get("/start");
        assertThat(answer.headers().hasHeaderWithName("Strict-Transport-Security"))
                .isFalse();
        assertThat(answer.header("Location")).doesNotContain("boese.example");
    }

    @Test
    void nobody_else_may_use_the_interface_from_a_page_of_theirs() {
        Response preflight = io.restassured.RestAssured.given()
                .header("Origin", "https://boese.example")
                .header("Access-Control-Request-Method", "POST")
                .options("/api/v1/registrations");
        assertThat(preflight.headers().hasHeaderWithName("Access-Control-Allow-Origin"))
                .isFalse();
    }
}
