package de.digitallotsen.benchmark;

import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long somebody waits who starts the portal with its embedded database, until the first page with their name on it.
 */
final class StartTime {

    private static final int STARTS = 5;
    private static final Pattern TOKEN = Pattern.compile("\"accessToken\":\"([^\"]+)\"");
    private static final String CREDENTIALS =
            "{\"email\":\"personal@langenhagen.example\",\"password\":\"Digitallotse-2027\"}";

    private final Path program;
    private final Report report;

    StartTime(Path program, Report report) {
        this.program = program;
        this.report = report;
    }

    void run(Path data) throws Exception {
        report.title("Start with the embedded database, demo data, default settings");
        report.line("first start, on an empty folder: signed-in answer after %.1f s", once(data, List.of()));
        List<Double> plain = new ArrayList<>();
        List<Double> small = new ArrayList<>();
        for (int i = 0; i < STARTS; i++) {
            plain.add(once(data, List.of()));
            small.add(once(data, Stage.FLAGS));
        }
        report.line(
                "later starts: %s s without flags, %s s with %s",
                rounded(plain), rounded(small), String.join(" ", Stage.FLAGS));
        report.atMost(
                "start to the first signed-in answer, no flags (median of %d)".formatted(STARTS),
                Report.median(plain),
                4,
                "s");
        report.atMost(
                "start to the first signed-in answer, recommended flags (median of %d)".formatted(STARTS),
                Report.median(small),
                4,
                "s");
    }

    private static List<String> rounded(List<Double> seconds) {
        return seconds.stream().map("%.1f"::formatted).toList();
    }

    private double once(Path data, List<String> flags) throws Exception {
        try (Portal portal = Portal.start(program, data, flags, Map.of("DIGITALLOTSEN_DEMO", "true"))) {
            URI base = portal.base;
            String answer = portal.await(HttpRequest.newBuilder(base.resolve("/api/v1/auth/token"))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(CREDENTIALS))
                            .build())
                    .response()
                    .body();
            Matcher token = TOKEN.matcher(answer);
            if (!token.find()) {
                throw new IllegalStateException(answer);
            }
            return portal.await(HttpRequest.newBuilder(base.resolve("/api/v1/me"))
                            .header("Authorization", "Bearer " + token.group(1))
                            .build())
                    .seconds();
        }
    }
}
