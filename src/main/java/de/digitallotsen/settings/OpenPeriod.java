package de.digitallotsen.settings;

import java.time.Clock;
import java.time.LocalDate;

import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.Budget;
import de.digitallotsen.places.PlaceGrants;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;

/**
 * The Ministry opens another funding period with its money. Periods never overlap; days between two of them are paid by
 * none.
 */
@UseCase
public class OpenPeriod {

    public static final int LONGEST_REASON = 500;
    /** Earlier or later is a slip of the hand. */
    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private static final LocalDate LATEST = LocalDate.of(2199, 12, 31);

    private final EntityManager database;
    private final FundingPeriods periods;
    private final Budget budget;
    private final PlaceGrants grants;
    private final Clock clock;
    private final Event<Audited> changes;

    OpenPeriod(
            EntityManager database,
            FundingPeriods periods,
            Budget budget,
            PlaceGrants grants,
            Clock clock,
            Event<Audited> changes) {
        this.database = database;
        this.periods = periods;
        this.budget = budget;
        this.grants = grants;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @param lastDay included
     * @param budgetCents what the Land puts in; 0 to {@link AdjustBudget#MOST_CENTS}
     * @param reason why, for ledger and audit trail
     */
    public record Command(LocalDate firstDay, LocalDate lastDay, Long budgetCents, String reason) {}

    /**
     * @return the id of the period
     * @throws RefusedException PERIOD_OVERLAPS: one day is paid by one period only; NOT_FOUND without a programme
     * @throws de.digitallotsen.shared.InvalidInputException for days that are missing, too far away or in the wrong
     *     order
     */
    public long handle(Actor actor, Command command) {
        actor.require(Role.MINISTRY);
        Command checked = check(command);
        Programme programme = lockedProgramme();
        periods
                .list(
                        "from FundingPeriod p where p.withdrawnAt is null and p.firstDay <= ?1 and p.lastDay >= ?2"
                                + " order by p.firstDay",
                        checked.lastDay(),
                        checked.firstDay())
                .stream()
                .findFirst()
                .ifPresent(other -> {
                    throw new RefusedException(
                            SettingsRefusal.PERIOD_OVERLAPS,
                            "other",
                            other.name(),
                            "firstDay",
                            checked.firstDay(),
                            "lastDay",
                            checked.lastDay());
                });
        FundingPeriod period = FundingPeriod.of(
                programme,
                German.date(checked.firstDay()) + " bis " + German.date(checked.lastDay()),
                checked.firstDay(),
                checked.lastDay());
        database.persist(period);
        database.flush();
        budget.open(actor, period, checked.budgetCents(), checked.reason());
        grants.grantToAll(programme, programme.placeScope(period.id()));
        changes.fire(AuditedChange.of(actor, "period.opened", "period", period.id())
                .to(
                        "firstDay",
                        checked.firstDay().toString(),
                        "lastDay",
                        checked.lastDay().toString(),
                        "budgetCents",
                        checked.budgetCents(),
                        "reason",
                        checked.reason()));
        return period.id();
    }

    /** Two who open periods at once do so one after the other: the second one sees the first one's. */
    private Programme lockedProgramme() {
        Programme programme = periods.requireCurrent(SystemClock.today(clock)).programme();
        periods.lock(programme);
        return programme;
    }

    private static Command check(Command command) {
        Input input = new Input();
        checkDay(input, "firstDay", "Erster Tag", command.firstDay());
        checkDay(input, "lastDay", "Letzter Tag", command.lastDay());
        input.check(
                command.firstDay() == null
                        || command.lastDay() == null
                        || !command.lastDay().isBefore(command.firstDay()),
                "lastDay",
                "period.ends-before");
        Long budget = input.euro("budgetCents", "Budget in Euro", command.budgetCents(), 0, AdjustBudget.MOST_CENTS);
        String reason = input.required("reason", "Begründung", command.reason(), LONGEST_REASON);
        input.throwIfWrong();
        return new Command(command.firstDay(), command.lastDay(), budget, reason);
    }

    private static void checkDay(Input input, String field, String label, LocalDate day) {
        input.check(day != null, field, "input.required", "label", label);
        input.check(
                day == null || !(day.isBefore(EARLIEST) || day.isAfter(LATEST)),
                field,
                "period.day-too-far",
                "first",
                EARLIEST,
                "last",
                LATEST);
    }
}
