package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

import de.digitallotsen.CompletedSeminars;
import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.registration.Amount;
import de.digitallotsen.registration.Application;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.CancelSeminar;
import de.digitallotsen.registration.CloseSeminar;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.registration.OverrideFee;
import de.digitallotsen.registration.Participant;
import de.digitallotsen.registration.PromoteByHand;
import de.digitallotsen.registration.RebookRegistration;
import de.digitallotsen.registration.RecordAttendance;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * R28: in every state that a registration can reach, whatever shows its amount shows the same one, and that is what the
 * ledger has booked. Acts follow each other by chance; the seed is in the test's name.
 */
@PortalTest
class OneAmountTest {

    private static final int ACTS_TO_BEGIN_WITH = 9;
    private static final int ACTS_BEFORE_THE_DEADLINE = 12;
    private static final int ACTS_AFTER_IT = 9;
    private static final int ACTS_AFTER_CLOSING = 5;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    CompletedSeminars held;

    @Inject
    MailFixture mails;

    @Inject
    EntityManager entities;

    @Inject
    RegisterParticipant register;

    @Inject
    CancelRegistration cancel;

    @Inject
    SubstituteParticipant substitute;

    @Inject
    RebookRegistration rebook;

    @Inject
    PromoteByHand promote;

    @Inject
    OverrideFee override;

    @Inject
    CancelSeminar cancelSeminar;

    @Inject
    RecordAttendance record;

    @Inject
    CloseSeminar close;

    @Inject
    CorrectAttendance correct;

    private Random random;
    private User nsiUser;
    private Actor nsi;
    private List<Actor> staff;
    private AmountsShown shown;
    private final Set<String> states = new TreeSet<>();
    private final Map<String, Integer> compared = new TreeMap<>();

    /** Two of a few seats, one that is called off. */
    private final Map<String, Long> seminars = new HashMap<>();

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {28, 1_000_500})
    void whatever_shows_an_amount_shows_the_same_in_every_state(long seed) {
        random = new Random(seed);
        nsiUser = given.account(Role.NSI, null);
        nsi = nsiUser.asActor();
        staff = given.staffOfKommunen(8);
        seminars.put("narrow", given.aSeminar().withSeats(3).published());
        seminars.put("odd", given.aSeminar().withSeats(6).fee(99_999).published());
        seminars.put("off", given.aSeminar().withSeats(4).fee(80_000).published());
        signIn();
        play(ACTS_TO_BEGIN_WITH, this::register);
        play(ACTS_BEFORE_THE_DEADLINE, this::beforeTheDeadline);
        act("call off", () -> cancelSeminar.handle(nsi, seminars.get("off"), "Erkrankt"));
        pass(Duration.ofDays(43));
        play(ACTS_AFTER_IT, this::afterTheDeadline);
        pass(Duration.ofDays(20));
        act("settle", () -> settle(seminars.get("narrow")));
        act("settle", () -> settle(seminars.get("odd")));
        play(ACTS_AFTER_CLOSING, this::afterClosing);
        everyListSays();
        theProofSays();
        theDatabaseSays();
        assertThat(states)
                .as("seed %d reached", seed)
                .contains(
                        "CONFIRMED",
                        "WAITING",
                        "CANCELLED",
                        "CANCELLED owes",
                        "ATTENDED",
                        "NO_SHOW owes",
                        "overridden");
        assertThat(compared.keySet()).contains("page", "list", "participants", "interface", "sheet", "mail", "preview");
    }

    @Test
    void the_message_after_a_paid_cancellation_names_the_amount_and_takes_it_from_nobodys_address() {
        User personnel = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        String reference =
                given.registered(personnel.asActor(), given.aSeminar().published());
        String other = given.registered(personnel.asActor(), given.aSeminar().published());
        clock.pass(Duration.ofDays(44));
        Visitor browser = Visitor.signedIn(personnel);
        String path = "/anmeldungen/" + reference + "/stornieren";
        Response done = browser.sendForm(browser.get(path), path);
        assertThat(done.statusCode()).isEqualTo(303);
        URI next = URI.create(done.header("Location"));
        assertThat(browser.get(next.getRawPath() + "?" + next.getRawQuery()).asString())
                .contains("Zu zahlen sind 1.000,00\u00a0€; das Land zahlt davon nichts.");
        assertThat(browser.get("/start?meldung=storniert-kostenpflichtig&due=1").asString())
                .as("a page that knows no amount says nothing")
                .doesNotContain("Zu zahlen sind");
        assertThat(browser.get("/anmeldungen/" + other).asString()).doesNotContain("Zu zahlen sind");
    }

    @Test
    void what_closing_will_make_a_kommune_owe_is_what_it_then_owes() {
        nsiUser = given.account(Role.NSI, null);
        nsi = nsiUser.asActor();
        long seminar = given.aSeminar().published();
        String excused = given.registered(given.staffOf(Given.LANGENHAGEN), seminar);
        String absent = given.registered(given.staffOf(Given.SOTTRUM), seminar);
        override.handle(nsi, new OverrideFee.Command(excused, 12_300L, "Krank, Attest liegt vor"));
        clock.pass(Duration.ofDays(60));
        held.recorded(nsi, seminar, Set.of());
        assertThat(Visitor.signedIn(nsiUser)
                        .get("/seminare/" + seminar + "/abschliessen")
                        .asString())
                .contains("schuldet 123,00\u00a0€", "schuldet 1.000,00\u00a0€");
        close.handle(nsi, seminar);
        signIn();
        assertThat(shown.booked(excused)).isEqualTo(new Amount(12_300, 0));
        assertThat(shown.booked(absent)).isEqualTo(new Amount(100_000, 0));
    }

    private interface Act {
        void run();
    }

    private void play(int acts, Act act) {
        for (int i = 0; i < acts; i++) {
            act("act " + i, act);
        }
    }

    /** Whatever it does or is refused: everything that it touched shows the same afterwards. */
    private void act(String name, Act act) {
        long before = database.number("select coalesce(max(id), 0) from registration_event");
        try {
            act.run();
        } catch (RefusedException refused) {
            // Nothing happened, and that too is a state to look at.
        }
        mails.composeAll();
        database.rows(
                        "select distinct r.reference from registration r join registration_event e"
                                + " on e.registration_id = r.id where e.id > ?",
                        before)
                .forEach(reference -> everythingSays(name, reference));
    }

    private void everythingSays(String act, String reference) {
        Amount booked = shown.booked(reference);
        String status = database.text("select status from registration where reference = ?", reference);
        states.add(status + (booked.dueCents() > 0 && booked.landCents() == 0 ? " owes" : ""));
        if (database.number(
                        "select count(*) from registration where due_reason is not null and reference = ?", reference)
                > 0) {
            states.add("overridden");
        }
        String as = act + ", " + reference + " " + status + ": ";
        same(as, "interface", booked, shown.interfaceSays(reference));
        same(as, "page", booked, shown.pageSays(reference));
        same(as, "participants", booked.dueCents(), shown.participantsSay(reference));
        shown.listSays(reference).ifPresent(due -> same(as, "list", booked.dueCents(), due));
        shown.lastMailSays(reference).ifPresent(amount -> same(as, "mail", booked, amount));
        Optional<Amount> sheet = shown.sheetSays(reference);
        sheet.ifPresent(amount -> same(as, "sheet", booked, amount));
        assertThat(sheet.isEmpty())
                .as(as + "no sheet where there is nothing to pay")
                .isEqualTo(booked.isNothing());
    }

    private void same(String as, String where, Object booked, Object said) {
        assertThat(said).as(as + where).isEqualTo(booked);
        compared.merge(where, 1, Integer::sum);
    }

    private void beforeTheDeadline() {
        switch (random.nextInt(8)) {
            case 0 -> cancelAsShown();
            case 1 -> substitute();
            case 2 -> rebook.handle(nsi, reference("status in ('CONFIRMED', 'WAITING')"), seminar());
            case 3 -> override();
            default -> register();
        }
    }

    private void afterTheDeadline() {
        switch (random.nextInt(5)) {
            case 0, 1 -> cancelAsShown();
            case 2 -> override();
            case 3 -> substitute();
            default -> promote.handle(nsi, reference("status = 'WAITING'"));
        }
    }

    private void afterClosing() {
        if (random.nextInt(3) == 0) {
            override();
            return;
        }
        String reference = reference("status in ('ATTENDED', 'NO_SHOW')");
        boolean came = database.number(
                        "select count(*) from registration where status = 'ATTENDED' and reference = ?", reference)
                > 0;
        long seminar =
                database.number("select coalesce(max(seminar_id), 0) from registration where reference = ?", reference);
        correct.handle(
                nsi,
                new CorrectAttendance.Command(reference, came ? Set.of() : held.daysOf(seminar), "War doch anders"));
    }

    /** What the preview shows is what stands there afterwards. */
    private void register() {
        Participant.Details person = ParticipantFixture.aParticipant().details();
        long seminar = seminar();
        String ars = staff.get(random.nextInt(staff.size())).kommuneArs();
        Amount foreseen = shown.preview(Map.of(
                "seminarId",
                seminar,
                "kommuneArs",
                ars,
                "acceptWaiting",
                true,
                "participant",
                Map.of("firstName", person.firstName(), "lastName", person.lastName(), "email", person.email())));
        String reference = register.handle(
                nsi, new RegisterParticipant.Command(new Application(seminar, person, true, ars), null));
        same("register " + reference + ": ", "preview", shown.booked(reference), foreseen);
    }

    private void cancelAsShown() {
        String reference = reference("status in ('CONFIRMED', 'WAITING')");
        Optional<Long> cost = shown.cancelling(reference);
        cost.ifPresent(cents -> {
            cancel.handle(nsi, new CancelRegistration.Command(reference, cents));
            same("cancel " + reference + ": ", "preview", shown.booked(reference), Amount.cancelled(cents));
        });
    }

    private void substitute() {
        substitute.handle(
                nsi,
                reference("status in ('CONFIRMED', 'WAITING')"),
                ParticipantFixture.aParticipant().details());
    }

    private void override() {
        override.handle(
                nsi, new OverrideFee.Command(reference("1 = 1"), (long) random.nextInt(50_000), "Kulanz des NSI"));
    }

    private void settle(long seminar) {
        Map<String, Set<LocalDate>> present = new HashMap<>();
        Set<LocalDate> days = held.daysOf(seminar);
        database.rows("select reference from registration where status = 'CONFIRMED' and seminar_id = ?", seminar)
                .forEach(reference -> present.put(
                        reference, present.isEmpty() || random.nextBoolean() ? Set.of() : new HashSet<>(days)));
        record.handle(nsi, new RecordAttendance.Command(seminar, days, present));
        close.handle(nsi, seminar);
    }

    private void everyListSays() {
        Map<String, Amount> booked = new TreeMap<>();
        database.rows("select reference from registration")
                .forEach(reference -> booked.put(reference, shown.booked(reference)));
        assertThat(shown.interfaceLists()).as("interface").containsExactlyInAnyOrderEntriesOf(booked);
        assertThat(shown.csvSays()).as("CSV").containsExactlyInAnyOrderEntriesOf(booked);
        assertThat(shown.workbookSays()).as("XLSX").containsExactlyInAnyOrderEntriesOf(booked);
    }

    private void theProofSays() {
        Map<String, Amount> booked = new TreeMap<>();
        database.rows("select reference from registration where status in ('ATTENDED', 'NO_SHOW')")
                .forEach(reference -> booked.put(reference, shown.booked(reference)));
        Amount sum = Amount.sum(List.copyOf(booked.values()));
        booked.put("", sum);
        assertThat(shown.proofSays()).as("proof of use").containsExactlyInAnyOrderEntriesOf(booked);
        assertThat(sum.landCents())
                .as("the list of participations adds up to the money spent")
                .isEqualTo(database.number("select spent_cents from budget"));
    }

    /** What queries say is what {@link Amount} says. */
    private void theDatabaseSays() {
        entities.clear();
        List<Object[]> rows = entities.createQuery(
                        "select r, " + Amount.DUE_IN_QUERIES + ", " + Amount.LAND_IN_QUERIES + " from Registration r",
                        Object[].class)
                .getResultList();
        assertThat(rows)
                .isNotEmpty()
                .allSatisfy(row -> assertThat(new Amount((Long) row[1], (Long) row[2]))
                        .isEqualTo(Amount.of((de.digitallotsen.registration.Registration) row[0])));
    }

    /** A token and a session last no longer than a working day. */
    private void pass(Duration time) {
        clock.pass(time);
        signIn();
    }

    private void signIn() {
        shown = new AmountsShown(nsiUser, database);
    }

    private long seminar() {
        List<String> open = database.rows(
                "select id from seminar where status = 'PUBLISHED' and closes_at > ? order by id",
                clock.instant().atOffset(ZoneOffset.UTC).toLocalDateTime());
        return Long.parseLong(open.get(random.nextInt(open.size())));
    }

    private String reference(String which) {
        List<String> all = database.rows("select reference from registration where " + which + " order by id");
        return all.isEmpty() ? "ABCDEFGH" : all.get(random.nextInt(all.size()));
    }
}
