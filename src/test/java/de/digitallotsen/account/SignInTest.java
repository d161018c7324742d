package de.digitallotsen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import io.quarkus.elytron.security.common.BcryptUtil;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PortalTest
class SignInTest {

    private static final String HERE = "192.0.2.1";
    private static final String ELSEWHERE = "192.0.2.2";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    SignIn signIn;

    @Inject
    Users users;

    @Inject
    Sessions sessions;

    @Inject
    SessionLookup lookup;

    private User user;

    @BeforeEach
    void account() {
        user = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
    }

    private Sessions.Tokens signIn(String email, String password, String address) {
        return signIn.handle(new SignIn.Command(email, password, address, Sessions.PAGE_TOKEN));
    }

    private Sessions.Tokens signIn() {
        return signIn(user.email(), Given.PASSWORD, HERE);
    }

    private void fail(String address) {
        Refused.with(AccessRefusal.SIGN_IN_FAILED, () -> signIn(user.email(), "falsches Passwort", address));
    }

    @Test
    void lets_in_with_the_right_password_however_the_address_is_typed() throws SQLException {
        Sessions.Tokens tokens = signIn("  " + user.email().toUpperCase() + " ", Given.PASSWORD, HERE);
        assertThat(tokens.accessToken().split("\\.")).hasSize(3);
        assertThat(lookup.find(tokens.sessionId())).hasValueSatisfying(signedIn -> {
            assertThat(signedIn.actor()).isEqualTo(user.asActor());
        });
    }

    @Test
    void says_the_same_to_a_wrong_password_and_to_an_unknown_address() {
        RefusedException wrong =
                Refused.with(AccessRefusal.SIGN_IN_FAILED, () -> signIn(user.email(), "falsches Passwort", HERE));
        RefusedException unknown = Refused.with(
                AccessRefusal.SIGN_IN_FAILED, () -> signIn("niemand@portal.example", Given.PASSWORD, HERE));
        assertThat(wrong.text()).isEqualTo(unknown.text());
        assertThat(wrong.details()).isEqualTo(unknown.details());
        assertThat(wrong.refusal().status()).isEqualTo(401);
        assertThat(database.number("select count(*) from user_session")).isZero();
    }

    @Test
    void does_not_let_in_with_the_password_in_another_case_or_longer() {
        Refused.with(AccessRefusal.SIGN_IN_FAILED, () -> signIn(user.email(), Given.PASSWORD.toUpperCase(), HERE));
        Refused.with(AccessRefusal.SIGN_IN_FAILED, () -> signIn(user.email(), Given.PASSWORD + " ", HERE));
    }

    @Test
    void takes_a_password_whose_hash_was_made_before_digests_were_hashed() throws SQLException {
        String seventyTwo = "Äß".repeat(18);
        database.writePastTheProgram(
                "update user_account set password_hash = ? where id = ?",
                BcryptUtil.bcryptHash(seventyTwo, 4),
                user.id());
        users.getEntityManager().clear();
        assertThat(signIn(user.email(), seventyTwo, HERE).user().id()).isEqualTo(user.id());
        Refused.with(AccessRefusal.SIGN_IN_FAILED, () -> signIn(user.email(), seventyTwo + "x", HERE));
    }

    @Test
    void wants_address_and_password() {
        assertThatThrownBy(() -> signIn(" ", "", HERE))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        wrong -> assertThat(wrong.violations()).hasSize(2));
        assertThatThrownBy(() -> signIn(null, null, HERE)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void stops_guessing_after_five_tries_even_with_the_right_password() {
        for (int i = 0; i < 5; i++) {
            fail(HERE);
        }
        RefusedException stopped = Refused.with(AccessRefusal.TOO_MANY_ATTEMPTS, this::signIn);
        assertThat(stopped.refusal().status()).isEqualTo(429);
        assertThat(stopped.details()).containsEntry("retryAfter", 900L);
        assertThat(stopped.text()).contains("15 Minuten");
        assertThat(signIn(user.email(), Given.PASSWORD, ELSEWHERE).user().id()).isEqualTo(user.id());
    }

    @Test
    void lets_try_again_when_the_window_is_over() {
        for (int i = 0; i < 5; i++) {
            fail(HERE);
            clock.pass(Duration.ofMinutes(1));
        }
        RefusedException stopped = Refused.with(AccessRefusal.TOO_MANY_ATTEMPTS, this::signIn);
        assertThat(stopped.details()).containsEntry("retryAfter", 600L);
        clock.set(TestClock.START.plus(SignInThrottle.WINDOW).minusSeconds(1));
        Refused.with(AccessRefusal.TOO_MANY_ATTEMPTS, this::signIn);
        clock.set(TestClock.START.plus(SignInThrottle.WINDOW));
        assertThat(signIn().user().id()).isEqualTo(user.id());
    }

    @Test
    void forgets_the_tries_of_somebody_who_knew_the_password_after_all() {
        for (int round = 0; round < 3; round++) {
            for (int i = 0; i < 4; i++) {
                fail(HERE);
            }
            signIn();
        }
    }

    @Test
    void stops_guessing_one_account_from_many_addresses() {
        for (int i = 0; i < SignInThrottle.PER_ACCOUNT; i++) {
            fail("198.51.100." + i);
        }
        Refused.with(AccessRefusal.TOO_MANY_ATTEMPTS, () -> signIn(user.email(), Given.PASSWORD, "203.0.113.1"));
    }

    @Test
    void does_not_let_in_an_account_that_was_switched_off_and_ends_what_it_had() throws SQLException {
        Sessions.Tokens tokens = signIn();
        database.writePastTheProgram("update user_account set active = false where id = ?", user.id());
        assertThat(lookup.find(tokens.sessionId())).isEmpty();
        Refused.with(AccessRefusal.SESSION_ENDED, () -> sessions.refresh(tokens.refreshToken(), Sessions.PAGE_TOKEN));
    }

    @Test
    void hands_out_a_new_refresh_token_with_every_use() {
        Sessions.Tokens first = signIn();
        Sessions.Tokens second = sessions.refresh(first.refreshToken(), Sessions.PAGE_TOKEN);
        Sessions.Tokens third = sessions.refresh(second.refreshToken(), Sessions.PAGE_TOKEN);
        assertThat(second.refreshToken()).isNotEqualTo(first.refreshToken()).isNotEqualTo(third.refreshToken());
        assertThat(third.sessionId()).isEqualTo(first.sessionId());
        assertThat(database.rows("select refresh_hash from user_session"))
                .noneMatch(hash -> hash.contains(third.refreshToken()));
    }

    @Test
    void ends_the_session_for_everybody_when_a_used_up_token_comes_again() throws SQLException {
        Sessions.Tokens first = signIn();
        Sessions.Tokens second = sessions.refresh(first.refreshToken(), Sessions.PAGE_TOKEN);
        clock.pass(Duration.ofSeconds(31));
        Refused.with(AccessRefusal.SESSION_ENDED, () -> sessions.refresh(first.refreshToken(), Sessions.PAGE_TOKEN));
        Refused.with(AccessRefusal.SESSION_ENDED, () -> sessions.refresh(second.refreshToken(), Sessions.PAGE_TOKEN));
        assertThat(lookup.find(first.sessionId())).isEmpty();
    }

    @Test
    void recognises_a_used_up_token_however_often_the_session_went_on_since() throws SQLException {
        Sessions.Tokens first = signIn();
        Sessions.Tokens second = sessions.refresh(first.refreshToken(), Sessions.PAGE_TOKEN);
        clock.pass(Duration.ofSeconds(31));
        sessions.refresh(
                sessions.refresh(second.refreshToken(), Sessions.PAGE_TOKEN).refreshToken(), Sessions.PAGE_TOKEN);
        Refused.with(AccessRefusal.SESSION_ENDED, () -> sessions.refresh(first.refreshToken(), Sessions.PAGE_TOKEN));
        assertThat(lookup.find(first.sessionId())).isEmpty();
    }

    @Test
    void lets_two_requests_sent_at_once_both_go_through() {
        Sessions.Tokens first = signIn();
        sessions.refresh(first.refreshToken(), Sessions.PAGE_TOKEN);
        clock.pass(Duration.ofSeconds(29));
        assertThat(sessions.refresh(first.refreshToken(), Sessions.PAGE_TOKEN).sessionId())
                .isEqualTo(first.sessionId());
    }

    @Test
    void ends_an_idle_session() {
        Sessions.Tokens tokens = signIn();
        clock.pass(UserSession.IDLE.plusSeconds(31));
        Refused.with(AccessRefusal.SESSION_ENDED, () -> sessions.refresh(tokens.refreshToken(), Sessions.PAGE_TOKEN));
    }

    @Test
    void signs_out_at_once() throws SQLException {
        Sessions.Tokens tokens = signIn();
        assertThat(lookup.find(tokens.sessionId())).isPresent();
        sessions.end(tokens.sessionId());
        assertThat(lookup.find(tokens.sessionId())).isEmpty();
        Refused.with(AccessRefusal.SESSION_ENDED, () -> sessions.refresh(tokens.refreshToken(), Sessions.PAGE_TOKEN));
        sessions.end("keine Sitzung");
    }

    @Test
    void knows_no_token_that_it_did_not_give() {
        Refused.with(AccessRefusal.SESSION_ENDED, () -> sessions.refresh("geraten", Sessions.PAGE_TOKEN));
    }

    @Test
    void ends_a_session_after_its_longest_time() throws SQLException {
        Sessions.Tokens tokens = signIn();
        clock.set(TestClock.START.plus(UserSession.LONGEST).minusSeconds(1));
        assertThat(lookup.find(tokens.sessionId())).isPresent();
        clock.set(TestClock.START.plus(UserSession.LONGEST));
        assertThat(lookup.find(tokens.sessionId())).isEmpty();
    }
}
