package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import de.digitallotsen.Database;
import de.digitallotsen.PortalTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Another page lets a visitor's browser send something here, with all its cookies: whatever it sends, and wherever, is
 * refused and changes nothing.
 */
@PortalTest
class ForgedFormTest {

    private static final String FORM = "application/x-www-form-urlencoded";

    @Inject
    Database database;

    @Inject
    RouteVisits visits;

    static List<String> forms() {
        return AccessMatrix.routes().stream()
                .filter(row -> row.startsWith("POST /") && !row.contains(" /api/"))
                .map(row -> row.split(" ")[1])
                .toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("forms")
    void no_forged_form_reaches_its_page(String route) throws IOException, InterruptedException {
        visits.prepareFor(route);
        Visitor visitor = Visitor.signedIn(visits.userOf(AccessMatrix.whoMay("POST " + route, AccessMatrix.Who.OWN)));
        String stranger = Visitor.anonymous().token();
        visitor.get("/hilfe");
        Map<String, List<String>> before = database.content();
        forgeries(visitor, visits.fields(route), stranger).forEach((kind, request) -> {
            Response answer = request.post(visits.path(route));
            assertThat(answer.statusCode()).as(kind).isIn(400, 403, 415);
            assertThat(answer.contentType()).as(kind).startsWith("text/html");
            assertThat(answer.asString()).as(kind).contains("<html lang=\"de\">");
        });
        assertThat(withoutType(visits.path(route), visitor)).isEqualTo(415);
        assertThat(database.content()).isEqualTo(before);
    }

    /** A body of which nobody says what it is. */
    private static int withoutType(String path, Visitor visitor) throws IOException, InterruptedException {
        String cookies = visitor.cookies().entrySet().stream()
                .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Cookie", cookies)
                .POST(HttpRequest.BodyPublishers.ofString(Visitor.TOKEN + "=" + visitor.token()))
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    /** Requests that a browser can be made to send, by what is wrong with them. */
    private static Map<String, RequestSpecification> forgeries(Visitor visitor, String[] fields, String stranger) {
        String token = visitor.token();
        Map<String, RequestSpecification> forgeries = new LinkedHashMap<>();
        forgeries.put("no body and no type", visitor.bare());
        forgeries.put("text", visitor.bare().contentType("text/plain").body("csrf-token=" + token));
        forgeries.put(
                "JSON", visitor.bare().contentType("application/json").body("{\"csrf-token\":\"" + token + "\"}"));
        forgeries.put(
                "octets", visitor.bare().contentType("application/octet-stream").body(new byte[] {1, 2, 3}));
        forgeries.put("a form without a body", visitor.bare().contentType(FORM));
        forgeries.put("no token", form(visitor, fields, null));
        forgeries.put("an empty token", form(visitor, fields, ""));
        Visitor withoutCookie = visitor.copy();
        withoutCookie.cookies().remove(Visitor.TOKEN);
        forgeries.put("the token without its cookie", form(withoutCookie, fields, token));
        forgeries.put("a wrong token", form(visitor, fields, "YW5vdGhlcl90b2tlbl9oZXJl"));
        forgeries.put("the token of somebody else", form(visitor, fields, stranger));
        forgeries.put(
                "the token in the address only", form(visitor, fields, null).queryParam(Visitor.TOKEN, token));
        for (String origin : List.of("http://evil.example", "null", "http://localhost", "https://localhost:1")) {
            forgeries.put("from " + origin, form(visitor, fields, token).header("Origin", origin));
        }
        for (String site : List.of("cross-site", "same-site")) {
            forgeries.put(site, form(visitor, fields, token).header("Sec-Fetch-Site", site));
        }
        return forgeries;
    }

    private static RequestSpecification form(Visitor visitor, String[] fields, String token) {
        RequestSpecification request = visitor.bare().contentType(FORM + "; charset=UTF-8");
        for (int i = 0; i < fields.length; i += 2) {
            request.formParam(fields[i], fields[i + 1]);
        }
        return token == null ? request : request.formParam(Visitor.TOKEN, token);
    }

    @Test
    void an_own_form_is_let_in_from_its_own_page() {
        String route = "/budget/anpassen";
        visits.prepareFor(route);
        Visitor ministry = Visitor.signedIn(visits.userOf(AccessMatrix.Who.MINISTRY));
        String origin = "http://localhost:" + RestAssured.port;
        Response answer = form(ministry, visits.fields(route), ministry.token())
                .header("Origin", origin)
                .header("Sec-Fetch-Site", "same-origin")
                .post(route);
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    @Test
    void signing_in_changes_the_token_of_the_forms() {
        Visitor visitor = Visitor.anonymous();
        String before = visitor.token();
        visits.prepareFor("/einloggen");
        visitor.send("/einloggen", visits.fields("/einloggen"));
        assertThat(visitor.token()).isNotEqualTo(before);
        assertThat(visitor.get("/start").asString()).contains(visitor.token()).doesNotContain(before);
    }
}
