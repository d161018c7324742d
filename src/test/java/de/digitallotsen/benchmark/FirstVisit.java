package de.digitallotsen.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * What a browser with an empty cache loads to show the start page: the page, its style sheets, scripts, images and
 * fonts, compressed.
 */
final class FirstVisit {

    private static final Pattern LINKED =
            Pattern.compile("<(?:link|script|img)\\b[^>]*?(?:href|src)=\"([^\"]+)\"[^>]*>");
    private static final Pattern NOT_LOADED =
            Pattern.compile("rel=\"(?:canonical|alternate|next|prev|help|author|license)\"");
    private static final Pattern IN_STYLE = Pattern.compile("url\\([\"']?([^\"')]+)[\"']?\\)");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Stage stage;
    private final Report report;
    private long bytes;
    private long fontBytes;

    FirstVisit(Stage stage, Report report) {
        this.stage = stage;
        this.report = report;
    }

    void run() throws Exception {
        report.title("First visit of the start page");
        try (Portal portal = stage.portal(Stage.FLAGS, Map.of())) {
            URI start = portal.base.resolve("/");
            if (request(start).statusCode() != 200) {
                report.line("there is no start page yet");
                return;
            }
            Set<URI> parts = new LinkedHashSet<>();
            String page = load(start);
            collect(page, LINKED, start, parts);
            Set<URI> inStyles = new LinkedHashSet<>();
            for (URI part : parts) {
                String content = load(part);
                if (part.getPath().endsWith(".css")) {
                    collect(content, IN_STYLE, part, inStyles);
                }
            }
            int requests = 1 + parts.size();
            inStyles.removeAll(parts);
            for (URI part : inStyles) {
                requests += request(part).statusCode() == 200 ? 1 : 0;
                load(part);
            }
            report.line(
                    "%d requests, %.1f KB with fonts, of which fonts %.1f KB",
                    requests, (bytes + fontBytes) / 1e3, fontBytes / 1e3);
            report.atMost("bytes of the first visit without fonts, compressed", bytes / 1e3, 80, "KB");
        }
    }

    private static void collect(String text, Pattern pattern, URI base, Set<URI> found) {
        Matcher matcher = pattern.matcher(text);
        while (matcher.find()) {
            if (!NOT_LOADED.matcher(matcher.group()).find() && !matcher.group(1).matches("(data:|#).*")) {
                found.add(base.resolve(matcher.group(1)));
            }
        }
    }

    /** Counts the body as it came over the line; an answer other than 200 counts nothing. */
    private String load(URI part) throws Exception {
        HttpResponse<byte[]> response = request(part);
        if (response.statusCode() != 200) {
            return "";
        }
        boolean font = part.getPath().matches(".*\\.(woff2?|ttf|otf)");
        fontBytes += font ? response.body().length : 0;
        bytes += font ? 0 : response.body().length;
        boolean zipped = response.headers()
                .firstValue("Content-Encoding")
                .filter("gzip"::equals)
                .isPresent();
        report.line("%8d bytes %s %s", response.body().length, zipped ? "gzip " : "plain", part.getPath());
        try (var body = new java.io.ByteArrayInputStream(response.body())) {
            return new String(
                    zipped ? new GZIPInputStream(body).readAllBytes() : body.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private HttpResponse<byte[]> request(URI part) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(part)
                .header("Accept-Encoding", "gzip")
                .header("Accept", "text/html,*/*")
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofByteArray());
    }
}
