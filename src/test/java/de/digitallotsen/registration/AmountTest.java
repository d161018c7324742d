package de.digitallotsen.registration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R28: one amount. */
class AmountTest {

    @ParameterizedTest(name = "{0}: the Kommune owes {1}, the Land pays {2}")
    @CsvSource({"CONFIRMED, 50001, 50000", "ATTENDED, 50001, 50000", "WAITING, 0, 0", "NO_SHOW, 100001, 0"})
    void theRulesSayWhoPaysWhat(RegistrationStatus status, long due, long land) {
        assertEquals(new Amount(due, land), Amount.byTheRules(status, 100_001, 50_000));
    }

    @ParameterizedTest(name = "{0} with {1} recorded: the Land pays {2}")
    @CsvSource({
        "CONFIRMED, 50000, 50000",
        "CONFIRMED, 20000, 50000",
        "WAITING, 0, 0",
        "ATTENDED, 50000, 50000",
        "ATTENDED, 0, 50000",
        "NO_SHOW, 100000, 0",
        "NO_SHOW, 25000, 0",
        "CANCELLED, 0, 0",
        "CANCELLED, 50000, 0",
        "CANCELLED, 100000, 0"
    })
    void asItStandsTheRecordedAmountIsOwedAndTheLandPaysItsShareOrNothing(
            RegistrationStatus status, long recorded, long land) {
        assertEquals(new Amount(recorded, land), Amount.of(status, 50_000, recorded));
    }

    @Test
    void aCancellationCostsWhatItsTermsSayAndTheLandNothing() {
        assertEquals(Amount.NOTHING, Amount.cancelled(0));
        assertEquals(new Amount(50_000, 0), Amount.cancelled(50_000));
        assertThrows(
                IllegalArgumentException.class,
                () -> Amount.byTheRules(RegistrationStatus.CANCELLED, 100_000, 50_000),
                "it depends on the day");
    }

    @Test
    void whoPaysAloneIsPaidNothingByTheLand() {
        assertEquals(new Amount(100_000, 0), Amount.byTheRules(RegistrationStatus.CONFIRMED, 100_000, 0));
    }

    @Test
    void severalAddUp() {
        assertEquals(Amount.NOTHING, Amount.sum(List.of()));
        assertEquals(
                new Amount(150_000, 50_000), Amount.sum(List.of(new Amount(50_000, 50_000), new Amount(100_000, 0))));
        assertTrue(Amount.NOTHING.isNothing());
        assertFalse(new Amount(0, 50_000).isNothing());
    }

    @Test
    void nobodyOwesLessThanNothing() {
        assertThrows(IllegalArgumentException.class, () -> new Amount(-1, 0));
        assertThrows(IllegalArgumentException.class, () -> new Amount(0, -1));
    }
}
