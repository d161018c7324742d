package de.digitallotsen.benchmark;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;

/** The morning on which registration opens: 880 people at once for money that pays for 400. */
final class OpeningRush {

    private static final int POOL = 16;
    private static final int FUNDED = 400;
    private static final int WARM_RUSHES = 6;
    /** The rushes after the first two of a process are called warm. */
    private static final int COUNTED_FROM = 2;

    private static final int LONG_RUN = 25;
    private static final int FRESH_STARTS = 3;

    private final Stage stage;
    private final Report report;

    OpeningRush(Stage stage, Report report) {
        this.stage = stage;
        this.report = report;
    }

    void run() throws Exception {
        report.title("Opening rush: %d people from %d connections for %d funded places"
                .formatted(stage.accounts().size() * 2, Rush.CONNECTIONS, FUNDED));
        // The first process is there to warm up the measuring side, so that what is measured later is the portal's own
        // first rush.
        try (Portal portal = stage.portal(List.of(), Map.of())) {
            for (int i = 0; i < WARM_RUSHES; i++) {
                stage.rush(portal, false, Stage.SCARCE_CENTS);
            }
        }
        double bareBefore = bare();
        double plain = measure("no flags", List.of());
        double small = measure("recommended flags", Stage.FLAGS);
        double bareAfter = bare();
        report.line(
                "bare JDBC on the same server, %d connections: %.2f s before, %.2f s after",
                POOL, bareBefore, bareAfter);
        double bare = Report.median(bareBefore, bareAfter);
        report.atLeast("portal / bare JDBC, warm, no flags", bare / plain, 0.5, "");
        report.atLeast("portal / bare JDBC, warm, recommended flags", bare / small, 0.5, "");
        steady(bare);
        control();
    }

    /** Fresh processes, each with its first rush and those after it. @return median seconds of a warm rush */
    private double measure(String how, List<String> flags) throws Exception {
        List<Double> warm = new ArrayList<>();
        List<Double> firstToWarm = new ArrayList<>();
        double p99 = 0;
        double retries = 0;
        int asked = 0;
        for (int start = 0; start < FRESH_STARTS; start++) {
            try (Portal portal = stage.portal(flags, Map.of())) {
                List<Rush.Result> all = new ArrayList<>();
                for (int i = 0; i <= WARM_RUSHES; i++) {
                    all.add(exactRush(portal, i == 1));
                }
                List<Double> here = all.stream()
                        .skip(COUNTED_FROM)
                        .map(Rush.Result::seconds)
                        .toList();
                warm.addAll(here);
                firstToWarm.add(all.get(0).seconds() / Report.median(here));
                p99 = Math.max(
                        p99,
                        all.stream()
                                .mapToDouble(rush -> rush.latency().getValueAtPercentile(99) / 1e6)
                                .max()
                                .orElseThrow());
                retries += portal.metric("digitallotsen_transaction_retries_total");
                asked += all.stream().mapToInt(Rush.Result::total).sum();
                report.line(
                        "%s, start %d: first rush %.2f s, p99 %.2f s; then %s s",
                        how,
                        start + 1,
                        all.get(0).seconds(),
                        all.get(0).latency().getValueAtPercentile(99) / 1e6,
                        all.stream()
                                .skip(1)
                                .map(r -> "%.2f".formatted(r.seconds()))
                                .toList());
            }
        }
        report.atMost("p99 of the slowest rush, " + how, p99, 2, "s");
        report.atMost(
                "first rush after readiness / warm rush, %s (median of %d starts)".formatted(how, FRESH_STARTS),
                Report.median(firstToWarm),
                1.5,
                "");
        report.atMost("retries per registration, " + how, retries / asked, 0.01, "");
        return Report.median(warm);
    }

    /** What a process reaches after a long time: no aim, but the honest end of the curve. */
    private void steady(double bare) throws Exception {
        try (Portal portal = stage.portal(List.of(), Map.of())) {
            List<Double> seconds = new ArrayList<>();
            for (int i = 0; i < LONG_RUN; i++) {
                seconds.add(stage.rush(portal, false, Stage.SCARCE_CENTS).seconds());
            }
            double late = Report.median(seconds.subList(LONG_RUN - WARM_RUSHES, LONG_RUN));
            report.line("after %d rushes without flags: %.2f s, portal / bare %.2f", LONG_RUN, late, bare / late);
        }
    }

    /** A rush after which exactly the money's worth is confirmed, everybody is answered, and the books are right. */
    private Rush.Result exactRush(Portal portal, boolean halfWait) throws Exception {
        Rush.Result rush = stage.rush(portal, halfWait, Stage.SCARCE_CENTS);
        int people = stage.accounts().size() * 2;
        boolean exact = rush.count("201 CONFIRMED") == FUNDED
                && rush.total() == people
                && rush.withStatus('5') == 0
                && rush.count("409 BUDGET_EXHAUSTED") + rush.count("201 WAITING") == people - FUNDED
                && (halfWait || rush.count("201 WAITING") == 0)
                && stage.database().number("select count(*) from registration where status = 'CONFIRMED'") == FUNDED
                && stage.isConsistent(portal);
        String what = halfWait ? "half of them would wait" : "nobody waits";
        if (!exact) {
            report.isTrue(
                    "rush (%s): exactly %d confirmed, all answered, no 5xx, audit consistent: %s"
                            .formatted(what, FUNDED, rush.answers()),
                    false);
        } else if (halfWait) {
            report.line(
                    "%s: %s, p50 %.0f ms, p99 %.0f ms, %.2f s",
                    what,
                    rush.answers(),
                    rush.latency().getValueAtPercentile(50) / 1e3,
                    rush.latency().getValueAtPercentile(99) / 1e3,
                    rush.seconds());
        }
        return rush;
    }

    /** The same start without the warm-up, to see that it is the warm-up that helps. */
    private void control() throws Exception {
        try (Portal portal = stage.portal(Stage.FLAGS, Map.of("DIGITALLOTSEN_WARM_UP", "false"))) {
            double first = exactRush(portal, false).seconds();
            List<Double> warm = new ArrayList<>();
            for (int i = 0; i < WARM_RUSHES; i++) {
                warm.add(exactRush(portal, false).seconds());
            }
            double later = Report.median(warm.subList(1, WARM_RUSHES));
            report.line(
                    "without the warm-up, recommended flags: first rush %.2f s, warm %.2f s, ratio %.2f",
                    first, later, first / later);
        }
    }

    private double bare() throws SQLException, InterruptedException {
        List<Double> seconds = new ArrayList<>();
        for (int i = 0; i < WARM_RUSHES; i++) {
            stage.database().wipe(Stage.SCARCE_CENTS);
            double took = bareRush();
            if (i > 1) {
                seconds.add(took);
            }
        }
        return Report.median(seconds);
    }

    private double bareRush() throws SQLException, InterruptedException {
        List<Person> people = Person.twoOfEach(stage.accounts(), stage.seminars(), false);
        BlockingQueue<BareRegistration> pool = new ArrayBlockingQueue<>(POOL);
        for (int i = 0; i < POOL; i++) {
            pool.add(new BareRegistration(stage.database().connect()));
        }
        Map<String, Integer> said = new TreeMap<>();
        double seconds = Rush.atOnce(POOL, people.size(), i -> {
            BareRegistration connection = pool.take();
            String answer = connection.register(people.get(i), "bare-" + i);
            pool.add(connection);
            synchronized (said) {
                said.merge(answer, 1, Integer::sum);
            }
        });
        for (BareRegistration connection : pool) {
            connection.close();
        }
        if (said.getOrDefault("CONFIRMED", 0) != FUNDED) {
            throw new IllegalStateException("The bare program is no fair comparison: " + said);
        }
        return seconds;
    }
}
