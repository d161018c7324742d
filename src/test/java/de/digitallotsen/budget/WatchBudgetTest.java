package de.digitallotsen.budget;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Thresholds of 80, 95 and 100 %: each is told once when it is reached and once when the money comes back below it. */
@PortalTest
class WatchBudgetTest {

    @Singleton
    static class Heard {
        private final List<String> events = new ArrayList<>();

        void hear(@Observes BudgetThresholdCrossed event) {
            events.add(event.percent() + (event.upward() ? " up" : " down"));
        }
    }

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    WatchBudget watch;

    @Inject
    AdjustBudget adjust;

    @Inject
    Heard heard;

    @BeforeEach
    void nothing_heard_yet_and_one_place_is_reserved() {
        heard.events.clear();
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        heard.events.clear();
    }

    private void allocate(long cents) {
        adjust.handle(
                given.ministry(),
                new AdjustBudget.Command(
                        cents - database.number("select allocated_cents from budget"), "Für den Test"));
        watch.handle(Actor.portal());
        watch.handle(Actor.portal());
    }

    @Test
    void tells_each_threshold_once_in_each_direction() {
        watch.handle(Actor.portal());
        assertThat(heard.events).isEmpty();
        allocate(62_501);
        assertThat(heard.events).as("79.99 %").isEmpty();
        allocate(62_500);
        assertThat(heard.events).as("80 %").containsExactly("80 up");
        allocate(50_000);
        assertThat(heard.events).as("100 %").containsExactly("80 up", "95 up", "100 up");
        allocate(50_001);
        assertThat(heard.events).as("a cent is left").containsExactly("80 up", "95 up", "100 up", "100 down");
        allocate(1_000_000);
        assertThat(heard.events).endsWith("100 down", "80 down", "95 down").hasSize(6);
        allocate(62_500);
        assertThat(heard.events)
                .as("again, because it was left meanwhile")
                .hasSize(7)
                .endsWith("80 up");
        assertThat(database.number("select count(*) from audit_entry where action like 'budget.threshold-%'"))
                .isEqualTo(7);
    }

    @Test
    void is_asked_by_the_portal_only() {
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> watch.handle(given.ministry()));
    }
}
