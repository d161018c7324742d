package de.digitallotsen.registration;

import java.util.List;
import java.util.OptionalInt;
import java.util.TreeSet;

import de.digitallotsen.places.PlaceGrants;
import de.digitallotsen.programme.Programme;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import org.hibernate.query.NativeQuery;

/**
 * Live registrations count under another key from now on (R3): those of one period, or those of the whole programme.
 * Each takes its place there; the caller has locked all places ({@link PlaceGrants#hold}).
 */
@ApplicationScoped
public class PlaceMoves {

    private final EntityManager database;
    private final PlaceGrants grants;

    PlaceMoves(EntityManager database, PlaceGrants grants) {
        this.database = database;
        this.grants = grants;
    }

    /** A live registration and the place it holds. */
    private record Holder(String reference, String ars, long period, int number) {
        static Holder of(Object[] row) {
            return new Holder((String) row[0], (String) row[1], (Long) row[2], (Integer) row[3]);
        }
    }

    /**
     * Moves every live registration to where it counts from now on, to its own place number if that is free there.
     *
     * @param from where places were counted
     * @param to where they are counted now
     * @return how many Kommunen have more registrations than places; none, or the caller undoes everything
     */
    public long move(Programme programme, List<Long> from, List<Long> to) {
        grants.beginMove(programme, from, to);
        TreeSet<String> tooMany = new TreeSet<>();
        for (Holder holder : holders(programme, from)) {
            if (!move(programme, holder)) {
                tooMany.add(holder.ars());
            }
        }
        if (tooMany.isEmpty()) {
            grants.abandon(programme, from);
        }
        return tooMany.size();
    }

    @SuppressWarnings("unchecked")
    private List<Holder> holders(Programme programme, List<Long> from) {
        List<Object[]> rows = database.createNativeQuery(
                        "select reference, kommune_ars, period_id, place_number from registration"
                                + " where programme_id = ?1 and place_scope in ?2 and live_place is not null"
                                + " order by kommune_ars, id")
                .setParameter(1, programme.id())
                .setParameter(2, from)
                .unwrap(NativeQuery.class)
                .addScalar("reference", String.class)
                .addScalar("kommune_ars", String.class)
                .addScalar("period_id", Long.class)
                .addScalar("place_number", Integer.class)
                .getResultList();
        return rows.stream().map(Holder::of).toList();
    }

    private boolean move(Programme programme, Holder holder) {
        long scope = programme.placeScope(holder.period());
        OptionalInt number = grants.move(programme, scope, holder.ars(), holder.reference(), holder.number());
        // The version: whoever has just read the registration has to read it again.
        number.ifPresent(place -> database.createNativeQuery(
                        "update registration set place_scope = ?1, place_number = ?2, version = version + 1"
                                + " where reference = ?3")
                .setParameter(1, scope)
                .setParameter(2, place)
                .setParameter(3, holder.reference())
                .executeUpdate());
        return number.isPresent();
    }
}
