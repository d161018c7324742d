package de.digitallotsen.mail;

import java.time.Instant;
import java.util.List;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Conditions;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Finds mails, for the NSI only: they hold names and amounts of every Kommune. */
@ApplicationScoped
public class MailSearch {

    private static final String FROM = "OutboxMail m left join Registration r on r.id = m.registrationId";
    private static final String SELECT = "select new " + Line.class.getName()
            + "(m.id, m.kind, m.audience, m.recipient, m.subject, r.reference, m.state, m.attempts,"
            + " m.nextAttemptAt, m.lastError, m.createdAt, m.sentAt)";

    private final EntityManager database;

    MailSearch(EntityManager database) {
        this.database = database;
    }

    /** Which mails; null means no limit. */
    public record Filter(MailState state, OccasionKind kind, String text) {}

    /**
     * A mail as it is listed.
     *
     * @param reference of the registration concerned; null if none is
     * @param attempts how often it was tried
     * @param nextAttemptAt when it is tried again, if it is pending
     * @param lastError why it was not sent, or null
     */
    public record Line(
            long id,
            OccasionKind kind,
            Audience audience,
            String recipient,
            String subject,
            String reference,
            MailState state,
            int attempts,
            Instant nextAttemptAt,
            String lastError,
            Instant createdAt,
            Instant sentAt) {
        /** Failed, or waits for a try some time away. */
        public boolean retryable() {
            return state == MailState.FAILED || (state == MailState.PENDING && attempts > 0);
        }
    }

    /**
     * A mail with all that stands in it.
     *
     * @param calendar iCalendar objects one after the other, or null
     */
    public record Full(Line line, String messageId, String text, String html, String calendar) {}

    /** The mails that match, newest first. */
    public Page<Line> find(Actor actor, Filter filter, Page.Request page) {
        actor.require(Role.NSI);
        return matching(filter).page(database, Line.class, SELECT, FROM, "m.id desc", page);
    }

    /** @throws RefusedException NOT_FOUND */
    public Full require(Actor actor, long id) {
        actor.require(Role.NSI);
        Line line = database.createQuery(SELECT + " from " + FROM + " where m.id = :id", Line.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
        Object[] body = database.createQuery(
                        "select m.messageId, m.text, m.html, m.calendar from OutboxMail m where m.id = :id",
                        Object[].class)
                .setParameter("id", id)
                .getSingleResult();
        return new Full(line, (String) body[0], (String) body[1], (String) body[2], (String) body[3]);
    }

    private static Conditions matching(Filter filter) {
        return new Conditions()
                .and("m.state = ?", filter.state())
                .and("m.kind = ?", filter.kind())
                .search("q", filter.text(), "r.reference", List.of("m.searchText"));
    }
}
