package de.digitallotsen.benchmark;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** 430 people sign in at once, and come back when they are told to, while others register. */
final class SignInStorm {

    private static final int PEOPLE = 430;
    private static final int RUSHES_BEFORE = 5;
    private static final int MOST_RUSHES_DURING = 12;

    private final Stage stage;
    private final Report report;
    private final AtomicInteger signedIn = new AtomicInteger();
    private final AtomicInteger sentAway = new AtomicInteger();

    SignInStorm(Stage stage, Report report) {
        this.stage = stage;
        this.report = report;
    }

    void run() throws Exception {
        report.title("Registering while %d people sign in".formatted(PEOPLE));
        try (Portal portal = stage.portal(Stage.FLAGS, Map.of())) {
            for (int i = 0; i < RUSHES_BEFORE; i++) {
                stage.rush(portal, false, Stage.PLENTY_CENTS);
            }
            double without = medianRate(portal, RUSHES_BEFORE);
            long begin = System.nanoTime();
            List<CompletableFuture<Void>> people = signInAll(portal.base);
            List<Double> during = new ArrayList<>();
            while (during.size() < MOST_RUSHES_DURING && signedIn.get() < PEOPLE) {
                Rush.Result rush = stage.rush(portal, false, Stage.PLENTY_CENTS);
                if (signedIn.get() < PEOPLE) {
                    during.add(rush.perSecond());
                }
            }
            CompletableFuture.allOf(people.toArray(CompletableFuture[]::new)).get(5, TimeUnit.MINUTES);
            report.line(
                    "all %d signed in after %.0f s, sent away with Retry-After %d times",
                    signedIn.get(), (System.nanoTime() - begin) / 1e9, sentAway.get());
            double after = medianRate(portal, RUSHES_BEFORE);
            double alone = Math.max(without, after);
            report.line(
                    "registrations a second: %.0f before, %.0f during (%d rushes), %.0f after",
                    without, Report.median(during), during.size(), after);
            report.atLeast(
                    "registering while %d sign in / registering alone".formatted(PEOPLE),
                    Report.median(during) / alone,
                    0.75,
                    "");
        }
    }

    private double medianRate(Portal portal, int rushes) throws Exception {
        List<Double> rates = new ArrayList<>();
        for (int i = 0; i < rushes; i++) {
            rates.add(stage.rush(portal, false, Stage.PLENTY_CENTS).perSecond());
        }
        return Report.median(rates);
    }

    private List<CompletableFuture<Void>> signInAll(URI portal) {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        return stage.accounts().subList(0, PEOPLE).stream()
                .map(account -> signIn(client, portal, account))
                .toList();
    }

    private CompletableFuture<Void> signIn(HttpClient client, URI portal, Account account) {
        HttpRequest request = HttpRequest.newBuilder(portal.resolve("/api/v1/auth/token"))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "{\"email\":\"%s\",\"password\":\"%s\"}".formatted(account.email(), Stage.PASSWORD)))
                .build();
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString()).thenCompose(response -> {
            if (response.statusCode() == 200) {
                signedIn.incrementAndGet();
                return CompletableFuture.completedFuture(null);
            }
            if (response.statusCode() != 503) {
                throw new IllegalStateException(response.statusCode() + " " + response.body());
            }
            sentAway.incrementAndGet();
            long seconds = response.headers().firstValueAsLong("Retry-After").orElse(5);
            return CompletableFuture.runAsync(() -> {}, CompletableFuture.delayedExecutor(seconds, TimeUnit.SECONDS))
                    .thenCompose(rested -> signIn(client, portal, account));
        });
    }
}
