package de.digitallotsen.benchmark;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;

/** How many statements a list or page needs: the same number however many registrations there are. */
final class StatementCounts {

    private static final int FEW = 200;
    private static final int MANY = 20_000;
    private static final int TRIES = 5;
    private static final List<String> PUBLIC =
            List.of("/", "/seminare", "/api/v1/seminars?size=50", "/api/v1/kommunen?size=50");
    private static final List<String> OF_THE_NSI = List.of(
            "/start",
            "/anmeldungen",
            "/seminare",
            "/kommunen",
            "/zugaenge",
            "/seminare/{id}/teilnehmende",
            "/api/v1/registrations?size=100",
            "/api/v1/registrations?q=Muster&size=50",
            "/api/v1/seminars/{id}/registrations?size=100",
            "/api/v1/budget",
            "/api/v1/audit?size=50");
    private static final List<String> OF_THE_MINISTRY = List.of(
            "/budget",
            "/buchungen",
            "/prognose",
            "/abdeckung",
            "/protokoll",
            "/api/v1/budget/entries?size=100",
            "/api/v1/budget/audit");
    private static final List<String> OF_A_KOMMUNE =
            List.of("/start", "/anmeldungen", "/api/v1/registrations", "/api/v1/me");

    private final Stage stage;
    private final Report report;

    StatementCounts(Stage stage, Report report) {
        this.stage = stage;
        this.report = report;
    }

    /** @param number of statements; the time is of the fastest of {@value #TRIES} tries, in milliseconds */
    private record Cost(long number, double millis) {}

    void run() throws Exception {
        report.title("SQL statements of a list with %d and with %d registrations".formatted(FEW, MANY));
        try (Portal portal = stage.portal(Stage.FLAGS, Map.of())) {
            fill(FEW);
            Map<String, Cost> few = countAll(portal);
            fill(MANY);
            Map<String, Cost> many = countAll(portal);
            few.forEach((route, cost) -> report.line(
                    "%-58s %3d → %3d statements, %6.1f → %6.1f ms",
                    route,
                    cost.number(),
                    many.get(route).number(),
                    cost.millis(),
                    many.get(route).millis()));
            report.isTrue(
                    "every list needs the same number of statements",
                    few.entrySet().stream()
                            .allMatch(e -> many.get(e.getKey()).number()
                                    == e.getValue().number()));
        }
    }

    private Map<String, Cost> countAll(Portal portal) throws Exception {
        Map<String, Cost> costs = new LinkedHashMap<>();
        count(portal, "public", PUBLIC, null, costs);
        count(portal, "NSI", OF_THE_NSI, stage.nsi(), costs);
        count(portal, "Ministry", OF_THE_MINISTRY, stage.ministry(), costs);
        count(portal, "Kommune", OF_A_KOMMUNE, stage.accounts().get(0), costs);
        return costs;
    }

    private void count(Portal portal, String who, List<String> routes, Account account, Map<String, Cost> costs)
            throws Exception {
        for (String route : routes) {
            String path = route.replace("{id}", String.valueOf(stage.seminars().get(1)));
            costs.put(
                    "%-8s %s".formatted(who, route),
                    count(portal, path, account == null ? null : stage.tokens().get(account)));
        }
    }

    /**
     * The server's own count of statements before and after, on a server that nobody else uses; the smallest of several
     * tries.
     */
    private Cost count(Portal portal, String route, String token) throws Exception {
        try (Connection connection = stage.database().connect()) {
            portal.get(route, token);
            long[] counts = new long[TRIES];
            double fastest = Double.MAX_VALUE;
            for (int i = 0; i < TRIES; i++) {
                long before = questions(connection);
                long begin = System.nanoTime();
                portal.get(route, token);
                fastest = Math.min(fastest, (System.nanoTime() - begin) / 1e6);
                // One of them is the question itself.
                counts[i] = questions(connection) - before - 1;
            }
            return new Cost(LongStream.of(counts).min().orElseThrow(), fastest);
        }
    }

    private static long questions(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                var row = statement.executeQuery("show global status like 'Questions'")) {
            row.next();
            return row.getLong(2);
        }
    }

    /**
     * Two live registrations of every Kommune at most, the others cancelled; each with its history, ledger lines and
     * audit entry.
     */
    private void fill(int registrations) throws SQLException {
        Database database = stage.database();
        database.wipe(Stage.PLENTY_CENTS);
        long user = stage.accounts().get(0).userId();
        try (Connection connection = database.connect();
                Statement statement = connection.createStatement()) {
            String numbers = " from seq_1_to_" + registrations + " n";
            String kommune = "(select k.ars from (select ars, row_number() over (order by ars) - 1 i from kommune"
                    + " where type not in ('MITGLIEDSGEMEINDE', 'GEMEINDEFREIES_GEBIET')) k"
                    + " where k.i = (n.seq - 1) div 2 % 440)";
            int live = Math.min(registrations, stage.accounts().size() * 2);
            statement.execute("insert into participant (first_name, last_name, email) select 'Anke', concat('Muster',"
                    + " seq), concat('anke', seq, '@muster.example')"
                    + numbers);
            statement.execute("insert into registration (reference, programme_id, period_id, seminar_id, kommune_ars,"
                    + " participant_id, person_key, place_number, status, fee_cents, rate_basis_points,"
                    + " subsidy_cents, attendance_days, cancellation_terms,"
                    + " registered_at, registered_by, confirmed_at, cancelled_at) select lpad(conv(seq,"
                    + " 10, 30), 8, 'Z'), 1, 1, "
                    + stage.seminars().get(0) + " + seq % " + Database.SEMINARS + ", " + kommune
                    + ", seq, sha2(seq, 256), 1 + seq % 2,"
                    + " if(seq <= " + live
                    + ", 'CONFIRMED', 'CANCELLED'), 100000, 5000, 50000, 2, '15:5000 0:10000',"
                    + " utc_timestamp(6), "
                    + user + ", utc_timestamp(6), if(seq <= " + live + ", null, utc_timestamp(6))" + numbers);
            statement.execute("insert into registration_event (registration_id, at, kind) select id, registered_at,"
                    + " 'CONFIRMED' from registration");
            copy(
                    connection,
                    "select 1 + row_number() over (order by id), period_id, subsidy_cents, id, reference, kommune_ars"
                            + " from registration",
                    "insert into budget_entry (number, period_id, type, reserved_cents, registration_id, reference,"
                            + " kommune_ars, booked_at) values (?, ?, 'RESERVATION', ?, ?, ?, ?, utc_timestamp(6))");
            copy(
                    connection,
                    "select (select max(number) from budget_entry) + row_number() over (order by e.id), e.period_id,"
                            + " -e.reserved_cents, e.registration_id, e.reference, e.kommune_ars, e.id"
                            + " from budget_entry e join registration r on r.id = e.registration_id"
                            + " where r.status = 'CANCELLED'",
                    "insert into budget_entry (number, period_id, type, reserved_cents, registration_id, reference,"
                            + " kommune_ars, resolves_entry_id, booked_at)"
                            + " values (?, ?, 'RELEASE', ?, ?, ?, ?, ?, utc_timestamp(6))");
            copy(
                    connection,
                    "select registered_by, reference from registration",
                    "insert into audit_entry (at, actor_id, actor_role, action, subject_type, subject_id)"
                            + " values (utc_timestamp(6), ?, 'KOMMUNE', 'registration.confirmed', 'registration', ?)");
            statement.execute("update place p join registration r on r.kommune_ars = p.kommune_ars"
                    + " and r.place_number = p.place_number and r.status = 'CONFIRMED' set p.taken_by = r.reference");
            statement.execute("update seminar s set seats_taken = (select count(*) from registration r"
                    + " where r.seminar_id = s.id and r.status = 'CONFIRMED')");
            statement.execute("update budget set entries = (select count(*) from budget_entry), reserved_cents = "
                    + live * 50_000L);
            statement.execute("analyze table registration, participant, registration_event, budget_entry, audit_entry");
        }
    }

    /** Row by row: MariaDB 11.4 refuses INSERT … SELECT of several rows into a table with triggers (error 1048). */
    private static void copy(Connection connection, String query, String insert) throws SQLException {
        connection.setAutoCommit(false);
        try (Statement source = connection.createStatement();
                ResultSet rows = source.executeQuery(query);
                PreparedStatement target = connection.prepareStatement(insert)) {
            while (rows.next()) {
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
                    target.setObject(i, rows.getObject(i));
                }
                target.addBatch();
            }
            target.executeBatch();
        }
        connection.commit();
        connection.setAutoCommit(true);
    }
}
