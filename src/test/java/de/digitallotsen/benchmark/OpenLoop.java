package de.digitallotsen.benchmark;

import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * People come at their own times, whether or not those before them have been answered. Each wait is measured from the
 * instant at which the person meant to come, so that a stall counts for everybody whom it holds up. What was
 * acknowledged is written to a journal and afterwards looked up in the database.
 */
final class OpenLoop {

    private static final Pattern REFERENCE = Pattern.compile("\"reference\":\"([A-Z2-9]{8})\"");
    private static final int ROUNDS = 4;
    private static final int WARM_RUSHES = 6;

    private final Stage stage;
    private final Report report;

    OpenLoop(Stage stage, Report report) {
        this.stage = stage;
        this.report = report;
    }

    void run(Path journal) throws Exception {
        try (Portal portal = stage.portal(Stage.FLAGS, Map.of())) {
            double top = 0;
            for (int i = 0; i < WARM_RUSHES; i++) {
                top = stage.rush(portal, false, Stage.PLENTY_CENTS).perSecond();
            }
            double rate = top / 2;
            report.title("Open loop at half the top rate: %.0f registrations a second, every one with money"
                    .formatted(rate));
            Histogram waits = new ConcurrentHistogram(3);
            Map<String, Integer> answers = new TreeMap<>();
            int lost = 0;
            for (int round = 0; round < ROUNDS; round++) {
                stage.database().wipe(Stage.PLENTY_CENTS);
                Files.deleteIfExists(journal);
                come(portal, rate, waits, answers, journal);
                lost += lost(journal);
            }
            report.line(
                    "%s, p50 %.0f ms, p99 %.0f ms, longest %.0f ms from the intended time",
                    answers,
                    waits.getValueAtPercentile(50) / 1e3,
                    waits.getValueAtPercentile(99) / 1e3,
                    waits.getMaxValue() / 1e3);
            report.isTrue(
                    "every acknowledged reference is in the database, audit consistent, no 5xx",
                    lost == 0
                            && stage.isConsistent(portal)
                            && answers.keySet().stream().noneMatch(answer -> answer.startsWith("5")));
        }
    }

    private void come(Portal portal, double rate, Histogram waits, Map<String, Integer> answers, Path journal)
            throws Exception {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        Rush rush = new Rush(stage.tokens());
        List<HttpRequest> requests = Person.twoOfEach(stage.accounts(), stage.seminars(), false).stream()
                .map(person -> rush.request(portal.base, person))
                .toList();
        CountDownLatch open = new CountDownLatch(requests.size());
        long begin = System.nanoTime();
        for (int i = 0; i < requests.size(); i++) {
            long intended = begin + (long) (i * 1e9 / rate);
            while (System.nanoTime() < intended) {
                LockSupport.parkNanos(intended - System.nanoTime());
            }
            client.sendAsync(requests.get(i), HttpResponse.BodyHandlers.ofString())
                    .whenComplete((response, failure) -> {
                        waits.recordValue((System.nanoTime() - intended) / 1000);
                        note(answers, journal, response);
                        open.countDown();
                    });
        }
        if (!open.await(2, TimeUnit.MINUTES)) {
            throw new IllegalStateException(open.getCount() + " people were never answered");
        }
    }

    private static void note(Map<String, Integer> answers, Path journal, HttpResponse<String> response) {
        synchronized (answers) {
            answers.merge(response == null ? "none" : Rush.what(response), 1, Integer::sum);
            if (response != null && response.statusCode() == 201) {
                Matcher reference = REFERENCE.matcher(response.body());
                try {
                    Files.writeString(
                            journal,
                            reference.find() ? reference.group(1) + "\n" : "?\n",
                            StandardOpenOption.CREATE,
                            StandardOpenOption.APPEND);
                } catch (java.io.IOException unwritable) {
                    throw new java.io.UncheckedIOException(unwritable);
                }
            }
        }
    }

    private int lost(Path journal) throws Exception {
        Set<String> stored = new HashSet<>(
                stage.database().texts("select reference from registration where status in ('CONFIRMED', 'WAITING')"));
        return (int) Files.readAllLines(journal).stream()
                .filter(reference -> !stored.contains(reference))
                .count();
    }
}
