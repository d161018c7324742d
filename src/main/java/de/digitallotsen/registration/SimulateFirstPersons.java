package de.digitallotsen.registration;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.Budget;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Says what money would do for those who wait for it, with everybody in order of receipt and with first persons only.
 * By the very plan by which it would be given out ({@link PromotionPlan}); changes nothing.
 */
@ApplicationScoped
public class SimulateFirstPersons {

    private final Registrations registrations;
    private final Seminars seminars;
    private final FundingPeriods periods;
    private final Budget budget;
    private final FirstPersons firstPersons;
    private final Journal journal;

    SimulateFirstPersons(
            Registrations registrations,
            Seminars seminars,
            FundingPeriods periods,
            Budget budget,
            FirstPersons firstPersons,
            Journal journal) {
        this.registrations = registrations;
        this.seminars = seminars;
        this.periods = periods;
        this.budget = budget;
        this.firstPersons = firstPersons;
        this.journal = journal;
    }

    /**
     * What the money would do.
     *
     * @param persons who would be promoted
     * @param kommunen from how many Kommunen they are
     * @param newKommunen of how many of those nobody is funded yet
     * @param leftCents what would remain
     */
    public record Effect(int persons, int kommunen, int newKommunen, long leftCents) {}

    /**
     * The queue, and what the money would do for it.
     *
     * @param waitingPersons who wait for money and could be promoted by the portal
     * @param waitingKommunen from how many Kommunen they are
     * @param wantedCents what all of them would need
     * @param availableCents what is there
     * @param extraCents what is assumed to be added
     * @param byReceipt everybody in order of receipt
     * @param firstOnly first persons only
     */
    public record Simulation(
            int waitingPersons,
            int waitingKommunen,
            long wantedCents,
            long availableCents,
            long extraCents,
            Effect byReceipt,
            Effect firstOnly) {}

    /** @param extraCents money that is assumed to be added, in cents, 0 to one billion euros; null for none */
    public Simulation handle(Actor actor, Long extraCents) {
        actor.requireToRead(Role.MINISTRY);
        Input input = new Input();
        Long extra = input.euro(
                "extraCents",
                "Angenommene zusätzliche Mittel in Euro",
                extraCents == null ? 0L : extraCents,
                0,
                AdjustBudget.MOST_CENTS);
        input.throwIfWrong();
        long period = periods.current(German.berlinDay(journal.now()))
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND))
                .id();
        List<Registration> queue = registrations.waitingInOrder(period, null, journal.now());
        long available = budget.totals(period).available();
        Set<String> funded = firstPersons.fundedKommunen(period);
        return new Simulation(
                queue.size(),
                kommunen(queue).size(),
                queue.stream().mapToLong(Registration::subsidyCents).sum(),
                available,
                extra,
                effect(queue, FirstPersons.Preference.OFF, funded, available + extra),
                effect(
                        queue,
                        new FirstPersons.Preference(German.berlinDay(journal.now()), funded),
                        funded,
                        available + extra));
    }

    private static Set<String> kommunen(List<Registration> people) {
        return people.stream()
                .map(registration -> registration.kommune().lastSuccessor().ars())
                .collect(Collectors.toSet());
    }

    private Effect effect(
            List<Registration> queue, FirstPersons.Preference preference, Set<String> funded, long cents) {
        Map<Long, Seminars.Seats> seats = queue.stream()
                .map(registration -> registration.seminar().id())
                .distinct()
                .collect(Collectors.toMap(Function.identity(), seminars::seats));
        List<PromotionPlan.Candidate> candidates = queue.stream()
                .map(waiting -> PromotionPlan.Candidate.of(
                        waiting, seats.get(waiting.seminar().id()), preference, journal.now()))
                .toList();
        Set<Long> promoted = Set.copyOf(PromotionPlan.of(
                        candidates,
                        seats.entrySet().stream()
                                .collect(Collectors.toMap(
                                        Map.Entry::getKey,
                                        seat -> seat.getValue().taken())),
                        cents)
                .promoted());
        List<Registration> people = queue.stream()
                .filter(registration -> promoted.contains(registration.id()))
                .toList();
        Set<String> reached = kommunen(people);
        return new Effect(
                people.size(),
                reached.size(),
                (int) reached.stream().filter(ars -> !funded.contains(ars)).count(),
                cents - people.stream().mapToLong(Registration::subsidyCents).sum());
    }
}
