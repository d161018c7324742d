package de.digitallotsen.places;

import java.util.List;
import java.util.OptionalInt;

import de.digitallotsen.programme.Programme;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * How many places every Kommune has, and over what they are counted (R3). A place that is granted is a row that is not
 * withdrawn, and the schema lets no live registration stand on any other; so the cap is what these rows say. Whoever
 * changes them first takes them all ({@link #lock}): then nobody is about to take one.
 *
 * <p>A scope is the key under which places are counted: 0 over the whole programme, else the id of a period
 * ({@link Programme#placeScope}).
 */
@ApplicationScoped
public class PlaceGrants {

    /** Rows in the order in which they stay: those in use first, then those granted already, then by number. */
    private static final String RANKED =
            "(select programme_id, scope, kommune_ars, place_number, row_number() over (partition by kommune_ars"
                    + " order by taken_by is null and earlier_use is null"
                    + " and held_for_ars is null, withdrawn, place_number) as nth from place"
                    + " where programme_id = ?1 and scope = ?2) r";

    private static final String SAME_PLACE =
            "r.programme_id = p.programme_id and r.scope = p.scope and r.kommune_ars = p.kommune_ars"
                    + " and r.place_number = p.place_number";

    private final PlaceRows rows;
    private final Successions successions;

    PlaceGrants(PlaceRows rows, Successions successions) {
        this.rows = rows;
        this.successions = successions;
    }

    /** Locks every place of the programme until the end of the transaction. */
    public void lock(Programme programme) {
        rows.update("update place set ended = ended where programme_id = ?1", programme.id());
    }

    /** Gives every Kommune that exists and may register (R1) its places, in one statement a place number. */
    public void grantToAll(Programme programme, long scope) {
        for (int number = 1; number <= programme.placesPerKommune(); number++) {
            rows.update(
                    "insert ignore into place (programme_id, scope, kommune_ars, place_number) select ?1, ?2,"
                            + " ars, ?3 from kommune"
                            + " where type not in ('MITGLIEDSGEMEINDE', 'GEMEINDEFREIES_GEBIET') and valid_to is null",
                    programme.id(),
                    scope,
                    number);
        }
    }

    /** How many Kommunen use more than so many places there; those of a predecessor are its successor's. */
    public long usingMoreThan(Programme programme, long scope, int places) {
        return ((Number) rows.query(
                                "select count(distinct successor) from (select coalesce(k.successor_ars, k.ars) as"
                                        + " successor from place p join kommune k on k.ars = p.kommune_ars"
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
    public void fit(Programme programme, long scope) {
        for (int number = 1; number <= programme.placesPerKommune(); number++) {
            rows.update(
                    "insert ignore into place (programme_id, scope, kommune_ars, place_number, withdrawn)"
                            + " select ?1, ?2, ars, ?3, true from kommune"
                            + " where type not in ('MITGLIEDSGEMEINDE', 'GEMEINDEFREIES_GEBIET') and valid_to is null",
                    programme.id(),
                    scope,
                    number);
        }
        rows.update(
                "update place p join " + RANKED + " on " + SAME_PLACE
                        + " set p.withdrawn = r.nth > ?3 where p.withdrawn <> (r.nth > ?3)",
                programme.id(),
                scope,
                programme.placesPerKommune());
        successions.settleAll();
    }

    /**
     * Begins to count places elsewhere: the rows are there afterwards, and all of them free. Who counts there is then
     * moved one by one ({@link #move}), and {@link #abandon} ends it.
     *
     * @param from where places were counted
     * @param to where they are counted from now on
     */
    public void beginMove(Programme programme, List<Long> from, List<Long> to) {
        rows.update(
                "update place set held_for_ars = null, held_for_number = null where programme_id = ?1"
                        + " and held_for_ars is not null",
                programme.id());
        for (long scope : to) {
            copyRows(programme, from, scope);
            fit(programme, scope);
        }
    }

    /** After everybody was moved: nothing counts there any more. */
    public void abandon(Programme programme, List<Long> from) {
        from.forEach(scope -> rows.update(
                "update place set withdrawn = true where programme_id = ?1 and scope = ?2", programme.id(), scope));
        successions.settleAll();
    }

    /** Also Kommunen that have ended keep their places. */
    private void copyRows(Programme programme, List<Long> from, long to) {
        rows.update(
                "insert ignore into place (programme_id, scope, kommune_ars, place_number, withdrawn,"
                        + " ended) select programme_id, ?2, kommune_ars, place_number, true, ended from place"
                        + " where programme_id = ?1 and scope in ?3",
                programme.id(),
                to,
                from);
    }

    /**
     * Moves one live registration there, to its own place number if that is free.
     *
     * @return the number it got; empty if the Kommune has no free place there
     */
    public OptionalInt move(Programme programme, long scope, String kommuneArs, String reference, int number) {
        List<?> free = rows.query(
                        "select place_number from place where programme_id = ?1 and scope = ?2"
                                + " and kommune_ars = ?3 and not withdrawn and taken_by is null and earlier_use is null"
                                + " order by place_number <> ?4, place_number limit 1",
                        programme.id(),
                        scope,
                        kommuneArs,
                        number)
                .getResultList();
        if (free.isEmpty()) {
            return OptionalInt.empty();
        }
        int found = ((Number) free.get(0)).intValue();
        rows.update("update place set taken_by = null where taken_by = ?1", reference);
        rows.update(
                "update place set taken_by = ?5 where programme_id = ?1 and scope = ?2 and kommune_ars = ?3"
                        + " and place_number = ?4",
                programme.id(),
                scope,
                kommuneArs,
                found,
                reference);
        return OptionalInt.of(found);
    }
}
