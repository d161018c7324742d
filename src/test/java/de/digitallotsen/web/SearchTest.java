package de.digitallotsen.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.account.CreateDemoAccount;
import de.digitallotsen.account.User;
import de.digitallotsen.account.Users;
import de.digitallotsen.audit.AuditTrail;
import de.digitallotsen.kommune.KommuneSearch;
import de.digitallotsen.mail.MailSearch;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.registration.Reference;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.registration.RegistrationSearch;
import de.digitallotsen.registration.SubstituteParticipant;
import de.digitallotsen.seminar.SeminarSearch;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.Role;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R37, adr/0051: the same words find the same people in every list. */
@PortalTest
class SearchTest {

    private static final Page.Request FIRST = Page.Request.of(0, 50);
    private static final LocalDate BEGIN = LocalDate.of(2027, 6, 14);

    @Inject
    Given given;

    @Inject
    RegisterParticipant register;

    @Inject
    SubstituteParticipant substitute;

    @Inject
    CreateDemoAccount createAccount;

    @Inject
    MailFixture mails;

    @Inject
    RegistrationSearch registrations;

    @Inject
    SeminarSearch seminars;

    @Inject
    MailSearch mailSearch;

    @Inject
    Users users;

    @Inject
    AuditTrail trail;

    @Inject
    KommuneSearch kommunen;

    private User account;
    private Actor nsi;
    private String reference;

    /** Jörg Groß takes over from Thị Nguyễn, of Langenhagen; somebody else is registered beside them. */
    @BeforeEach
    void people() {
        account = createAccount.handle("lukasz@nsi.example", "Łukasz O’Neill-Öztürk", Role.NSI, null, Given.PASSWORD);
        nsi = account.asActor();
        long seminar = given.aSeminar().beginningOn(BEGIN).published();
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        reference = register.handle(
                staff,
                Given.command(
                        staff,
                        seminar,
                        ParticipantFixture.aParticipant().named("Thị", "Nguyễn").withEmail("thi@münster.example"),
                        false));
        substitute.handle(
                nsi,
                reference,
                ParticipantFixture.aParticipant()
                        .named("Jörg", "Groß")
                        .withEmail("Joerg.Gross@langenhagen.example")
                        .details());
        given.registered(given.staffOf(Given.SOTTRUM), seminar);
        mails.composeAll();
    }

    private List<String> registered(String typed) {
        return registrations
                .find(
                        nsi,
                        new RegistrationSearch.Filter(null, null, null, typed),
                        RegistrationSearch.Order.NEWEST,
                        FIRST)
                .items()
                .stream()
                .map(view -> view.registration().reference())
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Groß, Jörg",
                "jörg groß",
                "Gross",
                "Joerg",
                "Jorg",
                "Nguyễn Thị",
                "Nguyen, Thi",
                "thi@münster.example",
                "thi@xn--mnster-3ya",
                "joerg.gross@langenhagen",
                "Groß Langenhagen",
                "Stadt Langenhagen, Jörg",
                "\u00a0Gro\u00adß"
            })
    void finds_people_and_who_they_took_over_from(String typed) {
        assertThat(registered(typed)).containsExactly(reference);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Groß Anna", "Groß Sottrum", "ross", "%", "_", "' or '1'='1", "Thi Groß Beispiel"})
    void finds_nobody_by_what_they_are_not(String typed) {
        assertThat(registered(typed)).isEmpty();
    }

    @Test
    void finds_a_registration_by_parts_of_its_reference() {
        for (String part : List.of(
                reference,
                Reference.spoken(reference),
                reference.toLowerCase(),
                reference.substring(0, 4),
                reference.substring(4),
                reference.substring(2, 7),
                reference.substring(0, 4) + " " + reference.substring(4),
                Reference.spoken(reference).substring(0, 7),
                "Groß " + reference.substring(4))) {
            assertThat(registered(part)).as(part).containsExactly(reference);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"Groß", "Gross Jörg", "joerg.gross@langenhagen.example", "Nguyen", "thi@münster"})
    void finds_mails_by_their_recipients(String typed) {
        assertThat(mailSearch
                        .find(nsi, new MailSearch.Filter(null, null, typed), FIRST)
                        .items())
                .isNotEmpty()
                .allMatch(line -> line.reference().equals(reference));
    }

    @Test
    void finds_mails_by_subject_and_reference() {
        for (String typed : List.of("Seminarplatz übernehmen", "seminarplatz uebernehmen", reference.substring(4))) {
            assertThat(mailSearch
                            .find(nsi, new MailSearch.Filter(null, null, typed), FIRST)
                            .items())
                    .as(typed)
                    .isNotEmpty();
        }
        assertThat(mailSearch
                        .find(nsi, new MailSearch.Filter(null, null, "Groß Bodo"), FIRST)
                        .items())
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Lukasz", "Łukasz", "O'Neill", "O’Neill", "oneill", "Oeztuerk", "Ozturk, L", "lukasz@nsi"})
    void finds_accounts_and_what_they_did(String typed) {
        assertThat(users.list(nsi, new Users.Filter(typed, null, null, null), FIRST)
                        .items())
                .extracting(Users.Listed::email)
                .containsExactly("lukasz@nsi.example");
        assertThat(trail.find(nsi, new AuditTrail.Filter(null, null, null, null, null, null, typed, null), FIRST)
                        .items())
                .isNotEmpty()
                .allMatch(line -> line.actor().equals("Łukasz O’Neill-Öztürk"));
    }

    @Test
    void finds_entries_of_the_audit_trail_by_parts_of_a_reference() {
        for (String part : List.of(
                reference, Reference.spoken(reference), reference.toLowerCase(), reference.substring(0, 7) + " ")) {
            assertThat(trail.find(nsi, new AuditTrail.Filter(null, null, null, null, part, null), FIRST)
                            .items())
                    .as(part)
                    .isNotEmpty()
                    .allMatch(line -> line.subjectId().equals(reference));
        }
        assertThat(trail.find(nsi, new AuditTrail.Filter(null, null, null, null, "ZZZZ-9999", null), FIRST)
                        .items())
                .isEmpty();
    }

    @Test
    void finds_accounts_by_their_kommune() {
        assertThat(users.list(nsi, new Users.Filter("langenhagen stadt", null, null, null), FIRST)
                        .items())
                .hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"lotse nsi", "Wielandstrasse", "Wielandstraße 8", "Juni", "juni 2027", "15.6.27", "14. Juni 2027"
            })
    void finds_dates_by_title_place_and_day(String typed) {
        assertThat(found(null, null, typed)).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"straße", "Hannover Celle", "17.6.2027", "Juli"})
    void finds_no_date_by_what_it_is_not(String typed) {
        assertThat(found(null, null, typed)).isZero();
    }

    private long found(LocalDate from, LocalDate to, String text) {
        return seminars.find(nsi, new SeminarSearch.Filter(from, to, false, text, null), FIRST)
                .total();
    }

    /** Runs from 14 to 16 June. */
    @ParameterizedTest
    @CsvSource({
        "2027-06-14, , 1",
        "2027-06-16, , 1",
        "2027-06-17, , 0",
        ", 2027-06-14, 1",
        ", 2027-06-13, 0",
        ", 2027-06-15, 1",
        "2027-06-15, 2027-06-15, 1",
        "2027-06-16, 2027-06-30, 1",
        "2027-06-01, 2027-06-14, 1",
        "2027-06-17, 2027-06-30, 0",
        ", , 1"
    })
    void finds_what_runs_within_a_range_that_may_be_open(LocalDate from, LocalDate to, long number) {
        assertThat(found(from, to, null)).isEqualTo(number);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Grossenkneten", "Großenkneten", "großenkn", "gemeinde grossenkneten", "26197"})
    void finds_kommunen_as_before(String typed) {
        assertThat(kommunen.find(new KommuneSearch.Filter(typed, null, null), FIRST)
                        .items())
                .extracting(kommune -> kommune.name())
                .contains("Großenkneten");
    }

    /** „@1-7“ stands for these letters of the reference. */
    private String typed(String written) {
        String[] ends = written.startsWith("@") ? written.substring(1).split("-") : new String[0];
        return ends.length == 0
                ? written
                : reference.substring(Integer.parseInt(ends[0]) - 1, Integer.parseInt(ends[1]));
    }

    private List<String> ofUseCase(String address, String typed) {
        return switch (address) {
            case "registrations?q" -> registered(typed);
            case "accounts?q" ->
                users.list(nsi, new Users.Filter(typed, null, null, null), FIRST).items().stream()
                        .map(listed -> String.valueOf(listed.id()))
                        .toList();
            case "mails?q" ->
                mailSearch.find(nsi, new MailSearch.Filter(null, null, typed), FIRST).items().stream()
                        .map(line -> String.valueOf(line.id()))
                        .toList();
            case "audit?person" ->
                ids(trail.find(nsi, new AuditTrail.Filter(null, null, null, null, null, null, typed, null), FIRST));
            case "audit?subjectId" ->
                ids(trail.find(nsi, new AuditTrail.Filter(null, null, null, null, typed, null), FIRST));
            default -> throw new IllegalArgumentException(address);
        };
    }

    private static List<String> ids(Page<AuditTrail.Line> lines) {
        return lines.items().stream().map(line -> String.valueOf(line.id())).toList();
    }

    /** What programs find over HTTP is what the use case finds, and something at all. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "registrations?q | Groß, Jörg",
                "registrations?q | Gross Joerg",
                "registrations?q | Nguyen, Thi",
                "registrations?q | thi@münster.example",
                "registrations?q | @1-4",
                "registrations?q | @3-7",
                "registrations?q | @5-8",
                "mails?q | Groß, Jörg",
                "mails?q | Gross",
                "mails?q | seminarplatz uebernehmen",
                "mails?q | @5-8",
                "accounts?q | Oeztuerk",
                "accounts?q | Lukasz",
                "accounts?q | O'Neill",
                "accounts?q | O’Neill",
                "accounts?q | Ozturk, L",
                "audit?person | Oeztuerk",
                "audit?person | Lukasz",
                "audit?person | O'Neill",
                "audit?person | O’Neill",
                "audit?subjectId | @1-8",
                "audit?subjectId | @1-7"
            })
    void finds_over_the_interface_what_the_use_case_finds(String address, String written) {
        String typed = typed(written);
        String[] route = address.split("\\?");
        Response answer = Program.of(account)
                .queryParam(route[1], typed)
                .queryParam("size", FIRST.size())
                .get("/api/v1/" + route[0]);
        assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(200);
        List<Object> found = answer.path("items." + (route[0].equals("registrations") ? "reference" : "id"));
        assertThat(found.stream().map(String::valueOf))
                .isNotEmpty()
                .containsExactlyElementsOf(ofUseCase(address, typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"registrations?q", "accounts?q", "mails?q", "audit?person", "audit?subjectId"})
    void finds_nobody_over_the_interface_by_what_they_are_not(String address) {
        String[] route = address.split("\\?");
        Response answer =
                Program.of(account).queryParam(route[1], "Groß Anna %").get("/api/v1/" + route[0]);
        assertThat(answer.<List<?>>path("items")).isEmpty();
    }

    @Test
    void refuses_what_is_too_long_for_a_search() {
        assertThatThrownBy(() -> registered("x".repeat(101))).isInstanceOf(InvalidInputException.class);
    }
}
