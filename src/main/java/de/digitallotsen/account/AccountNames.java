package de.digitallotsen.account;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

import de.digitallotsen.shared.ActorNames;
import jakarta.enterprise.context.ApplicationScoped;

/** Tells features below the accounts who acted. */
@ApplicationScoped
class AccountNames implements ActorNames {

    private final Users users;

    AccountNames(Users users) {
        this.users = users;
    }

    @Override
    public Map<Long, String> of(Collection<Long> accounts) {
        return accounts.isEmpty()
                ? Map.of()
                : users.list("id in ?1", accounts).stream().collect(Collectors.toMap(User::id, User::name));
    }
}
