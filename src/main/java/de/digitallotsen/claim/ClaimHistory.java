package de.digitallotsen.claim;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.ActorNames;
import de.digitallotsen.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Every act on a claim, none overwritten: a claim that was sent back was submitted twice, and both stand here. */
@ApplicationScoped
public class ClaimHistory {

    private final EntityManager database;
    private final ActorNames names;

    ClaimHistory(EntityManager database, ActorNames names) {
        this.database = database;
        this.names = names;
    }

    /**
     * One act.
     *
     * @param by the name of the account
     * @param amountCents what the claim asked for after it
     * @param remark why it was sent back; null for every other act
     */
    public record Line(ClaimAct act, Instant at, String by, long amountCents, String remark) {}

    /** Writes it down, in the transaction in which it happens. */
    void note(Actor actor, ClaimAct act, Claim claim, Instant now) {
        database.persist(new ClaimHistoryEntry(actor, act, claim, now));
    }

    /** In the order in which it happened. */
    List<Line> of(Claim claim) {
        List<ClaimHistoryEntry> entries = database.createQuery(
                        "select h from ClaimHistoryEntry h where h.claimId = :claim order by h.at, h.id",
                        ClaimHistoryEntry.class)
                .setParameter("claim", claim.id())
                .getResultList();
        Map<Long, String> byAccount = names.of(entries.stream()
                .map(ClaimHistoryEntry::actorId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        return entries.stream()
                .map(entry -> new Line(
                        entry.act(),
                        entry.at(),
                        byAccount.getOrDefault(entry.actorId(), Messages.text("deleted")),
                        entry.amountCents(),
                        entry.remark()))
                .toList();
    }
}
