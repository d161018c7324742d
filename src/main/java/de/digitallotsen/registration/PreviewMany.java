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

    private final Application.Check check;
    private final Admission admission;

    PreviewMany(Application.Check check, Admission admission) {
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
            AdmissionFacts.Applicant a = facts.applicant();
            List<AdmissionFacts.PlaceUser> used = new ArrayList<>(a.used());
            for (int i = 0; i < places.getOrDefault(ars, 0); i++) {
                used.add(new AdmissionFacts.PlaceUser(Messages.text("many.place-by-list")));
            }
            AdmissionFacts.SeminarFacts s = facts.seminar();
            AdmissionFacts.PeriodFacts p = facts.period();
            return new AdmissionFacts(
                    facts.now(),
                    new AdmissionFacts.Applicant(
                            a.name(),
                            a.eligibility(),
                            a.throughName(),
                            a.places(),
                            used,
                            new AdmissionFacts.Turn(
                                    a.turn().kommuneArs(),
                                    a.turn().firstPersonsUntil(),
                                    a.turn().funded() || funded.contains(ars)),
                            a.selfPaying()),
                    new AdmissionFacts.SeminarFacts(
                            s.id(),
                            s.status(),
                            s.opensAt(),
                            s.closesAt(),
                            s.firstDay(),
                            s.lastDay(),
                            s.capacity(),
                            s.taken() + seats.getOrDefault(s.id(), 0),
                            s.ahead() + queues.getOrDefault(s.id(), 0),
                            s.feeCents()),
                    p == null
                            ? null
                            : new AdmissionFacts.PeriodFacts(
                                    p.id(),
                                    p.subsidyCents(),
                                    p.availableCents() - cents.getOrDefault(p.id(), 0L),
                                    p.ahead() + waitForFunds.getOrDefault(p.id(), 0)),
                    people.contains(person)
                            ? new AdmissionFacts.PersonFacts(Messages.text("many.person-in-list"))
                            : facts.person());
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

    /** In the order of the lines. */
    public List<Result> handle(Actor actor, List<Line> lines) {
        Tally tally = new Tally();
        return lines.stream().map(line -> preview(actor, line, tally)).toList();
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
                return new Result(line.number(), Outcome.WAITING, wait.reason(), null, null, "");
            }
            tally.confirmed(facts, ars, person);
            return new Result(line.number(), Outcome.CONFIRMED, null, null, null, "");
        } catch (InvalidInputException invalid) {
            return Result.invalid(line.number(), invalid);
        } catch (RefusedException refused) {
            return Result.refused(line.number(), refused);
        }
    }
}
