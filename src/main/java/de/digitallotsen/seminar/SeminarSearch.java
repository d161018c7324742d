package de.digitallotsen.seminar;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Conditions;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/** Finds seminars. Drafts exist only for the NSI. */
@ApplicationScoped
public class SeminarSearch {

    private final EntityManager database;
    private final Seminars seminars;
    private final FundingPeriods periods;
    private final Clock clock;

    SeminarSearch(EntityManager database, Seminars seminars, FundingPeriods periods, Clock clock) {
        this.database = database;
        this.seminars = seminars;
        this.periods = periods;
        this.clock = clock;
    }

    /**
     * Which seminars; null means no limit.
     *
     * @param from runs on this day or later; alone it is an open range, as {@code to} is
     * @param to runs on this day or earlier
     * @param free only with a free seat and open for registration
     * @param text words of title, venue or month, or a day on which it runs
     * @param status only these
     */
    public record Filter(LocalDate from, LocalDate to, boolean free, String text, List<SeminarStatus> status) {

        /** Everything that is published and begins on or after that day. */
        public static Filter upcoming(LocalDate from) {
            return new Filter(from, null, false, null, List.of(SeminarStatus.PUBLISHED));
        }
    }

    /**
     * A seminar as it is shown: with what the Land pays for somebody who registers now.
     *
     * @param subsidyCents the Land's share of the fee (R8); 0 if no period would pay (R7)
     */
    public record SeminarView(Seminar seminar, long subsidyCents, SeminarPhase phase) {
        public long ownShareCents() {
            return seminar.feeCents() - subsidyCents;
        }
    }

    /** The seminars that match and that the actor may see, by first day. */
    public Page<SeminarView> find(Actor actor, Filter filter, Page.Request page) {
        Page<Seminar> found = conditions(actor, filter)
                .page(database, Seminar.class, "select s", "Seminar s", "s.firstDay, s.id", page);
        return new Page<>(view(found.items()), found.page(), found.size(), found.total());
    }

    /** One seminar; a draft is found only by the NSI. */
    public SeminarView require(Actor actor, long id) {
        Seminar seminar = seminars.require(id);
        if (seminar.status() == SeminarStatus.DRAFT && !actor.is(Role.NSI)) {
            throw new RefusedException(AccessRefusal.NOT_FOUND);
        }
        return view(List.of(seminar)).get(0);
    }

    private List<SeminarView> view(List<Seminar> found) {
        Instant now = clock.instant();
        List<FundingPeriod> all = periods.inOrder();
        return found.stream().map(seminar -> view(seminar, all, now)).toList();
    }

    private static SeminarView view(Seminar seminar, List<FundingPeriod> all, Instant now) {
        Optional<FundingPeriod> payer = FundingPeriods.choose(all, seminar.lastDay(), seminar.dates());
        long subsidy = payer.map(p ->
                        Programme.subsidyOf(seminar.feeCents(), p.programme().subsidyRateBasisPoints()))
                .orElse(0L);
        return new SeminarView(seminar, subsidy, seminar.phase(now));
    }

    /** Months in which a published seminar begins, from that day on, for the filter. */
    public List<LocalDate> months(LocalDate from) {
        return database
                .createQuery(
                        "select s.firstDay from Seminar s where s.status = PUBLISHED and s.firstDay >= :from",
                        LocalDate.class)
                .setParameter("from", from)
                .getResultList()
                .stream()
                .map(day -> day.withDayOfMonth(1))
                .distinct()
                .sorted(Comparator.naturalOrder())
                .toList();
    }

    private Conditions conditions(Actor actor, Filter filter) {
        Conditions conditions = new Conditions();
        if (!actor.is(Role.NSI)) {
            conditions.and("s.status <> DRAFT");
        }
        conditions
                .in("s.status", filter.status())
                .and("s.lastDay >= ?", filter.from())
                .and("s.firstDay <= ?", filter.to());
        if (filter.from() != null && filter.to() != null) {
            conditions.and(
                    "exists (select 1 from s.days d where d.date >= ? and d.date <= ?)", filter.from(), filter.to());
        }
        if (filter.free()) {
            conditions
                    .and("s.status = PUBLISHED and s.seatsTaken < s.capacity and s.waitingCount = 0")
                    .and("s.opensAt <= ? and s.closesAt > ?", clock.instant());
        }
        Optional<LocalDate> day = German.parseDate(filter.text());
        return day.isPresent()
                ? conditions.and("exists (select 1 from s.days d where d.date = ?)", day.get())
                : conditions.search("q", filter.text(), "s.searchText");
    }
}
