package de.digitallotsen.registration;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.registration.ManyRegistrations.Outcome;
import de.digitallotsen.registration.ManyRegistrations.Result;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
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
    private final Registrations registrations;

    PreviewMany(ApplicationCheck check, Admission admission, Registrations registrations) {
        this.check = check;
        this.admission = admission;
        this.registrations = registrations;
    }

    /**
     * In the order of the lines.
     *
     * @throws InvalidInputException for no line at all, or more than {@value ManyRegistrations#MOST}
     */
    public List<Result> handle(Actor actor, List<Line> lines) {
        ManyRegistrations.requireNotTooMany(lines);
        ListTally tally = new ListTally();
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
                    .filter(Result::isRejected)
                    .findFirst()
                    .orElseThrow(() -> new RefusedException(RegistrationRefusal.NOBODY_LEFT));
            throw RegisterTogether.refusal(first.number(), first.message());
        }
    }

    /**
     * Lets pass only what was shown: nobody is registered whose line was shown as impossible, and what has become
     * possible since is said anew (R29).
     *
     * @param now what would become of each line now
     * @throws de.digitallotsen.shared.ChangedSincePreviewException for the first line that has become possible
     */
    public static void requireNoneHasBecomePossible(List<Line> lines, List<Result> now) {
        Map<Integer, Line> byNumber = lines.stream().collect(Collectors.toMap(Line::number, line -> line));
        now.stream()
                .filter(result -> result.isFine()
                        && !byNumber.get(result.number()).expect().isFine())
                .findFirst()
                .ifPresent(result -> new Expect(PreviewRegistration.Outcome.REFUSED, 0L)
                        .require(result.expect().outcome(), result.dueCents()));
    }

    /** All of them could be registered, if all are wanted; else at least one. */
    public static boolean isPossible(List<Result> results, boolean allOrNone) {
        return allOrNone
                ? results.stream().noneMatch(Result::isRejected)
                        && results.stream().anyMatch(Result::isFine)
                : results.stream().anyMatch(Result::isFine);
    }

    private Result preview(Actor actor, Line line, ListTally tally) {
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
                tally.waits(line.number(), facts, ars, person, wait.reason());
                return new Result(line.number(), Outcome.WAITING, wait.reason(), null, null, "", 0);
            }
            tally.confirmed(line.number(), facts, ars, person);
            long due = checked.seminar().feeCents() - facts.period().subsidyCents();
            return new Result(line.number(), Outcome.CONFIRMED, null, null, null, "", due);
        } catch (InvalidInputException invalid) {
            return Result.invalid(line.number(), invalid);
        } catch (RefusedException refused) {
            return Result.refused(line.number(), refused);
        }
    }
}
