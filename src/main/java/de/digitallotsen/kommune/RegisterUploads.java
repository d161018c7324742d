package de.digitallotsen.kommune;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;

/** Register files between preview and application. */
@ApplicationScoped
public class RegisterUploads implements PanacheRepositoryBase<RegisterUpload, String> {

    /** @throws RefusedException NOT_FOUND if there is no such file, or it has been applied or forgotten since */
    public RegisterFile require(Actor actor, String hash) {
        actor.require(Role.NSI);
        return findByIdOptional(hash)
                .map(RegisterUpload::file)
                .orElseThrow(() -> new RefusedException(AccessRefusal.NOT_FOUND));
    }
}
