package de.digitallotsen.report;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.kommune.KommuneType;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SystemClock;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.hibernate.query.NativeQuery;

/** Reads who takes part (no persons, only how many). */
@ApplicationScoped
public class CoverageReport {

    private static final String QUERY =
            "select k.ars, k.display_name, k.type, k.landkreis_ags, k.population, coalesce(r.persons, 0)"
                    + " persons, coalesce(r.waiting, 0) waiting, coalesce(p.earlier, 0) earlier from kommune k"
                    + " left join (select kommune_ars, sum(status <> 'WAITING') persons, sum(status ="
                    + " 'WAITING') waiting from registration"
                    + " where period_id in (select id from funding_period where programme_id = ?1)"
                    + " and ?4 in (0, period_id) and status in ('CONFIRMED', 'ATTENDED', 'WAITING')"
                    + " group by kommune_ars) r on r.kommune_ars = k.ars"
                    + " left join (select kommune_ars, count(*) earlier from place where programme_id = ?1"
                    + " and ?4 = 0 and scope = ?2 and earlier_use is not null group by kommune_ars) p"
                    + " on p.kommune_ars = k.ars"
                    + " where k.type not in ('MITGLIEDSGEMEINDE', 'GEMEINDEFREIES_GEBIET')"
                    + " and k.valid_from <= ?3 and (k.valid_to is null or k.valid_to >= ?3)"
                    + " order by k.name, k.display_name, k.ars";

    private final BudgetPosition position;
    private final EntityManager database;
    private final Clock clock;

    CoverageReport(BudgetPosition position, EntityManager database, Clock clock) {
        this.position = position;
        this.database = database;
        this.clock = clock;
    }

    /** Who takes part, and when that was so. */
    public record Dated(Instant at, Coverage coverage) {}

    /** Which period an address asks for; without one the whole programme. */
    public ChosenPeriod chosen(String asked) {
        return position.chosenOfAll(asked);
    }

    /**
     * Of the programme that runs today, with who took part before; or of one period alone (R35), among the Kommunen
     * that could have taken part on its last day. For the Ministry.
     */
    public Dated of(Actor actor, ChosenPeriod chosen) {
        actor.requireToRead(Role.MINISTRY);
        LocalDate today = SystemClock.today(clock);
        FundingPeriod period = chosen.period();
        return new Dated(
                clock.instant(),
                period == null
                        ? read(position.currentPeriod())
                        : read(period, period.id(), period.hasEnded(today) ? period.lastDay() : today));
    }

    Coverage read(FundingPeriod period) {
        return read(period, 0, SystemClock.today(clock));
    }

    /** @param only of this period alone, or 0 for all of them and for what was before */
    @SuppressWarnings("unchecked")
    private Coverage read(FundingPeriod period, long only, LocalDate day) {
        List<Object[]> rows = database.createNativeQuery(QUERY, Object[].class)
                .unwrap(NativeQuery.class)
                .addScalar("ars", String.class)
                .addScalar("display_name", String.class)
                .addScalar("type", String.class)
                .addScalar("landkreis_ags", String.class)
                .addScalar("population", Integer.class)
                .addScalar("persons", Integer.class)
                .addScalar("waiting", Integer.class)
                .addScalar("earlier", Integer.class)
                .setParameter(1, period.programme().id())
                .setParameter(2, period.programme().placeScope(period.id()))
                .setParameter(3, day)
                .setParameter(4, only)
                .getResultList();
        return new Coverage(rows.stream()
                .map(row -> new Coverage.Member(
                        (String) row[0],
                        (String) row[1],
                        KommuneType.valueOf((String) row[2]),
                        (String) row[3],
                        (Integer) row[4],
                        (Integer) row[5],
                        (Integer) row[6],
                        (Integer) row[7]))
                .toList());
    }
}
