package de.digitallotsen.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.programme.CancellationTerms;
import de.digitallotsen.programme.CapScope;
import de.digitallotsen.programme.ProgrammeTerms;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.RegistrationRefusal;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

@PortalTest
class ChangeProgrammeTest {

    private static final List<ProgrammeTerms.DraftTier> TIERS =
            List.of(new ProgrammeTerms.DraftTier(15L, 5_000L), new ProgrammeTerms.DraftTier(0L, 10_000L));

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    ChangeProgramme change;

    @Inject
    CancelRegistration cancel;

    private static ProgrammeTerms.Draft terms(long rate, long places, CapScope scope) {
        return new ProgrammeTerms.Draft(rate, places, scope, 2L, List.of(80L, 95L, 100L), TIERS, null);
    }

    private static ProgrammeTerms.Draft places(long places) {
        return terms(5_000, places, CapScope.PROGRAMME);
    }

    private static ProgrammeTerms.Draft counted(CapScope scope) {
        return terms(5_000, 2, scope);
    }

    private void set(ProgrammeTerms.Draft terms) {
        Actor ministry = given.ministry();
        change.handle(
                ministry,
                new ChangeProgramme.Command(terms, change.read(ministry).version(), "Erlass vom 1.2.2027"));
    }

    private List<String> openPlaces(String ars) {
        return database.rows(
                "select place_number, taken_by is not null from place where kommune_ars = ? and not withdrawn"
                        + " order by scope, place_number",
                ars);
    }

    private long openPlaces() {
        return database.number("select count(*) from place where not withdrawn");
    }

    @Test
    void a_new_rate_holds_from_now_on_and_leaves_what_is_registered() {
        long seminar = given.aSeminar().published();
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        String before = given.registered(staff, seminar);
        set(terms(3_333, 2, CapScope.PROGRAMME));
        String after = given.registered(staff, seminar);
        assertThat(database.text(
                        "select rate_basis_points, subsidy_cents from registration where reference = ?", before))
                .isEqualTo("5000 50000");
        assertThat(database.text(
                        "select rate_basis_points, subsidy_cents from registration where reference = ?", after))
                .isEqualTo("3333 33330");
    }

    @Test
    void sets_thresholds_tiers_and_days_and_notes_old_and_new_with_the_reason() {
        set(new ProgrammeTerms.Draft(
                5_000L,
                2L,
                CapScope.PROGRAMME,
                3L,
                List.of(50L, 75L, 90L),
                List.of(new ProgrammeTerms.DraftTier(0L, 2_500L)),
                null));
        ProgrammeTerms is = change.read(given.ministry()).terms();
        assertThat(is)
                .isEqualTo(new ProgrammeTerms(
                        5_000,
                        2,
                        CapScope.PROGRAMME,
                        3,
                        List.of(50, 75, 90),
                        List.of(new CancellationTerms.Tier(0, 2_500)),
                        false));
        assertThat(database.text("select before_json from audit_entry where action = 'programme.changed'"))
                .contains("\"attendanceThresholdDays\":2", "80 %, 95 %, 100 %", "ab 15 Tagen vorher 50 %")
                .doesNotContain("placesPerKommune");
        assertThat(database.text("select after_json, text from audit_entry join audit_text on entry_id = id"
                        + " where action = 'programme.changed'"))
                .contains(
                        "\"attendanceThresholdDays\":3",
                        "50 %, 75 %, 90 %",
                        "ab 0 Tagen vorher 25 %",
                        "Erlass vom 1.2.2027");
    }

    @Test
    void refuses_whoever_was_slower_whoever_gives_no_reason_and_whoever_is_not_the_ministry() {
        Actor ministry = given.ministry();
        int read = change.read(ministry).version();
        set(places(3));
        Refused.with(
                AccessRefusal.STALE,
                () -> change.handle(ministry, new ChangeProgramme.Command(places(4), read, "Später")));
        assertThat(catchThrowable(() -> change.handle(ministry, new ChangeProgramme.Command(places(4), read + 1, " "))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("reason");
        assertThat(catchThrowable(
                        () -> change.handle(ministry, new ChangeProgramme.Command(places(3), read + 1, "Nichts"))))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("nichts anders");
        Refused.with(
                AccessRefusal.ROLE_NOT_ALLOWED,
                () -> change.handle(given.nsi(), new ChangeProgramme.Command(places(4), read + 1, "Wir")));
        assertThat(database.number("select count(*) from audit_entry where action = 'programme.changed'"))
                .isEqualTo(1);
    }

    @Test
    void says_what_is_wrong_with_the_terms() {
        ProgrammeTerms.Draft wrong = new ProgrammeTerms.Draft(
                10_001L,
                5L,
                null,
                0L,
                List.of(80L, 80L, 100L),
                List.of(new ProgrammeTerms.DraftTier(3L, 1L), new ProgrammeTerms.DraftTier(3L, 2L)),
                null);
        Throwable refused = catchThrowable(() -> set(wrong));
        assertThat(refused).isInstanceOf(InvalidInputException.class);
        assertThat(((InvalidInputException) refused).violations())
                .extracting("field")
                .containsExactlyInAnyOrder(
                        "subsidyRateBasisPoints",
                        "placesPerKommune",
                        "capScope",
                        "attendanceThresholdDays",
                        "warningPercents",
                        "cancellationTiers");
    }

    @Test
    void raising_grants_every_kommune_another_place_at_once() {
        long seminar = given.aSeminar().published();
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        given.registered(staff, seminar);
        given.registered(staff, seminar);
        Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
        set(places(3));
        assertThat(openPlaces()).isEqualTo(3 * 440);
        given.registered(staff, seminar);
        RefusedException refused =
                Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
        assertThat(refused.text()).contains("alle 3 Förderplätze");
    }

    @Test
    void lowering_is_refused_with_the_figures_while_a_kommune_uses_more_and_keeps_the_place_that_is_in_use() {
        long seminar = given.aSeminar().published();
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        String first = given.registered(staff, seminar);
        given.registered(staff, seminar);
        RefusedException refused = Refused.with(SettingsRefusal.PLACES_IN_USE, () -> set(places(1)));
        assertThat(refused.details())
                .containsEntry("kommunen", 1L)
                .containsEntry("places", 1)
                .containsEntry("was", 2);
        assertThat(openPlaces()).isEqualTo(880);
        cancel.handle(staff, first);
        set(places(1));
        assertThat(openPlaces()).isEqualTo(440);
        assertThat(openPlaces(Given.LANGENHAGEN))
                .as("the second place is in use, the first was withdrawn")
                .containsExactly("2 1");
        Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
        set(places(2));
        assertThat(openPlaces(Given.LANGENHAGEN)).containsExactly("1 0", "2 1");
    }

    @Test
    void a_kommune_that_comes_later_is_granted_what_holds_then() throws SQLException {
        set(places(1));
        database.writePastTheProgram("delete from place where kommune_ars = ?", Given.LANGENHAGEN);
        given.registered(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        assertThat(openPlaces(Given.LANGENHAGEN)).containsExactly("1 1");
    }

    @Test
    void the_schema_lets_nobody_stand_on_a_withdrawn_place_and_withdraws_none_under_somebody() throws SQLException {
        String reference = given.registered(
                given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        assertThat(catchThrowable(() -> database.writePastTheProgram(
                        "update place set withdrawn = true where taken_by = ?", reference)))
                .hasMessageContaining("place_withdrawn_unused_check");
        assertThat(catchThrowable(() -> database.writePastTheProgram(
                        "update place set withdrawn = true, taken_by = null where taken_by = ?", reference)))
                .hasMessageContaining("registration_open_place_fk");
        database.writePastTheProgram(
                "update place set withdrawn = true where kommune_ars = ? and place_number = 2", Given.LANGENHAGEN);
        assertThat(catchThrowable(() -> database.writePastTheProgram(
                        "update registration set place_number = 2 where reference = ?", reference)))
                .hasMessageContaining("registration_open_place_fk");
    }

    @Test
    void counting_per_period_and_back_moves_who_is_registered_with_the_place() {
        long seminar = given.aSeminar().published();
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        String reference = given.registered(staff, seminar);
        set(counted(CapScope.PERIOD));
        assertThat(openPlaces()).isEqualTo(880);
        assertThat(database.text(
                        "select r.place_scope = r.period_id, p.scope = r.period_id from registration r"
                                + " join place p on p.taken_by = r.reference where r.reference = ?",
                        reference))
                .isEqualTo("1 1");
        String second = given.registered(staff, seminar);
        Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
        set(counted(CapScope.PROGRAMME));
        assertThat(openPlaces(Given.LANGENHAGEN)).containsExactly("1 1", "2 1");
        cancel.handle(staff, second);
        given.registered(staff, seminar);
        assertThat(database.number(
                        "select count(*) from registration where place_scope = 0 and live_place is not null"))
                .isEqualTo(2);
    }

    @Test
    void earlier_use_counts_over_the_programme_and_not_per_period() throws SQLException {
        database.writePastTheProgram(
                "update place set earlier_use = '2021 bis 2026' where kommune_ars = ?", Given.LANGENHAGEN);
        long seminar = given.aSeminar().published();
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
        set(counted(CapScope.PERIOD));
        given.registered(staff, seminar);
        RefusedException refused = Refused.with(SettingsRefusal.PLACES_IN_USE, () -> set(counted(CapScope.PROGRAMME)));
        assertThat(refused.details()).containsEntry("kommunen", 1L);
        assertThat(change.read(given.ministry()).terms().capScope()).isEqualTo(CapScope.PERIOD);
    }

    /** Twelve Kommunen with one person each register a second one while the Ministry lowers to one place. */
    @Test
    void registering_while_the_places_are_lowered_never_leaves_a_kommune_above_the_setting() {
        for (int round = 0; round < 6; round++) {
            database.clean();
            long seminar = given.aSeminar().withSeats(60).published();
            List<Actor> staff = given.staffOfKommunen(12);
            staff.forEach(actor -> given.registered(actor, seminar));
            List<Callable<String>> runners = new ArrayList<>();
            staff.forEach(actor -> runners.add(() -> given.registered(actor, seminar)));
            runners.add(round * 2 % 12, lower(places(1)));
            Race.Outcome outcome = Race.of(runners);
            long refused = outcome.count("KOMMUNE_LIMIT_REACHED");
            boolean lowered = outcome.count("lowered") == 1;
            assertThat(outcome.count("PLACES_IN_USE") + outcome.count("lowered"))
                    .isEqualTo(1);
            assertThat(refused)
                    .as("lowered: nobody got a second place; not lowered: everybody did")
                    .isEqualTo(lowered ? 12 : 0);
            assertThat(database.number("select max(n) from (select count(*) n from registration"
                            + " where live_place is not null group by kommune_ars) t"))
                    .isEqualTo(lowered ? 1 : 2);
            assertThat(given.wrongBooks()).isEmpty();
        }
    }

    private Callable<String> lower(ProgrammeTerms.Draft terms) {
        Actor ministry = given.ministry();
        int version = change.read(ministry).version();
        return () -> {
            change.handle(ministry, new ChangeProgramme.Command(terms, version, "Weniger"));
            return "lowered";
        };
    }

    /** The control: the same crowd without anybody lowering gets its second places, all of them. */
    @Test
    void without_the_ministry_all_of_them_get_their_second_place() {
        long seminar = given.aSeminar().withSeats(60).published();
        List<Actor> staff = given.staffOfKommunen(12);
        staff.forEach(actor -> given.registered(actor, seminar));
        Race.Outcome outcome = Race.of(staff.stream()
                .<Callable<String>>map(actor -> () -> given.registered(actor, seminar))
                .toList());
        assertThat(outcome.count("KOMMUNE_LIMIT_REACHED")).isZero();
        assertThat(database.number("select count(*) from registration where live_place is not null"))
                .isEqualTo(24);
    }

    @Test
    void registering_while_the_counting_changes_never_gives_a_third_place() {
        for (CapScope scope : List.of(CapScope.PERIOD, CapScope.PROGRAMME, CapScope.PERIOD)) {
            long seminar = given.aSeminar().withSeats(200).published();
            List<Actor> staff = given.staffOfKommunen(6);
            List<Callable<String>> runners = new ArrayList<>(staff.stream()
                    .flatMap(actor -> IntStream.range(0, 2)
                            .mapToObj(n -> (Callable<String>) () -> given.registered(actor, seminar)))
                    .toList());
            runners.add(lower(counted(scope)));
            Race.Outcome outcome = Race.of(runners);
            assertThat(outcome.count("lowered")).isEqualTo(1);
            assertThat(database.number("select max(n) from (select count(*) n from registration"
                            + " where live_place is not null group by kommune_ars) t"))
                    .isEqualTo(2);
            assertThat(given.wrongBooks()).isEmpty();
        }
    }
}
