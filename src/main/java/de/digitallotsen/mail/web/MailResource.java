package de.digitallotsen.mail.web;

import java.time.Instant;

import de.digitallotsen.mail.Audience;
import de.digitallotsen.mail.MailSearch;
import de.digitallotsen.mail.MailState;
import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.mail.RetryMail;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Params;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The mails for programs. */
@Path("/api/v1/mails")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.WILDCARD)
@RolesAllowed(Role.NSI_NAME)
@Tag(name = "E-Mails", description = "Was verschickt wurde, wartet oder nicht zugestellt werden konnte")
public class MailResource {

    private final MailSearch search;
    private final RetryMail retry;
    private final CurrentUser user;

    MailResource(MailSearch search, RetryMail retry, CurrentUser user) {
        this.search = search;
        this.retry = retry;
        this.user = user;
    }

    /** A mail as it is listed. */
    @Schema(name = "Mail")
    public record MailJson(
            String id,
            OccasionKind kind,
            Audience audience,
            String recipient,
            String subject,

            @Schema(description = "der Anmeldung; null, wenn es um keine geht")
            String reference,

            MailState status,
            int attempts,
            Instant nextAttemptAt,
            String lastError,
            Instant createdAt,
            Instant sentAt) {
        static MailJson of(MailSearch.Line m) {
            return new MailJson(
                    String.valueOf(m.id()),
                    m.kind(),
                    m.audience(),
                    m.recipient(),
                    m.subject(),
                    m.reference(),
                    m.state(),
                    m.attempts(),
                    m.state() == MailState.PENDING ? m.nextAttemptAt() : null,
                    m.lastError(),
                    m.createdAt(),
                    m.sentAt());
        }
    }

    /** A mail with what stands in it. */
    @Schema(name = "MailWithContent")
    public record FullJson(
            MailJson mail,
            String messageId,
            String text,
            String html,

            @Schema(description = "iCalendar, ein Objekt je Tag, hintereinander")
            String calendar) {
        static FullJson of(MailSearch.Full full) {
            return new FullJson(MailJson.of(full.line()), full.messageId(), full.text(), full.html(), full.calendar());
        }
    }

    /** How many were given another try. */
    public record RetriedJson(int retried) {}

    @GET
    @Operation(summary = "E-Mails", description = "Neueste zuerst. Gesucht wird in Adresse, Betreff und Referenz.")
    public Page<MailJson> find(
            @QueryParam("status") @Parameter(schema = @Schema(implementation = MailState.class)) String status,
            @QueryParam("kind") @Parameter(schema = @Schema(implementation = OccasionKind.class)) String kind,
            @QueryParam("q") String text,
            @QueryParam("page") String page,
            @QueryParam("size") String size) {
        MailSearch.Filter filter = new MailSearch.Filter(
                Params.choice("status", status, MailState.class),
                Params.choice("kind", kind, OccasionKind.class),
                text);
        Page<MailSearch.Line> found = search.find(user.actor(), filter, Params.page(page, size));
        return new Page<>(found.items().stream().map(MailJson::of).toList(), found.page(), found.size(), found.total());
    }

    @GET
    @Path("/{mail}")
    @Operation(summary = "Eine E-Mail mit Inhalt")
    public FullJson one(@PathParam("mail") String mail) {
        return FullJson.of(search.require(user.actor(), Params.id(mail)));
    }

    @POST
    @Path("/{mail}/delivery")
    @Operation(
            summary = "Erneut senden",
            description = "Nur was fehlgeschlagen ist oder auf einen späteren Versuch wartet.")
    public FullJson retry(@PathParam("mail") String mail) {
        retry.handle(user.actor(), Params.id(mail));
        return one(mail);
    }

    @POST
    @Path("/deliveries")
    @Operation(summary = "Alle fehlgeschlagenen erneut senden")
    public RetriedJson retryAllFailed() {
        return new RetriedJson(retry.handleAllFailed(user.actor()));
    }
}
