package de.digitallotsen.claim;

import java.time.Clock;
import java.util.List;

import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;

/**
 * The NSI gathers what is spent and not yet claimed into a claim. Whoever gathers draws a number first, and its row
 * lets one after the other through; the schema lets each entry into one claim only.
 */
@UseCase
public class PrepareClaim {

    private final ClaimSearch search;
    private final Claims claims;
    private final Clock clock;
    private final ClaimSteps steps;

    PrepareClaim(ClaimSearch search, Claims claims, Clock clock, ClaimSteps steps) {
        this.search = search;
        this.claims = claims;
        this.clock = clock;
        this.steps = steps;
    }

    /**
     * @param periodId null means the current one
     * @param seminars whose money; null or empty means all
     */
    public record Command(Long periodId, List<Long> seminars) {}

    /**
     * @return the id of the claim
     * @throws RefusedException NOT_FOUND without such a period; NOTHING_TO_CLAIM; CLAIM_NOT_POSITIVE if corrections
     *     take back as much as was spent, or more
     */
    public long handle(Actor actor, Command command) {
        actor.require(Role.NSI);
        FundingPeriod period = search.period(command.periodId());
        String number = claims.nextNumber(period);
        List<Long> entries =
                claims.openEntries(period.id(), command.seminars() == null ? List.of() : command.seminars());
        Claim.Sums sums = claims.sums(period.id(), null, entries);
        check(entries, sums);
        Claim claim = Claim.prepare(actor, period, number, sums, clock.instant());
        claims.persistAndFlush(claim);
        claims.gather(claim.id(), entries);
        steps.told(actor, ClaimAct.PREPARED, claim, null);
        return claim.id();
    }

    static void check(List<Long> entries, Claim.Sums sums) {
        if (entries.isEmpty()) {
            throw new RefusedException(ClaimRefusal.NOTHING_TO_CLAIM);
        }
        if (sums.amount() <= 0) {
            throw new RefusedException(ClaimRefusal.CLAIM_NOT_POSITIVE, "amount", new Money(sums.amount()));
        }
    }
}
