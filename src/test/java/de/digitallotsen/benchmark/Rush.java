package de.digitallotsen.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/**
 * Everybody registers at once: as many threads as connections, each with its next person as soon as the last one is
 * answered.
 */
final class Rush {

    static final int CONNECTIONS = 64;
    private static final Pattern WHAT = Pattern.compile("\"(?:status|code)\":\"([A-Z_]+)\"");
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Map<Account, String> tokens;

    Rush(Map<Account, String> tokens) {
        this.tokens = tokens;
    }

    /**
     * What came of it.
     *
     * @param seconds from the common start to the last answer
     * @param latency of each request, in microseconds
     * @param answers by status and what it says: {@code 201 CONFIRMED}, {@code 409 BUDGET_EXHAUSTED}
     */
    record Result(double seconds, Histogram latency, Map<String, Integer> answers) {
        int count(String answer) {
            return answers.getOrDefault(answer, 0);
        }

        int total() {
            return answers.values().stream().mapToInt(Integer::intValue).sum();
        }

        long withStatus(char firstDigit) {
            return answers.entrySet().stream()
                    .filter(answer -> answer.getKey().charAt(0) == firstDigit)
                    .mapToInt(Map.Entry::getValue)
                    .sum();
        }

        double perSecond() {
            return total() / seconds;
        }
    }

    /** Opens its connections anew, so that every rush pays for them. */
    Result run(URI portal, List<Person> people) throws InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        List<HttpRequest> requests =
                people.stream().map(person -> request(portal, person)).toList();
        Map<String, Integer> answers = new TreeMap<>();
        Histogram latency = new ConcurrentHistogram(3);
        double seconds = atOnce(CONNECTIONS, requests.size(), i -> {
            long begin = System.nanoTime();
            HttpResponse<String> response = client.send(requests.get(i), HttpResponse.BodyHandlers.ofString());
            latency.recordValue((System.nanoTime() - begin) / 1000);
            synchronized (answers) {
                answers.merge(what(response), 1, Integer::sum);
            }
        });
        return new Result(seconds, latency, answers);
    }

    HttpRequest request(URI portal, Person person) {
        return HttpRequest.newBuilder(portal.resolve("/api/v1/registrations"))
                .header("Authorization", "Bearer " + tokens.get(person.account()))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "rush-" + NUMBER.incrementAndGet())
                .POST(HttpRequest.BodyPublishers.ofString(person.asJson()))
                .build();
    }

    static String what(HttpResponse<String> response) {
        Matcher what = WHAT.matcher(response.body());
        return response.statusCode() + (what.find() ? " " + what.group(1) : "");
    }

    /** Something that is done many times. */
    interface Step {
        void run(int number) throws Exception;
    }

    /**
     * Does the steps 0 … {@code steps}−1 from several threads that start at a barrier.
     *
     * @return seconds from the barrier to the end of the last step
     */
    static double atOnce(int threads, int steps, Step step) throws InterruptedException {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<Exception> failure = new AtomicReference<>();
        AtomicReference<Long> begin = new AtomicReference<>();
        CyclicBarrier barrier = new CyclicBarrier(threads, () -> begin.set(System.nanoTime()));
        Thread[] workers = new Thread[threads];
        for (int t = 0; t < threads; t++) {
            workers[t] = new Thread(
                    () -> {
                        try {
                            barrier.await();
                            for (int i = next.getAndIncrement(); i < steps; i = next.getAndIncrement()) {
                                step.run(i);
                            }
                        } catch (Exception failed) {
                            failure.compareAndSet(null, failed);
                        }
                    },
                    "rush-" + t);
            workers[t].start();
        }
        for (Thread worker : workers) {
            worker.join();
        }
        if (failure.get() != null) {
            throw new IllegalStateException(failure.get());
        }
        return (System.nanoTime() - begin.get()) / 1e9;
    }
}
