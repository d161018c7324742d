package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** R4, R37: a person is known by the address, however it is written, and by nothing else. */
@PortalTest
class SamePersonTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    RegisterParticipant register;

    private void register(Actor staff, long seminar, String email) {
        register.handle(
                staff,
                Given.command(staff, seminar, ParticipantFixture.aParticipant().withEmail(email), false));
    }

    @ParameterizedTest
    @CsvSource({
        "x@example.org, '\u00a0x@example.org'",
        "x@example.org, 'x@example.org\u202f'",
        "x@example.org, x\u200b@example.org",
        "x@example.org, \u200ex@exam\u00adple.org",
        "x@example.org, X@EXAMPLE.ORG",
        "x@example.org, ｘ@ｅｘａｍｐｌｅ.org",
        "x@münster.example, x@xn--mnster-3ya.example",
        "x@xn--mnster-3ya.example, x@münster.example",
        "müller@stadt.example, mu\u0308ller@stadt.example"
    })
    void holds_one_place_however_it_is_written(String one, String other) {
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        long seminar = given.aSeminar().published();
        register(staff, seminar, one);
        Refused.with(RegistrationRefusal.PERSON_ALREADY_REGISTERED, () -> register(staff, seminar, other));
        assertThat(database.number("select count(*) from registration")).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "x@straße.example, x@strasse.example",
        "pérsonal@stadt.example, personal@stadt.example",
        "müller@stadt.example, muller@stadt.example",
        "groß@stadt.example, gross@stadt.example"
    })
    void are_two_people_where_a_mail_would_go_to_two(String one, String other) {
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        long seminar = given.aSeminar().published();
        register(staff, seminar, one);
        register(staff, seminar, other);
        assertThat(database.number("select count(distinct person_key) from registration"))
                .isEqualTo(2);
    }

    @Test
    void is_written_to_as_the_address_was_written() {
        register(given.staffOf(Given.LANGENHAGEN), given.aSeminar().published(), " Jörg.Groß@Straße.Example");
        assertThat(database.text("select email from participant")).isEqualTo("Jörg.Groß@xn--strae-oqa.example");
    }
}
