package de.digitallotsen.mail;

import java.net.URI;
import java.util.Optional;
import java.util.UUID;

import de.digitallotsen.shared.PortalSettings;
import de.digitallotsen.shared.web.PublicInformation;
import jakarta.inject.Singleton;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigValue;

/** How this portal sends mails. */
@Singleton
public class MailSettings {

    private static final String HOST = "quarkus.mailer.host";

    private final PublicInformation information;
    private final PortalSettings portal;
    private final DeliverySettings delivery;
    private final Config config;

    MailSettings(PublicInformation information, PortalSettings portal, DeliverySettings delivery, Config config) {
        this.information = information;
        this.portal = portal;
        this.delivery = delivery;
        this.config = config;
    }

    /** True if nothing leaves the house and mails are only shown. */
    public boolean isDemo() {
        return portal.demo();
    }

    /** True if there is a mail server to give mails to. */
    public boolean canSend() {
        return !portal.demo() && hasServer();
    }

    /**
     * „localhost“, which holds where nobody said anything, is a default, and defaults rank below everything that
     * somebody sets.
     */
    private boolean hasServer() {
        ConfigValue host = config.getConfigValue(HOST);
        return host.getValue() != null && !host.getValue().isBlank() && host.getSourceOrdinal() > 0;
    }

    public String from() {
        return config.getValue("quarkus.mailer.from", String.class);
    }

    /** Where answers go: the office. Empty as long as its address is not filled in. */
    public Optional<String> replyTo() {
        return delivery.replyTo()
                .filter(address -> address.contains("@"))
                .or(() -> Optional.of(information.email()).filter(address -> address.contains("@")));
    }

    /** An address of the portal as it stands in a mail. */
    public String link(String path) {
        return (information.isPublic() ? information.publicUrl() : "http://localhost:" + port()) + path;
    }

    private int port() {
        return config.getValue("quarkus.http.port", Integer.class);
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
