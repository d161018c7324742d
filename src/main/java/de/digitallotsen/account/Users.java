package de.digitallotsen.account;

import java.util.List;
import java.util.Optional;

import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The accounts. */
@ApplicationScoped
public class Users implements PanacheRepository<User> {

    /** By normalised address. */
    public Optional<User> withEmail(String email) {
        return find("email", email).firstResultOptional();
    }

    /**
     * An account as it is listed.
     *
     * @param kommuneName of personnel staff, else null
     */
    public record Listed(long id, String email, String name, Role role, String kommuneArs, String kommuneName, boolean active) {
    }

    /** All accounts, by role, Kommune and name. */
    public Page<Listed> list(Page.Request page) {
        List<Listed> rows = getEntityManager().createQuery("select new " + Listed.class.getName() + "(u.id, u.email, u.name, u.role, u.kommuneArs, k.displayName, u.active)"
                + " from User u left join Kommune k on k.ars = u.kommuneArs order by u.role, k.displayName, u.name, u.id", Listed.class)
                .setFirstResult(page.offset()).setMaxResults(page.size()).getResultList();
        return new Page<>(rows, page.page(), page.size(), count());
    }
}
