package de.digitallotsen.account;

import java.util.Optional;

import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The accounts. */
@ApplicationScoped
public class Users implements PanacheRepository<User> {

    /** By normalised address. */
    public Optional<User> withEmail(String email) {
        return find("email", email).firstResultOptional();
    }
}
