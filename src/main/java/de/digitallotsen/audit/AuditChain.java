package de.digitallotsen.audit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;

/**
 * Works the chain of seals out again from the entries as they stand: what was removed, changed or added behind it
 * shows.
 */
@ApplicationScoped
public class AuditChain {

    /**
     * An entry that has not been sealed for so long stands outside the chain: the job has stopped, or seals are
     * missing.
     */
    private static final Duration LONGEST_OPEN = Duration.ofHours(1);

    private static final int SEALS_AT_ONCE = 20;
    private static final int MOST_BREAKS = 20;

    private final EntityManager database;
    private final AuditTexts texts;
    private final FormerSeals former;
    private final AuditNumbers numbers;
    private final Clock clock;
    private final Duration settled;

    AuditChain(
            EntityManager database,
            AuditTexts texts,
            FormerSeals former,
            AuditNumbers numbers,
            Clock clock,
            AuditSettings settings) {
        this.database = database;
        this.texts = texts;
        this.former = former;
        this.numbers = numbers;
        this.clock = clock;
        this.settled = settings.sealAfter();
    }

    /**
     * A seal that does not hold any more.
     *
     * @param fromNumber the first number of an entry in it; 0 if there is none
     * @param toNumber the last one
     * @param entries found where {@code sealed} were sealed
     */
    public record Break(
            long fromId, long toId, long fromNumber, long toNumber, Instant sealedAt, int sealed, int entries) {
        static Break of(AuditSeal seal, AuditNumbers.Range range, int found) {
            return new Break(
                    seal.fromId(), seal.toId(), range.first(), range.last(), seal.sealedAt(), seal.entries(), found);
        }
    }

    /**
     * What the check found.
     *
     * @param at when
     * @param intact true if every seal holds and nothing old stands outside
     * @param seals how many there are
     * @param sealed entries in them
     * @param open entries not sealed yet
     * @param overdue of those, the ones that should have been sealed long ago
     * @param lastHash of the last seal, to be compared with the log or a print; null if there is none
     * @param breaks seals that do not hold, the first twenty
     */
    public record Result(
            Instant at,
            boolean intact,
            long seals,
            long sealed,
            long open,
            long overdue,
            String lastHash,
            List<Break> breaks) {}

    /** For the NSI and the Ministry. */
    public Result check(Actor actor) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        return check();
    }

    /** For the operator. Reads every entry once, a few seals at a time. */
    @Transactional
    Result check() {
        List<Break> breaks = new ArrayList<>(former.breaks());
        String beginning = former.lastHash();
        AuditSeal previous = null;
        long seals = 0;
        long sealed = 0;
        long number = 0;
        for (List<AuditSeal> some = sealsAfter(0); !some.isEmpty(); some = sealsAfter(seals)) {
            for (AuditSeal seal : some) {
                List<AuditEntry> entries = entries(seal);
                AuditNumbers.Range range = numbers.of(seal.fromId(), seal.toId(), entries, number);
                if (!(holds(seal, previous, beginning, entries) && range.whole()) && breaks.size() < MOST_BREAKS) {
                    breaks.add(Break.of(seal, range, entries.size()));
                }
                previous = seal;
                number = Math.max(number, range.last());
                seals++;
                sealed += entries.size();
                database.clear();
            }
        }
        long last = previous == null ? 0 : previous.toId();
        Instant longAgo = clock.instant().minus(settled).minus(LONGEST_OPEN);
        // Sealed in the order of ids: as long as the first one has not settled, those behind it wait rightly.
        long overdue = firstOpen(last)
                .filter(entry -> entry.at().isBefore(longAgo))
                .map(entry -> open(last, longAgo))
                .orElse(0L);
        return new Result(
                clock.instant(),
                breaks.isEmpty() && overdue == 0,
                seals,
                sealed,
                open(last, clock.instant().plus(LONGEST_OPEN)),
                overdue,
                previous == null ? null : previous.hash(),
                breaks);
    }

    private boolean holds(AuditSeal seal, AuditSeal previous, String beginning, List<AuditEntry> entries) {
        return seal.holds(
                        previous,
                        beginning,
                        entries.stream().map(AuditEntry::canonicalText).toList())
                && texts.fit(entries);
    }

    private List<AuditSeal> sealsAfter(long number) {
        return database.createQuery("select s from AuditSeal s order by s.id", AuditSeal.class)
                .setFirstResult((int) number)
                .setMaxResults(SEALS_AT_ONCE)
                .getResultList();
    }

    private List<AuditEntry> entries(AuditSeal seal) {
        return database.createQuery(
                        "select e from AuditEntry e where e.id between :from and :to order by e.id", AuditEntry.class)
                .setParameter("from", seal.fromId())
                .setParameter("to", seal.toId())
                .getResultList();
    }

    private Optional<AuditEntry> firstOpen(long lastSealed) {
        return database.createQuery("select e from AuditEntry e where e.id > :last order by e.id", AuditEntry.class)
                .setParameter("last", lastSealed)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    private long open(long lastSealed, Instant before) {
        return database.createQuery(
                        "select count(e) from AuditEntry e where e.id > :last and e.at < :before", Long.class)
                .setParameter("last", lastSealed)
                .setParameter("before", before)
                .getSingleResult();
    }
}
