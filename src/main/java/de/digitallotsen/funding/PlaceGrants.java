package de.digitallotsen.funding;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.hibernate.query.NativeQuery;

/**
 * How many places every Kommune has, and over what they are counted (R3). A place that is granted is a row that is not
 * withdrawn, and the schema lets no live registration stand on any other; so the cap is what these rows say. Whoever
 * changes them first takes them all ({@link #hold}): then nobody is about to take one.
 */
@ApplicationScoped
class PlaceGrants {

    /** Rows in the order in which they stay: those in use first, then those granted already, then by number. */
    private static final String RANKED =
            "(select programme_id, scope, kommune_ars, place_number, row_number() over (partition by kommune_ars"
                    + " order by taken_by is null and earlier_use is null"
                    + " and held_for_ars is null, withdrawn, place_number) as standing from place"
                    + " where programme_id = ?1 and scope = ?2) r";

    private static final String SAME_PLACE =
            "r.programme_id = p.programme_id and r.scope = p.scope and r.kommune_ars = p.kommune_ars"
                    + " and r.place_number = p.place_number";

    private final EntityManager database;
    private final Successions successions;

    PlaceGrants(EntityManager database, Successions successions) {
        this.database = database;
        this.successions = successions;
    }

    /** A live registration that counts under another key from now on. */
    private record Holder(String reference, String ars, long period, int number) {
        static Holder of(Object[] row) {
            return new Holder((String) row[0], (String) row[1], (Long) row[2], (Integer) row[3]);
        }
    }

    /** Locks every place of the programme until the end of the transaction. */
    void hold(Programme programme) {
        update("update place set ended = ended where programme_id = ?1", programme.id());
    }

    /** Gives every Kommune that exists and may register (R1) its places, in one statement a place number. */
    void grantToAll(Programme programme, long scope) {
        for (int number = 1; number <= programme.placesPerKommune(); number++) {
            update(
                    "insert ignore into place (programme_id, scope, kommune_ars, place_number) select ?1, ?2,"
                            + " ars, ?3 from kommune"
                            + " where type not in ('MITGLIEDSGEMEINDE', 'GEMEINDEFREIES_GEBIET') and valid_to is null",
                    programme.id(),
                    scope,
                    number);
        }
    }

    /** How many Kommunen use more than so many places there; those of a predecessor are its successor's. */
    long usingMoreThan(Programme programme, long scope, int places) {
        return ((Number) bind(
                                "select count(distinct heir) from (select coalesce(k.successor_ars, k.ars) as"
                                        + " heir from place p join kommune k on k.ars = p.kommune_ars"
                                        + " where p.programme_id = ?1 and p.scope = ?2 and not p.withdrawn"
                                        + " and (p.taken_by is not null or p.earlier_use is not null"
                                        + " or p.held_for_ars is not null)"
                                        + " group by k.ars having count(*) > ?3) t",
                                programme.id(),
                                scope,
                                places)
                        .getSingleResult())
                .longValue();
    }

    /** Grants or withdraws until every Kommune has as many places there as the programme says. */
    void fit(Programme programme, long scope) {
        for (int number = 1; number <= programme.placesPerKommune(); number++) {
            update(
                    "insert ignore into place (programme_id, scope, kommune_ars, place_number, withdrawn)"
                            + " select ?1, ?2, ars, ?3, true from kommune"
                            + " where type not in ('MITGLIEDSGEMEINDE', 'GEMEINDEFREIES_GEBIET') and valid_to is null",
                    programme.id(),
                    scope,
                    number);
        }
        update(
                "update place p join " + RANKED + " on " + SAME_PLACE
                        + " set p.withdrawn = r.standing > ?3 where p.withdrawn <> (r.standing > ?3)",
                programme.id(),
                scope,
                programme.placesPerKommune());
        successions.settleAll();
    }

    /**
     * Moves every live registration to where it counts from now on, to its own place number if that is free there.
     *
     * @param from where places were counted
     * @param to where they are counted now
     * @return how many Kommunen have more registrations than places; none, or the caller undoes everything
     */
    long move(Programme programme, List<Long> from, List<Long> to) {
        update(
                "update place set held_for_ars = null, held_for_number = null where programme_id = ?1"
                        + " and held_for_ars is not null",
                programme.id());
        for (long scope : to) {
            copyRows(programme, from, scope);
            fit(programme, scope);
        }
        TreeSet<String> tooMany = new TreeSet<>();
        for (Holder holder : holders(programme, from)) {
            if (!move(programme, holder)) {
                tooMany.add(holder.ars());
            }
        }
        if (tooMany.isEmpty()) {
            from.forEach(scope -> update(
                    "update place set withdrawn = true where programme_id = ?1 and scope = ?2", programme.id(), scope));
            successions.settleAll();
        }
        return tooMany.size();
    }

    /** Also Kommunen that have ended keep their places. */
    private void copyRows(Programme programme, List<Long> from, long to) {
        bind(
                        "insert ignore into place (programme_id, scope, kommune_ars, place_number, withdrawn,"
                                + " ended) select programme_id, ?2, kommune_ars, place_number, true, ended from place"
                                + " where programme_id = ?1 and scope in ?3",
                        programme.id(),
                        to,
                        from)
                .executeUpdate();
    }

    @SuppressWarnings("unchecked")
    private List<Holder> holders(Programme programme, List<Long> from) {
        List<Object[]> rows = bind(
                        "select reference, kommune_ars, period_id, place_number from registration"
                                + " where programme_id = ?1 and place_scope in ?2 and live_place is not null"
                                + " order by kommune_ars, id",
                        programme.id(),
                        from)
                .unwrap(NativeQuery.class)
                .addScalar("reference", String.class)
                .addScalar("kommune_ars", String.class)
                .addScalar("period_id", Long.class)
                .addScalar("place_number", Integer.class)
                .getResultList();
        return new ArrayList<>(rows).stream().map(Holder::of).toList();
    }

    private boolean move(Programme programme, Holder holder) {
        long scope = programme.placeScope(holder.period());
        List<?> free = bind(
                        "select place_number from place where programme_id = ?1 and scope = ?2"
                                + " and kommune_ars = ?3 and not withdrawn and taken_by is null and earlier_use is null"
                                + " order by place_number <> ?4, place_number limit 1",
                        programme.id(),
                        scope,
                        holder.ars(),
                        holder.number())
                .getResultList();
        if (free.isEmpty()) {
            return false;
        }
        update("update place set taken_by = null where taken_by = ?1", holder.reference());
        update(
                "update place set taken_by = ?5 where programme_id = ?1 and scope = ?2 and kommune_ars = ?3"
                        + " and place_number = ?4",
                programme.id(),
                scope,
                holder.ars(),
                free.get(0),
                holder.reference());
        // The version: whoever has just read the registration has to read it again.
        update(
                "update registration set place_scope = ?1, place_number = ?2, version = version + 1"
                        + " where reference = ?3",
                scope,
                free.get(0),
                holder.reference());
        return true;
    }

    private void update(String sql, Object... parameters) {
        bind(sql, parameters).executeUpdate();
    }

    private jakarta.persistence.Query bind(String sql, Object... parameters) {
        jakarta.persistence.Query query = database.createNativeQuery(sql);
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
