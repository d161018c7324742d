package de.digitallotsen.registration;

import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

import de.digitallotsen.programme.CancellationTerms;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.registration.ManyRegistrations.Result;
import de.digitallotsen.registration.RegistrationEvent.Kind;
import de.digitallotsen.registration.WhoIsTold.Told;
import de.digitallotsen.seminar.Seminar;
import de.digitallotsen.seminar.Seminars;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;

/**
 * What a check page says besides what will happen (R29): what cancelling would cost from when on, from how many days on
 * one has attended, who gets a mail. Rows are looked at anew, as by the previews.
 */
@ApplicationScoped
@Transactional
public class CheckFacts {

    /** After these somebody looks at a page that says who was written to. */
    private static final Set<Kind> ACTS =
            EnumSet.of(Kind.CONFIRMED, Kind.WAITING, Kind.PROMOTED, Kind.CANCELLED, Kind.SUBSTITUTED, Kind.REBOOKED);

    private final Registrations registrations;
    private final Seminars seminars;
    private final FundingPeriods periods;
    private final ApplicationCheck check;
    private final WhoIsTold mails;
    private final WhoWasTold told;
    private final Clock clock;

    CheckFacts(
            Registrations registrations,
            Seminars seminars,
            FundingPeriods periods,
            ApplicationCheck check,
            WhoIsTold mails,
            WhoWasTold told,
            Clock clock) {
        this.registrations = registrations;
        this.seminars = seminars;
        this.periods = periods;
        this.check = check;
        this.mails = mails;
        this.told = told;
        this.clock = clock;
    }

    /**
     * What whoever registers for a date agrees to.
     *
     * @param closesAt until then cancelling is free
     * @param free that has not passed
     * @param steps what it costs later, by day
     * @param attendanceDays on so many of the days one has to be there (R20)
     */
    public record Terms(
            Instant closesAt, boolean free, List<CancellationTerms.Step> steps, int attendanceDays, int days) {}

    /** The terms of today's programme for a date; none if nobody pays for it. */
    public Terms terms(long seminarId) {
        Seminar seminar = seminars.require(seminarId);
        Programme programme = periods.payingFor(seminar.firstDay(), seminar.lastDay(), seminar.dates())
                .map(period -> period.programme())
                .orElse(null);
        return programme == null
                ? new Terms(
                        seminar.closesAt(), true, List.of(), 0, seminar.days().size())
                : new Terms(
                        seminar.closesAt(),
                        clock.instant().isBefore(seminar.closesAt()),
                        programme
                                .cancellationTerms()
                                .steps(German.berlinDay(seminar.closesAt()), seminar.firstDay(), seminar.feeCents()),
                        programme.attendanceThresholdDays(),
                        seminar.days().size());
    }

    /**
     * Who is written to about each of several applications, by its number; without those of which nothing comes.
     *
     * @param results what would become of each, in the order of the lines
     */
    public Map<Integer, List<Told>> toldOf(Actor actor, List<Line> lines, List<Result> results) {
        Map<Integer, List<Told>> told = new TreeMap<>();
        for (int i = 0; i < lines.size(); i++) {
            Result result = results.get(i);
            if (result.isFine()) {
                told.put(
                        result.number(),
                        toldOf(
                                actor,
                                lines.get(i).application(),
                                result.expect().outcome() == PreviewRegistration.Outcome.WAITING));
            }
        }
        return told;
    }

    private List<Told> toldOf(Actor actor, Application application, boolean waits) {
        Application.Checked checked = check.check(actor, application);
        return mails.of(
                waits ? Kind.WAITING : Kind.CONFIRMED,
                checked.kommune().ars(),
                new Participant(checked.participant()),
                null);
    }

    /** Who is written to if this happens to a registration. */
    public List<Told> toldOf(Actor actor, String reference, Kind kind) {
        Registration registration = registrations.require(actor, reference);
        return mails.of(kind, registration.kommune().ars(), registration.participant(), null);
    }

    /** Who is written to if another person takes over. */
    public List<Told> toldOfSubstituting(Actor actor, String reference, Participant.Details other) {
        Registration registration = registrations.require(actor, reference);
        return mails.of(
                Kind.SUBSTITUTED, registration.kommune().ars(), new Participant(other), registration.participant());
    }

    /**
     * Who was written to about what somebody did last to a registration: as it was then, not as it would be now.
     *
     * @return empty if nobody knows any more
     */
    public Optional<List<Told>> toldOfTheLast(Actor actor, String reference) {
        return told.ofTheLast(registrations.require(actor, reference).id(), ACTS);
    }
}
