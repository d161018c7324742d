package de.digitallotsen.registration;

import static de.digitallotsen.ParticipantFixture.aParticipant;
import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.LongStream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.LeavesBooksWrong;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.TestClock;
import de.digitallotsen.audit.AuditChain;
import de.digitallotsen.audit.SealAuditTrail;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.settings.CarryOver;
import de.digitallotsen.settings.OpenPeriod;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Foresight;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.arc.Arc;
import io.quarkus.arc.ManagedContext;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/**
 * R34: numbers that people check for gaps have none, however many do something at once and whatever of it is taken
 * back. The control stands in the same rows: their ids are what an auto-increment makes of it.
 */
@PortalTest
class NumbersWithoutGapsTest {

    private static final int PEOPLE = 8;
    private static final int ACTS = 12;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    RegisterParticipant register;

    @Inject
    CancelRegistration cancel;

    @Inject
    AdjustBudget adjustBudget;

    @Inject
    OpenPeriod openPeriod;

    @Inject
    CarryOver carryOver;

    @Inject
    Foresight foresight;

    @Inject
    SealAuditTrail seal;

    @Inject
    AuditChain chain;

    private final AtomicInteger takenBack = new AtomicInteger();

    private void takeBack(Runnable act) {
        QuarkusTransaction.begin();
        try {
            act.run();
            takenBack.incrementAndGet();
        } finally {
            QuarkusTransaction.rollback();
        }
    }

    /** One of several things somebody of a Kommune or the Ministry does; half of them come to nothing. */
    private void act(Random random, Actor staff, Actor ministry, long seminar, List<String> own) {
        Runnable registering = () -> register.handle(staff, Given.command(staff, seminar, aParticipant(), true));
        switch (random.nextInt(6)) {
            case 0 -> foresight.of(registering);
            case 1 -> takeBack(registering);
            case 2 -> adjustBudget.handle(ministry, new AdjustBudget.Command(100L, "Für den Test"));
            case 3 -> takeBack(() -> adjustBudget.handle(ministry, new AdjustBudget.Command(100L, "Zurück")));
            default -> {
                if (own.isEmpty()) {
                    own.add(register.handle(staff, Given.command(staff, seminar, aParticipant(), true)));
                } else {
                    cancel.handle(staff, own.remove(0));
                }
            }
        }
    }

    private Callable<String> somebody(int seed, Actor staff, Actor ministry, long seminar) {
        return () -> {
            Random random = new Random(seed);
            List<String> own = new ArrayList<>();
            for (int i = 0; i < ACTS; i++) {
                ManagedContext request = Arc.container().requestContext();
                request.activate();
                try {
                    act(random, staff, ministry, seminar, own);
                } catch (RefusedException refused) {
                    // Somebody else was there first; what is refused is taken back like the rest.
                } catch (RuntimeException failed) {
                    assertThat(failed)
                            .as("a deadlock with an act that is taken back and not tried again")
                            .hasRootCauseInstanceOf(SQLException.class);
                } finally {
                    request.terminate();
                }
            }
            return "DONE";
        };
    }

    private void rush() {
        long seminar = given.aSeminar().withSeats(4).published();
        Actor ministry = given.ministry();
        List<Callable<String>> people = new ArrayList<>();
        for (Actor staff : given.staffOfKommunen(PEOPLE)) {
            people.add(somebody(people.size(), staff, ministry, seminar));
        }
        assertThat(Race.of(people).count("DONE")).isEqualTo(PEOPLE);
        assertThat(takenBack.get()).as("acts that came to nothing").isGreaterThan(5);
    }

    private static List<String> upTo(long last) {
        return LongStream.rangeClosed(1, last).mapToObj(String::valueOf).toList();
    }

    private void assertHasGaps(String table) {
        assertThat(database.number("select max(id) - count(*) from " + table))
                .as("gaps in the ids of %s: the control", table)
                .isPositive();
    }

    @RepeatedTest(2)
    void bookings_are_numbered_from_1_on_whatever_is_taken_back() {
        rush();
        List<String> numbers = database.rows("select number from budget_entry order by id");
        assertThat(numbers).hasSizeGreaterThan(PEOPLE).isEqualTo(upTo(numbers.size()));
        assertThat(database.number("select entries from budget")).isEqualTo(numbers.size());
        assertHasGaps("budget_entry");
    }

    @Test
    void audit_entries_are_numbered_from_1_on_when_they_are_sealed_by_several_at_once() {
        rush();
        clock.pass(Duration.ofMinutes(6));
        List<Callable<String>> portals = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            portals.add(() -> {
                try {
                    return seal.handle(Actor.portal()) > 0 ? "SEALED" : "NOTHING";
                } catch (RuntimeException another) {
                    return "ANOTHER";
                }
            });
        }
        assertThat(Race.of(portals).count("SEALED")).isEqualTo(1);
        given.nsi();
        assertThat(database.rows("select n.number from audit_entry e left join audit_number n on n.entry_id = e.id"
                        + " order by e.id desc limit 1"))
                .as("not sealed yet")
                .containsExactly("null");
        clock.pass(Duration.ofMinutes(6));
        assertThat(seal.handle(Actor.portal())).isPositive();
        assertThat(database.rows("select n.number from audit_entry e left join audit_number n on n.entry_id = e.id"
                        + " order by e.id"))
                .isEqualTo(upTo(database.number("select count(*) from audit_entry")));
        assertThat(chain.check(given.ministry()).intact()).isTrue();
        assertHasGaps("audit_entry");
    }

    @Test
    void each_period_counts_its_own_bookings() {
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        Actor ministry = given.ministry();
        long later = openPeriod.handle(
                ministry,
                new OpenPeriod.Command(
                        Database.LAST_DAY.plusDays(1), Database.LAST_DAY.plusYears(1), 500L, "Haushalt"));
        clock.pass(Duration.ofDays(365 * 2));
        carryOver.handle(
                ministry, database.number("select min(id) from funding_period"), new CarryOver.Command(100L, "Rest"));
        assertThat(database.rows("select number, type from budget_entry where period_id <> ? order by id", later))
                .containsExactly("1 ALLOCATION", "2 RESERVATION", "3 ADJUSTMENT");
        assertThat(database.rows("select number, type from budget_entry where period_id = ? order by id", later))
                .containsExactly("1 ALLOCATION", "2 ADJUSTMENT");
    }

    @Test
    @LeavesBooksWrong
    void a_gap_in_the_ledger_turns_the_check_red() throws SQLException {
        assertThat(given.wrongBooks()).isEmpty();
        database.writePastTheProgram("update budget set entries = entries + 1");
        assertThat(given.wrongBooks()).singleElement().asString().contains("R34");
        database.writePastTheProgram("insert into budget_entry (period_id, number, type, allocated_cents, reason,"
                + " booked_at) select period_id, entries + 1, 'ADJUSTMENT', 1, 'x', now(6) from budget");
        database.writePastTheProgram("update budget set allocated_cents = allocated_cents + 1, entries = entries + 1");
        assertThat(given.wrongBooks()).singleElement().asString().contains("R34");
    }
}
