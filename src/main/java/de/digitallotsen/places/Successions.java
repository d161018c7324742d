package de.digitallotsen.places;

import java.util.List;
import java.util.TreeSet;

import de.digitallotsen.kommune.KommunenAboutToEnd;
import de.digitallotsen.kommune.KommunenMerged;
import de.digitallotsen.kommune.KommunenRevived;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;

/**
 * Places after a merger (R2, R3). People of an ended Kommune keep its places; each of these that is in use holds one of
 * the successor's, so that family and newcomers together have no more than one Kommune has. Are more in use than the
 * successor has, all of them stay, and nothing comes free until fewer are: a place that comes free is held at once for
 * the next one.
 *
 * <p>Locks in the order predecessor → successor, and only by writing.
 */
@ApplicationScoped
class Successions {

    private static final String SAME_PLACE =
            "h.programme_id = o.programme_id and h.scope = o.scope and h.kommune_ars = o.held_for_ars"
                    + " and h.place_number = o.held_for_number";

    private final PlaceRows rows;

    Successions(PlaceRows rows) {
        this.rows = rows;
    }

    /** One place row. */
    private record Place(long programme, long scope, String ars, int number) {
        static Place of(Object[] row) {
            return new Place(
                    ((Number) row[0]).longValue(),
                    ((Number) row[1]).longValue(),
                    (String) row[2],
                    ((Number) row[3]).intValue());
        }
    }

    /** Nobody takes a place of a Kommune that ends; whoever is about to take one finishes first. */
    void close(@Observes KommunenAboutToEnd event) {
        new TreeSet<>(event.ars())
                .forEach(ars -> rows.update("update place set ended = true where kommune_ars = ?1", ars));
    }

    /** The successor has its places from now on, less those that are in use. */
    void succeed(@Observes KommunenMerged event) {
        for (String predecessor : event.predecessors()) {
            rows.update(
                    "insert ignore into place (programme_id, scope, kommune_ars, place_number, withdrawn)"
                            + " select programme_id, scope, ?2, place_number, withdrawn from place where"
                            + " kommune_ars = ?1",
                    predecessor,
                    event.successorArs());
            // What it held for its own predecessors is held by the new successor.
            rows.update(
                    "update place set held_for_ars = null, held_for_number = null where kommune_ars = ?1", predecessor);
        }
        settle(event.successorArs());
    }

    /** An ended Kommune exists again: it takes its places back. */
    void restore(@Observes KommunenRevived event) {
        for (String ars : event.ars()) {
            rows.update("update place set held_for_ars = null, held_for_number = null where held_for_ars = ?1", ars);
            rows.update("update place set ended = false where kommune_ars = ?1", ars);
        }
        event.successors().forEach(this::settle);
    }

    /** After the number of places changed, or over what they are counted: everything is held anew. */
    void settleAll() {
        List<?> successors = rows.query("select distinct successor_ars from kommune where successor_ars is not null"
                        + " order by successor_ars")
                .addScalar("successor_ars", String.class)
                .getResultList();
        successors.forEach(ars -> settle((String) ars));
    }

    /**
     * After a place of this Kommune came free or was taken. Nothing to do for a Kommune that has no part in a merger.
     */
    void settleFamilyOf(String kommuneArs) {
        List<?> successor = rows.query(
                        "select coalesce(k.successor_ars, k.ars) as ars from kommune k where k.ars = ?1"
                                + " and (k.successor_ars is not null or exists (select 1 from kommune p"
                                + " where p.successor_ars = k.ars))",
                        kommuneArs)
                .addScalar("ars", String.class)
                .getResultList();
        successor.forEach(ars -> settle((String) ars));
    }

    /**
     * True if the place that this registration has just taken counts against one of the successor's, or nobody
     * succeeded its Kommune.
     */
    boolean admits(String kommuneArs, String reference) {
        settleFamilyOf(kommuneArs);
        return rows.query(
                        "select p.place_number from place p join kommune k on k.ars = p.kommune_ars"
                                + " where p.taken_by = ?1 and k.successor_ars is not null and not exists"
                                + " (select 1 from place o where o.programme_id = p.programme_id"
                                + " and o.scope = p.scope and o.held_for_ars = p.kommune_ars"
                                + " and o.held_for_number = p.place_number)",
                        reference)
                .getResultList()
                .isEmpty();
    }

    /**
     * Holds a place of the successor for each place that its predecessors use, as far as there are any, and for none
     * else.
     */
    private void settle(String successor) {
        rows.update("update place set earlier_use = earlier_use where kommune_ars = ?1", successor);
        places(
                        "select o.programme_id, o.scope, o.kommune_ars, o.place_number from place o join place h on "
                                + SAME_PLACE
                                + " where o.kommune_ars = ?1 and h.taken_by is null and h.earlier_use is null",
                        successor)
                .forEach(this::release);
        places(
                        "select h.programme_id, h.scope, h.kommune_ars, h.place_number from kommune k"
                                + " join place h on h.kommune_ars = k.ars where k.successor_ars = ?1"
                                + " and (h.taken_by is not null or h.earlier_use is not null)"
                                + " and not exists (select 1 from place o where "
                                + SAME_PLACE + ")"
                                + " order by h.earlier_use is null, h.kommune_ars, h.place_number",
                        successor)
                .forEach(used -> hold(successor, used));
    }

    private void release(Place held) {
        rows.update(
                "update place set held_for_ars = null, held_for_number = null where programme_id = ?1"
                        + " and scope = ?2 and kommune_ars = ?3 and place_number = ?4",
                held.programme(),
                held.scope(),
                held.ars(),
                held.number());
    }

    private void hold(String successor, Place used) {
        rows.update(
                "update place set held_for_ars = ?3, held_for_number = ?4 where programme_id = ?1 and scope = ?2"
                        + " and kommune_ars = ?5"
                        + " and taken_by is null and earlier_use is null and held_for_ars is null"
                        + " and not withdrawn order by place_number limit 1",
                used.programme(),
                used.scope(),
                used.ars(),
                used.number(),
                successor);
    }

    @SuppressWarnings("unchecked")
    private List<Place> places(String sql, String successor) {
        List<Object[]> found = (List<Object[]>) rows.query(sql, successor)
                .addScalar("programme_id", Long.class)
                .addScalar("scope", Long.class)
                .addScalar("kommune_ars", String.class)
                .addScalar("place_number", Integer.class)
                .getResultList();
        return found.stream().map(Place::of).toList();
    }
}
