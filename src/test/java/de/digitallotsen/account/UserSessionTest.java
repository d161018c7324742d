package de.digitallotsen.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;

import org.junit.jupiter.api.Test;

class UserSessionTest {

    private static final Instant START = Instant.parse("2027-02-01T08:00:00Z");
    private static final Duration GRACE = Duration.ofSeconds(30);

    private final UserSession session = begun();

    private static UserSession begun() {
        UserSession session = UserSession.begin(1, "Programm", START);
        session.issue("first");
        return session;
    }

    @Test
    void ends_when_nothing_was_asked_for_long() {
        Instant idle = START.plus(UserSession.IDLE).plus(GRACE);
        assertThat(session.isAlive(idle.minusNanos(1000))).isTrue();
        assertThat(session.isAlive(idle)).isFalse();
    }

    @Test
    void lives_on_while_it_is_used_but_never_past_its_longest() {
        Instant now = START;
        while (now.isBefore(START.plus(UserSession.LONGEST).minusSeconds(1200))) {
            now = now.plus(Duration.ofMinutes(20));
            assertThat(session.isAlive(now)).isTrue();
            session.rotate("token at " + now, now);
        }
        assertThat(session.isAlive(START.plus(UserSession.LONGEST).minusNanos(1000)))
                .isTrue();
        assertThat(session.isAlive(START.plus(UserSession.LONGEST))).isFalse();
    }

    @Test
    void accepts_each_token_once_and_the_one_before_for_a_moment() {
        session.rotate("second", START.plusSeconds(60));
        Instant used = START.plusSeconds(60);
        assertThat(session.accepts("second", used)).isTrue();
        assertThat(session.accepts("first", used.plus(GRACE).minusNanos(1000))).isTrue();
        assertThat(session.accepts("first", used.plus(GRACE))).isFalse();
        assertThat(session.accepts("other", used)).isFalse();
        session.rotate("third", START.plusSeconds(70));
        assertThat(session.accepts("first", START.plusSeconds(70))).isFalse();
    }

    @Test
    void stays_ended() {
        session.end(START.plusSeconds(5));
        session.end(START.plusSeconds(9));
        assertThat(session.isAlive(START.plusSeconds(1))).isFalse();
    }

    @Test
    void has_an_id_that_tells_nothing() {
        assertThat(session.id())
                .hasSize(32)
                .isNotEqualTo(UserSession.begin(1, "Programm", START).id());
    }

    @Test
    void is_named_by_its_tokens_so_that_a_used_one_is_recognised() {
        String token = session.newRefreshToken();
        assertThat(UserSession.idOf(token)).isEqualTo(session.id());
        assertThat(session.newRefreshToken()).isNotEqualTo(token);
        assertThat(UserSession.idOf("made-up")).isEmpty();
    }
}
