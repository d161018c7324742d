package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** For whom somebody may act (R25). */
class ActorTest {

    private static final String OWN = "032410010010";

    @Test
    void staff_of_a_kommune_act_for_it_and_for_nobody_else() {
        Actor staff = Actor.ofKommune(1, OWN);
        assertThat(staff.mayActFor(OWN)).isTrue();
        assertThat(staff.mayActFor("033575406000")).isFalse();
    }

    @Test
    void what_belongs_to_no_kommune_is_not_theirs() {
        assertThat(Actor.ofKommune(1, OWN).mayActFor(null)).isFalse();
        assertThat(Actor.ofNsi(2).mayActFor(null)).isTrue();
        assertThat(Actor.ofMinistry(3).mayActFor(null)).isFalse();
    }
}
