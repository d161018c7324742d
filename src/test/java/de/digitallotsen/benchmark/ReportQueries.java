package de.digitallotsen.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.HdrHistogram.Histogram;

/**
 * The Ministry's pages on a full period: 50,000 registrations and 100,000 ledger lines over two years, with the plans
 * of the queries behind the budget page. A second measurement with half of it shows that the cost does not grow with
 * the square.
 */
final class ReportQueries {

    private static final int REGISTRATIONS = 50_000;
    private static final int TRIES = 200;
    private static final int WARM = 30;
    private static final double AIM_MILLIS = 200;
    private static final Map<String, String> PLANS = planned();

    private final Stage stage;
    private final Report report;

    ReportQueries(Stage stage, Report report) {
        this.stage = stage;
        this.report = report;
    }

    private static Map<String, String> planned() {
        Map<String, String> plans = new LinkedHashMap<>();
        plans.put(
                "course",
                "select to_days(booked_at + interval (case when booked_at >= '2026-10-25 01:00:00' then 1"
                        + " when booked_at >= '2026-03-29 01:00:00' then 2"
                        + " else 1 end) hour) as day_number, type as entry_type, count(*),"
                        + " coalesce(sum(nullif(allocated_cents, 0)), 0), sum(reserved_cents),"
                        + " coalesce(sum(nullif(spent_cents, 0)), 0), coalesce(sum(sign(nullif(spent_cents,"
                        + " 0))), 0) from budget_entry where period_id = 1 group by day_number, entry_type");
        plans.put(
                "sums up to a day",
                "select sum(allocated_cents), sum(reserved_cents), sum(spent_cents), sum(case type"
                        + " when 'RESERVATION' then 1 when 'RELEASE' then -1 else 0 end) from budget_entry"
                        + " where period_id = 1 and booked_at < now() - interval 200 day");
        plans.put(
                "waiting now",
                "select s.id, count(*), sum(r.subsidy_cents) from registration r"
                        + " join seminar s on s.id = r.seminar_id where r.period_id = 1 and r.status = 'WAITING'"
                        + " and r.waiting_reason = 'FUNDS' group by s.id");
        plans.put(
                "waiting on a past day",
                "select s.id, count(*), sum(r.subsidy_cents) from registration r"
                        + " join seminar s on s.id = r.seminar_id join registration_event e on e.registration_id = r.id"
                        + " where r.period_id = 1"
                        + " and e.waiting_reason = 'FUNDS' and e.at < now() - interval 200 day"
                        + " and not exists (select 1 from registration_event later"
                        + " where later.registration_id = e.registration_id and later.id > e.id"
                        + " and later.at < now() - interval 200 day) group by s.id");
        plans.put(
                "latest lines",
                "select e.id, k.display_name from budget_entry e left join kommune k on k.ars = e.kommune_ars"
                        + " where e.period_id = 1 order by e.id desc limit 8");
        plans.put(
                "latest lines of a past day",
                "select e.id, k.display_name from budget_entry e left join kommune k on k.ars = e.kommune_ars"
                        + " where e.period_id = 1 and e.booked_at < now() - interval 200 day order by e.id"
                        + " desc limit 8");
        plans.put("who did not come", "select count(*) from registration where period_id = 1 and status = 'NO_SHOW'");
        plans.put(
                "reserved by date",
                "select seminar_id, sum(subsidy_cents) from registration where period_id = 1"
                        + " and status = 'CONFIRMED' group by seminar_id");
        plans.put(
                "taking part",
                "select kommune_ars, sum(status <> 'WAITING') from registration where period_id in (select id"
                        + " from funding_period where programme_id = 1)"
                        + " and status in ('CONFIRMED', 'ATTENDED', 'WAITING') group by kommune_ars");
        return plans;
    }

    void run() throws Exception {
        report.title("Pages of the Ministry with %d registrations and about %d ledger lines"
                .formatted(REGISTRATIONS, REGISTRATIONS * 2));
        try (Portal portal = stage.portal(Stage.FLAGS, Map.of())) {
            fill(REGISTRATIONS / 2);
            double half = measure(portal, "/budget", false);
            fill(REGISTRATIONS);
            report.line(
                    "%s ledger lines, %s lines of history",
                    stage.database().number("select count(*) from budget_entry"),
                    stage.database().number("select count(*) from registration_event"));
            double whole = measure(portal, "/budget", true);
            measure(portal, "/budget?stand=" + java.time.LocalDate.now().minusDays(200), true);
            measure(portal, "/api/v1/budget", true);
            measure(portal, "/api/v1/budget?asOf=" + java.time.LocalDate.now().minusDays(200), true);
            measure(portal, "/prognose", true);
            measure(portal, "/abdeckung", true);
            measure(portal, "/buchungen", true);
            measure(portal, "/zahlen", false);
            report.atMost("/budget: twice the lines cost so many times as much (median)", whole / half, 2.5, "");
            explain();
        }
    }

    /** @return the median in milliseconds */
    private double measure(Portal portal, String path, boolean aim) throws Exception {
        String token = stage.tokens().get(stage.ministry());
        Histogram micros = new Histogram(3);
        for (int i = 0; i < WARM + TRIES; i++) {
            long begin = System.nanoTime();
            portal.get(path, token);
            if (i >= WARM) {
                micros.recordValue((System.nanoTime() - begin) / 1000);
            }
        }
        double median = micros.getValueAtPercentile(50) / 1e3;
        report.line(
                "%-34s median %7.1f ms, p95 %7.1f ms, p99 %7.1f ms",
                path, median, micros.getValueAtPercentile(95) / 1e3, micros.getValueAtPercentile(99) / 1e3);
        if (aim) {
            report.atMost("p99 of " + path, micros.getValueAtPercentile(99) / 1e3, AIM_MILLIS, "ms");
        }
        return median;
    }

    private void explain() throws SQLException {
        try (Connection connection = stage.database().connect();
                Statement statement = connection.createStatement()) {
            for (Map.Entry<String, String> query : PLANS.entrySet()) {
                time(statement, query.getKey(), query.getValue());
                report.line("plan of %s:", query.getKey());
                try (ResultSet row = statement.executeQuery("explain " + query.getValue())) {
                    while (row.next()) {
                        report.line(
                                "  %-8s %-7s key %-32s rows %8s %s",
                                row.getString("table"),
                                row.getString("type"),
                                row.getString("key"),
                                row.getString("rows"),
                                row.getString("Extra"));
                    }
                }
            }
        }
    }

    /** The query alone, with all its rows, past the portal. */
    private void time(Statement statement, String name, String sql) throws SQLException {
        Histogram micros = new Histogram(3);
        for (int i = 0; i < WARM + TRIES; i++) {
            long begin = System.nanoTime();
            try (ResultSet rows = statement.executeQuery(sql)) {
                while (rows.next()) {
                    rows.getObject(1);
                }
            }
            if (i >= WARM) {
                micros.recordValue((System.nanoTime() - begin) / 1000);
            }
        }
        report.line(
                "query %-28s median %7.1f ms, p99 %7.1f ms",
                name, micros.getValueAtPercentile(50) / 1e3, micros.getValueAtPercentile(99) / 1e3);
        report.atMost("p99 of the query: " + name, micros.getValueAtPercentile(99) / 1e3, AIM_MILLIS, "ms");
    }

    /**
     * Spread over two years: a few live ones, a few that wait for money, attended and not come ones, the others
     * cancelled; each with its history and its two lines.
     */
    private void fill(int registrations) throws SQLException {
        Database database = stage.database();
        database.wipe(Stage.PLENTY_CENTS * 1000);
        long user = stage.accounts().get(0).userId();
        int live = stage.accounts().size();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String numbers = " from seq_1_to_" + registrations + " n";
            String at = "utc_timestamp(6) - interval ((" + registrations + " - seq) * 730 * 24 * 60 div "
                    + registrations + ") minute";
            String kommune = "(select k.ars from (select ars, row_number() over (order by ars) - 1 i from kommune"
                    + " where type not in ('MITGLIEDSGEMEINDE', 'GEMEINDEFREIES_GEBIET')) k"
                    + " where k.i = (n.seq - 1) % 440)";
            String status = "case when seq > " + (registrations - live)
                    + " then if(seq % 3 = 0, 'WAITING', 'CONFIRMED') when seq % 50 = 0 then 'NO_SHOW'"
                    + " else 'CANCELLED' end";
            statement.execute("insert into participant (first_name, last_name, email) select 'Anke', concat('Muster',"
                    + " seq), concat('anke', seq, '@muster.example')"
                    + numbers);
            statement.execute("insert into registration (reference, programme_id, period_id, seminar_id, kommune_ars,"
                    + " participant_id, person_key, place_number, status, waiting_reason, fee_cents,"
                    + " rate_basis_points, subsidy_cents, attendance_days, cancellation_terms,"
                    + " registered_at, registered_by, confirmed_at, cancelled_at) select lpad(conv(seq,"
                    + " 10, 30), 8, 'Z'), 1, 1, "
                    + stage.seminars().get(0) + " + seq % " + Database.SEMINARS + ", " + kommune
                    + ", seq, sha2(seq, 256), 1,"
                    + status + ", if(" + status
                    + " = 'WAITING', 'FUNDS', null), 100000, 5000, 50000, 2, '15:5000 0:10000', " + at + ", "
                    + user + ", " + at + ", if(" + status + " = 'CANCELLED', " + at + ", null)" + numbers);
            statement.execute("insert into registration_event (registration_id, at, kind, waiting_reason) select id,"
                    + " registered_at, if(id % 20 = 0, 'WAITING', 'CONFIRMED'), if(id % 20 = 0, 'FUNDS', null)"
                    + " from registration");
            statement.execute("insert into registration_event (registration_id, at, kind, waiting_reason) select id,"
                    + " registered_at + interval 3 day, status, waiting_reason from registration");
            copy(
                    connection,
                    "select 1 + row_number() over (order by id), subsidy_cents, id, reference, kommune_ars,"
                            + " registered_at from registration"
                            + " where status <> 'WAITING'",
                    "insert into budget_entry (period_id, type, number, reserved_cents, registration_id, reference,"
                            + " kommune_ars, booked_at) values (1, 'RESERVATION', ?, ?, ?, ?, ?, ?)");
            copy(
                    connection,
                    "select (select max(number) from budget_entry) + row_number() over (order by e.id),"
                            + " -e.reserved_cents, e.registration_id, e.reference, e.kommune_ars, e.id, e.booked_at"
                            + " + interval 1 hour from budget_entry e join registration r on r.id = e.registration_id"
                            + " where r.status in ('CANCELLED', 'NO_SHOW')",
                    "insert into budget_entry (period_id, type, number, reserved_cents, registration_id, reference,"
                            + " kommune_ars, resolves_entry_id, booked_at) values (1, 'RELEASE', ?, ?, ?, ?, ?, ?, ?)");
            statement.execute("update place p join registration r on r.kommune_ars = p.kommune_ars"
                    + " and r.place_number = p.place_number and r.status in ('CONFIRMED', 'WAITING')"
                    + " set p.taken_by = r.reference");
            statement.execute("update seminar s set seats_taken = (select count(*) from registration r"
                    + " where r.seminar_id = s.id and r.status = 'CONFIRMED'), waiting_count = (select count(*)"
                    + " from registration r where r.seminar_id = s.id and r.status = 'WAITING')");
            statement.execute("update budget set entries = (select count(*) from budget_entry),"
                    + " reserved_cents = (select sum(subsidy_cents) from registration"
                    + " where status = 'CONFIRMED'), waiting_for_funds = (select count(*) from registration"
                    + " where status = 'WAITING')");
            statement.execute("analyze table registration, participant, registration_event, budget_entry");
        }
    }

    private static void copy(Connection connection, String query, String insert) throws SQLException {
        connection.setAutoCommit(false);
        List<Object[]> rows = new ArrayList<>();
        try (Statement source = connection.createStatement();
                ResultSet row = source.executeQuery(query)) {
            while (row.next()) {
                Object[] values = new Object[row.getMetaData().getColumnCount()];
                for (int i = 0; i < values.length; i++) {
                    values[i] = row.getObject(i + 1);
                }
                rows.add(values);
            }
        }
        try (PreparedStatement target = connection.prepareStatement(insert)) {
            for (Object[] values : rows) {
                for (int i = 0; i < values.length; i++) {
                    target.setObject(i + 1, values[i]);
                }
                target.addBatch();
            }
            target.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
