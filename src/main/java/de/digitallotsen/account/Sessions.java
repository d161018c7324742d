package de.digitallotsen.account;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.RetryOnConflict;
import de.digitallotsen.shared.SecurityEvent;
import io.smallrye.jwt.build.Jwt;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;

/** Begins, refreshes and ends sessions, and tells who belongs to one. */
@ApplicationScoped
@RetryOnConflict
@Transactional
public class Sessions {

    /** An access token for pages is short-lived: the browser's refresh token brings the next one. */
    public static final Duration PAGE_TOKEN = Duration.ofMinutes(5);
    /** An access token of the interface lives as long as an idle session. */
    public static final Duration INTERFACE_TOKEN = UserSession.IDLE;
    /** The claim that names the session. */
    public static final String SESSION_CLAIM = "sid";

    private final EntityManager database;
    private final KnownDevices devices;
    private final AccountUse use;
    private final Clock clock;
    private final Event<SecurityEvent> log;

    Sessions(EntityManager database, KnownDevices devices, AccountUse use, Clock clock, Event<SecurityEvent> log) {
        this.database = database;
        this.devices = devices;
        this.use = use;
        this.clock = clock;
        this.log = log;
    }

    /**
     * What somebody who is signed in carries.
     *
     * @param accessToken signed JWT
     * @param refreshToken random, to be used once
     * @param sessionId the session
     * @param deviceToken with which the browser is known the next time; null if it keeps the one it has
     */
    public record Tokens(User user, String sessionId, String accessToken, String refreshToken, String deviceToken) {}

    /** Begins a session for somebody whose password was right; {@code lifetime} is the access token's. */
    public Tokens begin(User user, Visit visit, Duration lifetime) {
        String deviceToken = visit.browser() ? devices.remember(user.id(), visit.deviceToken()) : null;
        UserSession session = UserSession.begin(user.id(), visit.device(), clock.instant());
        String refreshToken = session.newRefreshToken();
        session.issue(refreshToken);
        database.persist(session);
        use.note(user.id());
        return tokens(user, session, refreshToken, lifetime, deviceToken);
    }

    private static Tokens tokens(
            User user, UserSession session, String refreshToken, Duration lifetime, String deviceToken) {
        String accessToken = Jwt.subject(String.valueOf(user.id()))
                .groups(user.role().name())
                .claim(SESSION_CLAIM, session.id())
                .expiresIn(lifetime)
                .sign();
        return new Tokens(user, session.id(), accessToken, refreshToken, deviceToken);
    }

    /**
     * Prolongs a session by its refresh token and hands out the next ones.
     *
     * @throws RefusedException SESSION_ENDED if the token is unknown, used up, or the session over. A token of this
     *     session that was used up before was copied by somebody: the session is ended for everybody.
     */
    @Transactional(dontRollbackOn = RefusedException.class)
    public Tokens refresh(String refreshToken, Duration lifetime) {
        Instant now = clock.instant();
        UserSession session =
                database.find(UserSession.class, UserSession.idOf(refreshToken), LockModeType.PESSIMISTIC_WRITE);
        if (session == null) {
            throw new RefusedException(AccessRefusal.SESSION_ENDED);
        }
        User user = database.find(User.class, session.userId());
        if (!session.isAlive(now) || !user.active() || !session.accepts(refreshToken, now)) {
            if (session.isAlive(now) && user.active()) {
                log.fire(new SecurityEvent(
                        SecurityEvent.Kind.REFRESH_TOKEN_REUSED, user.id(), user.role(), user.email()));
            }
            session.end(now);
            throw new RefusedException(AccessRefusal.SESSION_ENDED);
        }
        String next = session.newRefreshToken();
        session.rotate(next, now);
        return tokens(user, session, next, lifetime, null);
    }

    /** Signs out everywhere, but for one session that may go on. */
    public void endAll(long userId, String kept) {
        database.createQuery("update UserSession s set s.endedAt = :now where s.userId = :user and s.endedAt is null"
                        + " and s.id <> :kept")
                .setParameter("now", clock.instant())
                .setParameter("user", userId)
                .setParameter("kept", kept == null ? "" : kept)
                .executeUpdate();
    }

    /** The sessions of an account that go on, newest first. */
    public List<UserSession> of(long userId) {
        Instant now = clock.instant();
        return database
                .createQuery(
                        "select s from UserSession s where s.userId = :user and s.endedAt is null"
                                + " and s.expiresAt > :now order by s.createdAt desc, s.id",
                        UserSession.class)
                .setParameter("user", userId)
                .setParameter("now", now)
                .getResultList()
                .stream()
                .filter(session -> session.isAlive(now))
                .toList();
    }

    /**
     * Somebody ends one of the own sessions, of a device that was lost or lent.
     *
     * @throws RefusedException NOT_FOUND if it is none of theirs, or over
     */
    public void endOneOf(long userId, String sessionId) {
        UserSession session = database.find(UserSession.class, sessionId, LockModeType.PESSIMISTIC_WRITE);
        if (session == null || session.userId() != userId || !session.isAlive(clock.instant())) {
            throw new RefusedException(AccessRefusal.NOT_FOUND);
        }
        session.end(clock.instant());
    }

    /** Signs out on the server: tokens of this session are worth nothing from now on. */
    public void end(String sessionId) {
        UserSession session = database.find(UserSession.class, sessionId, LockModeType.PESSIMISTIC_WRITE);
        if (session != null) {
            session.end(clock.instant());
            User user = database.find(User.class, session.userId());
            log.fire(new SecurityEvent(SecurityEvent.Kind.SIGNED_OUT, user.id(), user.role(), user.email()));
        }
    }
}
