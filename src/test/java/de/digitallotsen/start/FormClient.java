package de.digitallotsen.start;

import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Sends a form as a browser does: first the page, then its fields with token and cookie. */
final class FormClient {

    private static final Pattern TOKEN = Pattern.compile("name=\"csrf-token\" value=\"([^\"]+)\"");

    private final PackagedProgram program;

    FormClient(PackagedProgram program) {
        this.program = program;
    }

    /** Follows the link of a mail and sends the form to which it leads. */
    HttpResponse<String> submitAfter(String link, String path, Map<String, String> fields)
            throws IOException, InterruptedException {
        HttpResponse<String> led = program.get(link, null);
        if (!led.headers().firstValue("location").orElse("").endsWith(path)) {
            throw new AssertionError(link + " does not lead to " + path + ": " + led.statusCode());
        }
        return submit(path, fields, cookies(led));
    }

    private static String cookies(HttpResponse<String> answer) {
        return answer.headers().allValues("set-cookie").stream()
                .map(value -> value.substring(0, value.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    private HttpResponse<String> submit(String path, Map<String, String> fields, String kept)
            throws IOException, InterruptedException {
        HttpResponse<String> page =
                program.send(program.request(path, null).header("Cookie", kept).GET());
        Matcher token = TOKEN.matcher(page.body());
        if (!token.find()) {
            throw new AssertionError("No form at " + path);
        }
        String cookie = kept + "; " + cookies(page);
        Map<String, String> all = new HashMap<>(fields);
        all.put("csrf-token", token.group(1));
        String body = all.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return program.send(program.request(path, null)
                .header("Cookie", cookie)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }
}
