package de.digitallotsen.web;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import de.digitallotsen.Given;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import io.restassured.http.Cookie;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;

/** A browser without a script: keeps cookies, sends forms with the token of the page, follows no redirect by itself. */
final class Visitor {

    static final String TOKEN = "csrf-token";

    private final Map<String, String> cookies = new LinkedHashMap<>();

    private Visitor() {}

    static Visitor anonymous() {
        return new Visitor();
    }

    /** Signed in through the sign-in page. */
    static Visitor signedIn(User user) {
        Visitor visitor = new Visitor();
        Response answer = visitor.send("/einloggen", "email", user.email(), "password", Given.PASSWORD);
        assertThat(answer.statusCode()).as("signing in").isEqualTo(303);
        return visitor;
    }

    /** Has followed a link from a mail. */
    static Visitor following(String link) {
        Visitor visitor = new Visitor();
        visitor.get(link);
        return visitor;
    }

    Response get(String path) {
        return kept(request().urlEncodingEnabled(false).get(path));
    }

    /** Asks like a program that is no browser. */
    Response get(String path, String accept) {
        return kept(given().redirects()
                .follow(false)
                .cookies(cookies)
                .accept(accept)
                .urlEncodingEnabled(false)
                .get(path));
    }

    /** Sends a form with its token; names and values take turns. */
    Response send(String path, String... namesAndValues) {
        return sendWithToken(token(), path, namesAndValues);
    }

    /** Sends a form with any token, or none if it is null. */
    Response sendWithToken(String token, String path, String... namesAndValues) {
        RequestSpecification request = request().contentType("application/x-www-form-urlencoded; charset=UTF-8");
        if (token != null) {
            request.formParam(TOKEN, token);
        }
        for (int i = 0; i < namesAndValues.length; i += 2) {
            request.formParam(namesAndValues[i], namesAndValues[i + 1]);
        }
        return kept(request.post(path));
    }

    /** Sends the first form of a page, hidden fields and all, with more values. */
    Response sendForm(Response page, String path, String... namesAndValues) {
        Map<String, String> fields = hiddenFields(page);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            fields.put(namesAndValues[i], namesAndValues[i + 1]);
        }
        String token = fields.remove(TOKEN);
        return sendWithToken(
                token,
                path,
                fields.entrySet().stream()
                        .flatMap(field -> java.util.stream.Stream.of(field.getKey(), field.getValue()))
                        .toArray(String[]::new));
    }

    /** Name and value of every hidden field of a page. */
    static Map<String, String> hiddenFields(Response page) {
        Map<String, String> fields = new LinkedHashMap<>();
        Matcher field = Pattern.compile("<input type=\"hidden\" name=\"([^\"]*)\" value=\"([^\"]*)\">")
                .matcher(page.asString());
        while (field.find()) {
            fields.put(unescaped(field.group(1)), unescaped(field.group(2)));
        }
        return fields;
    }

    /**
     * Sends a form, and on its check page the final click (R29); the answer to that, or to the form if it is refused.
     */
    Response sendAndConfirm(String path, String... namesAndValues) {
        Response sent = send(path, namesAndValues);
        if (sent.statusCode() != 303) {
            return sent;
        }
        String check = sent.header("Location").replaceFirst("^https?://[^/]+", "");
        return check.contains("/pruefen/") ? sendForm(get(check), check) : sent;
    }

    private static final Pattern CONTROL =
            Pattern.compile("<input[^>]*>|<textarea[^>]*>[^<]*</textarea>|<select[^>]*>.*?</select>", Pattern.DOTALL);

    /** Everything that a browser would send of the main form of a page: what is shown in it and what is hidden. */
    static Map<String, String> fields(Response page) {
        Map<String, String> fields = new LinkedHashMap<>();
        String html = page.asString();
        Matcher control = CONTROL.matcher(html.substring(html.indexOf("<main")));
        while (control.find()) {
            String tag = control.group();
            String name = attribute(tag, "name");
            boolean box = tag.contains("type=\"checkbox\"") || tag.contains("type=\"radio\"");
            if (name != null && (!box || tag.contains(" checked"))) {
                fields.put(name, unescaped(valueOf(tag, box)));
            }
        }
        return fields;
    }

    private static String valueOf(String tag, boolean box) {
        if (tag.startsWith("<textarea")) {
            return tag.substring(tag.indexOf('>') + 1, tag.lastIndexOf('<'));
        }
        if (tag.startsWith("<select")) {
            Matcher chosen =
                    Pattern.compile("<option value=\"([^\"]*)\" selected").matcher(tag);
            return chosen.find() ? chosen.group(1) : "";
        }
        String value = attribute(tag, "value");
        return value != null ? value : box ? "on" : "";
    }

    private static String attribute(String tag, String name) {
        Matcher found = Pattern.compile(" " + name + "=\"([^\"]*)\"").matcher(tag);
        return found.find() ? found.group(1) : null;
    }

    private static String unescaped(String html) {
        return html.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }

    /** The token that the pages of this visitor carry. */
    String token() {
        if (!cookies.containsKey(TOKEN)) {
            get("/hilfe");
        }
        return cookies.get(TOKEN);
    }

    /** Minutes go by in which nothing is asked: the short-lived access token has run out by then. */
    void idle(TestClock clock, long minutes) {
        clock.pass(Duration.ofMinutes(minutes));
        cookies.remove("digitallotsen-access");
    }

    Map<String, String> cookies() {
        return cookies;
    }

    /** A copy that carries the same cookies: the same browser before something happened. */
    Visitor copy() {
        Visitor copy = new Visitor();
        copy.cookies.putAll(cookies);
        return copy;
    }

    /** A request that carries the cookies of this visitor and nothing else. */
    RequestSpecification bare() {
        return given().redirects().follow(false).cookies(cookies);
    }

    private RequestSpecification request() {
        return given().redirects().follow(false).cookies(cookies).accept("text/html,application/xhtml+xml,*/*;q=0.8");
    }

    private Response kept(Response answer) {
        for (Cookie cookie : answer.detailedCookies()) {
            if (cookie.getMaxAge() == 0 || cookie.getValue().isEmpty()) {
                cookies.remove(cookie.getName());
            } else {
                cookies.put(cookie.getName(), cookie.getValue());
            }
        }
        return answer;
    }
}
