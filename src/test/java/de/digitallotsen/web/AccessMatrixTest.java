package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import de.digitallotsen.Database;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.web.Table;
import de.digitallotsen.web.AccessMatrix.Who;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Who may do what: every route for everybody. A route that is not in the table fails a test, so nobody forgets to
 * decide. Whoever is refused has changed nothing.
 */
@PortalTest
class AccessMatrixTest {

    @Inject
    Database database;

    @Inject
    RouteVisits visits;

    static List<String> routes() {
        return AccessMatrix.routes();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("routes")
    void everybody_gets_the_answer_that_is_due(String row) {
        String[] cells = row.split(" ");
        visits.prepareFor(cells[1]);
        for (Who who : Who.values()) {
            User user = visits.userOf(who);
            Map<String, List<String>> before = Changes.content(database);
            Response answer = visits.ask(cells[0], cells[1], user);
            assertDue(answer, cells, who);
            boolean mayChange = "POST PUT DELETE".contains(cells[0]) && answer.statusCode() < 400;
            if (!mayChange) {
                assertThat(Changes.content(database))
                        .as("%s %s as %s changes nothing", cells[0], cells[1], who)
                        .isEqualTo(before);
            } else if (!cells[1].contains("/auth/") && !cells[1].endsWith("loggen")) {
                database.clean();
                visits.prepareFor(cells[1]);
            }
        }
    }

    private static void assertDue(Response answer, String[] cells, Who who) {
        String due = cells[2 + who.ordinal()];
        assertThat(answer.statusCode())
                .as(
                        "%s %s as %s: %s",
                        cells[0],
                        cells[1],
                        who,
                        answer.asString().lines().limit(3).toList())
                .isEqualTo("login".equals(due) ? 303 : Integer.parseInt(due));
        if ("login".equals(due)) {
            assertThat(answer.header("Location")).contains("/einloggen?ziel=%2F");
        }
        if (answer.statusCode() >= 400 && !"/sitzung".equals(cells[1])) {
            assertThat(answer.contentType())
                    .startsWith(cells[1].startsWith("/api/") ? "application/problem+json" : "text/html");
        }
    }

    @Test
    void every_route_of_the_program_is_in_the_table_and_every_row_is_a_route() throws IOException {
        Set<String> rows = new TreeSet<>(routes().stream()
                .map(row -> row.split(" "))
                .map(cells -> cells[0] + " " + cells[1])
                .toList());
        assertThat(rows).containsExactlyInAnyOrderElementsOf(declaredRoutes());
    }

    @Test
    void every_route_of_the_interface_is_described_in_the_openapi_document() {
        Map<String, Map<String, Object>> paths =
                Program.anonymous().get("/q/openapi?format=json").path("paths");
        Set<String> described = new TreeSet<>();
        paths.forEach((path, methods) -> methods.keySet().stream()
                .filter(method ->
                        Set.of("get", "post", "put", "delete", "patch").contains(method))
                .forEach(method -> described.add(method.toUpperCase(java.util.Locale.ROOT) + " " + path)));
        Set<String> rows = new TreeSet<>(routes().stream()
                .map(row -> row.split(" "))
                .map(cells -> cells[0] + " " + cells[1])
                .filter(route -> route.contains(" /api/"))
                .toList());
        assertThat(described).containsAll(rows);
    }

    private static Set<String> declaredRoutes() throws IOException {
        java.nio.file.Path classes = java.nio.file.Path.of("target", "classes");
        Set<String> routes = new TreeSet<>();
        try (Stream<java.nio.file.Path> files = Files.walk(classes.resolve("de"))) {
            files.map(file -> classes.relativize(file).toString())
                    .filter(name -> name.endsWith(".class"))
                    .map(name -> name.replace(java.io.File.separatorChar, '.').replaceAll("\\.class$", ""))
                    .map(AccessMatrixTest::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .forEach(type -> addRoutes(routes, type));
        }
        assertThat(routes).as("routes found").hasSizeGreaterThan(50);
        return routes;
    }

    static Class<?> load(String name) {
        try {
            return Class.forName(name, false, AccessMatrixTest.class.getClassLoader());
        } catch (ClassNotFoundException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void addRoutes(Set<String> routes, Class<?> resource) {
        for (Method method : resource.getDeclaredMethods()) {
            Arrays.stream(method.getAnnotations())
                    .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                    .filter(java.util.Objects::nonNull)
                    .forEach(http -> routes.add(http.value() + " " + route(method)));
        }
    }

    /** The address at which that method answers, as it stands in the table. */
    static String route(Method method) {
        Path own = method.getAnnotation(Path.class);
        String path = "/" + method.getDeclaringClass().getAnnotation(Path.class).value()
                + (own == null ? "" : "/" + own.value());
        return path.concat(isList(method) ? ".{ending}" : "")
                .replaceAll("\\{(\\w+) *:[^}]*}", "{$1}")
                .replaceAll("/+", "/")
                .replaceAll("(.)/$", "$1");
    }

    /** Its address ends with what the list is asked for as. */
    private static boolean isList(Method method) {
        Produces produces = method.getAnnotation(Produces.class);
        return produces != null && List.of(produces.value()).contains(Table.XLSX);
    }
}
