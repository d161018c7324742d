package de.digitallotsen.settings;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * Whether anybody has used a period. Claims and carry-overs need no look of their own: the ones hold spent entries of
 * its ledger, the others are entries.
 */
@ApplicationScoped
class PeriodUse {

    private final EntityManager database;
    private final FundingPeriods periods;
    private final Seminars seminars;

    PeriodUse(EntityManager database, FundingPeriods periods, Seminars seminars) {
        this.database = database;
        this.periods = periods;
        this.seminars = seminars;
    }

    /** What speaks against withdrawing it, in sentences; none if nobody has used it and it is not the only one. */
    List<String> of(FundingPeriod period) {
        List<String> uses = new ArrayList<>();
        add(uses, "seminars", seminars.countWithin(period.firstDay(), period.lastDay()));
        add(uses, "registrations", count("select count(r) from Registration r where r.periodId = ?1", period.id()));
        add(
                uses,
                "entries",
                count(
                        "select count(e) from BudgetEntry e where e.periodId = ?1 and e.type <> ALLOCATION",
                        period.id()));
        if (periods.inOrder().stream().allMatch(other -> other.id().equals(period.id()))) {
            uses.add(Messages.text("period.used.only"));
        }
        return uses;
    }

    private static void add(List<String> uses, String what, long number) {
        if (number > 0) {
            uses.add(Messages.text("period.used." + what, "n", number));
        }
    }

    private long count(String query, long periodId) {
        return database.createQuery(query, Long.class).setParameter(1, periodId).getSingleResult();
    }
}
