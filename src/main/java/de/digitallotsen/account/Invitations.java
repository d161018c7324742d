package de.digitallotsen.account;

import java.time.Clock;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Conditions;
import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import io.quarkus.hibernate.orm.panache.PanacheRepository;
import jakarta.enterprise.context.ApplicationScoped;

/** The invitations. */
@ApplicationScoped
public class Invitations implements PanacheRepository<Invitation> {

    private static final String IS_OPEN = "acceptedAt is null and expiresAt > ?1";

    private final Clock clock;

    Invitations(Clock clock) {
        this.clock = clock;
    }

    /**
     * An invitation that can still be used.
     *
     * @param kommuneName of personnel staff, else null
     */
    public record Open(
            long id,
            String email,
            Role role,
            String kommuneArs,
            String kommuneName,
            Instant createdAt,
            Instant expiresAt) {}

    /** The open ones of those whom the one who asks looks after (R32), oldest first. */
    public Page<Open> open(Actor actor, Page.Request page) {
        return new Conditions()
                .and("i.acceptedAt is null")
                .and("i.email is not null")
                .and("i.expiresAt > ?", clock.instant())
                .in("i.role", AccountCare.rolesSeenBy(actor))
                .in("i.kommuneArs", actor.is(Role.KOMMUNE) ? actor.kommunen() : null)
                .page(
                        getEntityManager(),
                        Open.class,
                        "select new " + Open.class.getName()
                                + "(i.id, i.email, i.role, i.kommuneArs, k.displayName, i.createdAt, i.expiresAt)",
                        "Invitation i left join Kommune k on k.ars = i.kommuneArs",
                        "i.createdAt, i.id",
                        page);
    }

    /** Open ones that this account has sent. */
    List<Invitation> sentBy(long userId) {
        return list(IS_OPEN + " and invitedBy = ?2 order by id", clock.instant(), userId);
    }

    /** Open ones to this address for the same role. */
    List<Invitation> sentTo(String email, Role role) {
        return list(
                IS_OPEN + " and emailKey = ?2 and role = ?3 order by id",
                clock.instant(),
                EmailAddress.keyOf(email),
                role);
    }

    /** For which Kommunen these addresses are invited, null for none, as far as the link can still be used. */
    Map<String, HashSet<String>> openTo(Set<String> emailKeys, Instant now) {
        return list(IS_OPEN + " and emailKey in ?2", now, emailKeys).stream()
                .collect(Collectors.groupingBy(
                        Invitation::emailKey,
                        Collectors.mapping(Invitation::kommuneArs, Collectors.toCollection(HashSet::new))));
    }

    /** How many were sent since then, by whomever. */
    long countSince(Instant begin) {
        return count("createdAt > ?1 and invitedBy is not null", begin);
    }

    /**
     * @throws RefusedException INVITATION_NOT_VALID if the link is unknown, used, too old, or its sender is locked: all
     *     look the same
     */
    public Invitation requireUsable(String token) {
        Instant now = clock.instant();
        return find(
                        "tokenHash = ?1 and (invitedBy is null or invitedBy in (select u.id from User u where u.active"
                                + " = true))",
                        Hashes.sha256(token))
                .firstResultOptional()
                .filter(invitation -> invitation.isUsable(now))
                .orElseThrow(() -> new RefusedException(AccessRefusal.INVITATION_NOT_VALID));
    }
}
