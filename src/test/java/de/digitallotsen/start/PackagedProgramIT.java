package de.digitallotsen.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.JsonNode;
import de.digitallotsen.account.Authenticator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The packaged program as a newcomer and an operator meet it. */
class PackagedProgramIT {

    private static final String DEMO_PASSWORD = "Digitallotse-2027";
    private static final Map<String, String> DEMO = Map.of("DIGITALLOTSEN_DEMO", "true");

    private static final Pattern INLINE_SCRIPT =
            Pattern.compile("<script(?![^>]*src=)[^>]*>(.*?)</script>", Pattern.DOTALL);

    @TempDir
    Path folder;

    @Test
    void loses_no_acknowledged_registration_when_it_and_its_database_are_killed() throws Exception {
        int port = PackagedProgram.freePort();
        Set<String> acknowledged = ConcurrentHashMap.newKeySet();
        try (PackagedProgram program = PackagedProgram.start(folder, port, DEMO).awaitAnswer()) {
            assertThat(program.awaitLine("admin@nsi.example")).contains("NSI");
            registerUntilKilled(program, acknowledged, program::kill);
        }
        try (PackagedProgram program = PackagedProgram.start(folder, port, DEMO).awaitAnswer()) {
            requireAllThere(program, acknowledged);
            registerUntilKilled(program, acknowledged, () -> PackagedProgram.killDatabase(folder));
            program.kill();
        }
        try (PackagedProgram program = PackagedProgram.start(folder, port, DEMO).awaitAnswer()) {
            requireAllThere(program, acknowledged);
            secondStartIsRefused();
        }
    }

    /** Something that ends a process without asking it. */
    private interface Killing {
        void now() throws Exception;
    }

    /** Several people register as fast as they can; in the midst of it something is killed. */
    private static void registerUntilKilled(PackagedProgram program, Set<String> acknowledged, Killing killing)
            throws Exception {
        String token = program.signIn("admin@nsi.example", DEMO_PASSWORD);
        List<String> kommunen = new ArrayList<>();
        for (int page = 0; page < 3; page++) {
            for (JsonNode kommune : PackagedProgram.json(
                            program.get("/api/v1/kommunen?eligible=true&size=200&page=" + page, token))
                    .get("items")) {
                if (kommune.get("placesUsed").asInt() == 0) {
                    kommunen.add(kommune.get("ars").asText());
                }
            }
        }
        String seminar = seminarWithSeats(program);
        int before = acknowledged.size();
        CountDownLatch enough = new CountDownLatch(8);
        List<Thread> people = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            int offset = i;
            Thread person = new Thread(() -> {
                for (int k = offset;
                        k < kommunen.size() && registered(program, token, seminar, kommunen.get(k), acknowledged);
                        k += 4) {
                    enough.countDown();
                }
                // Whoever cannot go on must not let the test wait for ever.
                enough.countDown();
            });
            people.add(person);
            person.start();
        }
        enough.await();
        killing.now();
        for (Thread person : people) {
            person.join();
        }
        assertThat(acknowledged.size())
                .as("registrations acknowledged before the kill")
                .isGreaterThan(before);
    }

    private static boolean registered(
            PackagedProgram program, String token, String seminar, String ars, Set<String> acknowledged) {
        Map<String, Object> person = Map.of(
                "firstName",
                "Kim",
                "lastName",
                "Probe",
                "email",
                "kim." + ars + "." + System.nanoTime() + "@kommune.example");
        try {
            HttpResponse<String> answer = program.post(
                    "/api/v1/registrations",
                    token,
                    Map.of("seminarId", seminar, "participant", person, "acceptWaiting", true, "kommuneArs", ars));
            if (answer.statusCode() == 201) {
                acknowledged.add(PackagedProgram.json(answer).get("reference").asText());
            }
            return answer.statusCode() == 201;
        } catch (IOException | InterruptedException killed) {
            return false;
        }
    }

    private static String seminarWithSeats(PackagedProgram program) throws Exception {
        assertThat(program.get("/", null).body())
                .as("the mails of the demonstration are for the NSI only")
                .contains("/einloggen")
                .doesNotContain("href=\"/mails\"");
        JsonNode free = PackagedProgram.json(program.get("/api/v1/seminars?free=true&size=50", null))
                .get("items");
        JsonNode last = free.get(free.size() - 1);
        return last.get("id").asText();
    }

    private static void requireAllThere(PackagedProgram program, Set<String> acknowledged) throws Exception {
        String token = program.signIn("admin@nsi.example", DEMO_PASSWORD);
        for (String reference : acknowledged) {
            assertThat(program.get("/api/v1/registrations/" + reference, token).statusCode())
                    .as("acknowledged registration " + reference)
                    .isEqualTo(200);
        }
        JsonNode audit = PackagedProgram.json(program.get("/api/v1/budget/audit", token));
        assertThat(audit.get("consistent").asBoolean()).as(audit.toString()).isTrue();
    }

    private void secondStartIsRefused() throws Exception {
        isRefused(PackagedProgram.freePort(), DEMO, "wird schon von einem laufenden Portal benutzt");
    }

    /** In one German sentence that says what to do, and nothing for programmers. */
    private void isRefused(int port, Map<String, String> settings, String sentence) throws Exception {
        try (PackagedProgram program = PackagedProgram.start(folder, port, settings)) {
            assertThat(program.awaitExit()).as(program.text()).isEqualTo(1);
            assertThat(program.lines())
                    .filteredOn(line -> line.startsWith("Das Digitallotsen-Portal kann nicht starten: "))
                    .singleElement()
                    .asString()
                    .contains(sentence);
            assertThat(program.text()).doesNotContain("Exception", "\tat ", "ERROR", "Caused by");
        }
    }

    @Test
    void ends_its_start_with_where_it_is_and_how_to_get_in() throws Exception {
        int port = PackagedProgram.freePort();
        try (PackagedProgram program = PackagedProgram.start(folder, port, DEMO).awaitAnswer()) {
            // Whoever waits until it is ready asks often, and each answer must not fill the console.
            program.get("/q/health/ready", null);
            program.awaitLine("Beenden mit Strg+C.");
            assertThat(program.text()).contains("Listening on", "rehearsed registrations");
            assertThat(program.text()).doesNotContain("WARN", "ERROR", "\tat ", "Exception", "SRHCK");
            List<String> lines = program.lines();
            assertThat(lines.subList(lines.size() - 9, lines.size()))
                    .first()
                    .isEqualTo("Das Digitallotsen-Portal läuft: http://localhost:" + port);
            assertThat(lines.get(lines.size() - 8)).contains(DEMO_PASSWORD);
            assertThat(lines.get(lines.size() - 1)).isEqualTo("Beenden mit Strg+C.");
        }
        isRefused(port, Map.of(), "enthält Demodaten und Zugänge mit bekanntem Passwort");
    }

    @Test
    void says_in_a_sentence_that_its_port_is_taken() throws Exception {
        try (ServerSocket taken = new ServerSocket(0)) {
            isRefused(taken.getLocalPort(), DEMO, "Der Port " + taken.getLocalPort() + " ist schon belegt");
            isRefused(
                    PackagedProgram.freePort(),
                    Map.of("QUARKUS_MANAGEMENT_PORT", String.valueOf(taken.getLocalPort())),
                    "QUARKUS_MANAGEMENT_PORT=" + (taken.getLocalPort() + 10));
        }
    }

    @Test
    void starts_empty_without_the_demo_and_lets_the_first_people_in_by_a_one_time_link() throws Exception {
        try (PackagedProgram program = PackagedProgram.start(folder, PackagedProgram.freePort(), Map.of())
                .awaitAnswer()) {
            String line = program.awaitLine("Erster Zugang Ministerium");
            // It inserts its own scene, past the program: a new column must not be forgotten there.
            assertThat(program.awaitLine("rehearsed registrations")).doesNotContain("Warm after 0 ");
            assertThat(program.text()).doesNotContain("warm-up ended early");
            assertThat(program.text()).contains("Erster Zugang NSI").doesNotContain(DEMO_PASSWORD);
            assertThat(PackagedProgram.json(program.get("/api/v1/kommunen?size=1", null))
                            .get("total")
                            .asInt())
                    .isEqualTo(1115);
            humanViewOfTheInterfaceRunsByHashesAlone(program);
            assertThat(program.post(
                                    "/api/v1/auth/token",
                                    null,
                                    Map.of("email", "admin@nsi.example", "password", DEMO_PASSWORD))
                            .statusCode())
                    .isEqualTo(401);
            String path = line.substring(line.indexOf("/einladung/"));
            FormClient browser = new FormClient(program);
            assertThat(browser.submitAfter(
                                    path,
                                    "/einladung",
                                    Map.of(
                                            "name",
                                            "Erika Muster",
                                            "email",
                                            "erika@ministerium.example",
                                            "password",
                                            "drei kurze Wörter",
                                            "passwordRepeated",
                                            "drei kurze Wörter"))
                            .statusCode())
                    .isEqualTo(303);
            assertThat(program.get(path, null).statusCode())
                    .as("the link works once")
                    .isEqualTo(404);
            String token = program.signIn("erika@ministerium.example", "drei kurze Wörter");
            assertThat(program.get("/api/v1/budget", token).statusCode())
                    .as("not before a second factor is set up")
                    .isEqualTo(403);
            setUpTheSecondFactor(program, token, "drei kurze Wörter");
            assertThat(PackagedProgram.json(program.get("/api/v1/budget", token))
                            .get("allocatedCents")
                            .asLong())
                    .isEqualTo(20_000_000);
        }
    }

    private static void setUpTheSecondFactor(PackagedProgram program, String token, String password) throws Exception {
        String secret = PackagedProgram.json(
                        program.post("/api/v1/auth/second-factor", token, Map.of("password", password)))
                .get("secret")
                .asText();
        String otp = Authenticator.code(secret, Instant.now());
        assertThat(program.post("/api/v1/auth/second-factor/confirmation", token, Map.of("otp", otp))
                        .statusCode())
                .isEqualTo(200);
    }

    /** A newer version of the human view has other inline scripts, and its policy needs their hashes. */
    private static void humanViewOfTheInterfaceRunsByHashesAlone(PackagedProgram program) throws Exception {
        HttpResponse<String> page = program.get("/q/swagger-ui/", null);
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy).doesNotContain("unsafe-inline");
        Matcher script = INLINE_SCRIPT.matcher(page.body());
        int scripts = 0;
        while (script.find()) {
            scripts++;
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(script.group(1).getBytes(StandardCharsets.UTF_8));
            assertThat(policy).contains("'sha256-" + Base64.getEncoder().encodeToString(hash) + "'");
        }
        assertThat(scripts).isEqualTo(2);
    }

    @Test
    void refuses_demo_accounts_and_placeholders_under_a_public_address() throws Exception {
        Map<String, String> settings =
                Map.of("DIGITALLOTSEN_DEMO", "true", "DIGITALLOTSEN_PUBLIC_URL", "https://digitallotsen.example");
        isRefused(PackagedProgram.freePort(), settings, "gibt es keine Demodaten");
        isRefused(
                PackagedProgram.freePort(),
                Map.of("DIGITALLOTSEN_PUBLIC_URL", "https://digitallotsen.example"),
                "fehlen noch Pflichtangaben: digitallotsen.operator.address");
    }

    @Test
    void says_in_a_sentence_what_is_wrong_with_a_setting_or_the_database() throws Exception {
        isRefused(PackagedProgram.freePort(), Map.of("DIGITALLOTSEN_PASSWORD_COST", "viel"), "Eine Einstellung passt");
        Map<String, String> nowhere = Map.of(
                "QUARKUS_DATASOURCE_JDBC_URL",
                "jdbc:mariadb://127.0.0.1:" + PackagedProgram.freePort() + "/digitallotsen",
                "QUARKUS_FLYWAY_CONNECT_RETRIES",
                "0");
        isRefused(PackagedProgram.freePort(), nowhere, "Die Datenbank lässt sich nicht benutzen");
    }

    @Test
    void reads_in_the_register_on_the_console() throws Exception {
        Path register = folder.resolve("register.csv");
        String text = new String(
                Thread.currentThread()
                        .getContextClassLoader()
                        .getResourceAsStream("register/kommunen-niedersachsen.csv")
                        .readAllBytes(),
                StandardCharsets.UTF_8);
        Files.writeString(
                register,
                text.lines().filter(line -> !line.startsWith("033595407")).collect(Collectors.joining("\n"))
                        + "\n033590041041;03359041;Nordkehdingen;Gemeinde;EINHEITSGEMEINDE;;03359;6910;21729"
                        + ";Freiburg/Elbe\n");
        Path data = folder.resolve("data");
        String shown = said(data, 0, "register-import", register.toString());
        assertThat(shown)
                .contains("1 kommen hinzu, 0 ändern sich, 6 enden, 1109 bleiben gleich")
                .contains("endet:   033595407000 Samtgemeinde Nordkehdingen")
                .contains("Noch ist nichts geändert.")
                .doesNotContain("Erster Zugang")
                .doesNotContain("Das Digitallotsen-Portal läuft");
        String fingerprint = shown.replaceAll("(?s).*(--fingerprint=[0-9a-f]{64}).*", "$1");
        assertThat(said(data, 1, "register-import", register.toString(), "--apply", "--fingerprint=" + "0".repeat(64)))
                .contains("Seit der Vorschau hat sich etwas geändert")
                .doesNotContain("Exception");
        assertThat(said(
                        data,
                        0,
                        "register-import",
                        register.toString(),
                        "--apply",
                        fingerprint,
                        "--successor=033595407000:033590041041"))
                .contains("Das Register ist auf dem Stand der Datei.");
        assertThat(said(data, 0, "register-import", register.toString()))
                .contains("0 kommen hinzu, 0 ändern sich, 0 enden");
        assertThat(said(data, 2, "register-import", "--unsinn")).contains("Aufruf: register-import DATEI");
        assertThat(said(data, 1, "register-import", folder.resolve("fehlt.csv").toString()))
                .contains("lässt sich nicht lesen")
                .doesNotContain("Exception");
    }

    @Test
    void checks_an_exported_trail_without_a_portal_a_data_folder_and_a_database() throws Exception {
        Path data = folder.resolve("nowhere");
        Path export = Files.writeString(folder.resolve("export.csv"), PlainChain.example());
        assertThat(said(data, 0, "audit-verify", export.toString()))
                .contains("2 Einträge, 1 Siegel", "Alle Siegel halten")
                .doesNotContain("Quarkus", "Das Digitallotsen-Portal läuft");
        Files.writeString(export, PlainChain.example().replace("places", "Places"));
        assertThat(said(data, 1, "audit-verify", export.toString())).contains("Zeile 2: ");
        assertThat(said(data, 2, "audit-verify")).contains("Aufruf: audit-verify DATEI.csv");
        assertThat(said(data, 3, "audit-verify", folder.resolve("fehlt.csv").toString()))
                .contains("lässt sich nicht lesen")
                .doesNotContain("Exception");
        assertThat(data).doesNotExist();
    }

    @Test
    void says_what_is_missing_to_sign_in_by_a_directory() throws Exception {
        try (PackagedProgram program = PackagedProgram.start(
                folder,
                0,
                Map.of(
                        "DIGITALLOTSEN_DIRECTORY_ENABLED",
                        "true",
                        "DIGITALLOTSEN_DIRECTORY_CLIENT_ID",
                        "digitallotsen"))) {
            assertThat(program.awaitExit()).isEqualTo(1);
            assertThat(program.text())
                    .contains("digitallotsen.directory.issuer, digitallotsen.directory.client-secret")
                    .doesNotContain("\tat ");
        }
    }

    private static String said(Path data, int exit, String... arguments) throws Exception {
        try (PackagedProgram program = PackagedProgram.run(data, Map.of(), arguments)) {
            assertThat(program.awaitExit()).as(program.text()).isEqualTo(exit);
            return program.text();
        }
    }

    @Test
    void says_which_port_the_system_has_chosen() throws Exception {
        try (PackagedProgram program = PackagedProgram.start(folder, 0, Map.of())) {
            assertThat(program.awaitLine("Das Digitallotsen-Portal läuft")).matches(".*http://localhost:[1-9]\\d{3,4}");
        }
    }
}
