package de.digitallotsen;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

import de.digitallotsen.shared.RefusedException;

/** Lets several do something at the same instant: each thread waits at a barrier until all are there. */
public final class Race {

    private Race() {}

    /** @param results what each returned, or the code of its refusal, in the order of the runners */
    public record Outcome(List<String> results) {
        public long count(String result) {
            return results.stream().filter(result::equals).count();
        }

        /** Those that were not refused with this code. */
        public List<String> not(String code) {
            return results.stream().filter(result -> !result.equals(code)).toList();
        }
    }

    /** Any exception but a refusal fails the test. */
    public static Outcome of(List<Callable<String>> runners) {
        ExecutorService threads = Executors.newFixedThreadPool(runners.size());
        CyclicBarrier start = new CyclicBarrier(runners.size());
        try {
            List<Future<String>> running = new ArrayList<>();
            for (Callable<String> runner : runners) {
                running.add(threads.submit(() -> {
                    start.await(20, TimeUnit.SECONDS);
                    try {
                        return runner.call();
                    } catch (RefusedException refused) {
                        return refused.refusal().name();
                    }
                }));
            }
            List<String> results = new ArrayList<>();
            for (Future<String> future : running) {
                results.add(future.get(60, TimeUnit.SECONDS));
            }
            return new Outcome(results);
        } catch (ExecutionException failed) {
            throw new AssertionError("A runner failed: " + failed.getCause(), failed.getCause());
        } catch (Exception failed) {
            throw new AssertionError(failed);
        } finally {
            threads.shutdownNow();
        }
    }
}
