package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.registration.PreviewRegistration.Outcome;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.ChangedSincePreviewException;
import de.digitallotsen.shared.PreviewRefusal;
import jakarta.inject.Inject;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

/** R29: what was shown before the click is what happens, or nothing does. */
@PortalTest
class ExpectTest {

    private static final String CHANGED = PreviewRefusal.CHANGED_SINCE_PREVIEW.name();
    private static final Expect CONFIRMED = new Expect(Outcome.CONFIRMED, 50_000L);

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    RegisterParticipant register;

    @Inject
    RegisterMany registerMany;

    @Inject
    PreviewRegistration preview;

    @Inject
    PreviewMany previewMany;

    @Inject
    PreviewChange previewChange;

    @Inject
    CancelRegistration cancel;

    @Inject
    RebookRegistration rebook;

    @Inject
    PromoteByHand promote;

    private static Application application(Actor actor, long seminar, boolean waits) {
        return new Application(seminar, ParticipantFixture.aParticipant().details(), waits, actor.kommuneArs());
    }

    private String register(Actor actor, Application application, Expect shown) {
        return register.handle(actor, new RegisterParticipant.Command(application, null, shown));
    }

    private void assertChanges(Runnable act, String shown, String now) {
        Map<String, List<String>> before = database.content();
        ChangedSincePreviewException changed = catchThrowableOfType(ChangedSincePreviewException.class, act::run);
        assertThat(changed.text()).contains("Gezeigt war: " + shown, "Jetzt wäre es: " + now);
        assertThat(database.content()).isEqualTo(before);
        assertThat(given.wrongBooks()).isEmpty();
    }

    @Test
    void what_was_shown_of_a_registration_is_what_happens() {
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        long seminar = given.aSeminar().withSeats(1).published();
        Application first = application(staff, seminar, true);
        PreviewRegistration.Preview shown = preview.handle(staff, first);
        assertThat(shown.expect()).isEqualTo(CONFIRMED);
        assertThat(given.statusOf(register(staff, first, shown.expect()))).isEqualTo("CONFIRMED");
        Application second = application(staff, seminar, true);
        PreviewRegistration.Preview waits = preview.handle(staff, second);
        assertThat(waits.expect()).isEqualTo(new Expect(Outcome.WAITING, 0L));
        assertThat(given.statusOf(register(staff, second, waits.expect()))).isEqualTo("WAITING SEATS");
    }

    @Test
    void nothing_happens_where_the_last_seat_has_gone_whether_one_would_wait_or_not() {
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        long seminar = given.aSeminar().withSeats(1).published();
        given.registered(given.staffOf(Given.SOTTRUM), seminar);
        assertChanges(
                () -> register(staff, application(staff, seminar, true), CONFIRMED),
                "bestätigt, zu zahlen 500,00\u00a0€",
                "auf der Warteliste, zu zahlen 0,00\u00a0€");
        assertChanges(
                () -> register(staff, application(staff, seminar, false), CONFIRMED), "bestätigt", "nicht möglich");
    }

    @Test
    void nothing_happens_where_a_seat_has_come_free_or_the_amount_is_another() {
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        long seminar = given.aSeminar().published();
        assertChanges(
                () -> register(staff, application(staff, seminar, true), new Expect(Outcome.WAITING, 0L)),
                "auf der Warteliste, zu zahlen 0,00\u00a0€",
                "bestätigt, zu zahlen 500,00\u00a0€");
        assertChanges(
                () -> register(staff, application(staff, seminar, true), new Expect(Outcome.CONFIRMED, 49_999L)),
                "bestätigt, zu zahlen 499,99\u00a0€",
                "bestätigt, zu zahlen 500,00\u00a0€");
    }

    @Test
    void a_refusal_that_was_expected_or_not_spoken_of_stays_what_it_is() {
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        long seminar = given.aSeminar().withSeats(1).published();
        given.registered(given.staffOf(Given.SOTTRUM), seminar);
        for (Expect shown : List.of(Expect.ANYTHING, new Expect(Outcome.REFUSED, null), new Expect(null, 50_000L))) {
            Refused.with(
                    RegistrationRefusal.SEMINAR_FULL, () -> register(staff, application(staff, seminar, false), shown));
        }
    }

    /** Eight saw that they would be confirmed; there are three seats. */
    @RepeatedTest(3)
    void of_many_who_saw_the_last_seats_nobody_finds_themselves_waiting() {
        long seminar = given.aSeminar().withSeats(3).published();
        List<Actor> people = given.staffOfKommunen(8);
        assertThat(people)
                .allSatisfy(actor -> assertThat(preview.handle(actor, application(actor, seminar, true))
                                .expect())
                        .isEqualTo(CONFIRMED));
        Race.Outcome outcome = Race.of(people.stream()
                .<Callable<String>>map(
                        actor -> () -> given.statusOf(register(actor, application(actor, seminar, true), CONFIRMED)))
                .toList());
        assertThat(outcome.count("CONFIRMED")).isEqualTo(3);
        assertThat(outcome.count(CHANGED)).isEqualTo(5);
        assertThat(given.seatsOf(seminar)).isEqualTo("3 3 0");
        assertThat(database.number("select count(*) from registration")).isEqualTo(3);
    }

    /** The control: without what was shown, the same race leaves five waiting who had been told something else. */
    @Test
    void the_same_race_without_what_was_shown_lets_five_wait() {
        long seminar = given.aSeminar().withSeats(3).published();
        Race.Outcome outcome = Race.of(given.staffOfKommunen(8).stream()
                .<Callable<String>>map(actor ->
                        () -> given.statusOf(register(actor, application(actor, seminar, true), Expect.ANYTHING)))
                .toList());
        assertThat(outcome.count("CONFIRMED")).isEqualTo(3);
        assertThat(outcome.count("WAITING SEATS")).isEqualTo(5);
    }

    @Test
    void two_are_registered_as_shown_or_neither() {
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        long seminar = given.aSeminar().withSeats(2).published();
        List<Line> lines = shown(
                staff,
                List.of(Line.of(1, application(staff, seminar, true)), Line.of(2, application(staff, seminar, true))));
        given.registered(given.staffOf(Given.SOTTRUM), seminar);
        assertChanges(
                () -> registerMany.asShown(staff, new RegisterMany.Command(lines, false, "paar")),
                "bestätigt",
                "auf der Warteliste");
        List<Line> anew = shown(staff, lines);
        assertThat(registerMany.asShown(staff, new RegisterMany.Command(anew, false, "paar")))
                .extracting(result -> result.outcome() + " " + result.dueCents())
                .containsExactly("CONFIRMED 50000", "WAITING 0");
    }

    private List<Line> shown(Actor actor, List<Line> lines) {
        List<ManyRegistrations.Result> results = previewMany.handle(actor, lines);
        return lines.stream()
                .map(line -> line.expecting(results.get(lines.indexOf(line)).expect()))
                .toList();
    }

    @Test
    void only_those_are_registered_who_were_shown_to_be() {
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        long seminar = given.aSeminar().withSeats(1).published();
        List<Line> lines = shown(
                staff,
                List.of(
                        Line.of(1, application(staff, seminar, false)),
                        Line.of(2, application(staff, seminar, false))));
        assertThat(lines.get(1).expect().outcome()).isEqualTo(Outcome.REFUSED);
        assertThat(registerMany.asShown(staff, new RegisterMany.Command(lines, false, "paar")))
                .extracting(ManyRegistrations.Result::number)
                .containsExactly(1);
        assertThat(database.number("select count(*) from registration")).isEqualTo(1);
    }

    @Test
    void a_cancellation_does_and_costs_what_was_shown() {
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        Instant deadline = TestClock.START.plus(Duration.ofDays(7));
        long seminar = given.aSeminar()
                .beginningOn(clock.today().plusDays(28))
                .closesAt(deadline)
                .published();
        String reference = given.registered(staff, seminar);
        ChangePreview shown = previewChange.cancelling(staff, reference);
        assertThat(shown.expect()).isEqualTo(new Expect(Outcome.CANCELLED, 0L));
        clock.set(deadline);
        assertChanges(
                () -> cancel.handle(staff, new CancelRegistration.Command(reference, null, shown.expect())),
                "storniert, zu zahlen 0,00\u00a0€",
                "storniert, zu zahlen 500,00\u00a0€");
        ChangePreview now = previewChange.cancelling(staff, reference);
        cancel.handle(staff, new CancelRegistration.Command(reference, null, now.expect()));
        assertThat(database.number("select due_cents from registration where reference = ?", reference))
                .isEqualTo(now.dueCents())
                .isEqualTo(50_000);
        assertThat(previewChange.cancelling(staff, reference).refusal().refusal())
                .isEqualTo(RegistrationRefusal.NOT_CANCELLABLE);
        assertChanges(
                () -> cancel.handle(staff, new CancelRegistration.Command(reference, null, now.expect())),
                "storniert",
                "nicht möglich");
    }

    @Test
    void a_rebooking_does_and_costs_what_was_shown() {
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        String reference = given.registered(staff, given.aSeminar().published());
        long dearer = given.aSeminar().withSeats(1).fee(120_000).published();
        ChangePreview shown = previewChange.rebooking(staff, reference, dearer);
        assertThat(shown.expect()).isEqualTo(new Expect(Outcome.CONFIRMED, 60_000L));
        assertChanges(
                () -> rebook.handle(staff, new RebookRegistration.Command(reference, dearer, CONFIRMED)),
                "bestätigt, zu zahlen 500,00\u00a0€",
                "bestätigt, zu zahlen 600,00\u00a0€");
        String other = given.registered(given.staffOf(Given.SOTTRUM), dearer);
        assertThat(previewChange.rebooking(staff, reference, dearer).outcome()).isEqualTo(Outcome.REFUSED);
        assertChanges(
                () -> rebook.handle(staff, new RebookRegistration.Command(reference, dearer, shown.expect())),
                "bestätigt, zu zahlen 600,00\u00a0€",
                "nicht möglich");
        cancel.handle(given.nsi(), other);
        rebook.handle(staff, new RebookRegistration.Command(reference, dearer, shown.expect()));
        assertThat(database.number("select due_cents from registration where reference = ?", reference))
                .isEqualTo(60_000);
    }

    @Test
    void a_promotion_by_hand_is_said_beforehand() {
        Actor nsi = given.nsi();
        Instant deadline = TestClock.START.plus(Duration.ofDays(7));
        long seminar = given.aSeminar()
                .withSeats(1)
                .beginningOn(clock.today().plusDays(28))
                .closesAt(deadline)
                .published();
        String first = given.registered(given.staffOf(Given.SOTTRUM), seminar);
        String waiting = given.registeredOrWaiting(given.staffOf(Given.LANGENHAGEN), seminar);
        clock.set(deadline);
        assertThat(previewChange.promoting(nsi, waiting).outcome()).isEqualTo(Outcome.REFUSED);
        assertChanges(
                () -> promote.handle(nsi, new PromoteByHand.Command(waiting, CONFIRMED)), "bestätigt", "nicht möglich");
        cancel.handle(nsi, first);
        ChangePreview shown = previewChange.promoting(nsi, waiting);
        assertThat(shown.expect()).isEqualTo(CONFIRMED);
        promote.handle(nsi, new PromoteByHand.Command(waiting, shown.expect()));
        assertThat(given.statusOf(waiting)).isEqualTo("CONFIRMED");
    }

    @Test
    void what_a_form_carries_is_read_again_and_nothing_else() {
        Map<Integer, Expect> shown = Map.of(1, CONFIRMED, 12, new Expect(Outcome.REFUSED, 0L));
        assertThat(Expect.read(Expect.written(shown))).isEqualTo(shown);
        for (String forged : List.of("", "x", "1:LUCKY:0", "1:CONFIRMED:-1", "1:CONFIRMED:1e9", "1:CONFIRMED")) {
            assertThat(Expect.read(forged)).as(forged).isEmpty();
        }
    }
}
