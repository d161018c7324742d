package de.digitallotsen.shared;

import java.time.Clock;
import java.time.LocalDate;

import io.quarkus.arc.DefaultBean;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Now comes from here and nowhere else, so that tests can stand at the minute of a deadline. */
public final class SystemClock {

    private SystemClock() {}

    /** Makes the clock known to everything that asks for one. */
    @Singleton
    static class Producer {
        @Produces
        @DefaultBean
        @Singleton
        PortalClock clock() {
            return new PortalClock();
        }
    }

    /** The day in Berlin at the instant of the clock. */
    public static LocalDate today(Clock clock) {
        return German.berlinDay(clock.instant());
    }
}
