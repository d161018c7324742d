package de.digitallotsen.account;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Audited;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.UseCase;
import jakarta.enterprise.event.Event;

/**
 * Whose account it is that the directory of an authority vouches for. The group of the directory says which side it is,
 * a claim the Kommune of personnel staff; the account is made at the first time.
 *
 * <p>Nobody comes the first time with an address that the directory has not verified: the account would be somebody
 * else's by its address, their mails would go there, and they could not be let in any more. An account that was here
 * before is taken over by its address, if the directory sees the person on the same side; its password and its second
 * factor are gone then. Accounts that nobody links keep theirs, for the day when the directory is not there.
 */
@UseCase
public class AdmitFromDirectory {

    private static final int LONGEST_NAME = 120;

    private final DirectorySettings settings;
    private final DirectoryIdentities identities;
    private final Users users;
    private final EligibleKommune kommune;
    private final Credentials credentials;
    private final Clock clock;
    private final Event<Audited> changes;

    AdmitFromDirectory(
            DirectorySettings settings,
            DirectoryIdentities identities,
            Users users,
            EligibleKommune kommune,
            Credentials credentials,
            Clock clock,
            Event<Audited> changes) {
        this.settings = settings;
        this.identities = identities;
        this.users = users;
        this.kommune = kommune;
        this.credentials = credentials;
        this.clock = clock;
        this.changes = changes;
    }

    /**
     * @return an account that may be used
     * @throws RefusedException DIRECTORY_NO_GROUP (403) for who is in none of the groups or in two, DIRECTORY_LOCKED
     *     (403), DIRECTORY_OTHER_SIDE (409) if the account belongs to another side or Kommune,
     *     DIRECTORY_ADDRESS_NOT_VERIFIED (403), DIRECTORY_ADDRESS_TAKEN (409)
     * @throws InvalidInputException if the directory gives no address, or a Kommune that may not register people (R1)
     */
    User handle(SignInByDirectory.Recognised person) {
        Role role = roleOf(person.groups());
        String ars = role == Role.KOMMUNE ? requireKommune(person.kommuneArs()) : null;
        User user = identities
                .account(person.issuer(), person.subject())
                .map(users::findById)
                .orElseGet(() -> firstTime(person, role, ars));
        if (!user.active()) {
            throw new RefusedException(AccountRefusal.DIRECTORY_LOCKED);
        }
        if (user.role() != role || !Objects.equals(user.kommuneArs(), ars)) {
            throw new RefusedException(AccountRefusal.DIRECTORY_OTHER_SIDE, "role", Messages.label(user.role()));
        }
        return user;
    }

    private Role roleOf(Set<String> groups) {
        List<Role> roles = settings.groups().entrySet().stream()
                .filter(group -> groups.contains(group.getValue()))
                .map(Map.Entry::getKey)
                .toList();
        if (roles.size() != 1) {
            throw new RefusedException(AccountRefusal.DIRECTORY_NO_GROUP, "directory", settings.name());
        }
        return roles.get(0);
    }

    private String requireKommune(String ars) {
        if (Input.clean(ars) == null) {
            throw new RefusedException(AccountRefusal.DIRECTORY_NO_GROUP, "directory", settings.name());
        }
        try {
            return kommune.require(Input.clean(ars));
        } catch (RefusedException unknown) {
            if (unknown.refusal() != AccessRefusal.NOT_FOUND) {
                throw unknown;
            }
            throw new RefusedException(AccountRefusal.DIRECTORY_NO_GROUP, "directory", settings.name());
        }
    }

    private User firstTime(SignInByDirectory.Recognised person, Role role, String ars) {
        Input input = new Input();
        String email = input.email("email", "E-Mail-Adresse", person.email());
        String name = input.requiredName("name", "Name", person.name(), LONGEST_NAME);
        input.throwIfWrong();
        Optional<User> known = users.withEmail(email);
        if (known.isPresent() && isAlready(known.get(), person)) {
            return known.get();
        }
        // Before anything is said of accounts: by an address that anybody can write, nobody learns whether there is
        // one.
        if (!person.emailVerified()) {
            throw new RefusedException(AccountRefusal.DIRECTORY_ADDRESS_NOT_VERIFIED, "directory", settings.name());
        }
        User user = known.map(account -> takeOver(account, person, role, ars))
                .orElseGet(() -> create(email, name, role, ars));
        identities.link(user.id(), person.issuer(), person.subject());
        changes.fire(AccountChanges.of(user.asActor(), "account.directory-linked", user.id()));
        return user;
    }

    /** The person came twice at once, and the other arrival was done after this one had looked for the account. */
    private boolean isAlready(User account, SignInByDirectory.Recognised person) {
        return identities
                .account(person.issuer(), person.subject())
                .filter(account.id()::equals)
                .isPresent();
    }

    private User create(String email, String name, Role role, String ars) {
        User user = User.create(email, name, role, ars, null, false, clock.instant());
        users.persist(user);
        changes.fire(AccountChanges.created(user.asActor(), user));
        return user;
    }

    private User takeOver(User known, SignInByDirectory.Recognised person, Role role, String ars) {
        boolean same = known.role() == role && Objects.equals(known.kommuneArs(), ars);
        if (!same || identities.signsIn(known.id())) {
            throw new RefusedException(AccountRefusal.DIRECTORY_ADDRESS_TAKEN, "directory", settings.name());
        }
        credentials.leaveToDirectory(known);
        return known;
    }
}
