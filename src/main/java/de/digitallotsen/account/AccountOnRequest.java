package de.digitallotsen.account;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

import de.digitallotsen.programme.FundingPeriods;
import de.digitallotsen.shared.Expiry;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.PersonalRecords;
import de.digitallotsen.shared.Retention;
import de.digitallotsen.shared.RetentionRule;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.Rows;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * What is known about somebody with an account, and what of it goes on request (Art. 15 and 17 DSGVO). An account in
 * use is needed; a locked one keeps its name until the schedule ends it, because the trail says by it who did what.
 */
@ApplicationScoped
class AccountOnRequest implements PersonalRecords {

    private static final String USER = " from user_account u where u.email_key = ?1";
    private static final String OF_USER = " where user_id in (select u.id from user_account u where u.email_key = ?1)";

    private final Rows rows;
    private final Retention retention;
    private final FundingPeriods periods;

    AccountOnRequest(Rows rows, Retention retention, FundingPeriods periods) {
        this.rows = rows;
        this.retention = retention;
        this.periods = periods;
    }

    @Override
    public List<Expiry> expiries() {
        return List.of();
    }

    @Override
    public List<Found> find(String text, int most) {
        List<Found> found = new ArrayList<>();
        Rows.Words words = Rows.words("u.search_text", text);
        rows.records(
                        "select u.email as email, u.name as name, u.role as role from user_account u"
                                + " where u.forgotten_at is null and " + words.sql()
                                + " order by u.name, u.email limit " + most,
                        words.values())
                .forEach(row -> found.add(new Found(
                        (String) row.get("email"),
                        (String) row.get("name"),
                        "account",
                        Messages.label(Role.valueOf((String) row.get("role"))))));
        rows.records(
                        "select distinct i.email as email from invitation i where locate(?1, i.email_key) > 0"
                                + " order by i.email limit " + most,
                        text.strip().toLowerCase(Locale.ROOT))
                .forEach(row -> found.add(new Found((String) row.get("email"), "", "invitation", "")));
        return found;
    }

    @Override
    public List<Subject> subjects(String email) {
        List<Subject> subjects = new ArrayList<>();
        rows.texts("select u.id" + USER, email).forEach(id -> subjects.add(new Subject("account", id)));
        rows.texts("select i.id from invitation i where i.email_key = ?1", email)
                .forEach(id -> subjects.add(new Subject("invitation", id)));
        return subjects;
    }

    @Override
    public List<Holding> about(Person person) {
        String email = person.email();
        return List.of(
                new Holding(
                        "accounts",
                        rows.records(
                                "select u.id as number, u.email as email, u.name as name, u.role as role,"
                                        + " u.kommune_ars as kommuneArs, u.active as active,"
                                        + " u.created_at as createdAt, (select l.used_at from account_use l"
                                        + " where l.user_id = u.id) as usedAt, u.locked_at as lockedAt,"
                                        + " exists (select 1 from second_factor f where f.user_id = u.id)"
                                        + " as secondFactor" + USER,
                                email)),
                new Holding(
                        "sessions",
                        rows.records(
                                "select device, created_at as createdAt, refreshed_at as usedAt,"
                                        + " ended_at as endedAt from user_session" + OF_USER + " order by created_at",
                                email)),
                new Holding(
                        "known-devices",
                        rows.records("select expires_at as expiresAt from known_device" + OF_USER, email)),
                new Holding(
                        "password-resets",
                        rows.records(
                                "select created_at as createdAt, used_at as usedAt from password_reset" + OF_USER,
                                email)),
                new Holding(
                        "invitations",
                        rows.records(
                                "select i.email as email, i.role as role, i.kommune_ars as kommuneArs,"
                                        + " i.created_at as createdAt, i.expires_at as expiresAt"
                                        + " from invitation i where i.email_key = ?1",
                                email)));
    }

    @Override
    public List<Ending> endings(String email) {
        List<Ending> endings = new ArrayList<>();
        rows.records(
                        "select u.id as id, u.active as active, coalesce(u.locked_at, u.created_at) as since" + USER,
                        email)
                .forEach(row ->
                        endings.add(new Ending("accounts", String.valueOf(row.get("id")), 1, true, whyKept(row))));
        long traces = traces(email).values().stream().mapToLong(Long::longValue).sum();
        if (traces > 0) {
            endings.add(new Ending("traces", null, traces, false, Messages.text("erasure.now")));
        }
        long invitations = rows.number("select count(*) from invitation where email_key = ?1", email);
        if (invitations > 0) {
            endings.add(new Ending("invitations", null, invitations, false, Messages.text("erasure.now")));
        }
        return endings;
    }

    private String whyKept(Map<String, Object> row) {
        if (isTrue(row.get("active"))) {
            return Messages.text("erasure.account-in-use");
        }
        LocalDate since = German.berlinDay((Instant) row.get("since"));
        return Messages.text(
                "erasure.account-kept", "until", periods.endFor(since).plus(retention.keep(RetentionRule.NAMES)));
    }

    private static boolean isTrue(Object flag) {
        return Boolean.TRUE.equals(flag) || (flag instanceof Number number && number.intValue() != 0);
    }

    /** Of an account that is in use those that are over, else all. */
    private Map<String, Long> traces(String email) {
        Map<String, Long> traces = new LinkedHashMap<>();
        for (String table : List.of("user_session", "known_device", "sign_in_challenge", "password_reset")) {
            traces.put(table, rows.number("select count(*) from " + table + OF_USER + over(), email, retention.now()));
        }
        return traces;
    }

    private static String over() {
        return " and (expires_at < ?2 or user_id in (select o.id from user_account o where o.active = false))";
    }

    @Override
    public Map<String, Integer> erase(String email) {
        int traces = 0;
        for (String table : List.of("user_session", "known_device", "sign_in_challenge", "password_reset")) {
            traces += rows.change("delete from " + table + OF_USER + over(), email, retention.now());
        }
        return Map.of(
                "traces", traces, "invitations", rows.change("delete from invitation where email_key = ?1", email));
    }
}
