package de.digitallotsen.account;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;

/** The accounts. */
@ApplicationScoped
public class Users implements PanacheRepository<User> {

    private static final int LONGEST_QUERY = 100;
    private static final String ROWS = " from User u left join Kommune k on k.ars = u.kommuneArs left"
            + " join SecondFactor f on f.userId = u.id and f.confirmedAt is not null where ";

    /** By normalised address. */
    public Optional<User> withEmail(String email) {
        return find("email", email).firstResultOptional();
    }

    /**
     * Locks the accounts of a role until the end of the transaction: by writing, because only writes are locks on a
     * cluster.
     */
    void lockAll(Role role) {
        getEntityManager()
                .createNativeQuery("update user_account set active = active where role = ?1 order by id")
                .setParameter(1, role.name())
                .executeUpdate();
    }

    /**
     * An account as it is listed.
     *
     * @param kommuneName of personnel staff, else null
     * @param secondFactor true if a code is asked for beside the password
     */
    public record Listed(
            long id,
            String email,
            String name,
            Role role,
            String kommuneArs,
            String kommuneName,
            boolean active,
            boolean secondFactor,
            Instant createdAt) {}

    /**
     * Which accounts; null means no limit.
     *
     * @param text part of a name, an address or the Kommune's name
     */
    public record Filter(String text, Role role, String kommuneArs, Boolean active) {
        public static Filter all() {
            return new Filter(null, null, null, null);
        }
    }

    /** The accounts that match, by role, Kommune and name. */
    public Page<Listed> list(Filter filter, Page.Request page) {
        Map<String, Object> parameters = new HashMap<>();
        String where = where(filter, parameters);
        long total = bind(getEntityManager().createQuery("select count(u)" + ROWS + where, Long.class), parameters)
                .getSingleResult();
        List<Listed> rows = bind(
                        getEntityManager()
                                .createQuery(
                                        select() + where + " order by u.role, k.displayName, u.name, u.id",
                                        Listed.class),
                        parameters)
                .setFirstResult(page.offset())
                .setMaxResults(page.size())
                .getResultList();
        return new Page<>(rows, page.page(), page.size(), total);
    }

    /** @throws RefusedException NOT_FOUND */
    public Listed require(long id) {
        return getEntityManager()
                .createQuery(select() + "u.id = :id", Listed.class)
                .setParameter("id", id)
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
    }

    private static String select() {
        return "select new " + Listed.class.getName()
                + "(u.id, u.email, u.name, u.role, u.kommuneArs, k.displayName, u.active, case"
                + " when f.userId is null then false else true end, u.createdAt)"
                + ROWS;
    }

    private static String where(Filter filter, Map<String, Object> parameters) {
        StringBuilder where = new StringBuilder("1 = 1");
        Input input = new Input();
        String text = input.optional("q", "Suchtext", filter.text(), LONGEST_QUERY);
        input.throwIfWrong();
        if (text != null) {
            where.append(" and (u.name like :text escape '!' or u.email like :text escape '!'"
                    + " or k.displayName like :text escape '!')");
            parameters.put(
                    "text", "%" + text.replace("!", "!!").replace("%", "!%").replace("_", "!_") + "%");
        }
        add(where, parameters, "u.role", "role", filter.role());
        add(where, parameters, "u.kommuneArs", "kommune", filter.kommuneArs());
        add(where, parameters, "u.active", "active", filter.active());
        return where.toString();
    }

    private static void add(
            StringBuilder where, Map<String, Object> parameters, String column, String name, Object value) {
        if (value != null) {
            where.append(" and ").append(column).append(" = :").append(name);
            parameters.put(name, value);
        }
    }

    private static <T> TypedQuery<T> bind(TypedQuery<T> query, Map<String, Object> parameters) {
        parameters.forEach(query::setParameter);
        return query;
    }
}
