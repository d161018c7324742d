package de.digitallotsen.account;

import java.util.Collection;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Throttle;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * An invitation makes the portal write to an address that somebody has typed, and a stranger can have a link sent to
 * whom they like. So only so many go to one address, and only so many are sent by one account and by one Kommune,
 * within a time. A list of the NSI has a limit of its own ({@link InviteMany}); each of its addresses counts here.
 * Counted in the transaction of the act, so that all instances count the same ones and what was refused is none.
 */
@ApplicationScoped
class AccountMailBrake {

    private final Throttle throttle;
    private final AccountMailSettings settings;

    AccountMailBrake(Throttle throttle, AccountMailSettings settings) {
        this.throttle = throttle;
        this.settings = settings;
    }

    /**
     * Counts an invitation for its address.
     *
     * @throws RefusedException INVITED_TOO_OFTEN (429) with {@code retryAfter} in seconds
     */
    void countInvitationTo(String email) {
        throttle.countActs(
                Map.of(to(EmailAddress.keyOf(email)), settings.mostInvitationsPerAddress()),
                settings.within(),
                AccountRefusal.INVITED_TOO_OFTEN);
    }

    /**
     * Counts an invitation for whoever sends it, after that for its address.
     *
     * @throws RefusedException INVITED_TOO_OFTEN (429) with {@code retryAfter} in seconds
     */
    void countInvitationBy(Actor actor) {
        Map<String, Integer> limits = new TreeMap<>();
        limits.put("invitations of account " + actor.userId(), settings.mostInvitationsPerAccount());
        if (actor.is(Role.KOMMUNE)) {
            limits.put("invitations of Kommune " + actor.kommuneArs(), settings.mostInvitationsPerKommune());
        }
        throttle.countActs(limits, settings.within(), AccountRefusal.INVITED_TOO_OFTEN);
    }

    /** Those of the addresses to which no invitation goes for a while. Counts nothing. */
    Set<String> fullOf(Collection<String> emailKeys) {
        Map<String, Integer> limits = emailKeys.stream()
                .collect(Collectors.toMap(AccountMailBrake::to, key -> settings.mostInvitationsPerAddress()));
        Set<String> full = throttle.full(limits, settings.within()).keySet();
        return emailKeys.stream().filter(key -> full.contains(to(key))).collect(Collectors.toSet());
    }

    /** Counts a link for a forgotten password; false if it is one too many. Whoever asks is told nothing of it. */
    boolean countsResetLink(long userId) {
        try {
            throttle.countActs(
                    Map.of("reset links of account " + userId, settings.mostResetLinksPerAccount()),
                    settings.within(),
                    AccountRefusal.INVITED_TOO_OFTEN);
            return true;
        } catch (RefusedException tooMany) {
            return false;
        }
    }

    private static String to(String emailKey) {
        return "invitations to " + emailKey;
    }
}
