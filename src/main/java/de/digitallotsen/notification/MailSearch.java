package de.digitallotsen.notification;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import de.digitallotsen.registration.Reference;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Finds mails, for the NSI only: they hold names and amounts of every Kommune. */
@ApplicationScoped
public class MailSearch {

    private static final int LONGEST_QUERY = 100;
    private static final String FROM = " from OutboxMail m left join Registration r on r.id = m.registrationId where ";

    private final EntityManager database;
    private final Clock clock;

    MailSearch(EntityManager database, Clock clock) {
        this.database = database;
        this.clock = clock;
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

    /**
     * How things stand: mails that wait, mails that failed, occasions without mails yet, and since when the oldest of
     * all these has waited.
     */
    public record Backlog(long pending, long failed, long occasions, Duration oldest) {}

    /** The mails that match, newest first. */
    public Page<Line> find(Actor actor, Filter filter, Page.Request page) {
        actor.require(Role.NSI);
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        long total = bind(database.createQuery("select count(m)" + FROM + where, Long.class), parameters)
                .getSingleResult();
        List<Line> lines = bind(
                        database.createQuery(select() + FROM + where + " order by m.id desc", Line.class), parameters)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        return new Page<>(lines, page.page(), page.size(), total);
    }

    /** @throws RefusedException NOT_FOUND */
    public Full require(Actor actor, long id) {
        actor.require(Role.NSI);
        Line line = database.createQuery(select() + FROM + "m.id = :id", Line.class)
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

    /** How things stand, whoever asks. */
    Backlog backlog() {
        long pending = database.createQuery(
                        "select count(m) from OutboxMail m where m.state in (PENDING, SENDING)", Long.class)
                .getSingleResult();
        long failed = database.createQuery("select count(m) from OutboxMail m where m.state = FAILED", Long.class)
                .getSingleResult();
        long occasions = database.createQuery(
                        "select count(o) from MailOccasion o where o.handledAt is null", Long.class)
                .getSingleResult();
        Instant now = clock.instant();
        Instant oldestMail = database.createQuery(
                        "select min(m.createdAt) from OutboxMail m where m.state in (PENDING, SENDING)", Instant.class)
                .getSingleResult();
        Instant oldestOccasion = database.createQuery(
                        "select min(o.occurredAt) from MailOccasion o where o.handledAt is null", Instant.class)
                .getSingleResult();
        Instant oldest = Stream.of(oldestMail, oldestOccasion)
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(now);
        return new Backlog(pending, failed, occasions, Duration.between(oldest, now));
    }

    private static String select() {
        return "select new " + Line.class.getName()
                + "(m.id, m.kind, m.audience, m.recipient, m.subject, r.reference, m.state, m.attempts,"
                + " m.nextAttemptAt, m.lastError, m.createdAt, m.sentAt)";
    }

    private static String where(Filter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("1 = 1");
        if (filter.state() != null) {
            where.append(" and m.state = :state");
            parameters.put("state", filter.state());
        }
        if (filter.kind() != null) {
            where.append(" and m.kind = :kind");
            parameters.put("kind", filter.kind());
        }
        Input input = new Input();
        String text = input.optional("q", "Suchtext", filter.text(), LONGEST_QUERY);
        input.throwIfWrong();
        if (text != null) {
            where.append(" and (m.recipient like :text escape '!' or m.subject like :text escape '!'"
                    + " or r.reference = :reference)");
            parameters.put(
                    "text", "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
            parameters.put("reference", Reference.parse(text).orElse(""));
        }
        return where.toString();
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
