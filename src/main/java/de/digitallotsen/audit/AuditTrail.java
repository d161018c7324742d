package de.digitallotsen.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;
import jakarta.persistence.TypedQuery;

/** Writes down every change in the transaction in which it happens (R26), and finds entries again. */
@ApplicationScoped
public class AuditTrail {

    private static final String REASON = "reason";

    private final EntityManager database;
    private final ObjectMapper json;
    private final Clock clock;

    AuditTrail(EntityManager database, ObjectMapper json, Clock clock) {
        this.database = database;
        this.json = json;
        this.clock = clock;
    }

    void record(@Observes Audited event) {
        AuditedChange change = event.audited();
        database.persist(new AuditEntry(
                clock.instant(), change, new AuditEntry.Content(write(change.before()), write(change.after()))));
    }

    private String write(Map<String, Object> values) {
        try {
            return values.isEmpty() ? null : json.writeValueAsString(values);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    /**
     * Which entries; null means no limit. Days are Berlin days, both included.
     *
     * @param person part of the name or the address of the account that did it
     */
    public record Filter(
            LocalDate from,
            LocalDate to,
            String action,
            String subjectType,
            String subjectId,
            Long actorId,
            String person) {
        public Filter(LocalDate from, LocalDate to, String action, String subjectType, String subjectId, Long actorId) {
            this(from, to, action, subjectType, subjectId, actorId, null);
        }
    }

    /**
     * One entry.
     *
     * @param actor how the one who did it is called; null for the portal itself
     * @param before a JSON object, or null
     * @param after a JSON object, or null
     */
    public record Line(
            long id,
            Instant at,
            Long actorId,
            String actor,
            Role role,
            String action,
            String subjectType,
            String subjectId,
            String before,
            String after) {
        /**
         * What the NSI gives as a reason may name a participant (R25); but why a seminar was called off everybody may
         * read.
         */
        private boolean mayNamePeople() {
            return role != Role.MINISTRY
                    && !"seminar".equals(subjectType)
                    && after != null
                    && after.contains("\"" + REASON + "\"");
        }

        private Line withAfter(String other) {
            return new Line(id, at, actorId, actor, role, action, subjectType, subjectId, before, other);
        }
    }

    /** The entries that match, newest first; for the NSI, and for the Ministry without what may name participants. */
    public Page<Line> find(Actor actor, Filter filter, Page.Request page) {
        actor.require(Role.NSI, Role.MINISTRY);
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        long total = bind(
                        database.createQuery(
                                "select count(e) from AuditEntry e left join User u on u.id = e.actorId where " + where,
                                Long.class),
                        parameters)
                .getSingleResult();
        TypedQuery<Line> rows = bind(
                database.createQuery(
                        "select new " + Line.class.getName()
                                + "(e.id, e.at, e.actorId, u.name, e.actorRole, e.action, e.subjectType,"
                                + " e.subjectId, e.before, e.after)"
                                + " from AuditEntry e left join User u on u.id = e.actorId where " + where
                                + " order by e.id desc",
                        Line.class),
                parameters);
        List<Line> found =
                rows.setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return new Page<>(
                actor.is(Role.MINISTRY) ? found.stream().map(this::withoutNames).toList() : found,
                page.page(),
                page.size(),
                total);
    }

    private Line withoutNames(Line line) {
        return line.mayNamePeople() ? line.withAfter(withheld(line.after())) : line;
    }

    private String withheld(String after) {
        try {
            return ((ObjectNode) json.readTree(after))
                    .put(REASON, Messages.text("reason.withheld"))
                    .toString();
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    /** Every action that has ever been noted, for a filter; by its key. */
    public List<String> actions(Actor actor) {
        actor.require(Role.NSI, Role.MINISTRY);
        return database.createQuery("select distinct e.action from AuditEntry e order by e.action", String.class)
                .getResultList();
    }

    private static String where(Filter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("1 = 1");
        add(
                where,
                parameters,
                "e.at >= :from",
                "from",
                filter.from() == null
                        ? null
                        : filter.from().atStartOfDay(German.BERLIN).toInstant());
        add(
                where,
                parameters,
                "e.at < :until",
                "until",
                filter.to() == null
                        ? null
                        : filter.to().plusDays(1).atStartOfDay(German.BERLIN).toInstant());
        add(where, parameters, "e.action = :action", "action", filter.action());
        add(where, parameters, "e.subjectType = :type", "type", filter.subjectType());
        add(where, parameters, "e.subjectId = :subject", "subject", filter.subjectId());
        add(where, parameters, "e.actorId = :actor", "actor", filter.actorId());
        add(
                where,
                parameters,
                "(u.name like :person escape '!' or u.email like :person escape '!')",
                "person",
                filter.person() == null ? null : "%" + filter.person().replaceAll("[!%_]", "!$0") + "%");
        return where.toString();
    }

    private static void add(
            StringBuilder where, Map<String, Object> parameters, String condition, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(condition);
            parameters.put(name, value);
        }
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
