package de.digitallotsen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes of an app beside the password. */
@PortalTest
class SecondFactorTest {

    private static final String HERE = "192.0.2.1";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    SetUpSecondFactor setUp;

    @Inject
    ConfirmSecondFactor confirm;

    @Inject
    RemoveSecondFactor remove;

    @Inject
    SecondStep step;

    @Inject
    SignIn signIn;

    @Inject
    SecretBox box;

    @Inject
    SessionLookup lookup;

    private User user;
    private Actor actor;

    @BeforeEach
    void account() {
        user = given.account(Role.NSI, null);
        actor = user.asActor();
    }

    private String code(String secret) {
        return Authenticator.code(secret, clock.instant());
    }

    private Sessions.Tokens signIn(String otp) {
        return signIn.handle(
                new SignIn.Command(user.email(), Given.PASSWORD, Visit.from(HERE), Sessions.INTERFACE_TOKEN, otp));
    }

    /** Sets it up half a minute ago; the secret. */
    private String on() {
        String secret = setUp.handle(actor, Given.PASSWORD).secret();
        confirm.handle(actor, code(secret), null);
        clock.pass(Duration.ofSeconds(30));
        return secret;
    }

    @Test
    void shows_the_codes_of_the_standard() {
        byte[] secret = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);
        assertThat(new OneTimeCodes(Clock.fixed(Instant.ofEpochSecond(59), ZoneOffset.UTC)).stepOf(secret, "287082"))
                .hasValue(1);
        assertThat(new OneTimeCodes(Clock.fixed(Instant.ofEpochSecond(1_111_111_109), ZoneOffset.UTC))
                        .stepOf(secret, "081804"))
                .hasValue(37_037_036);
    }

    @Test
    void is_asked_for_only_after_a_first_code_was_right() {
        String secret = setUp.handle(actor, Given.PASSWORD).secret();
        signIn(null);
        assertThatThrownBy(() -> confirm.handle(actor, "000000", null)).isInstanceOf(InvalidInputException.class);
        signIn(null);
        assertThat(setUp.pending(actor).secret()).isEqualTo(secret);
        confirm.handle(actor, code(secret), null);
        Refused.with(AccessRefusal.SECOND_FACTOR_REQUIRED, () -> signIn(null));
        Refused.with(AccessRefusal.SECOND_FACTOR_REQUIRED, () -> signIn(" "));
        Refused.with(AccountRefusal.SECOND_FACTOR_ON, () -> setUp.handle(actor, Given.PASSWORD));
        Refused.with(AccountRefusal.SECOND_FACTOR_ON, () -> setUp.pending(actor));
    }

    @Test
    void takes_a_code_once_and_the_one_before_and_after_as_clocks_differ() {
        String secret = on();
        String code = code(secret);
        assertThat(signIn(code.substring(0, 3) + " " + code.substring(3)).user().id())
                .isEqualTo(user.id());
        Refused.with(AccessRefusal.SECOND_FACTOR_WRONG, () -> signIn(code));
        signIn(Authenticator.code(secret, clock.instant().plusSeconds(30)));
        Refused.with(AccessRefusal.SECOND_FACTOR_WRONG, () -> signIn(code));
        clock.pass(Duration.ofMinutes(5));
        signIn(Authenticator.code(secret, clock.instant().minusSeconds(30)));
        clock.pass(Duration.ofMinutes(5));
        Refused.with(
                AccessRefusal.SECOND_FACTOR_WRONG,
                () -> signIn(Authenticator.code(secret, clock.instant().minusSeconds(60))));
        Refused.with(
                AccessRefusal.SECOND_FACTOR_WRONG,
                () -> signIn(Authenticator.code(secret, clock.instant().plusSeconds(60))));
    }

    @Test
    void does_not_take_the_code_again_that_confirmed_it() {
        String secret = setUp.handle(actor, Given.PASSWORD).secret();
        String code = code(secret);
        confirm.handle(actor, code, null);
        Refused.with(AccessRefusal.SECOND_FACTOR_WRONG, () -> signIn(code));
    }

    @Test
    void lets_one_of_two_in_who_send_the_same_code_at_once() {
        String code = code(on());
        Race.Outcome outcome =
                Race.of(java.util.Collections.nCopies(3, () -> String.valueOf(step.accept(user.id(), code))));
        assertThat(outcome.count("true")).isEqualTo(1);
        assertThat(outcome.count("false")).isEqualTo(2);
    }

    @Test
    void takes_each_recovery_code_once_however_it_is_typed() {
        String secret = setUp.handle(actor, Given.PASSWORD).secret();
        List<String> recovery = confirm.handle(actor, code(secret), null);
        assertThat(recovery)
                .hasSize(10)
                .doesNotHaveDuplicates()
                .allMatch(each -> each.matches("([A-Z2-7]{4}-){3}[A-Z2-7]{4}"));
        signIn(recovery.get(0).toLowerCase().replace("-", " "));
        Refused.with(AccessRefusal.SECOND_FACTOR_WRONG, () -> signIn(recovery.get(0)));
        signIn(recovery.get(1));
        assertThat(database.number("select count(*) from recovery_code where used_at is not null"))
                .isEqualTo(2);
        assertThat(database.content().values().stream().flatMap(List::stream))
                .noneMatch(row -> row.contains(recovery.get(2))
                        || row.contains(recovery.get(2).replace("-", ""))
                        || row.contains(secret));
    }

    @Test
    void cannot_be_guessed() {
        String secret = on();
        for (int i = 0; i < SignInThrottle.PER_ACCOUNT_AND_ADDRESS; i++) {
            Refused.with(AccessRefusal.SECOND_FACTOR_WRONG, () -> signIn("000000"));
        }
        Refused.with(AccessRefusal.TOO_MANY_ATTEMPTS, () -> signIn(code(secret)));
        String token = step.ask(user.id());
        Refused.with(
                AccessRefusal.TOO_MANY_ATTEMPTS,
                () -> signIn.finish(token, code(secret), Visit.from(HERE), Sessions.PAGE_TOKEN));
    }

    @Test
    void gives_a_browser_five_minutes_for_its_second_step_and_takes_it_once() {
        String secret = on();
        String token = step.ask(user.id());
        Refused.with(
                AccessRefusal.SECOND_FACTOR_WRONG,
                () -> signIn.finish(token, "000000", Visit.from(HERE), Sessions.PAGE_TOKEN));
        clock.pass(SecondStep.PATIENCE.minusSeconds(1));
        assertThat(signIn.finish(token, code(secret), Visit.from(HERE), Sessions.PAGE_TOKEN)
                        .user()
                        .id())
                .isEqualTo(user.id());
        clock.pass(Duration.ofSeconds(30));
        Refused.with(
                AccessRefusal.SESSION_ENDED,
                () -> signIn.finish(token, code(secret), Visit.from(HERE), Sessions.PAGE_TOKEN));
        String late = step.ask(user.id());
        clock.pass(SecondStep.PATIENCE);
        Refused.with(
                AccessRefusal.SESSION_ENDED,
                () -> signIn.finish(late, code(secret), Visit.from(HERE), Sessions.PAGE_TOKEN));
        Refused.with(
                AccessRefusal.SESSION_ENDED,
                () -> signIn.finish("geraten", code(secret), Visit.from(HERE), Sessions.PAGE_TOKEN));
    }

    @Test
    void is_switched_off_with_the_password_or_by_the_nsi_for_somebody_else() {
        on();
        assertThatThrownBy(() ->
                        remove.handle(actor, new RemoveSecondFactor.Command(user.id(), "falsches Passwort", null)))
                .isInstanceOf(InvalidInputException.class);
        remove.handle(actor, new RemoveSecondFactor.Command(user.id(), Given.PASSWORD, null));
        signIn(null);
        assertThat(database.number("select count(*) from recovery_code")).isZero();
        Refused.with(
                AccountRefusal.SECOND_FACTOR_OFF,
                () -> remove.handle(actor, new RemoveSecondFactor.Command(user.id(), Given.PASSWORD, null)));
        on();
        Refused.with(
                AccountRefusal.ROLE_NOT_YOURS,
                () -> remove.handle(given.ministry(), new RemoveSecondFactor.Command(user.id(), null, null)));
        remove.handle(given.nsi(), new RemoveSecondFactor.Command(user.id(), null, null));
        signIn(null);
    }

    @Test
    void asks_for_the_password_before_it_is_set_up_and_looks_at_few_wrong_ones() {
        for (int i = 0; i < SignInThrottle.PER_SIGNED_IN_ACCOUNT; i++) {
            assertThatThrownBy(() -> setUp.handle(actor, "falsches Passwort"))
                    .isInstanceOf(InvalidInputException.class);
        }
        assertThat(database.number("select count(*) from second_factor")).isZero();
        Refused.with(AccessRefusal.TOO_MANY_ATTEMPTS, () -> setUp.handle(actor, Given.PASSWORD));
        assertThat(signIn(null).user().id()).as("signing in counts for itself").isEqualTo(user.id());
    }

    @Test
    void ends_every_other_session_when_it_is_set_up_and_when_it_is_switched_off() throws SQLException {
        Sessions.Tokens here = signIn(null);
        Sessions.Tokens there = signIn(null);
        String secret = setUp.handle(actor, Given.PASSWORD).secret();
        assertThat(lookup.find(there.sessionId())).isPresent();
        confirm.handle(actor, code(secret), here.sessionId());
        assertThat(lookup.find(there.sessionId())).isEmpty();
        assertThat(lookup.find(here.sessionId())).isPresent();
        clock.pass(Duration.ofSeconds(30));
        Sessions.Tokens again = signIn(code(secret));
        remove.handle(actor, new RemoveSecondFactor.Command(user.id(), Given.PASSWORD, here.sessionId()));
        assertThat(lookup.find(again.sessionId())).isEmpty();
        assertThat(lookup.find(here.sessionId())).isPresent();
    }

    @Test
    void is_offered_to_everybody_and_asked_for_then() {
        for (Actor offered : List.of(given.staffOf(Given.LANGENHAGEN), given.ministry(), given.auditor())) {
            assertThat(setUp.handle(offered, Given.PASSWORD).uri())
                    .startsWith("otpauth://totp/Digitallotsen%3A")
                    .contains("&issuer=Digitallotsen");
        }
        user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        actor = user.asActor();
        String secret = on();
        Refused.with(AccessRefusal.SECOND_FACTOR_REQUIRED, () -> signIn(null));
        assertThat(signIn(code(secret)).user().id()).isEqualTo(user.id());
        remove.handle(given.nsi(), new RemoveSecondFactor.Command(user.id(), null, null));
        signIn(null);
    }

    @Test
    void is_demanded_of_everybody_but_personnel_staff() {
        SecondFactorDemand demand = new SecondFactorDemand(true);
        assertThat(Arrays.stream(Role.values()).filter(demand::isMadeOf))
                .containsExactly(Role.NSI, Role.MINISTRY, Role.AUDITOR);
        assertThat(Arrays.stream(Role.values()).filter(new SecondFactorDemand(false)::isMadeOf))
                .isEmpty();
    }

    @Test
    void opens_a_secret_only_for_its_owner() {
        String closed = box.close(new byte[] {1, 2, 3}, 7);
        assertThat(box.open(closed, 7)).containsExactly(1, 2, 3);
        assertThatThrownBy(() -> box.open(closed, 8)).isInstanceOf(IllegalStateException.class);
        assertThat(box.close(new byte[] {1, 2, 3}, 7))
                .as("another nonce each time")
                .isNotEqualTo(closed);
    }
}
