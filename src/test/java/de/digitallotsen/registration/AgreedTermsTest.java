package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.programme.CapScope;
import de.digitallotsen.programme.ProgrammeTerms;
import de.digitallotsen.settings.ChangeProgramme;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * New terms of the programme hold from now on; what is registered keeps those that it was made under (R8, R18, R20).
 */
@PortalTest
class AgreedTermsTest {

    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    ChangeProgramme change;

    @Inject
    CancelRegistration cancel;

    @Inject
    CompletedSeminars held;

    @Inject
    CloseSeminar close;

    private LocalDate first;
    private long seminar;
    private Actor staff;
    private String before;
    private String after;

    @BeforeEach
    void one_registered_before_the_terms_change_and_one_after() {
        first = clock.today().plusDays(40);
        seminar = given.aSeminar()
                .beginningOn(first)
                .closesAt(first.minusDays(20)
                        .atTime(LocalTime.NOON)
                        .atZone(BERLIN)
                        .toInstant())
                .published();
        staff = given.staffOf(Given.LANGENHAGEN);
        before = given.registered(staff, seminar);
        Actor ministry = given.ministry();
        ProgrammeTerms.Draft terms = new ProgrammeTerms.Draft(
                5_000L,
                2L,
                CapScope.PROGRAMME,
                3L,
                List.of(80L, 95L, 100L),
                List.of(new ProgrammeTerms.DraftTier(0L, 2_500L)),
                null);
        change.handle(
                ministry,
                new ChangeProgramme.Command(terms, change.read(ministry).version(), "Erlass"));
        after = given.registered(staff, seminar);
    }

    private long due(String reference) {
        return database.number("select due_cents from registration where reference = ?", reference);
    }

    @Test
    void cancelling_late_costs_what_was_agreed_on_the_day_of_registration() {
        clock.set(first.minusDays(16).atTime(LocalTime.NOON).atZone(BERLIN).toInstant());
        cancel.handle(staff, before);
        cancel.handle(staff, after);
        assertThat(due(before)).isEqualTo(50_000);
        assertThat(due(after)).isEqualTo(25_000);
    }

    @Test
    void as_many_days_are_enough_as_were_on_the_day_of_registration() {
        Actor nsi = given.nsi();
        List<LocalDate> days =
                database.rows("select day from seminar_day where seminar_id = ? order by day", seminar).stream()
                        .map(LocalDate::parse)
                        .toList();
        clock.set(days.get(2).plusDays(1).atTime(LocalTime.NOON).atZone(BERLIN).toInstant());
        held.recorded(nsi, seminar, before, Set.of(days.get(0), days.get(1)));
        held.recorded(nsi, seminar, after, Set.of(days.get(0), days.get(1)));
        close.handle(nsi, seminar);
        assertThat(given.statusOf(before)).isEqualTo("ATTENDED");
        assertThat(given.statusOf(after)).isEqualTo("NO_SHOW");
    }
}
