package de.digitallotsen.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.UseCase;
import jakarta.persistence.EntityManager;
import org.jboss.logging.Logger;

/**
 * Seals the next entries of the trail, after the fact: those who change something wait for nobody. Ids are given in one
 * order and committed in another, so an entry is sealed only when it is older than any transaction can be; whatever has
 * a lower id is then committed too, or will never come. So its number is certain, too, and it gets it now (R34).
 */
@UseCase
public class SealAuditTrail {

    private static final Logger LOG = Logger.getLogger(SealAuditTrail.class);

    private final EntityManager database;
    private final FormerSeals former;
    private final AuditNumbers numbers;
    private final Clock clock;
    private final Duration settled;
    private final int most;

    SealAuditTrail(
            EntityManager database, FormerSeals former, AuditNumbers numbers, Clock clock, AuditSettings settings) {
        this.database = database;
        this.former = former;
        this.numbers = numbers;
        this.clock = clock;
        this.settled = settings.sealAfter();
        this.most = settings.sealMost();
    }

    /**
     * One seal; how many entries it holds, 0 if there was nothing to seal. Of two portals that seal at once, one fails
     * at the unique beginning.
     */
    public int handle(Actor actor) {
        actor.require();
        AuditSeal last = last();
        Instant limit = clock.instant().minus(settled);
        List<AuditEntry> next = database.createQuery(
                        "select e from AuditEntry e where e.id > :last order by e.id", AuditEntry.class)
                .setParameter("last", last == null ? 0L : last.toId())
                .setMaxResults(most)
                .getResultList();
        List<AuditEntry> sealed =
                next.stream().takeWhile(entry -> entry.at().isBefore(limit)).toList();
        if (!sealed.isEmpty()) {
            AuditSeal seal = AuditSeal.over(last, former.lastHash(), sealed, clock.instant());
            database.persist(seal);
            long first = numbers.give(sealed);
            // The log leaves the machine by another way than the database: whoever rewrites the chain does not reach it
            // there.
            LOG.infof("Audit trail sealed from %d to %d: %s", first, first + sealed.size() - 1, seal.hash());
        }
        return sealed.size();
    }

    private AuditSeal last() {
        return database.createQuery("select s from AuditSeal s order by s.id desc", AuditSeal.class)
                .setMaxResults(1)
                .getResultStream()
                .findFirst()
                .orElse(null);
    }
}
