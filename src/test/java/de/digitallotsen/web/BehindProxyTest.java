package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.User;
import de.digitallotsen.shared.Role;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** What a browser is given that speaks TLS with the proxy in front of the portal. */
@PortalTest
class BehindProxyTest {

    /** Of this machine, and the only one that the tests' settings believe. */
    private static final String PROXY = "127.0.0.9";

    @Inject
    Given given;

    /** The answer's head and body, to a request that came through the proxy. */
    private static String throughProxy(String method, String path, String cookies, String body) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getByName("127.0.0.1"), RestAssured.port, InetAddress.getByName(PROXY), 0)) {
            String request = method + " " + path + " HTTP/1.1\r\nHost: portal.example\r\nConnection: close\r\n"
                    + "X-Forwarded-Proto: https\r\nX-Forwarded-For: 198.51.100.7\r\n"
                    + (cookies.isEmpty() ? "" : "Cookie: " + cookies + "\r\n")
                    + (body.isEmpty()
                            ? ""
                            : "Content-Type: application/x-www-form-urlencoded\r\nContent-Length: " + body.length()
                                    + "\r\n")
                    + "\r\n" + body;
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> cookies(String answer) {
        return answer.lines()
                .takeWhile(line -> !line.isEmpty())
                .filter(line -> line.toLowerCase(java.util.Locale.ROOT).startsWith("set-cookie:"))
                .map(line -> line.substring("set-cookie:".length()).strip())
                .toList();
    }

    private static String pairs(List<String> cookies) {
        return cookies.stream()
                .map(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .collect(Collectors.joining("; "));
    }

    @Test
    void every_cookie_belongs_to_this_host_alone() throws IOException {
        User user = given.account(Role.NSI, null);
        List<String> first = cookies(throughProxy("GET", "/einloggen", "", ""));
        assertThat(first).singleElement().asString().startsWith("__Host-csrf-token=");
        String token = pairs(first).substring("__Host-csrf-token=".length());
        String answer = throughProxy(
                "POST",
                "/einloggen",
                pairs(first),
                "csrf-token=" + token + "&email=" + user.email() + "&password=" + Given.PASSWORD.replace(" ", "+"));
        assertThat(answer).startsWith("HTTP/1.1 303");
        List<String> all = cookies(answer);
        assertThat(all)
                .extracting(cookie -> cookie.substring(0, cookie.indexOf('=')))
                .containsExactlyInAnyOrder(
                        "__Host-csrf-token",
                        "__Host-digitallotsen-access",
                        "__Host-digitallotsen-refresh",
                        "__Host-digitallotsen-device");
        assertThat(all)
                .allSatisfy(cookie -> assertThat(cookie)
                        .contains("; Secure", "; Path=/", "; HTTPOnly", "; SameSite=Lax")
                        .doesNotContain("Domain"));
        assertThat(throughProxy("GET", "/start", pairs(all), "")).startsWith("HTTP/1.1 200");
        assertThat(throughProxy("GET", "/start", pairs(all).replace("__Host-", ""), ""))
                .as("planted by another host of the domain")
                .startsWith("HTTP/1.1 303");
        assertThat(cookies(throughProxy("GET", "/api/v1/seminars", pairs(all), "")))
                .as("the interface gives none")
                .isEmpty();
    }

    @Test
    void signing_out_takes_the_cookies_away() throws IOException {
        Visitor plain = Visitor.signedIn(given.account(Role.NSI, null));
        String kept = plain.cookies().entrySet().stream()
                .map(cookie -> "__Host-" + cookie.getKey() + "=" + cookie.getValue())
                .collect(Collectors.joining("; "));
        String answer = throughProxy("POST", "/ausloggen", kept, "csrf-token=" + plain.token());
        assertThat(answer).startsWith("HTTP/1.1 303");
        assertThat(cookies(answer))
                .filteredOn(cookie -> cookie.contains("Max-Age=0"))
                .extracting(cookie -> cookie.substring(0, cookie.indexOf(';')))
                .containsExactlyInAnyOrder("__Host-digitallotsen-access=", "__Host-digitallotsen-refresh=");
    }
}
