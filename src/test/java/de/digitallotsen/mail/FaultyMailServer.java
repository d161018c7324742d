package de.digitallotsen.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that does not want everybody, or says nothing at all; GreenMail is too polite for that. */
final class FaultyMailServer implements AutoCloseable {

    private final ServerSocket socket;
    private final List<Socket> guests = new CopyOnWriteArrayList<>();
    private final List<String> accepted = new CopyOnWriteArrayList<>();
    private volatile String refused = "\u0000";
    private volatile boolean silent;

    private FaultyMailServer(ServerSocket socket) {
        this.socket = socket;
    }

    static FaultyMailServer on(int port) throws IOException {
        FaultyMailServer server = new FaultyMailServer(new ServerSocket(port, 50, InetAddress.getByName("localhost")));
        Thread thread = new Thread(server::welcome, "rude-mail-server");
        thread.setDaemon(true);
        thread.start();
        return server;
    }

    /** Does not know anybody whose address contains this. */
    void refuse(String part) {
        refused = part;
    }

    void sayNothing() {
        silent = true;
    }

    List<String> accepted() {
        return accepted;
    }

    private void welcome() {
        try {
            while (true) {
                Socket guest = socket.accept();
                guests.add(guest);
                Thread talk = new Thread(() -> talk(guest), "rude-mail-server-talk");
                talk.setDaemon(true);
                talk.start();
            }
        } catch (IOException closed) {
            // The test is over.
        }
    }

    private void talk(Socket guest) {
        try (BufferedReader in =
                        new BufferedReader(new InputStreamReader(guest.getInputStream(), StandardCharsets.UTF_8));
                OutputStream out = guest.getOutputStream()) {
            if (silent) {
                in.readLine();
                return;
            }
            say(out, "220 rude.example");
            String recipient = "";
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                if (line.startsWith("RCPT")) {
                    recipient = line.replaceAll(".*<(.*)>.*", "$1");
                    say(out, recipient.contains(refused) ? "550 5.1.1 Empfaenger unbekannt" : "250 ok");
                } else if (line.equals("DATA")) {
                    say(out, "354 go ahead");
                    while (!".".equals(in.readLine())) {
                        // Read on to the end of the mail.
                    }
                    accepted.add(recipient);
                    say(out, "250 taken");
                } else {
                    say(out, line.startsWith("QUIT") ? "221 bye" : "250 ok");
                }
            }
        } catch (IOException gone) {
            // The guest has left.
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.US_ASCII));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
        for (Socket guest : guests) {
            guest.close();
        }
    }
}
