package de.digitallotsen.account;

import java.util.Set;

import de.digitallotsen.shared.EmailAddress;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.SecurityEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/**
 * Lets somebody in whom the directory of an authority has recognised (OpenID Connect). From then on the directory alone
 * decides: the account has no password, and its second factor is the directory's affair.
 */
@ApplicationScoped
public class SignInByDirectory {

    private final AdmitFromDirectory admit;
    private final Sessions sessions;
    private final Event<SecurityEvent> log;

    SignInByDirectory(AdmitFromDirectory admit, Sessions sessions, Event<SecurityEvent> log) {
        this.admit = admit;
        this.sessions = sessions;
        this.log = log;
    }

    /**
     * What the directory says, its signature checked.
     *
     * @param subject never given to anybody else by this issuer
     * @param emailVerified true if the directory vouches for the address
     * @param kommuneArs of personnel staff; ignored for everybody else
     */
    public record Recognised(
            String issuer,
            String subject,
            String email,
            boolean emailVerified,
            String name,
            Set<String> groups,
            String kommuneArs) {}

    /**
     * Whoever guards the portal hears of those that were let in and of those that were not: after what was written is
     * kept, or taken back.
     *
     * @throws RefusedException as {@link AdmitFromDirectory#handle}
     * @throws InvalidInputException as {@link AdmitFromDirectory#handle}
     */
    public Sessions.Tokens handle(Recognised person, Visit visit) {
        String emailKey = person.email() == null ? null : EmailAddress.keyOf(person.email());
        try {
            User user = admit.handle(person);
            Sessions.Tokens tokens = sessions.begin(user, visit, Sessions.PAGE_TOKEN);
            log.fire(new SecurityEvent(SecurityEvent.Kind.SIGNED_IN_BY_DIRECTORY, user.id(), user.role(), emailKey));
            return tokens;
        } catch (RefusedException | InvalidInputException refused) {
            log.fire(SecurityEvent.of(SecurityEvent.Kind.DIRECTORY_SIGN_IN_REFUSED, emailKey));
            throw refused;
        }
    }
}
