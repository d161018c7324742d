package de.digitallotsen.places;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

import de.digitallotsen.kommune.Kommune;
import de.digitallotsen.kommune.PlaceCounts;
import de.digitallotsen.programme.FundingPeriod;
import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.shared.SystemClock;
import de.digitallotsen.shared.VisibleText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;

/**
 * The places of the Kommunen (R3), a row each, and the only way to take and free them. Taken first of all in a
 * registration: Kommune → Seminar → budget. The schema lets no live registration exist without its place, and no place
 * carry two.
 */
@ApplicationScoped
public class Places implements PlaceCounts {

    private final PlaceRows rows;
    private final EntityManager database;
    private final FundingPeriods periods;
    private final Successions successions;
    private final Clock clock;

    Places(PlaceRows rows, EntityManager database, FundingPeriods periods, Successions successions, Clock clock) {
        this.rows = rows;
        this.database = database;
        this.periods = periods;
        this.successions = successions;
        this.clock = clock;
    }

    @Override
    @SuppressWarnings("unchecked")
    public Map<String, Count> count(Collection<String> ars) {
        FundingPeriod period = periods.current(SystemClock.today(clock)).orElse(null);
        Map<String, Count> counts = new HashMap<>();
        if (period == null || ars.isEmpty()) {
            return counts;
        }
        int total = period.programme().placesPerKommune();
        ars.forEach(key -> counts.put(key, new Count(total, 0)));
        List<Object[]> found = (List<Object[]>) rows.query(
                        "select kommune_ars, count(*) from place where programme_id = ?1 and scope = ?2"
                                + " and kommune_ars in ?3"
                                + " and not withdrawn and (taken_by is not null or earlier_use is not null"
                                + " or held_for_ars is not null) group by kommune_ars",
                        period.programme().id(),
                        period.programme().placeScope(period.id()),
                        ars)
                .getResultList();
        found.forEach(row -> counts.put((String) row[0], new Count(total, ((Number) row[1]).intValue())));
        return counts;
    }

    /**
     * One place and what uses it.
     *
     * @param takenBy reference of the live registration, or null
     * @param earlierUse the earlier period in which it was used up, or null
     */
    public record PlaceUse(int number, String takenBy, String earlierUse) {
        /** True if nobody uses it and nobody used it up earlier. */
        public boolean free() {
            return takenBy == null && earlierUse == null;
        }

        /** True if it was used up in that earlier period, however its name is written. */
        boolean isOf(String period) {
            return earlierUse != null && samePeriod(earlierUse).equals(samePeriod(period));
        }
    }

    /** What decides whether two names of a period are one (R37): „2021–2024“, „2021 - 2024“ and „2021-2024“ are. */
    static String samePeriod(String name) {
        return VisibleText.plainHyphens(name).replaceAll(" ?- ?", "-").toLowerCase(Locale.GERMANY);
    }

    /**
     * What a Kommune's places are used by, also by people of a predecessor; and those of a predecessor's that found no
     * place of it to count against.
     */
    private static final String USES =
            "select o.place_number, coalesce(o.taken_by, h.taken_by) as taken_by, coalesce(o.earlier_use,"
                    + " h.earlier_use) as earlier_use, 0 as beyond"
                    + " from place o left join place h on h.programme_id = o.programme_id and h.scope = o.scope"
                    + " and h.kommune_ars = o.held_for_ars and h.place_number = o.held_for_number"
                    + " where o.programme_id = ?1 and o.scope = ?2 and o.kommune_ars = ?3 and not o.withdrawn"
                    + " union all select p.place_number, p.taken_by, p.earlier_use, 1 from kommune k"
                    + " join place p on p.kommune_ars = k.ars where k.successor_ars = ?3"
                    + " and p.programme_id = ?1 and p.scope = ?2 and (p.taken_by is not null"
                    + " or p.earlier_use is not null) and not exists (select 1 from place s"
                    + " where s.programme_id = p.programme_id and s.scope = p.scope"
                    + " and s.held_for_ars = p.kommune_ars and s.held_for_number = p.place_number)"
                    + " order by beyond, place_number, taken_by";

    /**
     * The places of a Kommune in order, then what its predecessors use beyond them; a plain read. The types are named,
     * or Hibernate would ask the driver for them and fail on CHAR, at every call.
     */
    @SuppressWarnings("unchecked")
    public List<PlaceUse> of(Programme programme, long periodId, String kommuneArs) {
        List<Object[]> found =
                (List<Object[]>) rows.query(USES, programme.id(), programme.placeScope(periodId), kommuneArs)
                        .addScalar("place_number", Integer.class)
                        .addScalar("taken_by", String.class)
                        .addScalar("earlier_use", String.class)
                        .getResultList();
        return found.stream()
                .map(row -> new PlaceUse((Integer) row[0], (String) row[1], (String) row[2]))
                .toList();
    }

    /** The same of several Kommunen at once; those without places yet are missing. */
    @SuppressWarnings("unchecked")
    Map<String, List<PlaceUse>> of(Programme programme, long periodId, Collection<String> ars) {
        if (ars.isEmpty()) {
            return Map.of();
        }
        List<Object[]> found = (List<Object[]>) rows.query(
                        "select kommune_ars, place_number, taken_by, earlier_use from place"
                                + " where programme_id = ?1 and scope = ?2"
                                + " and kommune_ars in ?3 and not withdrawn order by kommune_ars, place_number",
                        programme.id(),
                        programme.placeScope(periodId),
                        ars)
                .addScalar("kommune_ars", String.class)
                .addScalar("place_number", Integer.class)
                .addScalar("taken_by", String.class)
                .addScalar("earlier_use", String.class)
                .getResultList();
        Map<String, List<PlaceUse>> uses = new HashMap<>();
        found.forEach(row -> uses.computeIfAbsent((String) row[0], none -> new ArrayList<>())
                .add(new PlaceUse((Integer) row[1], (String) row[2], (String) row[3])));
        return uses;
    }

    /**
     * Notes (or, negative, takes back) that so many places were used up in an earlier period; the last ones first, so
     * that the first stays free.
     *
     * @return false if so many places are not free any more; what was noted is then to be undone by the caller
     */
    boolean noteEarlierUse(
            Programme programme, long periodId, String kommuneArs, String earlierPeriod, int difference) {
        String which = " where programme_id = ?2 and scope = ?3 and kommune_ars = ?4 and not withdrawn";
        String sql = difference > 0
                ? "update place set earlier_use = ?1" + which + " and taken_by is null and earlier_use is null"
                : "update place set earlier_use = null" + which + " and earlier_use in ?1";
        return rows.update(
                        sql + " order by place_number desc limit " + Math.abs(difference),
                        difference > 0 ? earlierPeriod : spellings(programme, periodId, kommuneArs, earlierPeriod),
                        programme.id(),
                        programme.placeScope(periodId),
                        kommuneArs)
                == Math.abs(difference);
    }

    /** As the period is written at the places of the Kommune; itself if it stands nowhere. */
    private List<String> spellings(Programme programme, long periodId, String kommuneArs, String earlierPeriod) {
        return Stream.concat(
                        Stream.of(earlierPeriod),
                        of(programme, periodId, List.of(kommuneArs)).getOrDefault(kommuneArs, List.of()).stream()
                                .filter(place -> place.isOf(earlierPeriod))
                                .map(PlaceUse::earlierUse))
                .distinct()
                .toList();
    }

    /** Gives a Kommune its places if it has none yet; harmless when repeated or done twice at once. */
    public void grant(Programme programme, long periodId, Kommune kommune) {
        for (int number = 1; number <= programme.placesPerKommune(); number++) {
            // The number is looked up once more, under a lock: somebody may be lowering it.
            rows.update(
                    "insert ignore into place (programme_id, scope, kommune_ars, place_number) select"
                            + " id, ?2, ?3, ?4 from programme"
                            + " where id = ?1 and places_per_kommune >= ?4"
                            + " and (cap_scope = 'PROGRAMME') = (?2 = 0) lock in share mode",
                    programme.id(),
                    programme.placeScope(periodId),
                    kommune.ars(),
                    number);
        }
    }

    /**
     * Takes a place for a registration: one that is granted, not held for a predecessor, and not of a Kommune that has
     * ended.
     *
     * @param number from 1 on
     * @param reference of the registration
     * @return false if somebody was faster; nothing has changed then
     */
    public boolean take(Programme programme, long periodId, String kommuneArs, int number, String reference) {
        boolean taken = take(programme, periodId, kommuneArs, number, reference, " and not ended");
        if (!taken) {
            // Perhaps the Ministry has just changed over what the places are counted.
            database.refresh(programme);
        }
        return taken;
    }

    /**
     * Takes a place again for somebody who had lost it (a correction): also one of a Kommune that has ended, as long as
     * its successor has one free for it.
     *
     * @return false if there is none; nothing has changed then
     */
    public boolean takeAgain(Programme programme, long periodId, String kommuneArs, int number, String reference) {
        boolean taken = take(programme, periodId, kommuneArs, number, reference, "");
        if (taken && !successions.admits(kommuneArs, reference)) {
            free(kommuneArs, reference);
            return false;
        }
        return taken;
    }

    /**
     * Locks the places of a Kommune until the end of the transaction; a write, because a Galera cluster certifies only
     * writes. Who takes places of several Kommunen locks them all first, by ascending key.
     *
     * @return false if it has none yet
     */
    public boolean lock(Programme programme, long periodId, String kommuneArs) {
        return rows.update(
                        "update place set taken_by = taken_by where programme_id = ?1 and scope = ?2"
                                + " and kommune_ars = ?3",
                        programme.id(),
                        programme.placeScope(periodId),
                        kommuneArs)
                > 0;
    }

    private boolean take(
            Programme programme, long periodId, String kommuneArs, int number, String reference, String unless) {
        return rows.update(
                        "update place set taken_by = ?1 where programme_id = ?2 and scope = ?3"
                                + " and kommune_ars = ?4"
                                + " and place_number = ?5 and taken_by is null and earlier_use is null"
                                + " and held_for_ars is null and not withdrawn"
                                + unless,
                        reference,
                        programme.id(),
                        programme.placeScope(periodId),
                        kommuneArs,
                        number)
                == 1;
    }

    /**
     * Frees the place that the registration holds. After a merger somebody else of the family may use it up at once.
     */
    public void free(String kommuneArs, String reference) {
        rows.update("update place set taken_by = null where taken_by = ?1", reference);
        successions.settleFamilyOf(kommuneArs);
    }
}
