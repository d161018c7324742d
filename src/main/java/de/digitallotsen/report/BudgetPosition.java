package de.digitallotsen.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;

import de.digitallotsen.funding.Budget;
import de.digitallotsen.funding.BudgetReport;
import de.digitallotsen.funding.BudgetTotals;
import de.digitallotsen.funding.FundingPeriod;
import de.digitallotsen.funding.FundingPeriods;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Singleton;
import jakarta.persistence.EntityManager;

/** The money of the current period, now or at the end of any past day, for those who watch it. */
@ApplicationScoped
public class BudgetPosition {

    private final FundingPeriods periods;
    private final Books books;
    private final Clock clock;
    private final EntityManager database;

    BudgetPosition(FundingPeriods periods, Books books, Clock clock, EntityManager database) {
        this.periods = periods;
        this.books = books;
        this.clock = clock;
        this.database = database;
    }

    /** Running totals and ledger. */
    @Singleton
    static class Books {
        private final Budget budget;
        private final BudgetReport report;

        Books(Budget budget, BudgetReport report) {
            this.budget = budget;
            this.report = report;
        }
    }

    /**
     * The position of a period.
     *
     * @param at                 the instant for which it holds
     * @param totals             in cents
     * @param fundedRegistrations whose money is reserved or spent
     * @param waitingForFunds    registrations that wait for money
     */
    public record Position(FundingPeriod period, Instant at, BudgetTotals totals, long fundedRegistrations, long waitingForFunds) {
    }

    /**
     * @param asOf a Berlin day, at whose end the position is asked for; null, today and later mean now
     * @throws RefusedException NOT_FOUND if there is no period at all
     */
    public Position of(Actor actor, LocalDate asOf) {
        actor.require(Role.NSI, Role.MINISTRY);
        FundingPeriod period = currentPeriod();
        Instant now = clock.instant();
        if (asOf == null || !asOf.isBefore(German.berlinDay(now))) {
            Budget.Standing standing = books.budget.standing(period.id());
            return new Position(period, now, standing.totals(), books.report.position(period.id(), null).fundedRegistrations(), standing.waitingForFunds());
        }
        Instant end = asOf.plusDays(1).atStartOfDay(German.BERLIN).toInstant();
        BudgetReport.Position then = books.report.position(period.id(), asOf);
        return new Position(period, end, then.totals(), then.fundedRegistrations(), waitingForFundsAt(period.id(), end));
    }

    /** The period that is shown: today's, else the next, else the last. */
    public FundingPeriod currentPeriod() {
        return periods.current(SystemClock.today(clock)).orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
    }

    /** Those whose last line of history before that instant says that they wait for money. */
    private long waitingForFundsAt(long periodId, Instant end) {
        return database.createQuery("select count(r) from Registration r where r.periodId = :period and exists (select 1 from RegistrationEvent e where e.registrationId = r.id"
                + " and e.waitingReason = FUNDS and e.at < :end and not exists (select 1 from RegistrationEvent later where later.registrationId = r.id and later.at < :end and later.id > e.id))", Long.class)
                .setParameter("period", periodId).setParameter("end", end).getSingleResult();
    }
}
