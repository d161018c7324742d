package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.shared.Actor;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Several at once take their rows in the order of one: the Kommunen's places, then the seminars, then the money. */
@PortalTest
class LockOrderTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    RegisterTogether register;

    @Inject
    RegisterParticipant one;

    @Inject
    CancelRegistration cancel;

    @Inject
    MeterRegistry metrics;

    private static Application application(String ars, long seminar) {
        return new Application(seminar, ParticipantFixture.aParticipant().details(), false, ars);
    }

    private static List<Line> lines(List<String> kommunen, long... seminars) {
        List<Line> lines = new ArrayList<>();
        for (String ars : kommunen) {
            for (long seminar : seminars) {
                lines.add(Line.of(lines.size() + 1, application(ars, seminar)));
            }
        }
        return lines;
    }

    private int together(Actor nsi, List<Line> lines, String key) {
        return register.handle(nsi, new RegisterTogether.Command(lines, key)).size();
    }

    /** While it waits for the place of a Kommune, also the last one of the list, it keeps no seminar from anybody. */
    @ParameterizedTest
    @ValueSource(ints = {0, 2})
    void a_list_that_waits_for_a_place_holds_no_seminar(int which) throws Exception {
        long seminar = given.aSeminar().published();
        List<String> kommunen = given.kommunen(3);
        Actor nsi = given.nsi();
        // They have been here before, so they have their places.
        kommunen.forEach(ars -> one.handle(nsi, new RegisterParticipant.Command(application(ars, seminar), null)));
        CompletableFuture<Integer> list;
        try (Connection holder = database.connect();
                Connection other = database.connect();
                Statement hold = holder.createStatement();
                Statement look = other.createStatement()) {
            holder.setAutoCommit(false);
            hold.executeUpdate(
                    "update place set taken_by = taken_by where kommune_ars = '" + kommunen.get(which) + "'");
            list = CompletableFuture.supplyAsync(() -> together(nsi, lines(kommunen, seminar), "list"));
            awaitLockWait(look);
            look.execute("set innodb_lock_wait_timeout = 1");
            assertThatCode(() -> look.executeUpdate(
                            "update seminar set waiting_count = waiting_count where id = " + seminar))
                    .as("the seminar's row is free")
                    .doesNotThrowAnyException();
            assertThatCode(() -> look.executeUpdate("update budget set waiting_for_funds = waiting_for_funds"))
                    .as("and the money")
                    .doesNotThrowAnyException();
            holder.rollback();
            holder.setAutoCommit(true);
        }
        assertThat(list.get(20, TimeUnit.SECONDS)).isEqualTo(3);
        assertThat(given.seatsOf(seminar)).isEqualTo("20 6 0");
    }

    /** Until a statement of the portal stands still; a second at most. */
    private static void awaitLockWait(Statement look) throws SQLException, InterruptedException {
        for (int tries = 0; tries < 40; tries++) {
            Thread.sleep(25);
            try (ResultSet found = look.executeQuery("select count(*) from information_schema.processlist"
                    + " where info like 'update %' and time_ms > 300")) {
                found.next();
                if (found.getInt(1) > 0) {
                    return;
                }
            }
        }
    }

    /** Lists in opposite orders and single people of the same Kommunen: nobody locks anybody out. */
    @RepeatedTest(3)
    void lists_crosswise_and_single_people_at_once_never_lock_each_other_out() {
        long a = given.aSeminar().withSeats(40).published();
        long b = given.aSeminar().withSeats(40).published();
        Actor nsi = given.nsi();
        List<String> kommunen = given.kommunen(12);
        kommunen.forEach(ars ->
                cancel.handle(nsi, one.handle(nsi, new RegisterParticipant.Command(application(ars, a), null))));
        List<String> forwards = kommunen.subList(0, 8);
        List<String> backwards = new ArrayList<>(kommunen.subList(8, 12));
        backwards.addAll(kommunen.subList(0, 4));
        Collections.reverse(backwards);
        List<Callable<String>> all = new ArrayList<>();
        all.add(() -> "LIST " + together(nsi, lines(forwards, a), "one"));
        all.add(() -> "LIST " + together(nsi, lines(backwards, b), "two"));
        kommunen.subList(4, 12)
                .forEach(ars -> all.add(() -> {
                    one.handle(
                            nsi,
                            new RegisterParticipant.Command(application(ars, forwards.contains(ars) ? b : a), null));
                    return "ONE";
                }));
        double before = retries();
        Race.Outcome outcome = Race.of(all);
        assertThat(outcome.count("LIST 8")).isEqualTo(2);
        assertThat(outcome.count("ONE")).isEqualTo(8);
        assertThat(given.seatsOf(a) + ", " + given.seatsOf(b)).isEqualTo("40 12 0, 40 12 0");
        assertThat(database.number("select count(*) from place where taken_by is not null"))
                .isEqualTo(24);
        assertThat(retries() - before).as("deadlocks").isZero();
    }

    private double retries() {
        return metrics.get("digitallotsen.transaction.retries").counter().count();
    }
}
