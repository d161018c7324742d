package de.digitallotsen.places;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import org.hibernate.query.NativeQuery;

/** The rows of places, in SQL: parameters are counted from ?1 on. */
@ApplicationScoped
class PlaceRows {

    private final EntityManager database;

    PlaceRows(EntityManager database) {
        this.database = database;
    }

    /** @return how many rows there were to change */
    int update(String sql, Object... parameters) {
        return bind(database.createNativeQuery(sql), parameters).executeUpdate();
    }

    /**
     * The types of CHAR columns are to be named ({@code addScalar}), or Hibernate would ask the driver for them and
     * fail, at every call.
     */
    NativeQuery<?> query(String sql, Object... parameters) {
        return bind(database.createNativeQuery(sql), parameters).unwrap(NativeQuery.class);
    }

    private static Query bind(Query query, Object... parameters) {
        for (int i = 0; i < parameters.length; i++) {
            query.setParameter(i + 1, parameters[i]);
        }
        return query;
    }
}
