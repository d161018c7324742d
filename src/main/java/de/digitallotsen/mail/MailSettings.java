package de.digitallotsen.mail;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import de.digitallotsen.shared.web.PublicInformation;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.ConfigValue;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** How this portal sends mails. */
@Singleton
public class MailSettings {

    private final PublicInformation information;
    private final ConfigValue host;
    private final String from;
    private final Optional<String> replyTo;
    private final boolean demo;
    private final int port;

    MailSettings(
            PublicInformation information,
            @ConfigProperty(name = "quarkus.mailer.host") ConfigValue host,
            @ConfigProperty(name = "quarkus.mailer.from") String from,
            @ConfigProperty(name = "digitallotsen.mail.reply-to") Optional<String> replyTo,
            @ConfigProperty(name = "digitallotsen.demo") boolean demo,
            @ConfigProperty(name = "quarkus.http.port") int port) {
        this.information = information;
        this.host = host;
        this.from = from;
        this.replyTo = replyTo;
        this.demo = demo;
        this.port = port;
    }

    /** True if nothing leaves the house and mails are only shown. */
    public boolean isDemo() {
        return demo;
    }

    /** True if there is a mail server to give mails to. */
    public boolean canSend() {
        return !demo && hostIsGiven();
    }

    /**
     * „localhost“, which holds where nobody said anything, is a default, and defaults rank below everything that
     * somebody sets.
     */
    private boolean hostIsGiven() {
        return host.getValue() != null && !host.getValue().isBlank() && host.getSourceOrdinal() > 0;
    }

    public String from() {
        return from;
    }

    /** Where answers go: the office. Empty as long as its address is not filled in. */
    public Optional<String> replyTo() {
        return replyTo.filter(address -> address.contains("@"))
                .or(() -> Optional.of(information.email()).filter(address -> address.contains("@")));
    }

    /** An address of the portal as it stands in a mail. */
    public String link(String path) {
        return (information.isPublic() ? information.publicUrl() : "http://localhost:" + port) + path;
    }

    /** What stands after the @ of a Message-ID. */
    private String domain() {
        return information.isPublic() ? URI.create(information.publicUrl()).getHost() : "localhost";
    }

    /** A new one; it stays with its mail. */
    String newMessageId() {
        return "<" + UUID.randomUUID() + "@" + domain() + ">";
    }

    public PublicInformation information() {
        return information;
    }
}
