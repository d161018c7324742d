package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.PortalTest;
import io.quarkus.test.common.http.TestHTTPResource;
import org.junit.jupiter.api.Test;

/** Who sends byte by byte keeps a connection that others need: it is cut off ({@code digitallotsen.sending}). */
@PortalTest
class SlowSenderTest {

    private static final Duration LONG_ENOUGH = Duration.ofSeconds(12);

    @TestHTTPResource
    URL address;

    private Socket connect(String beginning) throws IOException {
        Socket socket = new Socket("localhost", address.getPort());
        socket.setSoTimeout(10);
        write(socket, beginning);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
    }

    /** A byte more; false if the portal has hung up. */
    private static boolean trickles(Socket socket) {
        try {
            write(socket, "x");
            return socket.getInputStream().read() >= 0;
        } catch (java.net.SocketTimeoutException silent) {
            return true;
        } catch (IOException cutOff) {
            return false;
        }
    }

    @Test
    void cuts_off_who_sends_a_header_or_a_body_byte_by_byte() throws Exception {
        List<Socket> slow = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            slow.add(connect("GET /hilfe HTTP/1.1\r\nHost: localhost\r\nX-Slow: "));
            slow.add(connect("POST /api/v1/auth/token HTTP/1.1\r\nHost: localhost\r\n"
                    + "Content-Type: application/json\r\nContent-Length: 100000\r\n\r\n"));
        }
        // As on a connection that was used before.
        Socket used = connect("GET /hilfe HTTP/1.1\r\nHost: localhost\r\n\r\n");
        used.setSoTimeout(5_000);
        assertThat(used.getInputStream().read()).isEqualTo('H');
        used.setSoTimeout(10);
        drain(used);
        write(used, "GET /hilfe HTTP/1.1\r\nX: ");
        slow.add(used);
        long end = System.nanoTime() + LONG_ENOUGH.toNanos();
        while (!slow.isEmpty() && System.nanoTime() < end) {
            slow.removeIf(socket -> !trickles(socket));
            Thread.sleep(100);
        }
        assertThat(slow).as("still there").isEmpty();
    }

    private static void drain(Socket socket) throws Exception {
        byte[] some = new byte[65_536];
        for (int quiet = 0; quiet < 30; quiet++) {
            try {
                if (socket.getInputStream().read(some) > 0) {
                    quiet = 0;
                }
            } catch (java.net.SocketTimeoutException silent) {
                Thread.sleep(10);
            }
        }
    }

    @Test
    void keeps_a_connection_on_which_one_request_follows_the_other() throws Exception {
        try (Socket socket = connect("")) {
            long end = System.nanoTime() + LONG_ENOUGH.minusSeconds(4).toNanos();
            while (System.nanoTime() < end) {
                write(socket, "GET /q/health/live HTTP/1.1\r\nHost: localhost\r\n\r\n");
                socket.setSoTimeout(5_000);
                assertThat(socket.getInputStream().read()).isEqualTo('H');
                socket.setSoTimeout(10);
                drain(socket);
                Thread.sleep(300);
            }
        }
    }
}
