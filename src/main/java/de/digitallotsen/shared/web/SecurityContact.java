package de.digitallotsen.shared.web;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;

/** Tells whoever has found a weakness whom to tell (RFC 9116). Nobody has to renew it: it is good from today on. */
@Path("/.well-known/security.txt")
@PermitAll
public class SecurityContact {

    private static final Duration GOOD_FOR = Duration.ofDays(180);

    private final SecurityContactSettings settings;
    private final PublicInformation information;
    private final Clock clock;

    SecurityContact(SecurityContactSettings settings, PublicInformation information, Clock clock) {
        this.settings = settings;
        this.information = information;
        this.clock = clock;
    }

    /** Not there as long as nobody is named. */
    @GET
    @Produces("text/plain;charset=UTF-8")
    public String show() {
        String contact = settings.contact().orElseGet(information::email).strip();
        if (contact.isEmpty() || contact.contains(PublicInformation.PLACEHOLDER)) {
            throw new NotFoundException();
        }
        Instant expires = clock.instant().truncatedTo(ChronoUnit.DAYS).plus(GOOD_FOR);
        return "Contact: " + address(contact) + "\n"
                + "Expires: " + expires + "\n"
                + "Preferred-Languages: de, en\n"
                + (information.isPublic()
                        ? "Canonical: " + information.publicUrl() + "/.well-known/security.txt\n"
                        : "");
    }

    private static String address(String contact) {
        return contact.contains(":") ? contact : "mailto:" + contact;
    }
}
