package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.regex.Pattern;

import de.digitallotsen.PortalTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What an access log would keep of an address, if somebody switches it on: no link with which people get in, no token
 * of what they typed, no name that they searched for.
 */
@PortalTest
class LoggedAddressesTest {

    private static final String SECRET = "Geheimnis4711";

    /** What stands in a path and lets nobody in, nor says a name. */
    private static final Set<String> OPEN = Set.of("id", "reference", "ars", "mail", "hash", "document", "ending");

    private static final Set<String> CLOSED = Set.of("token", "entry");

    private static final Pattern PARAMETER = Pattern.compile("\\{([^}:]+)[^}]*}");

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final Logger log = Logger.getLogger("io.quarkus.http.access-log");

    private final Handler reader = new Handler() {
        @Override
        public void publish(LogRecord entry) {
            lines.add(entry.getMessage());
        }

        @Override
        public void flush() {
            // Nothing is held back.
        }

        @Override
        public void close() {
            // Nothing is open.
        }
    };

    @BeforeEach
    void listen() {
        log.addHandler(reader);
    }

    @AfterEach
    void leave() {
        log.removeHandler(reader);
    }

    private static List<String> routes() {
        return AccessMatrix.routes().stream()
                .map(row -> row.split(" ")[1])
                .distinct()
                .toList();
    }

    @Test
    void somebody_has_decided_of_every_part_of_a_path_whether_it_is_a_secret() {
        Set<String> names = new TreeSet<>();
        routes().forEach(route ->
                PARAMETER.matcher(route).results().map(part -> part.group(1)).forEach(names::add));
        Set<String> decided = new TreeSet<>(OPEN);
        decided.addAll(CLOSED);
        assertThat(decided).isEqualTo(names);
    }

    @Test
    void no_address_of_the_portal_leaves_a_secret_or_a_name_in_the_log() {
        Visitor visitor = Visitor.anonymous();
        for (String route : routes()) {
            visitor.get(PARAMETER.matcher(route).replaceAll(part -> CLOSED.contains(part.group(1)) ? SECRET : "1")
                    + "?q=" + SECRET + "&eingaben=" + SECRET + "&email=" + SECRET);
        }
        visitor.get("/gibt/es/nicht?q=" + SECRET);
        assertThat(String.join("\n", lines))
                .contains("GET /personendaten\"", "GET /anmeldungen\"", "GET /gibt/es/nicht\"", "GET /einladung\"")
                .doesNotContain(SECRET, "?", "q=");
    }
}
