package de.digitallotsen.proof;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.claim.ClaimSearch;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.AuditedChange;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * The Ministry enters the Förderentscheidung of a period with its financing plan, or a new version of it. Once the
 * period has begun, what was planned is frozen: a change then is a version with a reason (R36).
 */
@UseCase
public class ChangePlan {

    public static final int LONGEST_NUMBER = 60;
    public static final int LONGEST_TEXT = 500;
    /** Fields of the amounts: this and the year. */
    public static final String YEAR = "year-";

    private static final LocalDate EARLIEST = LocalDate.of(2000, 1, 1);

    private final FundingPlans plans;
    private final ClaimSearch search;
    private final FundingPeriods periods;
    private final Clock clock;
    private final Event<Audited> changes;

    ChangePlan(FundingPlans plans, ClaimSearch search, FundingPeriods periods, Clock clock, Event<Audited> changes) {
        this.plans = plans;
        this.search = search;
        this.periods = periods;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @param decisionNumber of the decision or agreement; 1 to {@value #LONGEST_NUMBER} characters
     * @param decisionDate not in the future
     * @param purpose what the money is for; 1 to {@value #LONGEST_TEXT} characters
     * @param chapterTitle Kapitel und Titel
     * @param years cents by calendar year, for years of the period; together more than 0
     * @param reason needed where a plan of a period that has begun is changed
     */
    public record Command(
            String decisionNumber,
            LocalDate decisionDate,
            String purpose,
            String chapterTitle,
            Map<Integer, Long> years,
            String reason) {}

    /**
     * @return the number of the new version
     * @throws RefusedException NOT_FOUND; PLAN_FROZEN without a reason once the period has begun
     */
    public int handle(Actor actor, long periodId, Command command) {
        actor.require(Role.MINISTRY);
        FundingPeriod period = search.period(periodId);
        LocalDate today = SystemClock.today(clock);
        SortedMap<Integer, Long> years = new TreeMap<>();
        FundingPlan.Decision decision = check(command, period, today, years);
        // One after the other: the second one sees the first one's version.
        periods.lock(period.programme());
        FundingPlan was = plans.inForce(periodId).orElse(null);
        if (was != null && decision.reason() == null && !period.firstDay().isAfter(today)) {
            throw new RefusedException(
                    ProofRefusal.PLAN_FROZEN, "period", period.name(), "firstDay", period.firstDay());
        }
        FundingPlan plan =
                FundingPlan.of(actor, period, was == null ? 1 : was.version() + 1, decision, years, clock.instant());
        plans.persistAndFlush(plan);
        changes.fire(AuditedChange.of(actor, "plan.changed", "period", periodId)
                .from(was == null ? Map.of() : words(was))
                .to(words(plan)));
        return plan.version();
    }

    private static Map<String, Object> words(FundingPlan plan) {
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("planVersion", plan.version());
        words.put("decisionNumber", plan.decisionNumber());
        words.put("decisionDate", plan.decisionDate().toString());
        words.put("purpose", plan.purpose());
        words.put("chapterTitle", plan.chapterTitle());
        words.put("grantCents", plan.grantCents());
        words.put("yearCents", plan.years());
        if (plan.reason() != null) {
            words.put("reason", plan.reason());
        }
        return words;
    }

    private static FundingPlan.Decision check(
            Command command, FundingPeriod period, LocalDate today, SortedMap<Integer, Long> years) {
        Input input = new Input();
        String number = input.required(
                "decisionNumber", "Nummer der Förderentscheidung", command.decisionNumber(), LONGEST_NUMBER);
        LocalDate date = command.decisionDate();
        input.check(date != null, "decisionDate", "input.required", "label", "Datum der Förderentscheidung");
        input.check(
                date == null || !(date.isBefore(EARLIEST) || date.isAfter(today)),
                "decisionDate",
                "plan.date-outside",
                "first",
                EARLIEST,
                "last",
                today);
        String purpose = input.required("purpose", "Zweck", command.purpose(), LONGEST_TEXT);
        String chapter = input.required("chapterTitle", "Kapitel und Titel", command.chapterTitle(), LONGEST_NUMBER);
        String reason = input.optional("reason", "Begründung", command.reason(), LONGEST_TEXT);
        checkYears(input, command, period, years);
        input.throwIfWrong();
        return new FundingPlan.Decision(number, date, purpose, chapter, reason);
    }

    private static void checkYears(Input input, Command command, FundingPeriod period, SortedMap<Integer, Long> years) {
        int first = period.firstDay().getYear();
        int last = period.lastDay().getYear();
        Map<Integer, Long> sent = command.years() == null ? Map.of() : command.years();
        sent.keySet().stream()
                .filter(year -> year == null || year < first || year > last)
                .forEach(year ->
                        input.check(false, YEAR + year, "plan.year-outside", "first", "" + first, "last", "" + last));
        for (int year = first; year <= last; year++) {
            Long cents = input.euro(
                    YEAR + year,
                    "Betrag für " + year,
                    sent.get(year) == null ? 0L : sent.get(year),
                    0,
                    AdjustBudget.MOST_CENTS);
            years.put(year, cents == null ? 0L : cents);
        }
        input.check(
                !input.isFine() || years.values().stream().anyMatch(cents -> cents > 0),
                YEAR + first,
                "plan.no-amount");
    }
}
