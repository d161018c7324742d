package de.digitallotsen.account;

import java.time.Instant;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Conditions;
import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The accounts. */
@ApplicationScoped
public class Users implements PanacheRepository<User> {

    private static final String SELECT = "select new " + Listed.class.getName()
            + "(u.id, u.email, u.name, u.role, u.kommuneArs, k.displayName, u.active, case"
            + " when f.userId is null then false else true end, u.createdAt)";
    private static final String FROM = "User u left join Kommune k on k.ars = u.kommuneArs left"
            + " join SecondFactor f on f.userId = u.id and f.confirmedAt is not null";

    /** Whose traces are gone is nobody's colleague any more (R27). */
    private static final String COLLEAGUE = "u.kommuneArs = ? and u.forgottenAt is null";

    /** By address, however it is written (R37). */
    public Optional<User> withEmail(String email) {
        return withKey(EmailAddress.keyOf(email));
    }

    /** By what {@link EmailAddress#keyOf} makes of an address. */
    Optional<User> withKey(String emailKey) {
        return find("emailKey", emailKey).firstResultOptional();
    }

    /** Those of these normalised addresses that have an account. */
    Set<String> knownOf(Set<String> emailKeys) {
        return new HashSet<>(getEntityManager()
                .createQuery("select u.emailKey from User u where u.emailKey in :keys", String.class)
                .setParameter("keys", emailKeys)
                .getResultList());
    }

    /**
     * Locks the accounts of these roles until the end of the transaction: by writing, because only writes are locks on
     * a cluster.
     */
    void lockAll(Role... roles) {
        getEntityManager()
                .createNativeQuery("update user_account set active = active where role in (?1) order by id")
                .setParameter(1, Arrays.stream(roles).map(Role::name).toList())
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

    /** The accounts that match and that the one who asks looks after (R32), by role, Kommune and name. */
    public Page<Listed> list(Actor actor, Filter filter, Page.Request page) {
        return conditions(filter)
                .in("u.role", AccountCare.rolesSeenBy(actor))
                .and(COLLEAGUE, own(actor))
                .page(getEntityManager(), Listed.class, SELECT, FROM, "u.role, k.displayName, u.name, u.id", page);
    }

    /** Personnel staff see those of their own Kommune; null for everybody else. */
    private static String own(Actor actor) {
        return actor.is(Role.KOMMUNE) ? actor.kommuneArs() : null;
    }

    /** @throws RefusedException NOT_FOUND, to personnel staff also outside of their own Kommune; ROLE_NOT_YOURS */
    public Listed require(Actor actor, long id) {
        Conditions one = new Conditions().and("u.id = ?", id).and(COLLEAGUE, own(actor));
        Listed account = one.bindTo(
                        getEntityManager().createQuery(SELECT + " from " + FROM + " where " + one.sql(), Listed.class))
                .getResultStream()
                .findFirst()
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
        AccountCare.requireToRead(actor, account.role());
        return account;
    }

    private static Conditions conditions(Filter filter) {
        return new Conditions()
                .search("q", filter.text(), "u.searchText", "k.searchText")
                .and("u.role = ?", filter.role())
                .and("u.kommuneArs = ?", filter.kommuneArs())
                .and("u.active = ?", filter.active());
    }
}
