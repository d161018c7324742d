package de.digitallotsen.registration;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

import de.digitallotsen.budget.Budget;
import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.shared.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.hibernate.query.NativeQuery;

/**
 * While the Ministry has only the first person of each Kommune funded: whose turn it is, and who waits without being in
 * anybody's way. The first person is whoever gets the money first; a place used in an earlier period counts, as far as
 * it counts (R3).
 */
@ApplicationScoped
class FirstPersons {

    private static final long NONE = -1;
    private static final String SCOPE = "if(g.cap_scope = 'PROGRAMME', 0, f.id)";
    private static final String FUNDED = "select coalesce(k.successor_ars, k.ars) as ars from funding_period f"
            + " join programme g on g.id = f.programme_id"
            + " join registration r on r.programme_id = f.programme_id and r.place_scope = " + SCOPE
            + " join kommune k on k.ars = r.kommune_ars"
            + " where f.id = ?1 and r.status in ('CONFIRMED', 'ATTENDED') and r.subsidy_cents > 0"
            + " and r.id <> ?2"
            + " union select coalesce(k.successor_ars, k.ars) from funding_period f"
            + " join programme g on g.id = f.programme_id"
            + " join place p on p.programme_id = f.programme_id and p.scope = " + SCOPE
            + " join kommune k on k.ars = p.kommune_ars"
            + " where f.id = ?1 and p.earlier_use is not null and not p.withdrawn";

    private final EntityManager database;
    private final Registrations registrations;
    private final Budget budget;
    private final Clock clock;

    FirstPersons(EntityManager database, Registrations registrations, Budget budget, Clock clock) {
        this.database = database;
        this.registrations = registrations;
        this.budget = budget;
        this.clock = clock;
    }

    /**
     * Whether first persons are preferred, and over whom.
     *
     * @param until the last day; null if everybody is funded in order of receipt
     * @param funded Kommunen, by who acts for them today, of which somebody is funded
     */
    record Preference(LocalDate until, Set<String> funded) {
        static final Preference OFF = new Preference(null, Set.of());

        boolean isOn() {
            return until != null;
        }

        AdmissionFacts.Turn turnOf(Kommune kommune) {
            String successor = kommune.lastSuccessor().ars();
            return new AdmissionFacts.Turn(successor, until, funded.contains(successor));
        }

        /** True if it waits for the day after, and holds back nobody until then. */
        boolean isLater(Registration registration) {
            return isOn()
                    && registration.subsidyCents() > 0
                    && funded.contains(registration.kommune().lastSuccessor().ars());
        }
    }

    /** Whether first persons are preferred in a period. */
    Preference of(long periodId) {
        return of(periodId, budget.standing(periodId).firstPersonsUntil(), NONE);
    }

    /** The same, when the books have just been read. */
    Preference of(long periodId, Budget.Standing standing) {
        return of(periodId, standing.firstPersonsUntil(), NONE);
    }

    private Preference of(long periodId, LocalDate until, long except) {
        if (until == null || SystemClock.today(clock).isAfter(until)) {
            return Preference.OFF;
        }
        return new Preference(until, funded(periodId, except));
    }

    /** Kommunen of which somebody is funded out of what counts for this period, by who acts for them today. */
    Set<String> fundedKommunen(long periodId) {
        return funded(periodId, NONE);
    }

    private Set<String> funded(long periodId, long except) {
        List<?> ars = database.createNativeQuery(FUNDED, String.class)
                .unwrap(NativeQuery.class)
                .addScalar("ars", String.class)
                .setParameter(1, periodId)
                .setParameter(2, except)
                .getResultList();
        Set<String> funded = new HashSet<>();
        ars.forEach(key -> funded.add((String) key));
        return funded;
    }

    /** The last day until which a registration waits because it is not its Kommune's first; null if it does not. */
    LocalDate laterUntil(Registration registration) {
        if (registration.status() != RegistrationStatus.WAITING) {
            return null;
        }
        Preference preference = of(registration.periodId());
        return preference.isLater(registration) ? preference.until() : null;
    }

    /** How many wait in a seminar, and are in the way of somebody new. */
    int aheadForSeat(Preference preference, Seminar seminar) {
        return preference.isOn()
                ? (int) registrations.waitingOf(seminar.id()).stream()
                        .filter(waiting -> !preference.isLater(waiting))
                        .count()
                : seminar.waitingCount();
    }

    /**
     * How many wait for money of a period, could still be promoted by the portal, and are in the way of somebody new.
     */
    int aheadForFunds(Preference preference, long periodId) {
        return preference.isOn()
                ? (int) registrations.waitingInOrder(periodId, null, clock.instant()).stream()
                        .filter(waiting -> !preference.isLater(waiting))
                        .count()
                : registrations.countPromotableForFunds(periodId, clock.instant());
    }

    /**
     * True if only first persons are funded and nobody waits in the seminar who would be overtaken; its row is locked.
     * False also if the preference has just ended: then those who wait are to be counted anew.
     */
    boolean onlyLaterPersonsWait(Seminar seminar, long periodId) {
        Preference preference = of(periodId);
        return preference.isOn() && aheadForSeat(preference, seminar) == 0;
    }

    /**
     * Whether a newcomer may be funded now (R14): nobody waits for it, and it is the Kommune's turn. The budget's row
     * is locked.
     */
    boolean mayBeFunded(Registration newcomer) {
        Preference preference =
                of(newcomer.periodId(), budget.standing(newcomer.periodId()).firstPersonsUntil(), newcomer.id());
        return !preference.isLater(newcomer) && aheadForFunds(preference, newcomer.periodId()) == 0;
    }
}
