package de.digitallotsen.shared;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/**
 * The clock of the portal: the machine's time in UTC, cut to microseconds, which is what MariaDB's DATETIME(6) keeps.
 * One thread can live at another instant for a while: that is how the demo data get a past without going around the
 * rules.
 */
public class PortalClock extends Clock {

    private final ThreadLocal<Instant> elsewhen = new ThreadLocal<>();

    @Override
    public Instant instant() {
        Instant other = elsewhen.get();
        return (other == null ? now() : other).truncatedTo(ChronoUnit.MICROS);
    }

    /** What the time is for every thread that is not elsewhere. */
    protected Instant now() {
        return Instant.now();
    }

    /** Runs something as if it happened at that instant; only the calling thread is concerned. */
    public void at(Instant instant, Runnable act) {
        elsewhen.set(instant);
        try {
            act.run();
        } finally {
            elsewhen.remove();
        }
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        throw new UnsupportedOperationException("Times are kept in UTC and shown through German (R22)");
    }
}
