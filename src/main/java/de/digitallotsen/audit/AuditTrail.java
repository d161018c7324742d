package de.digitallotsen.audit;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Conditions;
import de.digitallotsen.shared.Happenings;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.persistence.EntityManager;

/** Writes down every change in the transaction in which it happens (R26), and finds entries again. */
@ApplicationScoped
public class AuditTrail {

    private static final String REASON = "reason";

    private final EntityManager database;
    private final AuditTexts texts;
    private final ObjectMapper json;
    private final Clock clock;
    private final Happenings happenings;

    AuditTrail(EntityManager database, AuditTexts texts, ObjectMapper json, Clock clock, Happenings happenings) {
        this.database = database;
        this.texts = texts;
        this.json = json;
        this.clock = clock;
        this.happenings = happenings;
    }

    /** What is only rehearsed (R29) is not even written: all of it is taken back. */
    void record(@Observes Audited event) {
        if (happenings.areRehearsed()) {
            return;
        }
        AuditedChange change = event.audited();
        AuditTexts.Apart apart = texts.apart(change.before(), change.after());
        AuditEntry entry = new AuditEntry(
                clock.instant(), change, new AuditEntry.Content(write(apart.before()), write(apart.after())));
        database.persist(entry);
        texts.keep(entry.id(), apart);
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
     * @param subjectId its number or key, or a part of a reference
     * @param person words of the name or the address of the account that did it
     * @param number of the entry itself, the one of today or the former one
     */
    public record Filter(
            LocalDate from,
            LocalDate to,
            String action,
            String subjectType,
            String subjectId,
            Long actorId,
            String person,
            Long number) {
        public Filter(LocalDate from, LocalDate to, String action, String subjectType, String subjectId, Long actorId) {
            this(from, to, action, subjectType, subjectId, actorId, null, null);
        }
    }

    /**
     * One entry.
     *
     * @param id for programs; has gaps
     * @param number its place in the chain, 1, 2, 3 … without a gap (R34); null until it is sealed
     * @param formerNumber what was shown as its number before numbers had no gaps; null for what was noted since
     * @param actor how the one who did it is called; null for the portal itself
     * @param before a JSON object, or null
     * @param after a JSON object, or null
     */
    public record Line(
            long id,
            Long number,
            Long formerNumber,
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
            return (role == null || !role.readsAs(Role.MINISTRY))
                    && !"seminar".equals(subjectType)
                    && after != null
                    && after.contains("\"" + REASON + "\"");
        }

        private Line withAfter(String other) {
            return saying(before, other);
        }

        /** The same with other values. */
        Line saying(String otherBefore, String otherAfter) {
            return new Line(
                    id,
                    number,
                    formerNumber,
                    at,
                    actorId,
                    actor,
                    role,
                    action,
                    subjectType,
                    subjectId,
                    otherBefore,
                    otherAfter);
        }

        /** The former number where people would look for another one. */
        public Long otherNumber() {
            return formerNumber == null || formerNumber.equals(number) ? null : formerNumber;
        }
    }

    /**
     * The entries that match, newest first; for the NSI, and for the Ministry and auditors without what may name
     * participants.
     */
    public Page<Line> find(Actor actor, Filter filter, Page.Request page) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        Page<Line> found = conditions(filter)
                .page(
                        database,
                        Line.class,
                        "select new " + Line.class.getName()
                                + "(e.id, n.number, e.formerNumber, e.at, e.actorId, u.name, e.actorRole, e.action,"
                                + " e.subjectType, e.subjectId, e.before, e.after)",
                        "AuditEntry e left join AuditNumber n on n.entryId = e.id"
                                + " left join User u on u.id = e.actorId",
                        "e.id desc",
                        page);
        List<Line> lines = texts.fill(found.items());
        return new Page<>(
                actor.readsAs(Role.MINISTRY)
                        ? lines.stream().map(this::withoutNames).toList()
                        : lines,
                found.page(),
                found.size(),
                found.total());
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
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        return database.createQuery("select distinct e.action from AuditEntry e order by e.action", String.class)
                .getResultList();
    }

    private static Conditions conditions(Filter filter) {
        return new Conditions()
                .onDays("e.at", filter.from(), filter.to())
                .and("e.action = ?", filter.action())
                .and("e.subjectType = ?", filter.subjectType())
                .numbered("e.subjectId", filter.subjectId())
                .and("e.actorId = ?", filter.actorId())
                .and("(n.number = ? or e.formerNumber = ?)", filter.number())
                .search("person", filter.person(), "u.searchText");
    }
}
