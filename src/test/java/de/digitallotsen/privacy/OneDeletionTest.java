package de.digitallotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** R27: one loop deletes at a time, whoever started it; the second is told so. */
@PortalTest
class OneDeletionTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    Schedule schedule;

    @Inject
    BeginDeletion begin;

    @Inject
    ForgetDue forget;

    @Inject
    EndDeletion end;

    @Inject
    DeleteDue delete;

    private final Actor portal = Actor.portal();
    private Actor nsi;
    private String kind;

    @BeforeEach
    void who() {
        nsi = given.nsi();
        kind = schedule.expiries().get(0).kind();
    }

    private long finished() {
        return database.number("select count(*) from deletion_run where finished_at is not null");
    }

    @Test
    void a_second_loop_on_the_same_run_is_told_that_it_is_running_and_ends_nothing() {
        long run = begin.handle(nsi);
        forget.handle(portal, run, "first", kind);
        Refused.with(PrivacyRefusal.DELETION_RUNNING, () -> forget.handle(portal, run, "second", kind));
        end.handle(portal, run, "second", true);
        assertThat(finished()).isZero();
        Refused.with(PrivacyRefusal.DELETION_RUNNING, () -> delete.now(nsi));
        delete.ofTheDay();
        assertThat(database.number("select count(*) from deletion_run")).isEqualTo(1);
        end.handle(portal, run, "first", true);
        assertThat(finished()).isEqualTo(1);
        assertThat(forget.handle(portal, run, "second", kind)).as("it is over").isFalse();
        assertThat(delete.now(nsi)).isGreaterThan(run);
    }

    @Test
    void a_run_that_lost_its_turn_does_not_go_on_beside_the_one_that_has_it() {
        long stuck = begin.handle(nsi);
        forget.handle(portal, stuck, "stuck", kind);
        clock.pass(DeletionTurn.LEASE.plus(Duration.ofSeconds(1)));
        long run = begin.handle(given.nsi());
        forget.handle(portal, run, "new", kind);
        Refused.with(PrivacyRefusal.DELETION_RUNNING, () -> forget.handle(portal, stuck, "stuck", kind));
        end.handle(portal, stuck, "stuck", true);
        forget.handle(portal, run, "new", kind);
        end.handle(portal, run, "new", true);
        assertThat(database.rows("select id from deletion_run where finished_at is not null"))
                .containsExactly(String.valueOf(run));
    }
}
