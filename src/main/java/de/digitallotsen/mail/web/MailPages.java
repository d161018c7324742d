package de.digitallotsen.mail.web;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.mail.MailSearch;
import de.digitallotsen.mail.MailSettings;
import de.digitallotsen.mail.MailState;
import de.digitallotsen.mail.OccasionKind;
import de.digitallotsen.mail.RetryMail;
import de.digitallotsen.registration.Reference;
import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.Choice;
import de.digitallotsen.shared.web.CurrentUser;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Link;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;

/** The mails that wait, were sent or failed, for the NSI; in the demo those that would have been sent. */
@Path("/mails")
@Produces(MediaType.TEXT_HTML)
@RolesAllowed(Role.NSI_NAME)
public class MailPages {

    private final MailSearch search;
    private final RetryMail retry;
    private final MailSettings settings;
    private final CurrentUser user;

    MailPages(MailSearch search, RetryMail retry, MailSettings settings, CurrentUser user) {
        this.search = search;
        this.retry = retry;
        this.settings = settings;
        this.user = user;
    }

    /** Whether anything leaves the house. */
    public record Sending(boolean demo, boolean possible) {}

    /**
     * A mail as it is shown.
     *
     * @param reference of the registration concerned; null if none is
     * @param spoken the same in two groups
     * @param badge the colour of its state
     * @param note why it was not sent yet; empty if there is nothing to say
     */
    public record MailLine(
            long id,
            String subject,
            String recipient,
            String audience,
            String kind,
            String reference,
            String spoken,
            String state,
            String badge,
            Instant createdAt,
            Instant sentAt,
            String note,
            boolean retryable) {
        static MailLine of(MailSearch.Line line) {
            return new MailLine(
                    line.id(),
                    line.subject(),
                    EmailAddress.shown(line.recipient()),
                    Messages.label(line.audience()),
                    Messages.label(line.kind()),
                    line.reference(),
                    line.reference() == null ? null : Reference.spoken(line.reference()),
                    Messages.label(line.state()),
                    badge(line.state()),
                    line.createdAt(),
                    line.sentAt(),
                    note(line),
                    line.retryable());
        }

        private static String badge(MailState state) {
            return switch (state) {
                case SENT -> "success";
                case FAILED -> "danger";
                case OBSOLETE -> "warning";
                default -> "info";
            };
        }

        private static String note(MailSearch.Line line) {
            if (line.lastError() == null) {
                return "";
            }
            String next = line.state() == MailState.PENDING
                    ? " " + Messages.text("mail.next-attempt", "at", German.dateTime(line.nextAttemptAt()))
                    : "";
            return Messages.text("mail.not-sent", "attempts", line.attempts(), "error", line.lastError()) + next;
        }
    }

    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MailsPage(
            List<MailLine> mails,
            Sending sending,
            boolean failedOnly,
            List<Choice> states,
            List<Choice> kinds,
            String text,
            Pager pager)
            implements TemplateInstance {}

    @CheckedTemplate(basePath = "mail", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
    record MailDetailPage(MailLine mail, String text, boolean calendar, String messageId) implements TemplateInstance {}

    @GET
    public TemplateInstance list(
            @QueryParam("status") String status,
            @QueryParam("anlass") String kind,
            @QueryParam("q") String text,
            @QueryParam("page") String page) {
        MailState state = Params.choice("status", status, MailState.class);
        OccasionKind occasion = Params.choice("anlass", kind, OccasionKind.class);
        Page<MailSearch.Line> found =
                search.find(user.actor(), new MailSearch.Filter(state, occasion, text), Params.page(page, null));
        return new MailsPage(
                found.items().stream().map(MailLine::of).toList(),
                new Sending(settings.isDemo(), settings.canSend()),
                state == MailState.FAILED && found.total() > 0,
                Choice.of(MailState.values(), state == null ? null : state.name()),
                Choice.of(OccasionKind.values(), occasion == null ? null : occasion.name()),
                text == null ? "" : text,
                Pager.of(found, "status", status, "anlass", kind, "q", text));
    }

    @GET
    @Path("/{mail}")
    public TemplateInstance detail(@PathParam("mail") String mail) {
        MailSearch.Full full = require(mail);
        return new MailDetailPage(MailLine.of(full.line()), full.text(), full.calendar() != null, full.messageId());
    }

    private MailSearch.Full require(String mail) {
        return search.require(user.actor(), Params.id(mail));
    }

    /**
     * The mail as a mail program shows it. It stands in a frame that may do nothing; its headers come from the portal's
     * rules.
     */
    @GET
    @Path("/{mail}/html")
    public String html(@PathParam("mail") String mail) {
        return require(mail).html();
    }

    @POST
    @Path("/{mail}/erneut")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retry(@PathParam("mail") String mail, MultivaluedMap<String, String> fields) {
        if (Form.sent(fields).onlyShow()) {
            return link(mail).seeOther();
        }
        retry.handle(user.actor(), Params.id(mail));
        return link(mail).saying("mail-erneut").seeOther();
    }

    private static Link link(String mail) {
        return Link.to("/mails/{mail}", Params.id(mail));
    }

    @POST
    @Path("/erneut")
    @Consumes(MediaType.APPLICATION_FORM_URLENCODED)
    public Response retryAllFailed(MultivaluedMap<String, String> fields) {
        if (Form.sent(fields).onlyShow()) {
            return Link.to(MailPages.class).seeOther();
        }
        retry.handleAllFailed(user.actor());
        return Link.to(MailPages.class).saying("mails-erneut").seeOther();
    }
}
