package de.digitallotsen.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.PersonalRecords;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.RetentionRule;
import de.digitallotsen.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * When accounts and what belongs to them are forgotten (R27). Whoever left is named by the audit trail, claims and the
 * ledger; so the name stays as long as those of the people of the period in which the account was locked or last used.
 * An account that nobody has used for so long is locked with it, but for the last one in use of its group (R32).
 */
@ApplicationScoped
class AccountExpiry implements PersonalRecords {

    /** What is left of an account; the hash fits no password. */
    private static final String ANONYMOUS = "update user_account set email = concat('geloescht-', id, '@invalid'),"
            + " email_key = concat('geloescht-', id, '@invalid'), search_text = '',"
            + " name = ?2, password_hash = '$2a$10$......................................................',"
            + " active = false, locked_at = coalesce(locked_at, ?3), forgotten_at = ?3, version = version + 1"
            + " where id in (?1)";

    private static final String DUE = " from user_account u left join account_use l on l.user_id = u.id"
            + " where u.forgotten_at is null"
            + " and ((u.active = false and coalesce(u.locked_at, u.created_at) < ?1)"
            + " or (u.active = true and coalesce(l.used_at, u.created_at) < ?1 and (u.role = 'KOMMUNE'"
            + " or exists (select 1 from user_account o left join account_use p on p.user_id = o.id"
            + " where o.role = u.role and o.active = true and coalesce(p.used_at, o.created_at) >= ?1))))";

    private final Rows rows;
    private final Retention retention;
    private final FundingPeriods periods;

    AccountExpiry(Rows rows, Retention retention, FundingPeriods periods) {
        this.rows = rows;
        this.retention = retention;
        this.periods = periods;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of(
                shortLived("sessions", "user_session where expires_at < ?1"),
                shortLived("known-devices", "known_device where expires_at < ?1"),
                shortLived("sign-in-challenges", "sign_in_challenge where expires_at < ?1"),
                shortLived("password-resets", "password_reset where expires_at < ?1"),
                shortLived("invitations", "invitation where expires_at < ?1"),
                new Expiry(
                        "accounts",
                        RetentionRule.NAMES,
                        day -> rows.number("select count(*)" + DUE, begin(day)),
                        (day, most) ->
                                forget(rows.column("select u.id" + DUE + " order by u.id limit " + most, begin(day)))));
    }

    private Expiry shortLived(String kind, String which) {
        return rows.ending(
                kind, RetentionRule.SHORT_LIVED, retention, "select count(*) from " + which, "delete from " + which);
    }

    /** Whatever happened before belongs to a period whose time is over. */
    private Instant begin(LocalDate day) {
        return periods.firstDayEndingAfter(retention.lastDay(RetentionRule.NAMES, day))
                .atStartOfDay(German.BERLIN)
                .toInstant();
    }

    private int forget(List<Object> ids) {
        if (ids.isEmpty()) {
            return 0;
        }
        AccountTraces.remove(rows, ids);
        rows.change("delete from second_factor where user_id in (?1)", ids);
        rows.change("delete from recovery_code where user_id in (?1)", ids);
        rows.change("delete from directory_identity where user_id in (?1)", ids);
        rows.change("delete from account_use where user_id in (?1)", ids);
        rows.change("delete from invitation where invited_by in (?1)", ids);
        return rows.change(ANONYMOUS, ids, retention.instead(), retention.now());
    }
}
