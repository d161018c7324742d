package de.digitallotsen.claim;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.PeriodChoice;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Conditions;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Finds claims, their lines, and what could be claimed; amounts in cents. A draft exists only for the NSI: for the
 * Ministry it is NOT_FOUND. Nobody else may ask.
 */
@ApplicationScoped
public class ClaimSearch {

    private static final String SPENT = " e.type in (SPENDING, CORRECTION) and e.spentCents <> 0 ";

    private final Claims claims;
    private final ClaimHistory history;
    private final PeriodChoice periods;
    private final EntityManager database;

    ClaimSearch(Claims claims, ClaimHistory history, PeriodChoice periods, EntityManager database) {
        this.claims = claims;
        this.history = history;
        this.periods = periods;
        this.database = database;
    }

    /** The claims of a period, or without one of all of them, newest first. */
    public Page<Claim> find(Actor actor, Long periodId, Page.Request page) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        Conditions conditions = new Conditions()
                .and("c.status <> ?", actor.readsAs(Role.MINISTRY) ? ClaimStatus.DRAFT : null)
                .and("c.period.id = ?", periodId);
        long total = conditions
                .bindTo(database.createQuery("select count(c) from Claim c where " + conditions.sql(), Long.class))
                .getSingleResult();
        // Not Conditions.page: a count must not fetch, and every line names its period.
        List<Claim> found = conditions
                .bindTo(database.createQuery(
                        "select c from Claim c join fetch c.period p join fetch p.programme where " + conditions.sql()
                                + " order by c.id desc",
                        Claim.class))
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        return new Page<>(found, page.page(), page.size(), total);
    }

    /** @throws RefusedException NOT_FOUND, for the Ministry also while it is a draft */
    public Claim require(Actor actor, long id) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        Claim claim = claims.one(id).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
        hideDraft(actor, claim);
        return claim;
    }

    static void hideDraft(Actor actor, Claim claim) {
        if (!actor.is(Role.NSI) && claim.status() == ClaimStatus.DRAFT) {
            throw new RefusedException(AccessRefusal.NOT_FOUND);
        }
    }

    /** The lines of a claim, in order of booking. */
    public List<ClaimLine.View> lines(Claim claim) {
        return database.createQuery(
                        "select new " + ClaimLine.View.class.getName()
                                + "(e.id, e.number, e.bookedAt, e.type, e.reference, e.kommuneArs, k.displayName, s.id,"
                                + " s.title, s.firstDay, r.feeCents * sign(e.spentCents), e.spentCents)"
                                + " from ClaimLine l join BudgetEntry e on e.id = l.entryId"
                                + " join Registration r on r.id = e.registrationId join r.seminar s"
                                + " join Kommune k on k.ars = e.kommuneArs"
                                + " where l.claimId = :claim order by e.id",
                        ClaimLine.View.class)
                .setParameter("claim", claim.id())
                .getResultList();
    }

    /** Every act on a claim, in the order in which it happened. */
    public List<ClaimHistory.Line> history(Claim claim) {
        return history.of(claim);
    }

    /** What was paid on these claims, by their ids; those that are not paid are missing. */
    public Map<Long, ClaimPayment> payments(Collection<Claim> of) {
        return of.isEmpty()
                ? Map.of()
                : database.createQuery("select p from ClaimPayment p where p.claimId in :claims", ClaimPayment.class)
                        .setParameter("claims", of.stream().map(Claim::id).toList())
                        .getResultStream()
                        .collect(Collectors.toMap(ClaimPayment::claimId, Function.identity()));
    }

    /** What was paid on a claim; null unless it is paid. */
    public ClaimPayment payment(Claim claim) {
        return payments(List.of(claim)).get(claim.id());
    }

    /**
     * What could be claimed for a seminar.
     *
     * @param entries how many lines of the ledger are spent and not yet claimed
     * @param amountCents their sum; negative where corrections take back more than was spent
     */
    public record Open(long seminarId, String title, LocalDate firstDay, long entries, long amountCents) {}

    /**
     * What is spent and not yet claimed, by seminar.
     *
     * @param but a claim whose lines count as not yet claimed, because it can be gathered anew; or null
     */
    public List<Open> open(Actor actor, long periodId, Claim but) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        return database.createQuery(
                        "select new " + Open.class.getName()
                                + "(s.id, s.title, s.firstDay, count(e), sum(e.spentCents))"
                                + " from BudgetEntry e join Registration r on r.id = e.registrationId"
                                + " join r.seminar s where e.periodId = :period and"
                                + SPENT
                                + "and not exists (select 1 from ClaimLine l where l.entryId = e.id"
                                + " and l.claimId <> :but) group by s.id, s.title, s.firstDay"
                                + " order by s.firstDay, s.id",
                        Open.class)
                .setParameter("period", periodId)
                .setParameter("but", but == null ? -1L : but.id())
                .getResultList();
    }

    /**
     * What is spent and not yet claimed in a period, in cents; negative where more was claimed than is still owed.
     *
     * @param since when the oldest of it was booked
     */
    public record OpenSum(long periodId, String period, long amountCents, Instant since) {}

    /** Periods in which something is spent and not yet claimed, in order. */
    public List<OpenSum> openSums(Actor actor) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        return database.createQuery(
                        "select new " + OpenSum.class.getName()
                                + "(p.id, p.name, sum(e.spentCents), min(e.bookedAt)) from BudgetEntry e"
                                + " join FundingPeriod p on p.id = e.periodId where"
                                + SPENT
                                + "and not exists (select 1 from ClaimLine l where l.entryId = e.id)"
                                + " group by p.id, p.name, p.firstDay order by p.firstDay",
                        OpenSum.class)
                .getResultList();
    }

    /**
     * A claim that waits for its next step.
     *
     * @param submittedAt null while it is a draft
     */
    record Waiting(
            long id, String number, ClaimStatus status, long amountCents, Long approvedBy, Instant submittedAt) {}

    /** The claims that stand there, oldest first. */
    List<Waiting> waiting(Actor actor, List<ClaimStatus> statuses) {
        actor.requireToRead(Role.NSI, Role.MINISTRY);
        return database.createQuery(
                        "select new " + Waiting.class.getName()
                                + "(c.id, c.number, c.status, c.amountCents, c.approvedBy, c.submittedAt)"
                                + " from Claim c"
                                + " where c.status in :statuses order by c.id",
                        Waiting.class)
                .setParameter("statuses", statuses)
                .getResultList();
    }

    /** The period that an address asks for, or all of them together. */
    public ChosenPeriod chosen(String asked) {
        return periods.readOneOrAll(asked, null);
    }

    /** The same where they cannot be looked at together. */
    public ChosenPeriod one(String asked) {
        return periods.read(asked);
    }

    /**
     * The period with that id; null means the current one.
     *
     * @throws RefusedException UNKNOWN_PERIOD
     */
    public FundingPeriod period(Long id) {
        return periods.require(id);
    }
}
