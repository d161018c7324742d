package de.digitallotsen.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;

import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Throttle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.hibernate.query.NativeQuery;

/**
 * A registration makes the portal write to an address that somebody has typed. Places limit how many live ones there
 * are, but not how often one is made and cancelled again. So what is cancelled soon after it was made counts, for the
 * Kommune and for the address; beyond the limits of {@link SubstitutionSettings} the next registration waits.
 * Cancelling itself is always possible. Whoever never cancels costs no statement: the question travels with that for
 * the person.
 */
@ApplicationScoped
class RegistrationBrake {

    private static final String ASK = "select (select r.id from registration r where r.programme_id = :programme"
            + " and r.live_person = :person) as live_id, (select max(timestampdiff(second, :begin, t.window_start))"
            + " from throttle t where t.window_start > :begin and ((t.throttle_key = :ofKommune"
            + " and t.failures >= :mostOfKommune) or (t.throttle_key = :toAddress"
            + " and t.failures >= :mostToAddress))) as braked";

    private final EntityManager database;
    private final Throttle throttle;
    private final SubstitutionSettings settings;
    private final Clock clock;

    RegistrationBrake(EntityManager database, Throttle throttle, SubstitutionSettings settings, Clock clock) {
        this.database = database;
        this.throttle = throttle;
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What stands in the way of somebody new.
     *
     * @param liveId of the person's live registration in the programme (R4), or null
     * @param brakedFor seconds until the next registration; 0 if it need not wait
     */
    record Answer(Long liveId, long brakedFor) {}

    /** A plain read. The types are named, or Hibernate would ask the driver for them at every call. */
    Answer ask(long programmeId, String kommuneArs, String personKey) {
        NativeQuery<?> query = database.createNativeQuery(ASK).unwrap(NativeQuery.class);
        Object[] row = (Object[]) query.addScalar("live_id", Long.class)
                .addScalar("braked", Long.class)
                .setParameter("programme", programmeId)
                .setParameter("person", personKey)
                .setParameter("begin", begin())
                .setParameter("ofKommune", Hashes.sha256(ofKommune(kommuneArs)))
                .setParameter("mostOfKommune", settings.mostPerKommune())
                .setParameter("toAddress", Hashes.sha256(toAddress(personKey)))
                .setParameter("mostToAddress", settings.mostPerAddress())
                .getSingleResult();
        return new Answer((Long) row[0], row[1] == null ? 0 : Math.max(1, (Long) row[1]));
    }

    /** Counts one that is cancelled, if it was made lately. Before any other lock is taken; never refuses. */
    void countCancelled(Registration registration) {
        if (registration.registeredAt().isAfter(begin())) {
            throttle.countActs(
                    Map.of(
                            ofKommune(registration.kommune().ars()), Integer.MAX_VALUE,
                            toAddress(registration.personKey()), Integer.MAX_VALUE),
                    settings.within(),
                    RegistrationRefusal.TOO_MANY_REGISTRATIONS);
        }
    }

    /** @return TOO_MANY_REGISTRATIONS (429) with {@code retryAfter} in seconds */
    static RefusedException refused(long brakedFor) {
        return Throttle.refused(RegistrationRefusal.TOO_MANY_REGISTRATIONS, brakedFor);
    }

    private Instant begin() {
        return clock.instant().minus(settings.within());
    }

    private static String ofKommune(String ars) {
        return "cancelled registrations of " + ars;
    }

    private static String toAddress(String personKey) {
        return "cancelled registrations to " + personKey;
    }
}
