package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import de.digitallotsen.Refused;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is a correction of the same person, and what would be another person. */
class PersonCorrectionTest {

    private static final Participant.Details WAS =
            new Participant.Details("Jörg", "Müller", "joerg.mueller@kommune.example", "Bürgerbüro", "Rampe");
    private static final Instant BEGINS = Instant.parse("2027-03-29T07:00:00Z");

    private static PersonCorrection to(String first, String last, String email) {
        return new PersonCorrection(WAS, new Participant.Details(first, last, email, "Bürgerbüro", "Rampe"));
    }

    private static PossibleActs acts(Role role, boolean begun) {
        Actor actor = role == Role.NSI
                ? new Actor(1L, Role.NSI, null, false)
                : new Actor(2L, Role.KOMMUNE, "032410010010", false);
        return new PossibleActs(
                RegistrationStatus.CONFIRMED, BEGINS.minusSeconds(9), BEGINS, actor, begun ? BEGINS : Instant.EPOCH);
    }

    @ParameterizedTest(name = "{0} and {1}: {2}")
    @CsvSource({
        "Müller, Mueller, true",
        "Müller, MÜLLER, true",
        "Müller, Muller, true",
        "Strauß, Strauss, true",
        "Beispeil, Beispiel, true",
        "Anna-Maria, Annamaria, true",
        "Anna, Anne, true",
        "Bo, Jo, true",
        "Anna, Berta, false",
        "Beispiel, Muster, false",
        "Herms, Nachfolge, false",
        "Bo, Al, false"
    })
    void names_are_alike_that_differ_in_few_letters(String one, String other, boolean alike) {
        assertThat(PersonCorrection.alike(one, other)).isEqualTo(alike);
        assertThat(PersonCorrection.alike(other, one)).isEqualTo(alike);
    }

    @ParameterizedTest(name = "{0} {1}, {2}")
    @CsvSource({
        "Jörg, Mueller, joerg.mueller@kommune.example",
        "Jörg, Schmidt, joerg.mueller@kommune.example",
        "Müller, Jörg, joerg.mueller@kommune.example",
        "Jörg, Müller, joerg.mueler@kommune.example"
    })
    void a_slip_a_marriage_swapped_names_or_another_address_is_a_correction(String first, String last, String mail) {
        to(first, last, mail).requireAllowed(acts(Role.KOMMUNE, false), false);
    }

    @ParameterizedTest(name = "{0} {1}, {2}")
    @CsvSource({"Jörg, Mueller, j.mueller@kommune.example", "Berta, Beispiel, joerg.mueller@kommune.example"})
    void whether_it_is_another_person_is_asked_if_name_and_address_change_or_both_names(
            String first, String last, String mail) {
        PersonCorrection correction = to(first, last, mail);
        assertThat(Refused.with(
                                RegistrationRefusal.ANOTHER_PERSON,
                                () -> correction.requireAllowed(acts(Role.KOMMUNE, false), false))
                        .text())
                .contains("Bisher Jörg Müller", "Ist das dieselbe Person?", "Vertretung");
        correction.requireAllowed(acts(Role.KOMMUNE, false), true);
    }

    @Test
    void if_everything_is_another_it_is_another_person_whatever_anybody_says() {
        for (Role role : new Role[] {Role.KOMMUNE, Role.NSI}) {
            assertThat(Refused.with(
                                    RegistrationRefusal.ANOTHER_PERSON,
                                    () -> to("Berta", "Beispiel", "berta@kommune.example")
                                            .requireAllowed(acts(role, false), true))
                            .text())
                    .contains("keine Berichtigung", "Vertretung");
        }
    }

    @Test
    void once_the_first_day_has_begun_the_kommune_puts_right_no_more_than_the_spelling() {
        PersonCorrection spelling = to("Jörg", "Mueller", WAS.email());
        PersonCorrection address = to("Jörg", "Müller", "joerg.mueler@kommune.example");
        PersonCorrection name = to("Berta", "Beispiel", WAS.email());
        PossibleActs kommune = acts(Role.KOMMUNE, true);
        spelling.requireAllowed(kommune, false);
        Refused.with(RegistrationRefusal.PARTICIPANT_NOT_CORRECTABLE, () -> address.requireAllowed(kommune, true));
        Refused.with(RegistrationRefusal.PARTICIPANT_NOT_CORRECTABLE, () -> name.requireAllowed(kommune, true));
        PossibleActs nsi = acts(Role.NSI, true);
        address.requireAllowed(nsi, false);
        Refused.with(RegistrationRefusal.ANOTHER_PERSON, () -> name.requireAllowed(nsi, false));
        name.requireAllowed(nsi, true);
    }

    @Test
    void says_what_was_corrected_without_what_it_was() {
        assertThat(new PersonCorrection(WAS, new Participant.Details("Jörg", "Möller", WAS.email(), null, "Rampe"))
                        .inWords())
                .isEqualTo("Nachname, Funktion");
        assertThat(new PersonCorrection(WAS, WAS).isNothing()).isTrue();
    }
}
