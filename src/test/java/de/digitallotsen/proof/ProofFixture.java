package de.digitallotsen.proof;

import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.TestClock;
import de.digitallotsen.claim.ClaimFixture;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.German;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Periods on their way to a finished proof of use. */
@Singleton
public class ProofFixture {

    /** The next day. */
    public static final LocalDate AFTER = Database.LAST_DAY.plusDays(1);

    @Inject
    Given given;

    @Inject
    AttendanceFixture held;

    @Inject
    TestClock clock;

    @Inject
    ChangePlan plan;

    @Inject
    ProduceProof produce;

    @Inject
    ClaimFixture claims;

    /** 120,000 EUR in 2027, 80,000 EUR in 2028. */
    public static ChangePlan.Command decision(String reason) {
        return new ChangePlan.Command(
                "MI 34.2-01/2027",
                LocalDate.of(2026, 12, 1),
                "Qualifizierung zu Digital-Lotsen",
                "0301/684 70",
                Map.of(2027, 12_000_000L, 2028, 8_000_000L),
                reason);
    }

    public void planned() {
        plan.handle(given.ministry(), 1, decision(null));
    }

    /** One person came, 500 EUR are settled, called for and paid. */
    public AttendanceFixture.Held paid() {
        AttendanceFixture.Held seminar = held.where(AttendanceFixture.ALL_DAYS, "Musterperson");
        claims.paid();
        return seminar;
    }

    /** The day after the last one. */
    public void ended() {
        clock.set(AFTER.atTime(LocalTime.NOON).atZone(German.BERLIN).toInstant());
    }

    /** Nothing is missing any more but the narrative. */
    public AttendanceFixture.Held settled() {
        planned();
        AttendanceFixture.Held seminar = paid();
        ended();
        return seminar;
    }

    /** Issues one. */
    public long issued(Actor nsi, String narrative) {
        return produce.handle(nsi, new ProduceProof.Command(1L, narrative, "Hannover"));
    }

    /** A draft for the routes that need one; 0 where none is needed. */
    public long readyFor(String route) {
        return route.matches(".*(proofs|verwendungsnachweis)/\\{id}.*") ? issued(given.nsi(), "Es lief gut.") : 0;
    }
}
