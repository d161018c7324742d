package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.programme.CapScope;
import de.digitallotsen.programme.ProgrammeTerms;
import de.digitallotsen.seminar.ChangeSeminar;
import de.digitallotsen.seminar.PlanSeminar;
import de.digitallotsen.seminar.PublishSeminar;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.settings.ChangeProgramme;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Seasons of legal and illegal acts by several people in an order of chance, thousands in all. Whatever comes: an act
 * either happens as a whole or is refused, no other error comes up, and after each single one {@link SeasonInvariants}
 * hold. The seed is in the test's name and in every failure; {@code -Dseason.seed=…} tries another,
 * {@code -Dseason.acts=…} a longer one.
 */
@PortalTest
class RandomSeasonTest {

    private static final int ACTS = Integer.getInteger("season.acts", 1_000);
    private static final int CHECK_EVERYTHING_EVERY = 250;
    private static final int KOMMUNEN = 24;
    private static final int PEOPLE = 70;

    @Inject
    Given given;

    @Inject
    CompletedSeminars held;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    SeasonInvariants invariants;

    @Inject
    Acts acts;

    @Inject
    NsiActs nsiActs;

    /** What personnel staff do, and the NSI for them. */
    @Singleton
    static class Acts {
        @Inject
        RegisterParticipant register;

        @Inject
        RegisterTogether registerTogether;

        @Inject
        RegisterMany registerMany;

        @Inject
        CancelRegistration cancel;

        @Inject
        SubstituteParticipant substitute;

        @Inject
        RebookRegistration rebook;

        @Inject
        AdjustBudget adjust;

        @Inject
        ChangeProgramme programme;
    }

    /** What only the NSI does, or the portal by itself. */
    @Singleton
    static class NsiActs {
        @Inject
        PlanSeminar plan;

        @Inject
        PublishSeminar publish;

        @Inject
        ChangeSeminar change;

        @Inject
        CancelSeminar cancelSeminar;

        @Inject
        PromoteByHand promote;

        @Inject
        OverrideFee override;

        @Inject
        RecordAttendance record;

        @Inject
        CloseSeminar close;

        @Inject
        CorrectAttendance correct;

        @Inject
        EndPromotion endPromotion;
    }

    private interface Act {
        void run();
    }

    /** Something that people do, and how often. */
    private record Kind(String name, int weight, Act act) {}

    private Random random;
    private List<Actor> staff;
    private Actor nsi;
    private Actor ministry;
    private final List<Long> seminars = new ArrayList<>();
    private final List<ParticipantFixture> people = new ArrayList<>();

    private final List<Kind> kinds = List.of(
            new Kind("plan", 3, this::plan),
            new Kind(
                    "register",
                    20,
                    () -> acts.register.handle(nearly(nsi), new RegisterParticipant.Command(application(), null))),
            new Kind("register oneself", 14, this::registerOneself),
            new Kind(
                    "register together",
                    6,
                    () -> acts.registerTogether.handle(
                            nearly(nsi), new RegisterTogether.Command(lines(2), "together-" + random.nextLong()))),
            new Kind(
                    "register many",
                    2,
                    () -> acts.registerMany.handle(
                            nsi, new RegisterMany.Command(lines(4), false, "many-" + random.nextLong()))),
            new Kind("cancel", 9, () -> withOwner(acts.cancel::handle)),
            new Kind(
                    "cancel as shown",
                    3,
                    () -> acts.cancel.handle(
                            nsi, new CancelRegistration.Command(reference(), random.nextInt(4) > 0 ? 0L : 50_000L))),
            new Kind(
                    "substitute",
                    6,
                    () -> withOwner(
                            (actor, reference) -> acts.substitute.handle(actor, reference, person().details()))),
            new Kind(
                    "rebook",
                    7,
                    () -> withOwner((actor, reference) -> acts.rebook.handle(actor, reference, seminar()))),
            new Kind("promote", 5, () -> nsiActs.promote.handle(nearly(nsi), waiting())),
            new Kind(
                    "override fee",
                    3,
                    () -> nsiActs.override.handle(
                            nearly(nsi),
                            new OverrideFee.Command(reference(), (long) random.nextInt(130_000), "Kulanz"))),
            new Kind(
                    "adjust budget",
                    5,
                    () -> acts.adjust.handle(
                            nearly(ministry),
                            new AdjustBudget.Command((random.nextInt(8) - 3) * 20_000L + 1, "Hin und her"))),
            new Kind("change programme", 2, this::changeProgramme),
            new Kind("change seminar", 7, this::changeSeminar),
            new Kind("cancel seminar", 1, () -> nsiActs.cancelSeminar.handle(nearly(nsi), seminar(), "Abgesagt")),
            new Kind("record", 2, () -> record(begun("first_day <= ?"))),
            new Kind("settle", 5, this::settle),
            new Kind("correct", 4, this::correct),
            new Kind("let time pass", 6, this::letTimePass));

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {20270201, 440, 200_000, 7})
    void every_invariant_holds_whatever_happens(long seed) {
        play(Long.getLong("season.seed", seed));
    }

    @Test
    void the_invariants_would_notice_a_single_act_behind_the_rules_back() throws SQLException {
        staff = given.staffOfKommunen(1);
        given.registered(staff.get(0), given.aSeminar().published());
        database.writePastTheProgram("update seminar set seats_taken = seats_taken + 1");
        assertThat(given.wrongBooks()).isNotEmpty();
        assertThat(invariants.wrongAfterAct(0))
                .containsExactly("R6, R13: seats or queue miscounted, or a seat too many");
        database.writePastTheProgram("update seminar set seats_taken = seats_taken - 1");
        assertThat(invariants.wrongAfterAct(0)).isEmpty();
    }

    /** Seats that came without anybody being promoted, and somebody confirmed before one who waits. */
    @Test
    void the_invariants_would_notice_somebody_forgotten_or_overtaken() throws SQLException {
        long seminar = given.aSeminar().withSeats(1).published();
        staff = given.staffOfKommunen(3);
        given.registered(staff.get(0), seminar);
        String first = given.registeredOrWaiting(staff.get(1), seminar);
        String second = given.registeredOrWaiting(staff.get(2), seminar);
        long before = invariants.lastEvent();
        assertThat(invariants.wrongAfterAct(before)).isEmpty();
        database.writePastTheProgram("update seminar set capacity = capacity + 1");
        assertThat(invariants.wrongAfterAct(before))
                .containsExactly("R14: seat and money are there, and registration "
                        + database.text("select id from registration where reference = ?", first) + " still waits");
        database.writePastTheProgram("update seminar set capacity = capacity - 1");
        database.writePastTheProgram(
                "update registration_event set kind = 'PROMOTED' where registration_id = (select id"
                        + " from registration where reference = ?)",
                second);
        assertThat(invariants.wrongAfterAct(0)).containsExactly("R14: somebody was overtaken");
    }

    private void play(long seed) {
        random = new Random(seed);
        staff = given.staffOfKommunen(KOMMUNEN);
        nsi = given.nsi();
        ministry = given.ministry();
        Stream.generate(ParticipantFixture::aParticipant).limit(PEOPLE).forEach(people::add);
        // Scarce from the beginning: money for ten, a few seats each.
        acts.adjust.handle(ministry, new AdjustBudget.Command(500_001 - Database.BUDGET_CENTS, "Knapp"));
        Map<String, Integer> said = new TreeMap<>();
        Set<String> done = new TreeSet<>();
        for (int i = 0; i < ACTS; i++) {
            Kind kind = kind();
            long before = invariants.lastEvent();
            String answer = attempt(kind.act());
            said.merge(answer, 1, Integer::sum);
            if (answer.equals("done")) {
                done.add(kind.name());
            }
            assertThat(invariants.wrongAfterAct(before))
                    .as("seed %d, after act %d, %s: %s", seed, i, kind.name(), answer)
                    .isEmpty();
            if (i % CHECK_EVERYTHING_EVERY == 0) {
                invariants.assertEverything("seed " + seed + ", after act " + i);
            }
        }
        invariants.assertEverything("seed " + seed + ", at the end");
        assertThat(said.getOrDefault("done", 0))
                .as("seed %d, a season in which things happen: %s", seed, said)
                .isGreaterThan(ACTS / 4);
        assertThat(done)
                .as("seed %d, almost every kind of act was done at least once: %s", seed, said)
                .hasSizeGreaterThan(kinds.size() - 3);
        assertThat(said.keySet())
                .as("seed %d, refusals of many kinds", seed)
                .contains("SEMINAR_FULL", "BUDGET_EXHAUSTED")
                .hasSizeGreaterThan(15);
        assertThat(database.number("select count(*) from registration_event where kind = 'PROMOTED'"))
                .as("seed %d, promotions", seed)
                .isGreaterThan(20);
        assertThat(database.rows("select distinct status from registration order by 1"))
                .as("seed %d, %s", seed, said)
                .contains("ATTENDED", "CANCELLED", "NO_SHOW");
    }

    private Kind kind() {
        if (seminars.isEmpty()) {
            return kinds.get(0);
        }
        int dice = random.nextInt(kinds.stream().mapToInt(Kind::weight).sum());
        for (Kind kind : kinds) {
            dice -= kind.weight();
            if (dice < 0) {
                return kind;
            }
        }
        throw new IllegalStateException();
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

    /** Almost always somebody who may touch it. */
    private void withOwner(BiConsumer<Actor, String> act) {
        String reference = reference();
        String ars = database.rows("select kommune_ars from registration where reference = ?", reference).stream()
                .findFirst()
                .orElse("");
        Actor owner = staff.stream()
                .filter(actor -> actor.kommuneArs().equals(ars))
                .findFirst()
                .orElse(nsi);
        act.accept(nearly(random.nextInt(4) == 0 ? nsi : owner), reference);
    }

    private void registerOneself() {
        Actor actor = any(staff);
        acts.register.handle(
                actor,
                new RegisterParticipant.Command(
                        new Application(seminar(), person().details(), random.nextInt(4) > 0, actor.kommuneArs()),
                        null));
    }

    private Application application() {
        return new Application(seminar(), person().details(), random.nextInt(4) > 0, kommune());
    }

    private List<ManyRegistrations.Line> lines(int number) {
        return Stream.iterate(1, i -> i + 1)
                .limit(number)
                .map(i -> ManyRegistrations.Line.of(i, application()))
                .toList();
    }

    private void plan() {
        LocalDate first = clock.today().plusDays(9 + random.nextInt(14));
        long seminar = nsiActs.plan.handle(
                nsi,
                given.aSeminar()
                        .withSeats(1 + random.nextInt(4))
                        .fee(80_000 + random.nextInt(40_001))
                        .lasting(1 + random.nextInt(3))
                        .beginningOn(first)
                        .opensAt(clock.instant().minusSeconds(1))
                        .closesAt(clock.instant().plus(Duration.ofHours(24 + random.nextInt(170))))
                        .draft());
        nsiActs.publish.handle(nsi, seminar);
        seminars.add(seminar);
    }

    /** More or fewer seats, another fee for newcomers, an earlier or later deadline. */
    private void changeSeminar() {
        long seminar = seminar();
        SeminarPlan.Draft draft = given.aSeminar()
                .withSeats(1 + random.nextInt(5))
                .fee(70_000 + random.nextInt(60_000))
                .lasting(held.daysOf(seminar).size())
                .beginningOn(LocalDate.parse(database.text("select first_day from seminar where id = ?", seminar)))
                .opensAt(clock.instant().minusSeconds(1))
                .closesAt(clock.instant().plus(Duration.ofHours(random.nextInt(90))))
                .draft();
        int version = (int) database.number("select version from seminar where id = ?", seminar)
                - (random.nextInt(10) == 0 ? 1 : 0);
        nsiActs.change.handle(nearly(nsi), seminar, version, draft);
    }

    /** Another rate, and more places or fewer; fewer are refused while somebody uses them. */
    private void changeProgramme() {
        ProgrammeTerms.Draft terms = new ProgrammeTerms.Draft(
                (long) (3_000 + random.nextInt(4_000)),
                (long) (1 + random.nextInt(4)),
                CapScope.PROGRAMME,
                (long) (1 + random.nextInt(3)),
                List.of(80L, 95L, 100L),
                List.of(new ProgrammeTerms.DraftTier(2L, 5_000L), new ProgrammeTerms.DraftTier(0L, 10_000L)),
                null);
        acts.programme.handle(
                nearly(ministry),
                new ChangeProgramme.Command(terms, (int) database.number("select version from programme"), "Erlass"));
    }

    private void letTimePass() {
        clock.pass(Duration.ofHours(4 + random.nextInt(30)));
        nsiActs.endPromotion.handle();
    }

    private void record(long seminar) {
        Map<String, Set<LocalDate>> present = new HashMap<>();
        LocalDate today = clock.today();
        Set<LocalDate> begun =
                held.daysOf(seminar).stream().filter(day -> !day.isAfter(today)).collect(Collectors.toSet());
        database.rows("select reference from registration where status = 'CONFIRMED' and seminar_id = " + seminar)
                .forEach(reference -> present.put(reference, random.nextInt(3) > 0 ? begun : Set.of()));
        nsiActs.record.handle(nearly(nsi), new RecordAttendance.Command(seminar, null, present));
    }

    /** Some were there on some days; then closes, which is refused while a day is still to come. */
    private void settle() {
        long seminar = begun("last_day < ?");
        record(seminar);
        nsiActs.close.handle(nsi, seminar);
    }

    private long begun(String when) {
        List<String> all = database.rows(
                "select id from seminar where status = 'PUBLISHED' and " + when + " order by id", clock.today());
        return all.isEmpty() ? seminar() : Long.parseLong(any(all));
    }

    private void correct() {
        List<String> settled = database.rows(
                "select reference from registration where status in ('ATTENDED', 'NO_SHOW') order by id desc limit 25");
        String reference = settled.isEmpty() || random.nextInt(5) == 0 ? reference() : any(settled);
        Set<LocalDate> days = new HashSet<>(database
                .rows(
                        "select d.day from seminar_day d join registration r on r.seminar_id = d.seminar_id"
                                + " where r.reference = ?",
                        reference)
                .stream()
                .map(LocalDate::parse)
                .filter(day -> random.nextBoolean())
                .toList());
        nsiActs.correct.handle(nearly(nsi), new CorrectAttendance.Command(reference, days, "Berichtigt"));
    }

    /** Almost always who may; sometimes somebody else. */
    private Actor nearly(Actor actor) {
        return random.nextInt(20) == 0 ? anybody() : actor;
    }

    private Actor anybody() {
        int which = random.nextInt(staff.size() + 12);
        return which < staff.size() ? staff.get(which) : which < staff.size() + 11 ? nsi : ministry;
    }

    private String kommune() {
        return any(staff).kommuneArs();
    }

    /** Almost always one that is open. */
    private long seminar() {
        List<String> open = database.rows(
                "select id from seminar where status = 'PUBLISHED' and closes_at > ? order by id desc limit 4", utc());
        return open.isEmpty() || random.nextInt(8) == 0 ? any(seminars) : Long.parseLong(any(open));
    }

    private Object utc() {
        return clock.instant().atOffset(ZoneOffset.UTC).toLocalDateTime();
    }

    private ParticipantFixture person() {
        return any(people);
    }

    private String waiting() {
        List<String> all = database.rows(
                "select r.reference from registration r join seminar s on s.id = r.seminar_id"
                        + " where r.status = 'WAITING'"
                        + " order by s.status = 'PUBLISHED' and s.closes_at <= ? and s.first_day > ?"
                        + " and s.seats_taken < s.capacity desc, r.id limit 6",
                utc(),
                clock.today());
        return all.isEmpty() ? reference() : random.nextBoolean() ? all.get(0) : any(all);
    }

    private String reference() {
        List<String> all = database.rows("select reference from registration order by id desc limit 25");
        return all.isEmpty() ? "ABCDEFGH" : any(all);
    }

    private <T> T any(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }
}
