package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The portal writes to whomever somebody names as a participant, but not to the whole world. */
@PortalTest
class SubstitutionBrakeTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    SubstituteParticipant substitute;

    @Inject
    CorrectParticipant correct;

    private Actor staff;
    private String reference;

    @BeforeEach
    void register() {
        staff = given.staffOf(Given.LANGENHAGEN);
        reference = given.registered(staff, given.aSeminar().published());
    }

    private void name(Actor actor, String registration, String email) {
        substitute.handle(actor, registration, person(email));
    }

    private void tooMany(Actor actor, String registration, String email) {
        long mails = database.number("select count(*) from mail_occasion");
        Refused.with(RegistrationRefusal.TOO_MANY_SUBSTITUTIONS, () -> name(actor, registration, email));
        assertThat(database.number("select count(*) from mail_occasion")).isEqualTo(mails);
    }

    @Test
    void a_kommune_names_so_many_new_people_a_day_and_no_more_whoever_does_it() {
        for (int i = 0; i < 20; i++) {
            name(staff, reference, "person" + i + "@kommune.example");
        }
        tooMany(staff, reference, "noch.eine@kommune.example");
        tooMany(given.nsi(), reference, "noch.eine@kommune.example");
        Actor others = given.staffOf(Given.SOTTRUM);
        String elsewhere = given.registered(others, given.aSeminar().published());
        name(others, elsewhere, "person@sottrum.example");
        clock.pass(Duration.ofHours(24).plusMinutes(1));
        name(staff, reference, "noch.eine@kommune.example");
    }

    @Test
    void what_will_be_refused_is_said_before_the_click_and_asking_counts_nothing() {
        for (int i = 0; i < 25; i++) {
            substitute.preview(staff, reference, person("neu@kommune.example"));
        }
        for (int i = 0; i < 20; i++) {
            substitute.preview(staff, reference, person("person" + i + "@kommune.example"));
            name(staff, reference, "person" + i + "@kommune.example");
        }
        assertThat(Refused.with(
                                RegistrationRefusal.TOO_MANY_SUBSTITUTIONS,
                                () -> substitute.preview(staff, reference, person("neu@kommune.example")))
                        .details()
                        .get("retryAfter"))
                .isEqualTo(86_400L);
        clock.pass(Duration.ofHours(24).plusMinutes(1));
        substitute.preview(staff, reference, person("neu@kommune.example"));
    }

    private static Participant.Details person(String email) {
        return new Participant.Details("Kim", "Probe", email, null, null);
    }

    @Test
    void says_in_german_when_it_goes_on() {
        for (int i = 0; i < 20; i++) {
            name(staff, reference, "person" + i + "@kommune.example");
        }
        clock.pass(Duration.ofHours(21).plusMinutes(30));
        try {
            name(staff, reference, "noch.eine@kommune.example");
            throw new AssertionError("not braked");
        } catch (RefusedException refused) {
            assertThat(refused.refusal().status()).isEqualTo(429);
            assertThat(refused.text())
                    .contains("zu oft eine andere Person benannt", "In 3 Stunden")
                    .as("a way out for the NSI as well, which reads the same")
                    .contains("Wer das Portal betreibt")
                    .doesNotContain("hilft Ihnen das NSI");
            assertThat(refused.details().get("retryAfter")).isEqualTo(9_000L);
        }
    }

    @Test
    void one_address_is_written_to_so_often_and_no_more_from_wherever() {
        Actor others = given.staffOf(Given.SOTTRUM);
        String elsewhere = given.registered(others, given.aSeminar().published());
        String target = "opfer@fremd.example";
        name(staff, reference, target);
        name(staff, reference, "jemand@kommune.example");
        name(others, elsewhere, target);
        name(others, elsewhere, "jemand@sottrum.example");
        name(staff, reference, target);
        name(staff, reference, "niemand@kommune.example");
        tooMany(staff, reference, target.toUpperCase(java.util.Locale.ROOT));
        tooMany(others, elsewhere, target);
    }

    @Test
    void what_writes_to_nobody_new_is_not_counted() {
        name(staff, reference, "person@kommune.example");
        for (int i = 0; i < 25; i++) {
            correct.handle(
                    staff,
                    new CorrectParticipant.Command(
                            reference, new Participant.Details(null, null, null, "Amt " + i, null), false));
        }
        name(staff, reference, "andere@kommune.example");
    }

    @Test
    void a_corrected_address_is_written_to_and_counts_as_a_new_one_does() {
        for (int i = 0; i < 20; i++) {
            address(i);
        }
        Refused.with(RegistrationRefusal.TOO_MANY_SUBSTITUTIONS, () -> address(20));
    }

    private void address(int number) {
        correct.handle(
                staff,
                new CorrectParticipant.Command(
                        reference,
                        new Participant.Details(null, null, "person" + number + "@kommune.example", null, null),
                        true));
    }

    @Test
    void what_was_refused_was_none() {
        String other = given.registered(staff, given.aSeminar().published());
        String taken = database.text(
                "select p.email from participant p join registration r on r.participant_id = p.id"
                        + " where r.reference = ?",
                other);
        for (int i = 0; i < 25; i++) {
            Refused.with(RegistrationRefusal.PERSON_ALREADY_REGISTERED, () -> name(staff, reference, taken));
        }
        name(staff, reference, "neu@kommune.example");
    }

    @Test
    void many_at_once_are_counted_one_after_the_other() {
        Race.Outcome named = Race.of(IntStream.range(0, 30)
                .<Callable<String>>mapToObj(i -> () -> {
                    name(staff, reference, "person" + i + "@kommune.example");
                    return "named";
                })
                .toList());
        assertThat(named.count("named")).as("%s", named.results()).isEqualTo(20);
        assertThat(named.not("named")).containsOnly("TOO_MANY_SUBSTITUTIONS");
    }
}
