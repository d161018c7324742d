package de.digitallotsen.seminar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;

import de.digitallotsen.shared.RefusedException;
import org.junit.jupiter.api.Test;

class SeminarTest {

    private static final Instant OPENS = Instant.parse("2027-02-01T07:00:00Z");
    private static final Instant CLOSES = Instant.parse("2027-03-15T17:00:00Z");
    private static final LocalDate FIRST = LocalDate.of(2027, 3, 30);
    private static final Instant BEGINS = Instant.parse("2027-03-30T07:00:00Z");

    private static Seminar draft() {
        SeminarDay first = new SeminarDay(FIRST, LocalTime.of(9, 0), LocalTime.of(16, 0));
        SeminarDay second = new SeminarDay(FIRST.plusDays(1), LocalTime.of(9, 0), LocalTime.of(16, 0));
        return Seminar.plan(
                new SeminarPlan(
                        "Digital-Lotse werden", List.of(first, second), "Hannover", false, 20, 100_000, OPENS, CLOSES),
                OPENS.minusSeconds(1000));
    }

    private static Seminar published() {
        Seminar seminar = draft();
        seminar.publish(OPENS);
        return seminar;
    }

    @Test
    void passes_through_its_phases_with_the_clock() {
        Seminar seminar = published();
        assertThat(draft().phase(OPENS)).isEqualTo(SeminarPhase.DRAFT);
        assertThat(seminar.phase(OPENS.minusSeconds(1))).isEqualTo(SeminarPhase.NOT_YET_OPEN);
        assertThat(seminar.phase(OPENS)).isEqualTo(SeminarPhase.OPEN);
        assertThat(seminar.phase(CLOSES)).isEqualTo(SeminarPhase.REGISTRATION_ENDED);
        assertThat(seminar.phase(BEGINS.minusSeconds(1))).isEqualTo(SeminarPhase.REGISTRATION_ENDED);
        assertThat(seminar.phase(BEGINS)).isEqualTo(SeminarPhase.RUNNING);
        assertThat(seminar.phase(Instant.parse("2027-03-31T21:59:59Z"))).isEqualTo(SeminarPhase.RUNNING);
        assertThat(seminar.phase(Instant.parse("2027-03-31T22:00:00Z"))).isEqualTo(SeminarPhase.HELD);
    }

    @Test
    void begins_in_berlin_summer_time() {
        assertThat(published().begins()).isEqualTo(BEGINS);
    }

    @Test
    void is_not_published_at_or_after_its_deadline() {
        assertThatThrownBy(() -> draft().publish(CLOSES))
                .isInstanceOfSatisfying(
                        RefusedException.class,
                        no -> assertThat(no.refusal()).isEqualTo(SeminarRefusal.SEMINAR_NOT_PUBLISHABLE));
        Seminar seminar = published();
        seminar.publish(CLOSES);
        assertThat(seminar.status()).isEqualTo(SeminarStatus.PUBLISHED);
    }

    @Test
    void is_settled_only_after_its_last_day_and_only_once() {
        Seminar seminar = published();
        assertThatThrownBy(() -> seminar.close(Instant.parse("2027-03-31T21:00:00Z")))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> draft().close(Instant.parse("2027-04-01T07:00:00Z")))
                .isInstanceOf(RefusedException.class);
        seminar.close(Instant.parse("2027-04-01T07:00:00Z"));
        assertThat(seminar.phase(OPENS)).isEqualTo(SeminarPhase.HELD);
        assertThatThrownBy(() -> seminar.close(Instant.parse("2027-04-01T07:00:00Z")))
                .isInstanceOf(RefusedException.class);
        assertThatThrownBy(() -> seminar.publish(OPENS)).isInstanceOf(RefusedException.class);
        assertThatThrownBy(seminar::requireChangeable).isInstanceOf(RefusedException.class);
    }

    @Test
    void tells_calendars_of_every_change() {
        Seminar seminar = published();
        seminar.change(seminar.asPlan(), CLOSES);
        assertThat(seminar.calendarSequence()).isEqualTo(1);
        assertThat(seminar.changedAt()).isEqualTo(CLOSES);
    }
}
