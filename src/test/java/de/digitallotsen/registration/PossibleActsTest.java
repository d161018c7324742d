package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

import de.digitallotsen.registration.PossibleActs.Act;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PossibleActsTest {

    private static final Instant CLOSES = Instant.parse("2027-03-15T17:00:00Z");
    private static final Instant BEGINS = Instant.parse("2027-04-06T07:00:00Z");
    private static final Actor KOMMUNE = Actor.ofKommune(1, "032410001001");
    private static final Actor NSI = Actor.ofNsi(2);

    /** The edges: the last instant before, and the instant itself. */
    enum Time {
        BEFORE_DEADLINE(CLOSES.minusMillis(1)),
        DEADLINE(CLOSES),
        BEFORE_BEGIN(BEGINS.minusMillis(1)),
        BEGIN(BEGINS);

        private final Instant at;

        Time(Instant at) {
            this.at = at;
        }
    }

    private static PossibleActs acts(RegistrationStatus status, Time time, Actor actor) {
        return new PossibleActs(status, CLOSES, BEGINS, actor, time.at);
    }

    /** Putting the person right has no edge in time: see below. */
    private static String possible(PossibleActs acts) {
        return Arrays.stream(Act.values())
                .filter(act -> act != Act.CORRECT_PERSON && acts.may(act))
                .map(Act::name)
                .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "CONFIRMED, BEFORE_DEADLINE, CANCEL SUBSTITUTE REBOOK, CANCEL SUBSTITUTE REBOOK CHANGE_FEE",
        "CONFIRMED, DEADLINE,        CANCEL SUBSTITUTE,        CANCEL SUBSTITUTE REBOOK CHANGE_FEE",
        "CONFIRMED, BEFORE_BEGIN,    CANCEL SUBSTITUTE,        CANCEL SUBSTITUTE REBOOK CHANGE_FEE",
        "CONFIRMED, BEGIN,           '',                       CHANGE_FEE",
        "WAITING,   BEFORE_DEADLINE, CANCEL SUBSTITUTE REBOOK, CANCEL SUBSTITUTE REBOOK",
        "WAITING,   DEADLINE,        CANCEL SUBSTITUTE REBOOK, CANCEL SUBSTITUTE REBOOK PROMOTE",
        "WAITING,   BEFORE_BEGIN,    CANCEL SUBSTITUTE REBOOK, CANCEL SUBSTITUTE REBOOK PROMOTE",
        "WAITING,   BEGIN,           CANCEL,                   CANCEL",
        "ATTENDED,  BEFORE_DEADLINE, '',                       CHANGE_FEE CORRECT",
        "ATTENDED,  BEGIN,           '',                       CHANGE_FEE CORRECT",
        "NO_SHOW,   BEFORE_DEADLINE, '',                       CHANGE_FEE CORRECT",
        "NO_SHOW,   BEGIN,           '',                       CHANGE_FEE CORRECT",
        "CANCELLED, BEFORE_DEADLINE, '',                       CHANGE_FEE",
        "CANCELLED, BEGIN,           '',                       CHANGE_FEE"
    })
    void depend_on_status_time_and_role(RegistrationStatus status, Time time, String kommune, String nsi) {
        assertThat(possible(acts(status, time, KOMMUNE))).isEqualTo(kommune);
        assertThat(possible(acts(status, time, NSI))).isEqualTo(nsi);
    }

    @ParameterizedTest
    @EnumSource(RegistrationStatus.class)
    void let_the_person_be_put_right_until_it_is_cancelled(RegistrationStatus status) {
        for (Time time : Time.values()) {
            for (Actor actor : List.of(KOMMUNE, NSI)) {
                assertThat(acts(status, time, actor).may(Act.CORRECT_PERSON))
                        .isEqualTo(status != RegistrationStatus.CANCELLED);
            }
        }
    }

    @ParameterizedTest
    @CsvSource({
        "CANCELLED, BEFORE_DEADLINE, CANCEL,     NOT_CANCELLABLE,    Storniert",
        "CONFIRMED, BEGIN,           CANCEL,     NOT_CANCELLABLE,    06.04.2027",
        "ATTENDED,  BEGIN,           SUBSTITUTE, NOT_SUBSTITUTABLE,  Teilgenommen",
        "CONFIRMED, BEGIN,           SUBSTITUTE, NOT_SUBSTITUTABLE,  06.04.2027",
        "NO_SHOW,   BEGIN,           REBOOK,     NOT_REBOOKABLE,     Nicht erschienen",
        "WAITING,   BEGIN,           REBOOK,     NOT_REBOOKABLE,     06.04.2027",
        "CONFIRMED, BEGIN,           PROMOTE,    NOT_PROMOTABLE,     Bestätigt",
        "WAITING,   BEFORE_DEADLINE, PROMOTE,    NOT_PROMOTABLE,     15.03.2027",
        "WAITING,   BEGIN,           PROMOTE,    NOT_PROMOTABLE,     06.04.2027",
        "WAITING,   BEGIN,           CHANGE_FEE, FEE_NOT_CHANGEABLE, ''",
        "CONFIRMED, BEGIN,           CORRECT,    NOT_CORRECTABLE,    Bestätigt",
        "CANCELLED, BEGIN,           CORRECT_PERSON, PARTICIPANT_NOT_CORRECTABLE, storniert"
    })
    void say_why_not(RegistrationStatus status, Time time, Act act, RegistrationRefusal refusal, String because) {
        RefusedException why = acts(status, time, NSI).refusal(act).orElseThrow();
        assertThat(why.refusal()).isEqualTo(refusal);
        assertThat(why.text()).containsIgnoringCase(because);
    }

    @Test
    void tell_a_kommune_that_it_came_after_the_deadline() {
        RefusedException why = acts(RegistrationStatus.CONFIRMED, Time.DEADLINE, KOMMUNE)
                .refusal(Act.REBOOK)
                .orElseThrow();
        assertThat(why.refusal()).isEqualTo(RegistrationRefusal.NOT_REBOOKABLE);
        assertThat(why.text()).contains("15.03.2027");
    }

    @Test
    void leave_to_the_nsi_what_is_its_own() {
        PossibleActs acts = acts(RegistrationStatus.WAITING, Time.DEADLINE, KOMMUNE);
        assertThat(acts.refusal(Act.PROMOTE).orElseThrow().refusal()).isEqualTo(AccessRefusal.ROLE_NOT_ALLOWED);
        assertThat(acts(RegistrationStatus.WAITING, Time.DEADLINE, Actor.portal())
                        .may(Act.PROMOTE))
                .isTrue();
    }

    @Test
    void refuse_by_throwing_the_reason() {
        PossibleActs acts = acts(RegistrationStatus.CONFIRMED, Time.BEGIN, KOMMUNE);
        acts(RegistrationStatus.CONFIRMED, Time.DEADLINE, KOMMUNE).require(Act.CANCEL);
        assertThatThrownBy(() -> acts.require(Act.CANCEL)).isInstanceOf(RefusedException.class);
    }
}
