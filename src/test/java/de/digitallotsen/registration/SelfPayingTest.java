package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.programme.CapScope;
import de.digitallotsen.programme.ProgrammeTerms;
import de.digitallotsen.settings.ChangeProgramme;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Beyond its places a Kommune may pay the whole fee itself, where the Ministry allows it (R5): without a place and
 * without the Land's money.
 */
@PortalTest
class SelfPayingTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    ChangeProgramme change;

    @Inject
    RegisterParticipant register;

    @Inject
    PreviewRegistration preview;

    @Inject
    CancelRegistration cancel;

    @Inject
    CompletedSeminars held;

    @Inject
    CorrectAttendance correct;

    private Actor staff;

    @BeforeEach
    void a_kommune() {
        staff = given.staffOf(Given.LANGENHAGEN);
    }

    private void allow() {
        Actor ministry = given.ministry();
        ProgrammeTerms.Draft terms = new ProgrammeTerms.Draft(
                5_000L,
                2L,
                CapScope.PROGRAMME,
                2L,
                List.of(80L, 95L, 100L),
                List.of(new ProgrammeTerms.DraftTier(15L, 5_000L), new ProgrammeTerms.DraftTier(0L, 10_000L)),
                true);
        change.handle(
                ministry,
                new ChangeProgramme.Command(terms, change.read(ministry).version(), "Erlass"));
    }

    private Application alone(long seminar, boolean acceptWaiting) {
        Application usual = Given.command(staff, seminar, ParticipantFixture.aParticipant(), acceptWaiting)
                .application();
        return new Application(usual.seminarId(), usual.participant(), acceptWaiting, usual.kommuneArs(), true);
    }

    private String registerAlone(long seminar, boolean acceptWaiting) {
        return register.handle(staff, new RegisterParticipant.Command(alone(seminar, acceptWaiting), null));
    }

    private String usePlaces(long seminar) {
        given.registered(staff, seminar);
        return given.registered(staff, seminar);
    }

    @Test
    void is_off_until_the_ministry_allows_it_and_the_refusal_of_a_third_person_then_names_the_way() {
        long seminar = given.aSeminar().published();
        usePlaces(seminar);
        Refused.with(RegistrationRefusal.SELF_PAYING_OFF, () -> registerAlone(seminar, false));
        RegisterParticipant.Command third = Given.command(staff, seminar, ParticipantFixture.aParticipant(), false);
        assertThat(Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> register.handle(staff, third))
                        .text())
                .doesNotContain("eigene Kosten");
        allow();
        assertThat(Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> register.handle(staff, third))
                        .text())
                .contains("Weitere Personen können Sie auf eigene Kosten anmelden. Ein Platz wird frei");
    }

    @Test
    void is_refused_while_the_kommune_has_a_place_which_costs_it_half() {
        long seminar = given.aSeminar().published();
        allow();
        given.registered(staff, seminar);
        assertThat(Refused.with(RegistrationRefusal.PLACE_STILL_FREE, () -> registerAlone(seminar, false))
                        .text())
                .contains("Langenhagen");
    }

    @Test
    void takes_a_seat_and_no_place_and_no_money_of_the_land_and_the_kommune_owes_the_whole_fee() {
        long seminar = given.aSeminar().published();
        allow();
        usePlaces(seminar);
        PreviewRegistration.Preview foreseen = preview.handle(staff, alone(seminar, false));
        assertThat(foreseen.outcome()).isEqualTo(PreviewRegistration.Outcome.CONFIRMED);
        assertThat(foreseen.ownShareCents()).isEqualTo(100_000);
        String reference = registerAlone(seminar, false);
        assertThat(database.text(
                        "select status, self_paying, place_number is null, subsidy_cents, due_cents"
                                + " from registration where reference = ?",
                        reference))
                .isEqualTo("CONFIRMED 1 1 0 100000");
        assertThat(given.money()).isEqualTo("20000000 100000 0 0");
        assertThat(given.seatsOf(seminar)).endsWith(" 3 0");
        cancel.handle(staff, reference);
        assertThat(given.seatsOf(seminar)).endsWith(" 2 0");
        assertThat(database.number("select count(*) from place where taken_by is not null"))
                .isEqualTo(2);
        assertThat(given.money()).isEqualTo("20000000 100000 0 0");
    }

    @Test
    void waits_for_a_seat_like_everybody_and_is_promoted_though_the_money_is_used_up() {
        long seminar = given.aSeminar().withSeats(2).published();
        allow();
        String second = usePlaces(seminar);
        String reference = registerAlone(seminar, true);
        assertThat(given.statusOf(reference)).isEqualTo("WAITING SEATS");
        cancel.handle(staff, second);
        assertThat(given.statusOf(reference)).isEqualTo("CONFIRMED");
        assertThat(given.money()).isEqualTo("20000000 50000 0 0");
    }

    @Test
    void is_settled_and_corrected_without_touching_places_or_the_lands_money() {
        Actor nsi = given.nsi();
        long seminar = given.aSeminar()
                .beginningOn(clock.today().plusDays(3))
                .closesAt(TestClock.START.plusSeconds(3600))
                .published();
        allow();
        usePlaces(seminar);
        String reference = registerAlone(seminar, false);
        clock.pass(Duration.ofDays(10));
        held.closed(nsi, seminar, Set.of());
        assertThat(given.statusOf(reference)).isEqualTo("NO_SHOW");
        correct.handle(nsi, new CorrectAttendance.Command(reference, held.daysOf(seminar), "Liste nachgereicht"));
        assertThat(given.statusOf(reference)).isEqualTo("ATTENDED");
        assertThat(database.number("select due_cents from registration where reference = ?", reference))
                .isEqualTo(100_000);
        correct.handle(nsi, new CorrectAttendance.Command(reference, Set.of(), "Doch nicht"));
        assertThat(given.statusOf(reference)).isEqualTo("NO_SHOW");
        assertThat(given.money()).isEqualTo("20000000 0 0 0");
    }

    @Test
    void the_schema_lets_nobody_stand_without_a_place_who_does_not_pay_alone_nor_pays_for_whoever_does() {
        long seminar = given.aSeminar().published();
        String reference = given.registered(staff, seminar);
        assertThat(refusedBySchema("update registration set place_number = null where reference = '" + reference + "'"))
                .contains("registration_live_has_place_check");
        assertThat(refusedBySchema("update registration set self_paying = true, place_number = null where reference = '"
                        + reference + "'"))
                .contains("registration_self_paying_check");
    }

    private String refusedBySchema(String sql) {
        return org.assertj.core.api.Assertions.catchThrowable(() -> database.writePastTheProgram(sql))
                .getMessage();
    }
}
