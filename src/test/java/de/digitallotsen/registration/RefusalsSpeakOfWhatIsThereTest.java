package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.budget.BudgetRefusal;
import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.registration.ManyRegistrations.Result;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R30: whatever is refused or foreseen, nothing is named that was rolled back or never written. */
@PortalTest
class RefusalsSpeakOfWhatIsThereTest {

    private static final Pattern REFERENCE = Pattern.compile("\\b([2-9A-HJ-NP-Z]{4})-([2-9A-HJ-NP-Z]{4})\\b");

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    RegisterMany many;

    @Inject
    RegisterTogether together;

    @Inject
    PreviewMany preview;

    @Inject
    PreviewRegistration one;

    @Inject
    AdjustBudget adjust;

    @Inject
    RebookRegistration rebook;

    private Actor nsi;
    private Actor staff;
    private long seminar;

    @BeforeEach
    void people() {
        nsi = given.nsi();
        staff = given.staffOf(Given.LANGENHAGEN);
        seminar = given.aSeminar().published();
    }

    private static Line line(int number, long seminar, String ars, ParticipantFixture person) {
        return Line.of(number, new Application(seminar, person.details(), false, ars));
    }

    private List<Line> people(int number) {
        return Stream.iterate(1, i -> i + 1)
                .limit(number)
                .map(i -> line(i, seminar, Given.LANGENHAGEN, ParticipantFixture.aParticipant()))
                .toList();
    }

    private String refusedTogether(List<Line> lines, String key) {
        Map<String, List<String>> before = database.content();
        String text = Refused.with(
                        RegistrationRefusal.NOT_ALL_POSSIBLE,
                        () -> many.handle(nsi, new RegisterMany.Command(lines, true, key)))
                .text();
        assertThat(database.content()).as("nothing happened").isEqualTo(before);
        assertNamesNobodyElse(text);
        return text;
    }

    /** Every reference in it is one that the database has. */
    private void assertNamesNobodyElse(String text) {
        Matcher reference = REFERENCE.matcher(text);
        while (reference.find()) {
            assertThat(database.number(
                            "select count(*) from registration where reference = ?",
                            reference.group(1) + reference.group(2)))
                    .as(text)
                    .isOne();
        }
    }

    @Test
    void of_two_together_the_second_is_told_that_the_first_stands_before_and_no_reference_each_time_another() {
        given.registered(staff, seminar);
        List<Line> two = people(2);
        String first = refusedTogether(two, "zwei-1");
        assertThat(first)
                .contains(
                        "Nr.\u00a02: Die Stadt Langenhagen hat 2 Förderplätze, einer ist belegt.",
                        "Für diese Person reicht es nicht: Nr.\u00a01 steht davor.");
        assertThat(refusedTogether(two, "zwei-2")).isEqualTo(first);
    }

    @Test
    void the_same_address_twice_is_said_to_stand_twice_and_not_to_be_registered() {
        ParticipantFixture anna = ParticipantFixture.aParticipant();
        List<Line> twice =
                List.of(line(1, seminar, Given.LANGENHAGEN, anna), line(2, seminar, Given.LANGENHAGEN, anna));
        assertThat(refusedTogether(twice, "doppelt"))
                .contains("Diese E-Mail-Adresse steht schon bei Nr.\u00a01.")
                .doesNotContain("schon angemeldet");
        assertThat(preview.handle(nsi, twice).get(1).message())
                .contains("Diese E-Mail-Adresse steht schon bei Nr.\u00a01.");
    }

    @Test
    void a_list_for_too_few_places_says_who_stands_before_and_that_none_is_used() {
        List<Line> three = people(3);
        assertThat(preview.handle(nsi, three).get(2).message())
                .contains("Stadt Langenhagen hat 2 Förderplätze. Für diese Person reicht es nicht: Nr.\u00a01 und"
                        + " Nr.\u00a02 stehen davor.")
                .doesNotContain("belegt");
        assertThat(refusedTogether(three, "drei")).contains("Nr.\u00a03", "Nr.\u00a01 und Nr.\u00a02 stehen davor");
    }

    @Test
    void a_list_for_too_few_seats_says_how_many_are_free_today() {
        seminar = given.aSeminar().withSeats(1).published();
        assertThat(refusedTogether(people(2), "platz"))
                .contains("Frei ist einer, und eine Person der Liste steht davor.")
                .doesNotContain("vergeben");
    }

    @Test
    void a_list_for_too_little_money_says_how_much_is_there_today() {
        adjust.handle(given.ministry(), new AdjustBudget.Command(70_000 - Database.BUDGET_CENTS, "Für eine"));
        assertThat(refusedTogether(people(2), "geld"))
                .contains(
                        "Für diesen Platz sind 500,00\u00a0€ nötig; verfügbar sind 700,00\u00a0€,",
                        "die Personen davor in der Liste brauchen davon 500,00\u00a0€");
    }

    @Test
    void what_is_bound_for_the_one_who_moves_is_not_called_available() {
        adjust.handle(given.ministry(), new AdjustBudget.Command(55_000 - Database.BUDGET_CENTS, "Für eine"));
        String moving = given.registered(staff, seminar);
        long dearer = given.aSeminar().fee(120_000).published();
        assertThat(Refused.with(BudgetRefusal.BUDGET_EXHAUSTED, () -> rebook.handle(staff, moving, dearer))
                        .text())
                .contains("Für diesen Platz sind 600,00\u00a0€ nötig.")
                .contains("Davon sind für diese Person schon 500,00\u00a0€ gebunden,")
                .contains("verfügbar sind weitere 50,00\u00a0€.")
                .contains("Die bisherige Anmeldung bleibt.");
    }

    @Test
    void who_is_registered_each_for_itself_is_there_and_may_be_named() {
        ParticipantFixture anna = ParticipantFixture.aParticipant();
        List<Result> results = many.handle(
                nsi,
                new RegisterMany.Command(
                        List.of(line(1, seminar, Given.LANGENHAGEN, anna), line(2, seminar, Given.LANGENHAGEN, anna)),
                        false,
                        "einzeln"));
        assertThat(results.get(1).outcome()).isEqualTo(ManyRegistrations.Outcome.ALREADY_REGISTERED);
        assertThat(results.get(1).reference()).isEqualTo(results.get(0).reference());
    }

    @Test
    void the_transaction_itself_names_nobody() {
        given.registered(staff, seminar);
        RefusedException refused = Refused.with(
                RegistrationRefusal.NOT_ALL_POSSIBLE,
                () -> together.handle(nsi, new RegisterTogether.Command(people(2), "nur-sie")));
        assertThat(refused.text()).contains("Nr.\u00a02: Förderplätze belegt.").doesNotContainPattern(REFERENCE);
    }

    @Test
    void a_full_quota_is_known_before_a_date_is_chosen_and_names_the_two() {
        assertThat(one.noPlaceLeft(staff, null)).isEmpty();
        String first = given.registered(staff, seminar);
        assertThat(one.noPlaceLeft(staff, null)).isEmpty();
        String second = given.registeredOrWaiting(staff, seminar);
        assertThat(one.noPlaceLeft(nsi, Given.LANGENHAGEN).orElseThrow().text())
                .contains("alle 2 Förderplätze belegt", Reference.spoken(first), Reference.spoken(second));
    }

    /** Lists of chance, together and previewed: no word about what is not there. */
    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {30, 4711})
    void no_list_of_chance_is_told_of_a_reference_that_does_not_exist(long seed) {
        Random random = new Random(seed);
        List<String> kommunen = given.kommunen(4);
        List<ParticipantFixture> persons =
                Stream.generate(ParticipantFixture::aParticipant).limit(7).toList();
        List<Long> seminars = List.of(seminar, given.aSeminar().withSeats(2).published());
        adjust.handle(given.ministry(), new AdjustBudget.Command(300_000 - Database.BUDGET_CENTS, "Für sechs"));
        for (int round = 0; round < 12; round++) {
            List<Line> lines = new ArrayList<>();
            for (int i = 1; i <= 4; i++) {
                lines.add(line(
                        i,
                        seminars.get(random.nextInt(2)),
                        kommunen.get(random.nextInt(4)),
                        persons.get(random.nextInt(7))));
            }
            preview.handle(nsi, lines).forEach(result -> assertNamesNobodyElse(result.message()));
            try {
                many.handle(nsi, new RegisterMany.Command(lines, random.nextInt(4) > 0, "r" + seed + "-" + round))
                        .forEach(result -> assertNamesNobodyElse(result.message()));
            } catch (RefusedException refused) {
                assertNamesNobodyElse(refused.text());
            }
        }
    }
}
