package de.digitallotsen.kommune;

import static org.assertj.core.api.Assertions.assertThat;

import de.digitallotsen.PortalTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Near and far, by the middles of the Landkreise. */
@PortalTest
class WhereaboutsTest {

    @Inject
    Whereabouts whereabouts;

    private long kilometres(String postcode, String venue) {
        return whereabouts
                .ofPostcode(postcode)
                .orElseThrow()
                .kilometresTo(whereabouts.ofVenue(venue).orElseThrow());
    }

    @Test
    void tells_near_from_far() {
        assertThat(kilometres("30159", "NSI, Wielandstraße 8, 30169 Hannover")).isZero();
        assertThat(kilometres("38100", "Hannover")).isBetween(40L, 70L);
        assertThat(kilometres("26721", "Kreishaus Göttingen")).isBetween(230L, 330L);
        assertThat(kilometres("49074", "Oldenburg (Oldb)")).isBetween(70L, 120L);
    }

    @Test
    void finds_a_postcode_that_is_not_that_of_a_town_hall_by_its_leading_digits() {
        assertThat(whereabouts.ofPostcode("30161")).isEqualTo(whereabouts.ofPostcode("30159"));
    }

    @Test
    void knows_nothing_of_what_lies_elsewhere_or_is_no_place() {
        for (String strange : new String[] {"80331", "10115", "abc", "3015", "", " ", null}) {
            assertThat(whereabouts.ofPostcode(strange))
                    .as(String.valueOf(strange))
                    .isEmpty();
        }
        for (String strange : new String[] {"Online", "Raum 3", "Hannoversch"}) {
            assertThat(whereabouts.ofVenue(strange)).as(strange).isEmpty();
        }
    }
}
