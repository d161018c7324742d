package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Registering and cancelling in a loop writes to whomever somebody types; so it has an end for the day. */
@PortalTest
class RegistrationBrakeTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    RegisterParticipant register;

    @Inject
    PreviewRegistration preview;

    @Inject
    CancelRegistration cancel;

    private Actor staff;
    private long seminar;

    @BeforeEach
    void publish() {
        staff = given.staffOf(Given.LANGENHAGEN);
        seminar = given.aSeminar().published();
    }

    private Application application(Actor actor, String email) {
        return new Application(
                seminar, new Participant.Details("Kim", "Probe", email, null, null), false, actor.kommuneArs());
    }

    private String register(Actor actor, String email) {
        return register.handle(actor, new RegisterParticipant.Command(application(actor, email), null));
    }

    private void loop(Actor actor, String email) {
        cancel.handle(actor, register(actor, email));
    }

    private RefusedException tooMany(Actor actor, String email) {
        long mails = database.number("select count(*) from mail_occasion");
        RefusedException refused =
                Refused.with(RegistrationRefusal.TOO_MANY_REGISTRATIONS, () -> register(actor, email));
        assertThat(database.number("select count(*) from mail_occasion")).isEqualTo(mails);
        return refused;
    }

    @Test
    void a_kommune_registers_and_cancels_so_many_a_day_and_no_more_and_can_always_cancel() {
        String stays = register(staff, "bleibt@kommune.example");
        for (int i = 0; i < 20; i++) {
            loop(staff, "person" + i + "@kommune.example");
        }
        RefusedException refused = tooMany(staff, "noch.eine@kommune.example");
        assertThat(refused.refusal().status()).isEqualTo(429);
        assertThat(refused.details().get("retryAfter")).isEqualTo(86_400L);
        assertThat(refused.text()).contains("zu oft angemeldet und wieder storniert", "In 24 Stunden");
        assertThat(preview.handle(staff, application(staff, "noch.eine@kommune.example"))
                        .refusal()
                        .refusal())
                .as("what is shown is what happens (R29)")
                .isEqualTo(RegistrationRefusal.TOO_MANY_REGISTRATIONS);
        register(given.staffOf(Given.SOTTRUM), "person@sottrum.example");
        cancel.handle(staff, stays);
        clock.pass(Duration.ofHours(24).plusMinutes(1));
        register(staff, "noch.eine@kommune.example");
    }

    @Test
    void one_address_is_written_to_so_often_and_no_more_from_wherever() {
        Actor others = given.staffOf(Given.SOTTRUM);
        loop(staff, "opfer@fremd.example");
        loop(others, "opfer@fremd.example");
        loop(staff, "opfer@fremd.example");
        tooMany(others, "Opfer@fremd.example");
        tooMany(staff, "opfer@fremd.example");
        register(staff, "andere@kommune.example");
    }

    @Test
    void what_was_registered_long_ago_does_not_count_when_it_is_cancelled() {
        for (int i = 0; i < 4; i++) {
            String reference = register(staff, "person@kommune.example");
            clock.pass(Duration.ofHours(24).plusMinutes(1));
            cancel.handle(staff, reference);
        }
        assertThat(database.number("select count(*) from throttle")).isZero();
        register(staff, "person@kommune.example");
    }
}
