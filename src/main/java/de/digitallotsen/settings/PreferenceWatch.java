package de.digitallotsen.settings;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;

/** Looks from time to time whether others than first persons are funded again ({@link PreferFirstPersons}). */
@ApplicationScoped
class PreferenceWatch {

    private final PreferFirstPersons firstPersons;

    PreferenceWatch(PreferFirstPersons firstPersons) {
        this.firstPersons = firstPersons;
    }

    @Scheduled(
            identity = "first-persons-over",
            every = "{digitallotsen.budget.watch-every}",
            delayed = "{digitallotsen.jobs.first-after}",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endWhatIsOver() {
        firstPersons.endWhatIsOver();
    }
}
