package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import de.digitallotsen.Database;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.web.AccessMatrix.Who;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import io.restassured.specification.SpecificationQuerier;
import jakarta.inject.Inject;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import org.junit.jupiter.api.Test;

/**
 * Every parameter of an address, every field of a form and every value of a body, with values that nobody means well
 * with: whatever comes, it is no fault of the portal.
 */
@PortalTest
class NastyValuesTest {

    /** As they stand in an address. */
    private static final List<String> IN_ADDRESSES =
            List.of("%2B999999999-12-31", "9223372036854775807", "a%00b", "%ED%A0%80%27%25_%5C%22%3C%7C%60");
    /** As they stand in a form or a text of a body. */
    private static final List<String> TYPED =
            List.of("+999999999-12-31", "9223372036854775807", "a\u0000b", "a\ud800b");

    @Inject
    Database database;

    @Inject
    RouteVisits visits;

    @Inject
    ObjectMapper json;

    private User user;
    private Visitor visitor;
    private String token;

    /** As if nobody had ever been there, with what the route needs, and signed in as somebody who may. */
    private void prepare(String route, Who who) {
        database.clean();
        visits.prepareFor(route);
        user = visits.userOf(who);
        visitor = user == null ? Visitor.anonymous() : Visitor.signedIn(user);
        token = user == null ? "" : Program.token(user);
    }

    private RequestSpecification program() {
        return user == null ? Program.anonymous() : Program.withToken(token);
    }

    /** Tells at the end of everything that went wrong, not only of the first. */
    private static final class Faults {
        private final Set<String> all = new TreeSet<>();
        private int asked;

        void look(Response answer, String what) {
            asked++;
            if (answer.statusCode() >= 500) {
                all.add(what + " -> " + answer.statusCode());
            }
        }

        void assertNone(int atLeast) {
            assertThat(all).isEmpty();
            assertThat(asked).as("requests").isGreaterThan(atLeast);
        }
    }

    @Test
    void every_parameter_of_every_address() throws IOException {
        Map<String, Set<String>> parameters = parameters();
        Faults faults = new Faults();
        for (String row : AccessMatrix.routes()) {
            String[] cells = row.split(" ");
            if (!"GET".equals(cells[0])) {
                continue;
            }
            Set<String> names = parameters.getOrDefault(cells[1], Set.of());
            if (!names.isEmpty()) {
                prepare(cells[1], AccessMatrix.whoMaySee(cells[1]));
            }
            for (String name : names) {
                for (String value : IN_ADDRESSES) {
                    String address = visits.path(cells[1]) + "?" + name + "=" + value;
                    faults.look(get(address), address);
                }
            }
        }
        faults.assertNone(300);
    }

    private Response get(String address) {
        return address.startsWith("/api/")
                ? program().accept("*/*").urlEncodingEnabled(false).get(address)
                : visitor.get(address);
    }

    @Test
    void every_text_and_number_of_every_body() throws IOException {
        Faults faults = new Faults();
        for (String act : AccessMatrix.acts()) {
            String[] cells = act.split(" ");
            if (!cells[1].startsWith("/api/") || cells[1].contains("/auth/")) {
                continue;
            }
            prepare(cells[1], AccessMatrix.whoMay(act, Who.NSI));
            String address = visits.path(cells[1]);
            for (String body : spoiled(body(cells[1]))) {
                faults.look(program().accept("*/*").body(body).request(cells[0], address), act + " " + body);
            }
        }
        faults.assertNone(100);
    }

    private String body(String route) {
        RequestSpecification request = visits.bodyOf(route, user);
        Object body = SpecificationQuerier.query(request).getBody();
        return body == null ? "" : body.toString();
    }

    /** Bodies in which one value each is a nasty one. */
    private List<String> spoiled(String body) throws IOException {
        List<String> all = new ArrayList<>();
        if (!body.startsWith("{") && !body.startsWith("[")) {
            return all;
        }
        JsonNode root = json.readTree(body);
        spoil(root, root, all);
        return all;
    }

    private void spoil(JsonNode root, JsonNode node, List<String> all) throws IOException {
        if (node instanceof ObjectNode object) {
            for (Map.Entry<String, JsonNode> field : List.copyOf(object.properties())) {
                if (field.getValue().isContainerNode()) {
                    spoil(root, field.getValue(), all);
                }
                for (String nasty : TYPED) {
                    object.set(field.getKey(), TextNode.valueOf(nasty));
                    all.add(escaped(root));
                }
                object.set(field.getKey(), field.getValue());
            }
        } else if (node instanceof ArrayNode array) {
            for (JsonNode element : array) {
                spoil(root, element, all);
            }
        }
    }

    /** A half of a character cannot be written in UTF-8, but escaped it can be sent. */
    private static String escaped(JsonNode root) {
        return root.toString().replace("\ud800b", "\\ud800b");
    }

    @Test
    void every_field_of_every_form() {
        Faults faults = new Faults();
        for (String act : AccessMatrix.acts()) {
            String[] cells = act.split(" ");
            if (cells[1].startsWith("/api/") || cells[1].contains("loggen") || cells[1].startsWith("/konto")) {
                continue;
            }
            prepare(cells[1], AccessMatrix.whoMay(act, Who.NSI));
            String address = visits.path(cells[1]);
            String[] fields = visits.fields(cells[1]);
            for (int i = 1; i < fields.length; i += 2) {
                for (String nasty : TYPED) {
                    String[] spoiled = fields.clone();
                    spoiled[i] = nasty;
                    faults.look(visitor.send(address, spoiled), act + " " + fields[i - 1] + "=" + nasty);
                }
            }
        }
        faults.assertNone(100);
    }

    @Test
    void every_target_of_a_sign_in() {
        Faults faults = new Faults();
        prepare("/start", Who.NSI);
        for (String target : List.of(
                "/start?q=|",
                "/start?q=%7C",
                "/start?q=%257C",
                "/start%3Fq=%7C",
                "/start?q=%C3%A4",
                "/start?q=%00",
                "/start?q=%ED%A0%80",
                "/start%20",
                "/seminare/%5B",
                "//",
                "/%5C%5Cboese.example",
                "%E2%80%AE/start")) {
            faults.look(visitor.get("/einloggen?ziel=" + target.replace("|", "%7C")), "GET " + target);
            faults.look(
                    Visitor.anonymous().get("/einloggen?ziel=" + target.replace("|", "%7C")), "as nobody " + target);
        }
        for (String target : List.of("/start?q=|", "/start?q=ä", "/start?q=\u0000", "/start?q=\ud83d\ude00", "\\\\x")) {
            String[] signIn = visits.fields("/einloggen");
            String[] fields = Arrays.copyOf(signIn, signIn.length + 2);
            fields[signIn.length] = "ziel";
            fields[signIn.length + 1] = target;
            faults.look(Visitor.anonymous().send("/einloggen", fields), "POST " + target);
        }
        faults.assertNone(20);
    }

    private static Map<String, Set<String>> parameters() throws IOException {
        java.nio.file.Path classes = java.nio.file.Path.of("target", "classes");
        Map<String, Set<String>> parameters = new TreeMap<>();
        try (Stream<java.nio.file.Path> files = Files.walk(classes.resolve("de"))) {
            files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> AccessMatrixTest.load(
                            name.replace(java.io.File.separatorChar, '.').replaceAll("\\.class$", "")))
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(type -> Stream.of(type.getDeclaredMethods()))
                    .filter(method -> method.isAnnotationPresent(GET.class))
                    .forEach(method -> parameters
                            .computeIfAbsent(AccessMatrixTest.route(method), any -> new TreeSet<>())
                            .addAll(parameters(method)));
        }
        return parameters;
    }

    private static List<String> parameters(Method method) {
        return Arrays.stream(method.getParameters())
                .flatMap(parameter -> parameter.isAnnotationPresent(BeanParam.class)
                        ? Arrays.stream(parameter.getType().getDeclaredFields())
                        : Stream.<AnnotatedElement>of(parameter))
                .map(element -> element.getAnnotation(QueryParam.class))
                .filter(java.util.Objects::nonNull)
                .map(QueryParam::value)
                .toList();
    }
}
