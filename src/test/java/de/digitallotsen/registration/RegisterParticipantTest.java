package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;

import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@PortalTest
class RegisterParticipantTest {

    @Inject
    Given given;

    @Test
    void confirms_with_seat_and_money() {
        long seminar = given.aSeminar().withSeats(1).published();
        String reference = given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        assertThat(given.statusOf(reference)).isEqualTo("CONFIRMED");
        assertThat(given.seatsOf(seminar)).isEqualTo("1 1 0");
        assertThat(given.money()).isEqualTo("20000000 50000 0 0");
    }
}
