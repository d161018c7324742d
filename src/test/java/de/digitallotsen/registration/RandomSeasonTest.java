package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.HeldSeminars;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.funding.AdjustBudget;
import de.digitallotsen.seminar.ChangeSeminar;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A season of legal and illegal acts by several people in an order of chance. Whatever comes: an act either happens as a whole or
 * is refused, no other error comes up, and places, seats, money and ledger agree all the time. The seed is in the test's name;
 * {@code -Dseason.seed=…} tries another.
 */
@PortalTest
class RandomSeasonTest {

    private static final int ACTS = 900;
    private static final int CHECK_EVERY = 45;

    @Inject
    Given given;
    @Inject
    HeldSeminars held;
    @Inject
    Database database;
    @Inject
    TestClock clock;
    @Inject
    Acts acts;

    /** Everything that anybody can do. */
    @jakarta.inject.Singleton
    static class Acts {
        @Inject
        RegisterParticipant register;
        @Inject
        CancelRegistration cancel;
        @Inject
        SubstituteParticipant substitute;
        @Inject
        RebookRegistration rebook;
        @Inject
        PromoteByHand promote;
        @Inject
        OverrideFee override;
        @Inject
        CancelSeminar callOff;
        @Inject
        RecordAttendance record;
        @Inject
        CloseSeminar close;
        @Inject
        CorrectAttendance correct;
        @Inject
        EndPromotion endPromotion;
        @Inject
        AdjustBudget adjust;
        @Inject
        ChangeSeminar change;
    }

    private Random random;
    private List<Actor> staff;
    private Actor nsi;
    private Actor ministry;
    private final List<Long> seminars = new ArrayList<>();
    private final List<ParticipantFixture> people = new ArrayList<>();

    private interface Act {
        void run();
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20270201, 440})
    void every_invariant_holds_whatever_happens(long seed) {
        play(Long.getLong("season.seed", seed));
    }

    @Test
    void the_invariants_would_notice_a_single_act_behind_the_rules_back() throws SQLException {
        staff = given.staffOfKommunen(1);
        given.registered(staff.get(0), given.aSeminar().published());
        database.writePastTheProgram("update seminar set seats_taken = seats_taken + 1");
        assertThat(given.wrongBooks()).isNotEmpty();
        database.writePastTheProgram("update seminar set seats_taken = seats_taken - 1");
    }

    private void play(long seed) {
        random = new Random(seed);
        staff = given.staffOfKommunen(7);
        nsi = given.nsi();
        ministry = given.ministry();
        for (int i = 0; i < 18; i++) {
            people.add(ParticipantFixture.aParticipant());
        }
        // Scarce from the beginning: money for a dozen, a few seats each.
        acts.adjust.handle(ministry, new AdjustBudget.Command(600_001 - Database.BUDGET_CENTS, "Knapp"));
        Map<String, Integer> said = new TreeMap<>();
        for (int i = 0; i < ACTS; i++) {
            said.merge(attempt(chosen()), 1, Integer::sum);
            if (i % CHECK_EVERY == 0) {
                assertThat(given.wrongBooks()).as("seed %d, after act %d", seed, i).isEmpty();
            }
        }
        assertThat(given.wrongBooks()).as("seed %d, at the end", seed).isEmpty();
        assertThat(said.getOrDefault("done", 0)).as("a season in which things happen: %s", said).isGreaterThan(ACTS / 5);
        assertThat(said.keySet()).as("refusals of many kinds").hasSizeGreaterThan(10);
        assertThat(database.rows("select distinct status from registration order by 1")).as("%s", said).contains("CANCELLED").containsAnyOf("ATTENDED", "NO_SHOW");
        ledgerTellsEveryTotal(seed);
    }

    /** The totals again, from the ledger alone and by another way than the audit's. */
    private void ledgerTellsEveryTotal(long seed) {
        assertThat(database.text("select sum(allocated_cents), sum(reserved_cents), sum(spent_cents) from budget_entry"))
                .as("seed %d", seed).isEqualTo(database.text("select allocated_cents, reserved_cents, spent_cents from budget"));
    }

    private static String attempt(Act act) {
        try {
            act.run();
            return "done";
        } catch (RefusedException refused) {
            return refused.refusal().name();
        } catch (InvalidInputException invalid) {
            return "invalid";
        }
    }

    private Act chosen() {
        int dice = random.nextInt(100);
        if (seminars.isEmpty() || dice < 4) {
            return this::plan;
        }
        if (dice < 40) {
            return () -> acts.register.handle(anybody(), new RegisterParticipant.Command(new Application(seminar(), person().details(), random.nextInt(4) > 0, kommune()), null));
        }
        if (dice < 45) {
            return () -> acts.cancel.handle(anybody(), reference());
        }
        if (dice < 51) {
            return () -> acts.substitute.handle(anybody(), reference(), person().details());
        }
        if (dice < 57) {
            return () -> acts.rebook.handle(anybody(), reference(), seminar());
        }
        if (dice < 61) {
            return () -> acts.promote.handle(nsi, reference());
        }
        return later(dice);
    }

    private Act later(int dice) {
        if (dice < 64) {
            return () -> acts.override.handle(nsi, new OverrideFee.Command(reference(), (long) random.nextInt(110_000), "Kulanz"));
        }
        if (dice < 68) {
            return () -> acts.adjust.handle(ministry, new AdjustBudget.Command((random.nextInt(7) - 3) * 50_000L + 1, "Hin und her"));
        }
        if (dice < 72) {
            return this::change;
        }
        if (dice < 73) {
            return () -> acts.callOff.handle(nsi, seminar(), "Abgesagt");
        }
        if (dice < 88) {
            return this::settle;
        }
        if (dice < 92) {
            return () -> acts.correct.handle(nsi, new CorrectAttendance.Command(reference(), someDays(seminar()), "Berichtigt"));
        }
        return () -> {
            clock.pass(Duration.ofHours(12 + random.nextInt(48)));
            acts.endPromotion.handle();
        };
    }

    private void plan() {
        LocalDate first = clock.today().plusDays(4 + random.nextInt(20));
        seminars.add(given.aSeminar().withSeats(1 + random.nextInt(4)).fee(80_000 + random.nextInt(40_001)).lasting(1 + random.nextInt(3)).beginningOn(first)
                .opensAt(clock.instant().minusSeconds(1)).closesAt(clock.instant().plus(Duration.ofDays(1 + random.nextInt(3)))).published());
    }

    private void change() {
        long seminar = seminar();
        SeminarPlan.Draft draft = given.aSeminar().withSeats(1 + random.nextInt(5)).fee(70_000 + random.nextInt(60_000)).lasting(held.daysOf(seminar).size())
                .beginningOn(LocalDate.parse(database.text("select first_day from seminar where id = ?", seminar))).opensAt(clock.instant().minusSeconds(1))
                .closesAt(clock.instant().plus(Duration.ofHours(random.nextInt(80)))).draft();
        acts.change.handle(nsi, seminar, (int) database.number("select version from seminar where id = ?", seminar), draft);
    }

    /** Some were there on some days; then closes, which is refused while a day is still to come. */
    private void settle() {
        List<String> over = database.rows("select id from seminar where status = 'PUBLISHED' and last_day < ? order by id", clock.today());
        long seminar = over.isEmpty() ? seminar() : Long.parseLong(over.get(random.nextInt(over.size())));
        Map<String, Set<LocalDate>> present = new HashMap<>();
        LocalDate today = clock.today();
        Set<LocalDate> begun = held.daysOf(seminar).stream().filter(day -> !day.isAfter(today)).collect(Collectors.toSet());
        database.rows("select reference from registration where status = 'CONFIRMED' and seminar_id = " + seminar).forEach(reference -> present.put(reference, random.nextBoolean() ? begun : Set.of()));
        acts.record.handle(nsi, new RecordAttendance.Command(seminar, null, present));
        acts.close.handle(nsi, seminar);
        seminars.remove(seminar);
    }

    private Set<LocalDate> someDays(long seminar) {
        Set<LocalDate> days = new HashSet<>(held.daysOf(seminar));
        days.removeIf(day -> random.nextInt(3) == 0);
        return days;
    }

    private Actor anybody() {
        int which = random.nextInt(staff.size() + 2);
        return which < staff.size() ? staff.get(which) : which == staff.size() ? nsi : ministry;
    }

    private String kommune() {
        return staff.get(random.nextInt(staff.size())).kommuneArs();
    }

    private long seminar() {
        return seminars.isEmpty() ? 1 : seminars.get(random.nextInt(seminars.size()));
    }

    private ParticipantFixture person() {
        return people.get(random.nextInt(people.size()));
    }

    private String reference() {
        List<String> all = database.rows("select reference from registration order by id desc limit 25");
        return all.isEmpty() ? "ABCDEFGH" : all.get(random.nextInt(all.size()));
    }
}
