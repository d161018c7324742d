package de.digitallotsen.registration;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.ActorNames;
import de.digitallotsen.shared.Conditions;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Finds registrations: personnel staff their own Kommune's, the NSI all of them (R25). The Ministry sees none. */
@ApplicationScoped
public class RegistrationSearch {

    /** People who were replaced are found, too: the caller knows no other name. */
    private static final List<String> SEARCHED = List.of(
            "p.searchText",
            "k.searchText",
            "exists (select 1 from RegistrationEvent e join e.earlierParticipant was where e.registrationId = r.id"
                    + " and was.searchText like ?)");

    private static final String ROW =
            "select r, (select count(w) from Registration w where w.seminar = r.seminar and w.status = WAITING"
                    + " and r.status = WAITING and w.id <= r.id)"
                    + " from Registration r join fetch r.seminar s join fetch r.kommune k"
                    + " join fetch r.participant p where ";

    private static final String JOINED =
            "from Registration r join r.seminar s join r.kommune k join r.participant p where ";

    private static final String HISTORY = "select e from RegistrationEvent e left join fetch e.earlierParticipant left"
            + " join fetch e.earlierSeminar where ";

    private final EntityManager database;
    private final Registrations registrations;
    private final FirstPersons firstPersons;
    private final ActorNames names;

    RegistrationSearch(
            EntityManager database, Registrations registrations, FirstPersons firstPersons, ActorNames names) {
        this.database = database;
        this.registrations = registrations;
        this.firstPersons = firstPersons;
        this.names = names;
    }

    /** Which registrations; null means no limit. */
    public record Filter(RegistrationStatus status, Long seminarId, String kommuneArs, String text) {
        public static Filter all() {
            return new Filter(null, null, null, null);
        }

        /** Participants and waiting list of one seminar. */
        public static Filter ofSeminar(long seminarId) {
            return new Filter(null, seminarId, null, null);
        }
    }

    /**
     * A registration as it is shown.
     *
     * @param waitingPosition counted from 1; null unless it waits
     */
    public record RegistrationView(Registration registration, Integer waitingPosition) {}

    /** Orders of a list. */
    public enum Order {
        /** Newest first. */
        NEWEST("r.id desc"),
        /** Confirmed first, then the waiting list in order of receipt, then the rest. */
        SEMINAR_LIST("case r.status when CONFIRMED then 0 when ATTENDED then 0 when NO_SHOW then 1 when WAITING"
                + " then 2 else 3 end, r.id"),
        NAME("p.lastName, p.firstName, r.id"),
        KOMMUNE("k.displayName, p.lastName, r.id");

        private final String clause;

        Order(String clause) {
            this.clause = clause;
        }
    }

    /** The registrations that match and that exist for the actor. */
    public Page<RegistrationView> find(Actor actor, Filter filter, Order order, Page.Request page) {
        actor.require(Role.KOMMUNE, Role.NSI);
        Conditions conditions = conditions(actor, filter);
        // Whatever is fetched along cannot be counted along.
        long total = conditions
                .bindTo(database.createQuery("select count(r) " + JOINED + conditions.sql(), Long.class))
                .getSingleResult();
        List<Object[]> rows = conditions
                .bindTo(database.createQuery(ROW + conditions.sql() + " order by " + order.clause, Object[].class))
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        return new Page<>(
                rows.stream()
                        .map(row -> view((Registration) row[0], (Long) row[1]))
                        .toList(),
                page.page(),
                page.size(),
                total);
    }

    private static RegistrationView view(Registration registration, Long position) {
        return new RegistrationView(
                registration, registration.status() == RegistrationStatus.WAITING ? position.intValue() : null);
    }

    /** One registration; another Kommune's does not exist (R25). */
    public RegistrationView require(Actor actor, String reference) {
        actor.require(Role.KOMMUNE, Role.NSI);
        Registration registration = registrations.require(actor, reference);
        return view(
                registration,
                registration.status() == RegistrationStatus.WAITING
                        ? (long) registrations.waitingPosition(
                                registration.seminar().id(), registration.id())
                        : null);
    }

    /** The id itself if there is such a seminar, else NOT_FOUND: a list of nothing would hide a mistyped address. */
    public long requireSeminar(long id) {
        if (database.createQuery("select count(s) from Seminar s where s.id = :id", Long.class)
                        .setParameter("id", id)
                        .getSingleResult()
                == 0) {
            throw new RefusedException(AccessRefusal.NOT_FOUND);
        }
        return id;
    }

    /**
     * The last day until which it waits because somebody of its Kommune is funded already and only first persons are;
     * else null.
     */
    public LocalDate laterUntil(Registration registration) {
        return firstPersons.laterUntil(registration);
    }

    /** What happened to a registration, oldest first. */
    public List<RegistrationEvent> history(Registration registration) {
        return named(database.createQuery(HISTORY + "e.registrationId = :id order by e.id", RegistrationEvent.class)
                .setParameter("id", registration.id())
                .getResultList());
    }

    /** With the names of those who acted (R26). */
    private List<RegistrationEvent> named(List<RegistrationEvent> events) {
        Map<Long, String> byAccount = names.of(events.stream()
                .map(RegistrationEvent::actorId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return events.stream()
                .map(event -> event.by(event.actorId() == null ? null : byAccount.get(event.actorId())))
                .toList();
    }

    /**
     * How many people had the place of a registration before this one (R16): 0 for the first. Who was only written
     * differently is no other person.
     */
    public int peopleBefore(Registration registration, long participantId) {
        int before = 0;
        for (RegistrationEvent event : history(registration)) {
            Participant was = event.earlierParticipant();
            if (was != null && was.id() == participantId) {
                return before;
            }
            before += event.kind() == RegistrationEvent.Kind.SUBSTITUTED ? 1 : 0;
        }
        return before;
    }

    /** What happened to several registrations, by registration id, oldest first. */
    public Map<Long, List<RegistrationEvent>> histories(List<Long> ids) {
        Map<Long, List<RegistrationEvent>> histories = new HashMap<>();
        if (!ids.isEmpty()) {
            named(database.createQuery(HISTORY + "e.registrationId in :ids order by e.id", RegistrationEvent.class)
                            .setParameter("ids", ids)
                            .getResultList())
                    .forEach(e -> histories
                            .computeIfAbsent(e.registrationId(), id -> new ArrayList<>())
                            .add(e));
        }
        return histories;
    }

    private static Conditions conditions(Actor actor, Filter filter) {
        Conditions conditions = new Conditions();
        if (actor.is(Role.KOMMUNE)) {
            if (filter.kommuneArs() != null && !actor.mayActFor(filter.kommuneArs())) {
                throw new RefusedException(AccessRefusal.NOT_FOUND);
            }
            conditions.in("k.ars", actor.kommunen());
        }
        return conditions
                .and("k.ars = ?", filter.kommuneArs())
                .and("r.status = ?", filter.status())
                .and("s.id = ?", filter.seminarId())
                .search("q", filter.text(), "r.reference", SEARCHED);
    }
}
