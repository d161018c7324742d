package de.digitallotsen.registration;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.registration.ManyRegistrations.Outcome;
import de.digitallotsen.registration.ManyRegistrations.Result;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * Says beforehand what several registrations would lead to, one after the other: each line finds the places, seats and
 * money that those before it left. Changes nothing and promises nothing.
 */
@ApplicationScoped
@Transactional
public class PreviewMany {

    private final ApplicationCheck check;
    private final Admission admission;

    PreviewMany(ApplicationCheck check, Admission admission) {
        this.check = check;
        this.admission = admission;
    }

    /** What the lines before have taken. */
    private static final class Tally {
        private final Map<String, Integer> places = new HashMap<>();
        private final Map<Long, Integer> seats = new HashMap<>();
        private final Map<Long, Integer> queues = new HashMap<>();
        private final Map<Long, Long> cents = new HashMap<>();
        private final Map<Long, Integer> waitForFunds = new HashMap<>();
        private final Set<String> people = new HashSet<>();
        private final Set<String> funded = new HashSet<>();

        AdmissionFacts after(AdmissionFacts facts, String ars, String person) {
            AdmissionFacts.Applicant applicant = facts.applicant();
            AdmissionFacts.SeminarFacts seminar = facts.seminar();
            AdmissionFacts.PeriodFacts period = facts.period();
            AdmissionFacts after = facts.withApplicant(applicant
                            .withUsed(usedAfter(applicant, ars))
                            .withTurn(applicant.turn().withFunded(funded.contains(ars))))
                    .withSeminar(seminar.withTaken(seminar.taken() + seats.getOrDefault(seminar.id(), 0))
                            .withAhead(seminar.ahead() + queues.getOrDefault(seminar.id(), 0)));
            if (period != null) {
                after = after.withPeriod(period.withFunds(
                        period.availableCents() - cents.getOrDefault(period.id(), 0L),
                        period.ahead() + waitForFunds.getOrDefault(period.id(), 0)));
            }
            return people.contains(person)
                    ? after.withPerson(new AdmissionFacts.PersonFacts(Messages.text("many.person-in-list")))
                    : after;
        }

        private List<AdmissionFacts.PlaceUser> usedAfter(AdmissionFacts.Applicant applicant, String ars) {
            List<AdmissionFacts.PlaceUser> used = new ArrayList<>(applicant.used());
            for (int i = 0; i < places.getOrDefault(ars, 0); i++) {
                used.add(new AdmissionFacts.PlaceUser(Messages.text("many.place-by-list")));
            }
            return used;
        }

        void confirmed(AdmissionFacts facts, String ars, String person) {
            taken(facts, ars, person);
            if (facts.period().subsidyCents() > 0) {
                funded.add(ars);
            }
            seats.merge(facts.seminar().id(), 1, Integer::sum);
            cents.merge(facts.period().id(), facts.period().subsidyCents(), Long::sum);
        }

        void waits(AdmissionFacts facts, String ars, String person, WaitingReason reason) {
            taken(facts, ars, person);
            boolean inTheWay = !facts.isLaterPerson();
            queues.merge(facts.seminar().id(), inTheWay ? 1 : 0, Integer::sum);
            waitForFunds.merge(facts.period().id(), inTheWay && reason == WaitingReason.FUNDS ? 1 : 0, Integer::sum);
        }

        private void taken(AdmissionFacts facts, String ars, String person) {
            places.merge(ars, facts.applicant().selfPaying().asked() ? 0 : 1, Integer::sum);
            people.add(person);
        }
    }

    /**
     * In the order of the lines.
     *
     * @throws InvalidInputException for no line at all, or more than {@value ManyRegistrations#MOST}
     */
    public List<Result> handle(Actor actor, List<Line> lines) {
        ManyRegistrations.requireNotTooMany(lines);
        Tally tally = new Tally();
        return lines.stream().map(line -> preview(actor, line, tally)).toList();
    }

    /**
     * Lets pass what could be registered at all.
     *
     * @param allOrNone all of them are wanted, or nobody
     * @throws RefusedException NOT_ALL_POSSIBLE with the first that cannot be, if all are wanted or nobody can be
     */
    public static void requirePossible(List<Result> results, boolean allOrNone) {
        if (!isPossible(results, allOrNone)) {
            Result first = results.stream()
                    .filter(result -> !result.isFine())
                    .findFirst()
                    .orElseThrow();
            throw RegisterTogether.refusal(first.number(), first.message());
        }
    }

    /** All of them could be registered, if all are wanted; else at least one. */
    public static boolean isPossible(List<Result> results, boolean allOrNone) {
        return allOrNone
                ? results.stream().allMatch(Result::isFine)
                : results.stream().anyMatch(Result::isFine);
    }

    private Result preview(Actor actor, Line line, Tally tally) {
        if (line.application() == null) {
            return Result.invalid(line.number(), line.wrong());
        }
        try {
            Application.Checked checked = check.check(actor, line.application());
            String person = checked.participant().personKey();
            String ars = checked.kommune().ars();
            AdmissionFacts facts = tally.after(
                    admission
                            .newcomer(
                                    new Admission.Question(
                                            checked.seminar(), checked.kommune(), person, checked.selfPaying()),
                                    null)
                            .facts(),
                    ars,
                    person);
            AdmissionRules.Decision decision = AdmissionRules.decide(facts);
            if (decision instanceof AdmissionRules.Decision.Refuse refuse) {
                return Result.refused(line.number(), refuse.because());
            }
            if (decision instanceof AdmissionRules.Decision.Wait wait) {
                if (!checked.acceptWaiting()) {
                    return Result.refused(line.number(), wait.otherwise());
                }
                tally.waits(facts, ars, person, wait.reason());
                return new Result(line.number(), Outcome.WAITING, wait.reason(), null, null, "", 0);
            }
            tally.confirmed(facts, ars, person);
            long due = checked.seminar().feeCents() - facts.period().subsidyCents();
            return new Result(line.number(), Outcome.CONFIRMED, null, null, null, "", due);
        } catch (InvalidInputException invalid) {
            return Result.invalid(line.number(), invalid);
        } catch (RefusedException refused) {
            return Result.refused(line.number(), refused);
        }
    }
}
