package de.digitallotsen.privacy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.PersonalRecords.Ending;
import de.digitallotsen.shared.PersonalRecords.Found;
import de.digitallotsen.shared.PersonalRecords.Holding;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** Art. 15 and 17 DSGVO: a person gets everything that is kept about her, and what nobody has to keep goes at once. */
@PortalTest
class PersonOnRequestTest {

    private static final String TRACE = LivedPeriod.TRACE.toLowerCase();
    /** Came, with a certificate that was withdrawn, and a claim. */
    private static final String CAME = "person0." + TRACE + "@amt.example";
    /** Was replaced. */
    private static final String REPLACED = "person2." + TRACE + "@amt.example";
    /** Is still to come. */
    private static final String MOVED = "person5." + TRACE + "@amt.example";
    /** The seminar was called off. */
    private static final String CALLED_OFF = "person6." + TRACE + "@amt.example";

    @Inject
    LivedPeriod life;

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    People people;

    @Inject
    ReportPerson report;

    @Inject
    ErasePerson erase;

    @Inject
    PersonSheets sheets;

    @Inject
    CancelRegistration cancel;

    private Holding holding(Actor nsi, String email, String kind) {
        return people.report(nsi, email).holdings().stream()
                .filter(holding -> holding.kind().equals(kind))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void finds_people_by_name_and_address_whatever_they_are_to_the_portal() {
        life.lived();
        Actor nsi = given.nsi();
        assertThat(people.find(nsi, "person2." + TRACE))
                .extracting(Found::email, Found::as)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(REPLACED, "participant"));
        assertThat(people.find(nsi, TRACE)).extracting(Found::as).contains("participant", "account", "invitation");
        assertThat(people.find(nsi, "100%_")).isEmpty();
        assertThatThrownBy(() -> people.find(nsi, "ab")).isInstanceOf(InvalidInputException.class);
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> people.find(given.ministry(), TRACE));
    }

    @Test
    void a_report_holds_what_stands_in_every_table() {
        life.lived();
        Actor nsi = given.nsi();
        assertThat(people.report(nsi, CAME).holdings())
                .extracting(Holding::kind)
                .contains(
                        "registrations",
                        "history",
                        "attendance",
                        "certificates",
                        "ledger",
                        "claims",
                        "mails",
                        "occasions",
                        "trail");
        assertThat(holding(nsi, CAME, "registrations").records())
                .singleElement()
                .satisfies(record -> assertThat(record)
                        .containsEntry("lastName", LivedPeriod.TRACE + "0")
                        .containsEntry("accessibilityNeeds", LivedPeriod.TRACE + " 0")
                        .containsEntry("status", "ATTENDED"));
        assertThat(holding(nsi, REPLACED, "replaced").records()).hasSize(1);
        assertThat(holding(nsi, REPLACED, "mails").records().toString())
                .as("nothing that somebody else got")
                .contains(REPLACED)
                .doesNotContain("recipient=person3");
        assertThat(people.report(nsi, REPLACED).holdings())
                .as("whoever took over is somebody else")
                .noneSatisfy(holding -> assertThat(holding.kind()).isEqualTo("registrations"));
        String clerk = life.addresses().stream()
                .filter(address -> address.startsWith("amt"))
                .findFirst()
                .orElseThrow();
        assertThat(people.report(nsi, clerk).holdings())
                .extracting(Holding::kind)
                .contains("accounts", "sessions", "known-devices", "password-resets", "trail", "own-acts");
        assertThat(people.report(nsi, "niemand@amt.example").empty()).isTrue();
    }

    @Test
    void the_report_is_a_document_and_the_trail_says_who_fetched_it_without_a_name() {
        life.lived();
        Actor nsi = given.nsi();
        report.handle(nsi, " " + CAME.toUpperCase());
        byte[] pdf = sheets.report(people.report(nsi, CAME)).content();
        PdfCheck.assertArchivableAndAccessible(pdf);
        assertThat(PdfCheck.text(pdf))
                .contains("Vorname" + LivedPeriod.TRACE, "Bedarf an Barrierefreiheit", "5 Jahre nach dem Ende");
        PdfCheck.assertArchivableAndAccessible(
                sheets.report(people.report(nsi, "niemand@amt.example")).content());
        assertThat(database.text("select concat(actor_id, ' ', after_json) from audit_entry"
                        + " where action = 'person.reported'"))
                .startsWith(nsi.userId() + " ")
                .contains("registration "
                        + holding(nsi, CAME, "registrations").records().get(0).get("reference"))
                .doesNotContainIgnoringCase(LivedPeriod.TRACE);
    }

    @Test
    void what_the_land_paid_for_stays_until_its_day_and_the_rest_goes_now() {
        life.lived();
        Actor nsi = given.nsi();
        People.Plan plan = people.plan(nsi, CAME);
        assertThat(plan.endings())
                .filteredOn(Ending::kept)
                .singleElement()
                .satisfies(kept -> assertThat(kept.why()).contains("31.12.2033"));
        assertThat(plan.endings())
                .filteredOn(ending -> !ending.kept())
                .extracting(Ending::kind)
                .contains("accessibility-needs", "mails");
        Map<String, Integer> erased = erase.handle(nsi, new ErasePerson.Command(CAME, plan.shown()));
        assertThat(erased).containsEntry("accessibility-needs", 1).containsKey("mails");
        assertThat(holding(nsi, CAME, "registrations").records().get(0))
                .containsEntry("lastName", LivedPeriod.TRACE + "0")
                .doesNotContainKey("accessibilityNeeds");
        assertThat(database.rows("select kind, rule, deleted from deletion_proof order by kind"))
                .contains("accessibility-needs ERASURE 1");
        Refused.with(PrivacyRefusal.NOTHING_TO_ERASE, () -> erase.handle(nsi, new ErasePerson.Command(CAME, null)));
    }

    @Test
    void who_was_replaced_or_whose_seminar_was_called_off_is_forgotten_at_once() {
        life.lived();
        life.sendAll();
        Actor nsi = given.nsi();
        erase.handle(nsi, new ErasePerson.Command(REPLACED, null));
        erase.handle(nsi, new ErasePerson.Command(CALLED_OFF, null));
        for (String address : List.of(REPLACED, CALLED_OFF)) {
            assertThat(people.report(nsi, address).empty()).as(address).isTrue();
            assertThat(database.number("select count(*) from participant where email = ?", address))
                    .isZero();
        }
        assertThat(database.number("select count(*) from outbox_mail where text_body like '%" + LivedPeriod.TRACE
                        + "2%' and recipient not like 'person3%'"))
                .as("what staff was told of the one who was replaced")
                .isZero();
        assertThat(holding(nsi, "person3." + TRACE + "@amt.example", "mails").records())
                .as("what the other one got stays")
                .isNotEmpty();
        assertThat(database.number("select count(*) from registration where forgotten_at is not null"))
                .as("whoever took over from the one who was replaced stays")
                .isEqualTo(1);
        assertThat(given.wrongBooks()).isEmpty();
    }

    @Test
    void what_still_waits_to_be_sent_to_the_person_is_not_sent_any_more() throws Exception {
        life.lived();
        Actor nsi = given.nsi();
        String toHer = "select count(*) from outbox_mail where recipient = ? and state = '%s'";
        database.writePastTheProgram(
                "update outbox_mail set state = 'PENDING', sent_at = null where recipient = ?", CAME);
        database.writePastTheProgram(
                "update outbox_mail set state = 'SENDING', lease_until = '2030-01-01' where recipient = ?"
                        + " order by id limit 1",
                CAME);
        long waiting = database.number(toHer.formatted("PENDING"), CAME);
        assertThat(waiting).isPositive();
        erase.handle(nsi, new ErasePerson.Command(CAME, null));
        assertThat(database.number(toHer.formatted("PENDING"), CAME)).isZero();
        assertThat(database.number(toHer.formatted("SENDING"), CAME))
                .as("one that a sender has is not taken away from it")
                .isEqualTo(1);
    }

    @Test
    void what_was_shown_is_what_happens() {
        life.lived();
        Actor nsi = given.nsi();
        People.Plan shown = people.plan(nsi, MOVED);
        assertThat(shown.endings()).filteredOn(Ending::kept).hasSize(1);
        String reference = database.text(
                "select reference from registration r join participant p on p.id = r.participant_id where email = ?",
                MOVED);
        cancel.handle(nsi, reference);
        Refused.with(
                PrivacyRefusal.ERASURE_CHANGED, () -> erase.handle(nsi, new ErasePerson.Command(MOVED, shown.shown())));
        assertThat(database.number("select count(*) from deletion_run")).isZero();
        assertThat(people.plan(nsi, MOVED).endings()).isNotEmpty().noneMatch(Ending::kept);
        Refused.with(
                AccessRefusal.ROLE_NOT_ALLOWED,
                () -> erase.handle(given.ministry(), new ErasePerson.Command(MOVED, null)));
    }

    @Test
    void an_account_in_use_stays_and_a_locked_one_says_until_when() {
        life.lived();
        Actor nsi = given.nsi();
        String clerk = life.addresses().stream()
                .filter(address -> address.startsWith("amt"))
                .findFirst()
                .orElseThrow();
        assertThat(people.plan(nsi, clerk).endings())
                .filteredOn(Ending::kept)
                .singleElement()
                .satisfies(kept -> assertThat(kept.why()).contains("sperren"));
        life.lock(clerk);
        clock.set(Instant.parse("2027-06-01T08:00:00Z"));
        assertThat(people.plan(nsi, clerk).endings())
                .filteredOn(Ending::kept)
                .singleElement()
                .satisfies(kept -> assertThat(kept.why()).contains("31.12.2033"));
        erase.handle(nsi, new ErasePerson.Command(clerk, null));
        assertThat(people.report(nsi, clerk).holdings())
                .extracting(Holding::kind)
                .contains("accounts")
                .doesNotContain("sessions", "known-devices", "password-resets");
    }
}
