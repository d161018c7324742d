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

/**
 * Says beforehand what several registrations would lead to, one after the other: each line finds the places, seats and
 * money that those before it left. Changes nothing and promises nothing.
 */
@ApplicationScoped
public class PreviewMany {

    private final ApplicationCheck check;
    private final Admission admission;
    private final Registrations registrations;

    PreviewMany(ApplicationCheck check, Admission admission, Registrations registrations) {
        this.check = check;
        this.admission = admission;
        this.registrations = registrations;
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

    private static long ownShare(Application.Checked checked, AdmissionFacts facts) {
        return checked.seminar().feeCents() - facts.period().subsidyCents();
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
                return registrations
                        .alreadyBy(refuse.because(), line.application())
                        .map(there -> Result.already(line.number(), there))
                        .orElseGet(() -> Result.refused(line.number(), refuse.because()));
            }
            if (decision instanceof AdmissionRules.Decision.Wait wait) {
                if (!checked.acceptWaiting()) {
                    return Result.refused(line.number(), wait.otherwise());
                }
                tally.waits(facts, ars, person, wait.reason());
                return new Result(
                        line.number(), Outcome.WAITING, wait.reason(), null, null, "", ownShare(checked, facts));
            }
            tally.confirmed(facts, ars, person);
            return new Result(line.number(), Outcome.CONFIRMED, null, null, null, "", ownShare(checked, facts));
        } catch (InvalidInputException invalid) {
            return Result.invalid(line.number(), invalid);
        } catch (RefusedException refused) {
            return Result.refused(line.number(), refused);
        }
    }
}
