package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.KeyPairGenerator;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.config.EncoderConfig;
import io.restassured.config.RestAssuredConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.smallrye.jwt.build.Jwt;
import io.smallrye.jwt.build.JwtClaimsBuilder;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Requests that are wrong as requests: broken, too large, of another kind, with a token that is none. */
@PortalTest
class BadRequestTest {

    private static final String REGISTRATIONS = "/api/v1/registrations";
    private static final RestAssuredConfig BYTES_AS_THEY_ARE = RestAssuredConfig.config()
            .encoderConfig(EncoderConfig.encoderConfig()
                    .appendDefaultContentCharsetToContentTypeIfUndefined(false)
                    .encodeContentTypeAs("application/x-www-form-urlencoded", ContentType.BINARY)
                    .encodeContentTypeAs("multipart/form-data; boundary=x", ContentType.BINARY)
                    .encodeContentTypeAs("multipart/form-data", ContentType.BINARY)
                    .encodeContentTypeAs("multipart/form-data; charset=unsinn", ContentType.BINARY)
                    .encodeContentTypeAs("application/json; charset=unsinn", ContentType.BINARY)
                    .encodeContentTypeAs("application/x-www-form-urlencoded; charset=unsinn", ContentType.BINARY)
                    .encodeContentTypeAs("application/xml", ContentType.BINARY));

    @Inject
    Given given;

    @Inject
    Database database;

    @TestHTTPResource
    java.net.URL address;

    private User nsi;
    private long seminar;
    private Map<String, List<String>> before;

    @BeforeEach
    void somethingThatCouldBeChanged() {
        nsi = given.account(Role.NSI, null);
        seminar = given.aSeminar().published();
        before = Changes.content(database);
    }

    @AfterEach
    void nothingHasChanged() {
        assertThat(Changes.content(database)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "[{}]",
                "\"text\"",
                "5",
                "true",
                "{",
                "{]",
                "{\"a\":",
                "{'a': 1}",
                "<xml/>",
                "{\"seminarId\": NaN}",
                "{\"participant\": \"\\ud800\"}",
                "\u0000",
                "{\"seminarId\":1}{\"seminarId\":2}",
                "{\"seminarId\":01}"
            })
    void a_body_that_is_no_registration(String body) {
        Response answer = Program.of(nsi).body(body).post(REGISTRATIONS);
        JsonContractTest.assertProblem(answer, 400, "INVALID_INPUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/api/v1/seminars", "/api/v1/registrations/preview", "/api/v1/auth/token", "/api/v1/auth/refresh"
            })
    void a_body_that_is_an_array_or_broken(String path) {
        for (String body : List.of("[]", "[1]", "{", "\"x\"", "", "null")) {
            Response answer = Program.of(nsi).body(body).post(path);
            JsonContractTest.assertProblem(answer, 400, "INVALID_INPUT");
        }
    }

    @Test
    void a_body_of_another_kind() {
        for (String type : List.of(
                "text/plain",
                "application/xml",
                "application/x-www-form-urlencoded",
                "multipart/form-data; boundary=x",
                "text/html")) {
            Response answer = Program.of(nsi)
                    .config(BYTES_AS_THEY_ARE)
                    .contentType(type)
                    .body("seminarId=1".getBytes(StandardCharsets.UTF_8))
                    .post(REGISTRATIONS);
            JsonContractTest.assertProblem(answer, 415, "UNSUPPORTED_MEDIA_TYPE");
        }
        JsonContractTest.assertProblem(
                Program.of(nsi).body("{}").post("/api/v1/kommunen/import"), 415, "UNSUPPORTED_MEDIA_TYPE");
        Visitor visitor = Visitor.signedIn(nsi);
        Response page = io.restassured.RestAssured.given()
                .cookies(visitor.cookies())
                .contentType("application/json")
                .accept("text/html")
                .body("{}")
                .post("/seminare/neu");
        assertThat(page.statusCode()).isIn(400, 415);
        assertThat(page.asString()).contains("<html lang=\"de\">");
    }

    @Test
    void a_content_type_that_is_none() {
        for (String path : List.of("/api/v1/kommunen/import", "/api/v1/registrations")) {
            Response answer = io.restassured.RestAssured.given()
                    .config(RestAssuredConfig.config()
                            .encoderConfig(EncoderConfig.encoderConfig().encodeContentTypeAs("a", ContentType.TEXT)))
                    .header("Authorization", "Bearer " + Program.token(nsi))
                    .contentType("a")
                    .body("ars;name")
                    .post(path);
            assertThat(answer.statusCode()).as(path).isIn(400, 415);
            assertThat(answer.contentType()).startsWith("application/problem+json");
        }
    }

    @Test
    void an_answer_that_does_not_exist_in_the_wanted_format() {
        JsonContractTest.assertProblem(
                Program.anonymous().accept("application/xml").get("/api/v1/seminars"), 406, "NOT_ACCEPTABLE");
        assertThat(Program.anonymous()
                        .accept("nonsense")
                        .get("/api/v1/seminars")
                        .statusCode())
                .isIn(200, 400, 406);
        Response page =
                io.restassured.RestAssured.given().accept("application/pdf").get("/seminare");
        assertThat(page.statusCode()).isEqualTo(406);
        assertThat(page.asString()).contains("<html lang=\"de\">");
    }

    @Test
    void a_method_that_does_not_exist_there() {
        for (String path : List.of("/api/v1/seminars", REGISTRATIONS, "/api/v1/budget", "/api/v1/me")) {
            Response answer = Program.of(nsi).delete(path);
            JsonContractTest.assertProblem(answer, 405, "METHOD_NOT_ALLOWED");
            assertThat(answer.header("Allow"))
                    .as(path)
                    .contains("GET, HEAD, OPTIONS")
                    .doesNotContain("DELETE");
        }
        Visitor visitor = Visitor.signedIn(nsi);
        for (String path : List.of("/start", "/budget", "/kommunen")) {
            Response page = visitor.send(path);
            assertThat(page.statusCode()).as(path).isEqualTo(405);
            assertThat(page.header("Allow")).as(path).isEqualTo("GET, HEAD, OPTIONS");
            assertThat(page.asString()).contains("<html lang=\"de\">").contains("Das geht unter dieser Adresse nicht.");
        }
    }

    @Test
    void an_address_that_does_not_exist() {
        JsonContractTest.assertProblem(Program.anonymous().get("/api/v1/nichts"), 404, "NOT_FOUND");
        for (Visitor visitor : List.of(Visitor.anonymous(), Visitor.signedIn(nsi))) {
            Response page = visitor.get("/gibt-es-nicht");
            assertThat(page.statusCode()).isEqualTo(404);
            assertThat(page.asString()).contains("<html lang=\"de\">").contains("Nicht gefunden");
        }
    }

    @Test
    void ten_megabytes() {
        byte[] large = new byte[10 * 1024 * 1024];
        Arrays.fill(large, (byte) ' ');
        JsonContractTest.assertProblem(Program.of(nsi).body(large).post(REGISTRATIONS), 413, "TOO_LARGE");
        JsonContractTest.assertProblem(
                Program.of(nsi).contentType("text/csv").body(large).post("/api/v1/kommunen/import"), 413, "TOO_LARGE");
        Visitor visitor = Visitor.signedIn(nsi);
        Response page = io.restassured.RestAssured.given()
                .cookies(visitor.cookies())
                .config(BYTES_AS_THEY_ARE)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .body(large)
                .post("/seminare/neu");
        assertThat(page.statusCode()).isEqualTo(413);
        assertThat(page.asString()).contains("<html lang=\"de\">").contains("Die Anfrage ist zu groß");
    }

    @Test
    void ten_megabytes_that_do_not_say_so_beforehand() throws IOException {
        String token = Program.token(nsi);
        String answer = chunked("POST /api/v1/registrations HTTP/1.1\r\nHost: localhost\r\nAuthorization: Bearer "
                + token + "\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n");
        assertThat(answer).startsWith("HTTP/1.1 413");
    }

    @Test
    void a_field_of_a_form_that_is_larger_than_any_book() {
        Visitor visitor = Visitor.signedIn(nsi);
        Response page = visitor.send("/seminare/neu", Bodies.with(Bodies.seminarForm(), "title", "x".repeat(300_000)));
        assertThat(page.statusCode()).as(page.asString()).isIn(400, 413);
        assertThat(page.asString()).contains("<html lang=\"de\">");
    }

    @Test
    void a_hundred_thousand_fields_and_three_thousand_parts() {
        Visitor visitor = Visitor.signedIn(nsi);
        String fields =
                IntStream.range(0, 100_000).mapToObj(i -> "f" + i + "=1").collect(Collectors.joining("&"));
        String parts = IntStream.range(0, 3_000)
                        .mapToObj(i -> "--x\r\nContent-Disposition: form-data; name=\"p" + i + "\"\r\n\r\n1\r\n")
                        .collect(Collectors.joining())
                + "--x--\r\n";
        assertRefusedPage(form(visitor, "application/x-www-form-urlencoded", fields, "/seminare/neu"));
        assertRefusedPage(form(visitor, "application/x-www-form-urlencoded", fields, "/einloggen"));
        assertRefusedPage(form(Visitor.anonymous(), "application/x-www-form-urlencoded", fields, "/einloggen"));
        assertRefusedPage(form(Visitor.anonymous(), "application/x-www-form-urlencoded", fields, "/seminare/neu"));
        assertRefusedPage(form(visitor, "multipart/form-data; boundary=x", parts, "/anmeldungen/einlesen"));
        assertRefusedPage(form(visitor, "multipart/form-data; boundary=x", parts, "/kommunen/einlesen"));
        JsonContractTest.assertProblem(
                Program.of(nsi)
                        .config(BYTES_AS_THEY_ARE)
                        .contentType("multipart/form-data; boundary=x")
                        .body(parts.getBytes(StandardCharsets.UTF_8))
                        .post("/api/v1/kommunen/import"),
                400,
                "INVALID_INPUT");
    }

    @Test
    void a_form_in_parts_that_is_broken() {
        Visitor visitor = Visitor.signedIn(nsi);
        String part = "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n";
        for (String body : List.of(
                "",
                "--x",
                "--x--",
                part,
                part + "\r\nabc",
                part + "Content-Transfer-Encoding: base64\r\n\r\n!!!\r\n--x--\r\n",
                "--x\r\n\r\nabc\r\n--x--\r\n",
                "--x\r\nContent-Disposition: form-data\r\n\r\nabc\r\n--x--\r\n",
                "--x\r\nunsinn\r\n\r\nabc\r\n--x--\r\n",
                part + "X: " + "y".repeat(100_000) + "\r\n\r\nabc\r\n--x--\r\n",
                part.replace("a.csv", "../a\u0000b/".repeat(200)) + "\r\nabc\r\n--x--\r\n")) {
            for (String path : List.of("/anmeldungen/einlesen", "/kommunen/einlesen")) {
                assertRefusedPage(form(visitor, "multipart/form-data; boundary=x", body, path));
            }
        }
        assertRefusedPage(form(visitor, "multipart/form-data", part, "/anmeldungen/einlesen"));
        assertRefusedPage(form(visitor, "application/x-www-form-urlencoded; charset=unsinn", "q=%", "/seminare/neu"));
        assertRefusedPage(form(visitor, "multipart/form-data; charset=unsinn", part, "/anmeldungen/einlesen"));
        JsonContractTest.assertProblem(
                Program.of(nsi)
                        .config(BYTES_AS_THEY_ARE)
                        .contentType("application/json; charset=unsinn")
                        .body("{".getBytes(StandardCharsets.UTF_8))
                        .post(REGISTRATIONS),
                400,
                "INVALID_INPUT");
        assertRefusedPage(form(visitor, "application/x-www-form-urlencoded", "title=%zz&%=%", "/seminare/neu"));
    }

    private static Response form(Visitor visitor, String type, String body, String path) {
        String token = visitor.token();
        return visitor.bare()
                .config(BYTES_AS_THEY_ARE)
                .header("Content-Type", type)
                .header("X-CSRF-TOKEN", token)
                .body(body.getBytes(StandardCharsets.UTF_8))
                .post(path);
    }

    private static void assertRefusedPage(Response page) {
        assertThat(page.statusCode())
                .as(page.asString().replaceAll("(?s).*<main", "<main"))
                .isBetween(400, 415);
        assertThat(page.asString()).contains("<html lang=\"de\">").doesNotContain("Exception");
    }

    private String chunked(String head) throws IOException {
        try (Socket socket = new Socket("localhost", address.getPort())) {
            socket.setSoTimeout(10_000);
            OutputStream out = socket.getOutputStream();
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            byte[] chunk = ("10000\r\n" + " ".repeat(0x10000) + "\r\n").getBytes(StandardCharsets.ISO_8859_1);
            try {
                for (int i = 0; i < 160; i++) {
                    out.write(chunk);
                }
                out.write("0\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1));
            } catch (IOException closedAlready) {
                // The portal has heard enough.
            }
            return firstLine(socket.getInputStream());
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /seminare?q=%zz",
                "GET /seminare?q=%",
                "GET /seminare/%zz",
                "GET /seminare/%C3%28",
                "GET /seminare?q=%C3%28",
                "GET /api/v1/seminars?q=%zz",
                "GET /api/v1/seminars/%zz",
                "GET /api/v1/kommunen?q=%C3%28",
                "GET /?kommune=%zz",
                "GET /einloggen?ziel=%zz",
                "GET /anmeldungen/..%2f..",
                "GET //boese.example/",
                "GET /seminare/../../etc/passwd",
                "TRACE /seminare",
                "PROPFIND /seminare",
                "UNSINN /start",
                "GET /kern/..%2f..%2fapplication.properties",
                "GET /assets/%00",
                "GET /q/nichts",
                "POST /q/openapi"
            })
    void an_address_that_is_broken(String line) throws IOException {
        try (Socket socket = new Socket("localhost", address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((line
                                    + " HTTP/1.1\r\nHost: localhost\r\nAccept: text/html\r\nContent-Length:"
                                    + " 0\r\nConnection: close\r\n\r\n")
                            .getBytes(StandardCharsets.ISO_8859_1));
            String status = firstLine(socket.getInputStream());
            assertThat(status).as(line).matches("HTTP/1.1 (200|303|4\\d\\d) .*");
        }
    }

    private static String firstLine(InputStream in) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int c = in.read(); c >= 0 && c != '\r'; c = in.read()) {
            text.append((char) c);
        }
        return text.toString();
    }

    @Test
    void a_token_that_is_none() throws Exception {
        String token = Program.token(nsi);
        String[] parts = token.split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8);
        String session = claims.replaceAll(".*\"sid\":\"([^\"]+)\".*", "$1");
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        String unsigned = base64("{\"alg\":\"none\",\"typ\":\"JWT\"}") + "." + parts[1] + ".";
        List<String> worthless = List.of(
                "",
                "x",
                "x.y.z",
                unsigned,
                unsigned + parts[2],
                parts[0] + "." + parts[1] + ".",
                parts[0] + "." + base64(claims.replace("NSI", "MINISTRY")) + "." + parts[2],
                token.substring(0, token.length() - 4) + "AAAA",
                claims(session).sign(generator.generateKeyPair().getPrivate()),
                claims(session)
                        .jws()
                        .algorithm(io.smallrye.jwt.algorithm.SignatureAlgorithm.HS256)
                        .sign(new javax.crypto.spec.SecretKeySpec(publicKey(), "HmacSHA256")),
                claims(session)
                        .expiresAt(System.currentTimeMillis() / 1000 - 3_600)
                        .sign(),
                claims(session).issuer("somebody-else").sign(),
                claims("0".repeat(32)).sign(),
                claims("' or 1=1 --").sign(),
                Jwt.subject("1").groups("NSI").sign(),
                "ä".repeat(10),
                "x".repeat(8_000));
        assertThat(Program.withToken(claims(session).sign()).get("/api/v1/me").statusCode())
                .as("control: signed by the portal itself")
                .isEqualTo(200);
        for (String bad : worthless) {
            Response answer = Program.withToken(bad).get("/api/v1/me");
            assertThat(answer.statusCode()).as(bad).isEqualTo(401);
            assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
            assertThat(Program.withToken(bad)
                            .body(Bodies.seminar(0))
                            .post("/api/v1/seminars")
                            .statusCode())
                    .as(bad)
                    .isEqualTo(401);
            Visitor visitor = Visitor.anonymous();
            if (StandardCharsets.US_ASCII.newEncoder().canEncode(bad)) {
                visitor.cookies().put("digitallotsen-access", bad);
                assertThat(visitor.get("/start").statusCode())
                        .as("as a cookie: " + bad)
                        .isEqualTo(303);
            }
        }
        assertThat(Program.anonymous()
                        .header(
                                "Authorization",
                                "Basic " + Base64.getEncoder().encodeToString("a:b".getBytes(StandardCharsets.UTF_8)))
                        .get("/api/v1/me")
                        .statusCode())
                .isEqualTo(401);
    }

    private JwtClaimsBuilder claims(String session) {
        return Jwt.subject(String.valueOf(nsi.id()))
                .groups("NSI")
                .claim("sid", session)
                .expiresIn(300);
    }

    private static byte[] publicKey() throws IOException {
        String location = org.eclipse.microprofile.config.ConfigProvider.getConfig()
                .getValue("mp.jwt.verify.publickey.location", String.class);
        return java.nio.file.Files.readAllBytes(java.nio.file.Path.of(java.net.URI.create(location)));
    }

    private static String base64(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
