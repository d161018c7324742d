package de.digitallotsen.account;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.Set;

import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.web.SignedIn;
import io.agroal.api.AgroalDataSource;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Who is signed in with a session. Asked on every request that carries a token, so that signing out and disabling an
 * account work at once on every instance: one statement by primary key, without a transaction.
 */
@ApplicationScoped
public class SessionLookup {

    private static final String QUERY =
            "select u.id, u.email, u.name, u.role, u.kommune_ars, k.display_name, (select group_concat(p.ars)"
                    + " from kommune p where p.successor_ars = u.kommune_ars), exists (select 1 from second_factor f"
                    + " where f.user_id = u.id and f.confirmed_at is not null),"
                    + " u.password_hash is not null from user_session s"
                    + " join user_account u on u.id = s.user_id"
                    + " left join kommune k on k.ars = u.kommune_ars where s.id = ? and s.ended_at is null"
                    + " and s.expires_at > ? and u.active";

    private final AgroalDataSource database;
    private final SecondFactorDemand demand;
    private final Clock clock;

    SessionLookup(AgroalDataSource database, SecondFactorDemand demand, Clock clock) {
        this.database = database;
        this.demand = demand;
        this.clock = clock;
    }

    /**
     * @return empty if the session is over or the account is not active any more
     * @throws SQLException an outage, never to be mistaken for "not signed in"
     */
    public Optional<SignedIn> find(String sessionId) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement query = connection.prepareStatement(QUERY)) {
            query.setString(1, sessionId);
            query.setObject(2, LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
            try (ResultSet row = query.executeQuery()) {
                return row.next() ? Optional.of(read(row, sessionId)) : Optional.empty();
            }
        }
    }

    private SignedIn read(ResultSet row, String sessionId) throws SQLException {
        Role role = Role.valueOf(row.getString(4));
        boolean secondFactor = row.getBoolean(8);
        // Without a password here a directory has signed in, and answers for how.
        boolean byPassword = row.getBoolean(9);
        return new SignedIn(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                role,
                row.getString(5),
                row.getString(6),
                set(row.getString(7)),
                sessionId,
                byPassword && !secondFactor && demand.isMadeOf(role));
    }

    private static Set<String> set(String joined) {
        return joined == null ? Set.of() : Set.of(joined.split(","));
    }
}
