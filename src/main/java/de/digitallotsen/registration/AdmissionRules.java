package de.digitallotsen.registration;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.budget.BudgetRefusal;
import de.digitallotsen.programme.ProgrammeRefusal;
import de.digitallotsen.seminar.SeminarRefusal;
import de.digitallotsen.seminar.SeminarStatus;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.Refusal;
import de.digitallotsen.shared.RefusedException;

/**
 * Who is let into a seminar: the same list for a registration, its preview and a promotion from the waiting list (R14).
 * The first group refuses; the second lets wait, if the person asked for it (R13).
 */
final class AdmissionRules {

    /** One rule: its number in the domain's list, its name, and what it refuses. */
    record Rule(String number, String name, Function<AdmissionFacts, Optional<RefusedException>> check) {}

    static final List<Rule> REFUSING = List.of(
            new Rule("R7", "the seminar is published", AdmissionRules::isPublished),
            new Rule("R7", "a funding period pays for all its days", AdmissionRules::isPaidFor),
            new Rule("R7", "registration has opened", AdmissionRules::hasOpened),
            new Rule("R7", "registration has not closed", AdmissionRules::hasNotClosed),
            new Rule("R1", "the Kommune is eligible", AdmissionRules::isEligible),
            new Rule("R4", "the person has no other live registration", AdmissionRules::isNotRegistered),
            new Rule("R5", "whoever pays alone may, and has no place left", AdmissionRules::mayPayAlone),
            new Rule("R3", "the Kommune has a free place", AdmissionRules::hasFreePlace),
            new Rule("R16", "few were registered and cancelled again", AdmissionRules::isNotBraked));

    static final List<Rule> WAITING = List.of(
            new Rule("R6", "a seat is free and nobody waits for it", AdmissionRules::hasSeat),
            new Rule("R14", "only first persons are funded, and this is one", AdmissionRules::isTurn),
            new Rule("R9", "the money suffices and nobody waits for it", AdmissionRules::hasFunds));

    private AdmissionRules() {}

    /** What happens to a registration. */
    sealed interface Decision {
        /** It gets seat and money. */
        record Confirm() implements Decision {}

        /**
         * It can wait.
         *
         * @param otherwise what to say if the person did not ask to wait
         */
        record Wait(WaitingReason reason, RefusedException otherwise) implements Decision {}

        /** It is refused. */
        record Refuse(RefusedException because) implements Decision {}
    }

    /** Asks every rule in order; the first that refuses decides. */
    static Decision decide(AdmissionFacts facts) {
        Optional<RefusedException> refusal = firstRefusal(REFUSING, facts);
        if (refusal.isPresent()) {
            return new Decision.Refuse(refusal.get());
        }
        return firstRefusal(WAITING, facts)
                .<Decision>map(otherwise -> new Decision.Wait(reason(facts), otherwise))
                .orElseGet(Decision.Confirm::new);
    }

    /**
     * Lets pass who gets seat and money, and who is content to wait.
     *
     * @throws RefusedException with the rule that says no
     */
    static void require(AdmissionFacts facts, boolean acceptWaiting) {
        Decision decision = decide(facts);
        if (decision instanceof Decision.Refuse refuse) {
            throw refuse.because();
        }
        if (decision instanceof Decision.Wait wait && !acceptWaiting) {
            throw wait.otherwise();
        }
    }

    private static Optional<RefusedException> firstRefusal(List<Rule> rules, AdmissionFacts facts) {
        return rules.stream()
                .map(rule -> rule.check().apply(facts))
                .flatMap(Optional::stream)
                .findFirst();
    }

    /** A free seat that nobody gets means that those who wait for it wait for money. */
    private static WaitingReason reason(AdmissionFacts facts) {
        return facts.seminar().hasFreeSeat() ? WaitingReason.FUNDS : WaitingReason.SEATS;
    }

    private static Optional<RefusedException> isPublished(AdmissionFacts facts) {
        return unless(
                facts.seminar().status() == SeminarStatus.PUBLISHED,
                SeminarRefusal.SEMINAR_NOT_PUBLISHED,
                "status",
                facts.seminar().status());
    }

    private static Optional<RefusedException> isPaidFor(AdmissionFacts facts) {
        return unless(
                facts.period() != null,
                ProgrammeRefusal.NO_FUNDING_PERIOD,
                "firstDay",
                facts.seminar().firstDay(),
                "lastDay",
                facts.seminar().lastDay());
    }

    private static Optional<RefusedException> hasOpened(AdmissionFacts facts) {
        return unless(
                !facts.now().isBefore(facts.seminar().opensAt()),
                RegistrationRefusal.REGISTRATION_NOT_OPEN,
                "opensAt",
                facts.seminar().opensAt());
    }

    private static Optional<RefusedException> hasNotClosed(AdmissionFacts facts) {
        return unless(
                facts.now().isBefore(facts.seminar().closesAt()),
                RegistrationRefusal.REGISTRATION_CLOSED,
                "closesAt",
                facts.seminar().closesAt());
    }

    private static Optional<RefusedException> isEligible(AdmissionFacts facts) {
        AdmissionFacts.Applicant applicant = facts.applicant();
        if (applicant.eligibility().eligible()) {
            return Optional.empty();
        }
        String through = applicant.throughName() == null ? "" : applicant.throughName();
        String variant = applicant.eligibility().code() + (through.isEmpty() ? "" : ".through");
        return Optional.of(new RefusedException(
                RegistrationRefusal.NOT_ELIGIBLE,
                "kommune",
                applicant.name(),
                "reason",
                Messages.text("not-eligible." + variant, "kommune", applicant.name(), "through", through)));
    }

    private static Optional<RefusedException> isNotRegistered(AdmissionFacts facts) {
        Integer before = facts.list().person();
        if (before != null) {
            return Optional.of(
                    refused(RegistrationRefusal.PERSON_ALREADY_REGISTERED, "person.in-list", "number", before));
        }
        return facts.person() == null ? Optional.empty() : Optional.of(alreadyRegistered(facts.person()));
    }

    /** R4: the person has this other live registration. */
    static RefusedException alreadyRegistered(AdmissionFacts.PersonFacts person) {
        return refused(
                RegistrationRefusal.PERSON_ALREADY_REGISTERED, "person.registered", "other", person.description());
    }

    private static Optional<RefusedException> mayPayAlone(AdmissionFacts facts) {
        AdmissionFacts.Applicant applicant = facts.applicant();
        if (!applicant.selfPaying().asked()) {
            return Optional.empty();
        }
        return applicant.selfPaying().allowed()
                ? unless(
                        applicant.free() <= 0,
                        RegistrationRefusal.PLACE_STILL_FREE,
                        "kommune",
                        applicant.name(),
                        "free",
                        applicant.free())
                : Optional.of(new RefusedException(RegistrationRefusal.SELF_PAYING_OFF));
    }

    private static Optional<RefusedException> hasFreePlace(AdmissionFacts facts) {
        AdmissionFacts.Applicant applicant = facts.applicant();
        return applicant.free() > 0 || applicant.selfPaying().asked()
                ? Optional.empty()
                : Optional.of(limitReached(applicant, facts.list()));
    }

    private static Optional<RefusedException> isNotBraked(AdmissionFacts facts) {
        long seconds = facts.applicant().brakedFor();
        return seconds == 0 ? Optional.empty() : Optional.of(RegistrationBrake.refused(seconds));
    }

    private static RefusedException limitReached(AdmissionFacts.Applicant applicant, AdmissionFacts.BeforeInList list) {
        boolean selfPayers = applicant.selfPaying().allowed();
        if (list.places().isEmpty()) {
            return limitReached(applicant.name(), applicant.places(), selfPayers, applicant.used());
        }
        return refused(
                RegistrationRefusal.KOMMUNE_LIMIT_REACHED,
                "limit.in-list",
                "kommune",
                applicant.name(),
                "places",
                applicant.places(),
                "used",
                applicant.used().size() - list.places().size(),
                "numbers",
                list.numbers(),
                "before",
                list.places().size(),
                "wayOut",
                wayOut(selfPayers));
    }

    private static String wayOut(boolean selfPayers) {
        return selfPayers ? Messages.text("self-paying.way-out") : "";
    }

    /** R5: all places are used, by whom, and what else can be done. */
    static RefusedException limitReached(
            String kommune, int places, boolean selfPayers, List<AdmissionFacts.PlaceUser> used) {
        return refused(
                RegistrationRefusal.KOMMUNE_LIMIT_REACHED,
                "limit.used",
                "kommune",
                kommune,
                "places",
                places,
                "wayOut",
                wayOut(selfPayers),
                "used",
                used.stream().map(AdmissionFacts.PlaceUser::description).collect(Collectors.joining("; ")));
    }

    /** A refusal that has more than one sentence; this is the one that fits. */
    private static RefusedException refused(Refusal refusal, String sentence, Object... details) {
        return new RefusedException(refusal, "reason", Messages.text(sentence, details));
    }

    private static Optional<RefusedException> hasSeat(AdmissionFacts facts) {
        AdmissionFacts.SeminarFacts seminar = facts.seminar();
        if (seminar.hasFreeSeat() && seminar.ahead() > 0) {
            return Optional.of(exhausted(facts));
        }
        return seminar.hasFreeSeat() ? Optional.empty() : Optional.of(full(seminar, facts.list()));
    }

    private static RefusedException full(AdmissionFacts.SeminarFacts seminar, AdmissionFacts.BeforeInList list) {
        int before = list.seats() + list.waiting();
        return refused(
                RegistrationRefusal.SEMINAR_FULL,
                before == 0 ? "seminar-full" : "seminar-full.in-list",
                "capacity",
                seminar.capacity(),
                "free",
                seminar.capacity() - seminar.taken() + list.seats(),
                "ahead",
                seminar.ahead() - list.waiting(),
                "before",
                before);
    }

    private static Optional<RefusedException> isTurn(AdmissionFacts facts) {
        LocalDate until = facts.applicant().turn().firstPersonsUntil();
        return facts.isLaterPerson()
                ? Optional.of(new RefusedException(
                        BudgetRefusal.FIRST_PERSONS_FIRST,
                        "somebody",
                        facts.list().funded() == null
                                ? Messages.text(
                                        "first-persons.funded",
                                        "kommune",
                                        facts.applicant().name())
                                : Messages.text(
                                        "first-persons.in-list",
                                        "number",
                                        facts.list().funded()),
                        "until",
                        until,
                        "from",
                        until.plusDays(1)))
                : Optional.empty();
    }

    private static Optional<RefusedException> hasFunds(AdmissionFacts facts) {
        AdmissionFacts.PeriodFacts period = facts.period();
        boolean suffices = period.subsidyCents() <= period.availableCents();
        boolean turn = period.ahead() == 0 || period.subsidyCents() == 0;
        return suffices && turn ? Optional.empty() : Optional.of(exhausted(facts));
    }

    private static RefusedException exhausted(AdmissionFacts facts) {
        AdmissionFacts.PeriodFacts period = facts.period();
        AdmissionFacts.BeforeInList list = facts.list();
        if (list.cents() == 0 && list.waitingForMoney() == 0) {
            return exhausted(
                    period.subsidyCents(),
                    period.availableCents() - period.boundCents(),
                    period.boundCents(),
                    period.ahead());
        }
        return refused(
                BudgetRefusal.BUDGET_EXHAUSTED,
                "exhausted.in-list",
                "subsidy",
                new Money(period.subsidyCents()),
                "available",
                new Money(period.availableCents() + list.cents()),
                "taken",
                new Money(list.cents()),
                "ahead",
                period.ahead() - list.waitingForMoney());
    }

    /** R9: what the money does not suffice for, what there is of it, and how many come before for it. */
    static RefusedException exhausted(long subsidyCents, long availableCents, int ahead) {
        return exhausted(subsidyCents, availableCents, 0, ahead);
    }

    /**
     * The same for somebody who has some of it.
     *
     * @param availableCents without what is bound for this one: that is not there for anybody (R30)
     * @param boundCents what is bound for this one
     */
    static RefusedException exhausted(long subsidyCents, long availableCents, long boundCents, int ahead) {
        return refused(
                BudgetRefusal.BUDGET_EXHAUSTED,
                boundCents > 0 && boundCents < subsidyCents ? "exhausted.bound" : "exhausted",
                "subsidy",
                new Money(subsidyCents),
                "bound",
                new Money(boundCents),
                "available",
                new Money(availableCents),
                "ahead",
                ahead);
    }

    private static Optional<RefusedException> unless(boolean holds, Refusal refusal, Object... details) {
        return holds ? Optional.empty() : Optional.of(new RefusedException(refusal, details));
    }
}
