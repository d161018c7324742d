package de.digitallotsen.keycloak;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.TestResourceScope;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/**
 * Signing in by a real Keycloak, as a browser does: {@code mvn -Psso test}. Not part of the usual suite, which tries
 * the same rules without the 180 MB.
 */
@PortalTest
@WithTestResource(value = Keycloak.class, scope = TestResourceScope.MATCHING_RESOURCES)
class KeycloakSignInTest {

    private static final Pattern ACTION = Pattern.compile("action=\"([^\"]+)\"");
    private static final String PASSWORD = "Nur-zum-Probieren-1";

    @TestHTTPResource("/")
    URI portal;

    @Inject
    Database database;

    @Inject
    Given given;

    /** A browser sends Secure cookies to this machine without TLS; Java's client does not. */
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL) {
        @Override
        public void put(URI address, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> open = new HashMap<>(headers);
            open.replaceAll((name, values) -> values.stream()
                    .map(value -> value.replaceAll("(?i);\\s*secure", ""))
                    .toList());
            super.put(address, open);
        }
    };

    private final HttpClient browser = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .build();

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(HttpRequest.newBuilder(portal.resolve(path)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return browser.send(
                request.header("Accept", "text/html").build(),
                HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
    }

    private HttpResponse<String> signInAt(HttpResponse<String> page, String user)
            throws IOException, InterruptedException {
        Matcher action = ACTION.matcher(page.body());
        assertThat(action.find()).as(page.uri() + "\n" + page.body()).isTrue();
        return send(HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "username=" + user + "&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8))));
    }

    @Test
    void leads_there_and_back_to_the_page_that_was_asked_for() throws Exception {
        assertThat(get("/einloggen?ziel=/anmeldungen").body())
                .contains("Mit „Anmeldedienst des Landes“ einloggen")
                .contains("/einloggen/verzeichnis");

        HttpResponse<String> arrived = signInAt(get("/einloggen/verzeichnis?ziel=/anmeldungen"), "anna");

        assertThat(arrived.statusCode()).isEqualTo(200);
        assertThat(arrived.uri().getPath()).isEqualTo("/anmeldungen");
        assertThat(arrived.uri().getQuery()).isNull();
        assertThat(arrived.body()).contains("Anna Meyer").contains("Langenhagen");
        assertThat(database.text("select concat(role, ' ', kommune_ars) from user_account where email ="
                        + " 'anna.meyer@langenhagen.example' and password_hash is null"))
                .isEqualTo("KOMMUNE " + Given.LANGENHAGEN);
        assertThat(cookies.getCookieStore().getCookies())
                .filteredOn(cookie -> cookie.getName().startsWith("q_session"))
                .isEmpty();
    }

    @Test
    void says_in_german_who_has_no_group() throws Exception {
        HttpResponse<String> refused = signInAt(get("/einloggen/verzeichnis"), "niemand");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("ordnet Sie keiner oder mehr als einer Gruppe dieses Portals zu");
        assertThat(database.number("select count(*) from user_account where email = 'niemand@land.example'"))
                .isZero();
        assertThat(get("/start").uri().getPath()).isEqualTo("/einloggen");
    }

    @Test
    void makes_no_account_for_an_address_that_nobody_has_verified() throws Exception {
        HttpResponse<String> refused = signInAt(get("/einloggen/verzeichnis"), "selbst");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.body()).contains("hat Ihre E-Mail-Adresse nicht bestätigt");
        assertThat(database.number("select count(*) from user_account where email = 'chefin@nsi.example'"))
                .isZero();
    }

    @Test
    void takes_no_answer_that_it_did_not_ask_for() throws Exception {
        HttpResponse<String> forged = get("/einloggen/verzeichnis/zurueck?code=abc&state=def");
        assertThat(forged.uri().getPath()).startsWith("/realms/land/");
        assertThat(database.number("select count(*) from user_session")).isZero();
    }

    @Test
    void still_signs_in_by_password_and_by_the_portals_own_tokens() {
        User account = given.account(Role.NSI, null);
        Response token = RestAssured.given()
                .contentType("application/json")
                .body("{\"email\":\"" + account.email() + "\",\"password\":\"" + Given.PASSWORD + "\"}")
                .post("/api/v1/auth/token");
        RestAssured.given()
                .auth()
                .oauth2(token.path("accessToken"))
                .get("/api/v1/me")
                .then()
                .statusCode(200);
    }
}
