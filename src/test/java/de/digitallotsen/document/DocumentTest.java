package de.digitallotsen.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.IntStream;

import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.paper.PdfFile;
import de.digitallotsen.registration.CancelRegistration;
import de.digitallotsen.registration.RegisterParticipant;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.RefusedException;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every kind of document: what stands on it, who gets it, and that it can be archived and read aloud. */
@PortalTest
class DocumentTest {

    /** Names that break what is careless with them. */
    private static final List<String> HOSTILE = List.of(
            "<script>alert(1)</script>",
            "Müller & Söhne",
            "O'Neill",
            "{registration.feeCents}",
            "Łukasz-Ångström",
            "W".repeat(80),
            "Ẍalid Ḧasan Ẕiya K\u035Fhan",
            "M\u00fcller\u2011L\u00fcdenscheidt",
            "\"/><img src='x'>");

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    RegisterParticipant register;

    @Inject
    CancelRegistration cancel;

    @Inject
    RegistrationSheets sheets;

    @Inject
    SeminarSheets room;

    @Inject
    CertificateSheets certificates;

    @Inject
    AttendanceFixture held;

    @Inject
    EntityManager session;

    private Actor staff;
    private Actor nsi;

    @BeforeEach
    void people() {
        staff = given.staffOf(Given.LANGENHAGEN);
        nsi = given.nsi();
    }

    private static String printed(Supplier<PdfFile> document) {
        byte[] pdf = document.get().content();
        PdfCheck.assertArchivableAndAccessible(pdf);
        return PdfCheck.text(pdf);
    }

    private String register(String ars, long seminar, String first, String last) {
        Actor actor = given.staffOf(ars);
        return register.handle(
                actor,
                Given.command(actor, seminar, ParticipantFixture.aParticipant().named(first, last), true));
    }

    @Test
    void a_confirmation_says_when_and_where_what_it_costs_and_what_can_still_change() {
        long seminar = given.aSeminar().published();
        String reference = given.registered(staff, seminar);
        PdfFile file = sheets.confirmation(staff, reference);
        assertThat(file.name()).isEqualTo("anmeldebestaetigung-" + reference + ".pdf");
        assertThat(PdfCheck.bookmarks(file.content())).contains("Termin", "Kosten", "Was sich noch ändern kann");
        assertThat(printed(() -> file))
                .contains(
                        "Anmeldebestätigung",
                        "Referenz " + reference.substring(0, 4) + "-" + reference.substring(4),
                        "Stadt Langenhagen",
                        "Anna Beispiel",
                        "Sachbearbeitung",
                        "Stand 01.02.2027",
                        "Mo., 29.03.2027, 09:00–16:30 Uhr",
                        "Di., 30.03.2027",
                        "Mi., 31.03.2027",
                        "NSI Hannover, Wielandstraße 8",
                        "Entgelt, wie vereinbart 1.000,00 €",
                        "Das Land zahlt 500,00 €",
                        "Zu zahlen 500,00 €",
                        "Bis zum Meldeschluss am 15.03.2027, 18:00 Uhr können Sie kostenfrei stornieren",
                        "Eine Stornierung nach dem Meldeschluss, bis einschließlich 29.03.2027, kostet 1.000,00 €",
                        "eine andere Person Ihrer Kommune",
                        "an mindestens 2 Tagen",
                        "Seite 1 von 1");
        clock.pass(Duration.ofDays(45));
        assertThat(printed(() -> sheets.confirmation(nsi, reference)))
                .contains("Der Meldeschluss am 15.03.2027, 18:00 Uhr ist vorbei.")
                .doesNotContain("können Sie kostenfrei stornieren");
    }

    @Test
    void there_is_no_confirmation_for_who_waits_is_cancelled_or_did_not_come() {
        long seminar = given.aSeminar().withSeats(1).published();
        String first = given.registered(staff, seminar);
        String waiting = given.registeredOrWaiting(given.staffOf(Given.SOTTRUM), seminar);
        RefusedException refused =
                Refused.with(DocumentRefusal.NO_CONFIRMATION, () -> sheets.confirmation(nsi, waiting));
        assertThat(refused.text()).contains("Warteliste (Position 1)");
        cancel.handle(staff, first);
        session.clear();
        assertThat(Refused.with(DocumentRefusal.NO_CONFIRMATION, () -> sheets.confirmation(staff, first))
                        .text())
                .contains("storniert");
        AttendanceFixture.Held closed = held.where(AttendanceFixture.NOBODY_CAME);
        assertThat(Refused.with(DocumentRefusal.NO_CONFIRMATION, () -> sheets.confirmation(nsi, closed.reference()))
                        .text())
                .contains("nicht teilgenommen");
    }

    @Test
    void costs_are_stated_where_something_is_owed_for_a_place_that_nobody_used() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.NOBODY_CAME);
        assertThat(printed(() -> sheets.costs(nsi, closed.reference())))
                .contains(
                        "Kostenaufstellung",
                        "an weniger Tagen teilgenommen",
                        "Entgelt, wie vereinbart 1.000,00 €",
                        "Das Land zahlt 0,00 €",
                        "Zu zahlen 1.000,00 €",
                        "Das Land beteiligt sich an diesem Betrag nicht");
        String reference = given.registered(staff, given.aSeminar().published());
        Refused.with(DocumentRefusal.NOTHING_OWED, () -> sheets.costs(staff, reference));
        cancel.handle(staff, reference);
        session.clear();
        assertThat(Refused.with(DocumentRefusal.NOTHING_OWED, () -> sheets.costs(staff, reference))
                        .text())
                .contains("nichts zu zahlen");
        String late = given.registered(staff, given.aSeminar().published());
        clock.pass(Duration.ofDays(50));
        cancel.handle(staff, late);
        session.clear();
        assertThat(printed(() -> sheets.costs(staff, late)))
                .contains("nach dem Meldeschluss am", "Das Land zahlt 0,00 €", "Zu zahlen 1.000,00 €");
    }

    @Test
    void the_list_to_sign_has_names_only_a_field_a_day_and_lines_for_others() {
        long seminar = given.aSeminar().withSeats(2).published();
        register(Given.LANGENHAGEN, seminar, "Zoe", "Anders");
        register(Given.SOTTRUM, seminar, "Berta", "Zander");
        register(Given.SOTTRUM, seminar, "Carla", "Wartend");
        String list = printed(() -> room.attendanceList(nsi, seminar));
        assertThat(list)
                .contains(
                        "Anwesenheitsliste",
                        "Nr. Name Vorname",
                        "Mo., 29.03.2027",
                        "Di., 30.03.2027",
                        "Mi., 31.03.2027",
                        "1 Anders Zoe 2 Zander Berta 3 4 5 6 7",
                        "Seite 1 von 1")
                .doesNotContain("@")
                .doesNotContain("Langenhagen")
                .doesNotContain("Sottrum")
                .doesNotContain("Wartend");
        assertThat(printed(() -> room.nameSigns(nsi, seminar)))
                .contains("Zoe Anders", "Berta Zander")
                .doesNotContain("Wartend");
    }

    @Test
    void the_list_to_sign_repeats_its_head_on_every_page() {
        long seminar = given.aSeminar().withSeats(50).published();
        given.kommunen(50).forEach(ars -> given.registered(given.staffOf(ars), seminar));
        PdfFile file = room.attendanceList(nsi, seminar);
        PdfCheck.assertArchivableAndAccessible(file.content());
        List<String> pages = PdfCheck.pages(file.content());
        assertThat(pages)
                .hasSizeGreaterThan(2)
                .allMatch(page -> page.contains("Nr. Name Vorname") && page.contains("29.03.2027"));
        assertThat(pages.get(1)).contains("Seite 2 von " + pages.size());
    }

    @Test
    void the_list_to_sign_of_a_seminar_of_ten_days_is_three_tables() {
        long seminar = given.aSeminar().lasting(10).published();
        given.registered(staff, seminar);
        String list = printed(() -> room.attendanceList(nsi, seminar));
        assertThat(list).contains("29.03.2027", "07.04.2027");
        assertThat(PdfCheck.pages(room.attendanceList(nsi, seminar).content())).hasSize(3);
    }

    @Test
    void signs_bear_name_and_kommune_two_a_page() {
        long seminar = given.aSeminar().published();
        IntStream.range(0, HOSTILE.size())
                .forEach(i -> register(given.kommunen(HOSTILE.size()).get(i), seminar, "Anna", HOSTILE.get(i)));
        PdfFile file = room.nameSigns(nsi, seminar);
        String signs = printed(() -> file).replace(" ", "");
        HOSTILE.forEach(name -> assertThat(signs).contains(("Anna" + name).replace(" ", "")));
        assertThat(PdfCheck.pages(file.content())).hasSize(5).noneMatch(page -> page.contains("Seite"));
        assertThat(printed(() -> room.attendanceList(nsi, seminar)))
                .contains("Müller & Söhne", "O'Neill", "W".repeat(8));
        assertThat(printed(() -> room.nameSigns(nsi, given.aSeminar().published())))
                .contains("noch niemand");
    }

    @Test
    void a_certificate_says_what_was_attended_and_how_to_check_it() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.ALL_DAYS);
        Certificate certificate = certificates.require(nsi, closed.reference());
        PdfFile file = certificates.one(closed.staff(), closed.reference());
        assertThat(file.name()).isEqualTo("teilnahmebescheinigung-" + certificate.number() + ".pdf");
        assertThat(printed(() -> file))
                .contains(
                        "Teilnahmebescheinigung",
                        "Anna Beispiel",
                        "Stadt Langenhagen",
                        "Digital-Lotse werden",
                        closed.firstDay() + " bis " + closed.lastDay(),
                        "09:00–16:30 Uhr",
                        "NSI Hannover, Wielandstraße 8",
                        "24 Unterrichtseinheiten zu je 45 Minuten",
                        "anwesend an allen 3 Tagen",
                        "Inhalte des Seminars",
                        "Eine Prüfung war damit nicht verbunden",
                        "Niedersächsisches Studieninstitut",
                        "Hannover, ",
                        "maschinell erstellt und ist ohne Unterschrift gültig",
                        "Nummer: " + certificate.number(),
                        "Prüfcode: " + CheckCode.spoken(certificate.checkCode()))
                .doesNotContain("Verkürzte");
    }

    @Test
    void a_certificate_says_when_the_attendance_was_shortened() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.TWO_DAYS);
        assertThat(printed(() -> certificates.one(nsi, closed.reference())))
                .contains("16 Unterrichtseinheiten zu je 45 Minuten", "Verkürzte Teilnahme: anwesend an 2 von 3 Tagen")
                .doesNotContain("allen 3 Tagen");
    }

    @Test
    void all_certificates_of_a_seminar_come_in_one_file_a_page_each() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.ALL_DAYS, "Zander", "Anders", "W".repeat(80));
        AttendanceFixture.Held another = held.where(AttendanceFixture.ALL_DAYS, "Fremd");
        PdfFile file = certificates.all(nsi, closed.seminar());
        PdfCheck.assertArchivableAndAccessible(file.content());
        List<String> pages = PdfCheck.pages(file.content());
        assertThat(pages).hasSize(3);
        assertThat(pages.get(0)).contains("Anna Anders");
        assertThat(pages.get(2)).contains("Anna Zander", "Seite 3 von 3");
        assertThat(PdfCheck.bookmarks(file.content()))
                .hasSize(3)
                .first()
                .asString()
                .startsWith("Anna Anders, ");
        assertThat(PdfCheck.pages(certificates.all(nsi, another.seminar()).content()))
                .hasSize(1);
        Refused.with(
                DocumentRefusal.NO_CERTIFICATES,
                () -> certificates.all(nsi, given.aSeminar().published()));
    }

    @Test
    void hostile_names_are_text_on_every_document() {
        long seminar = given.aSeminar().published();
        for (String name : HOSTILE) {
            String reference =
                    register(given.kommunen(HOSTILE.size()).get(HOSTILE.indexOf(name)), seminar, "Anna", name);
            assertThat(printed(() -> sheets.confirmation(nsi, reference)).replace(" ", ""))
                    .as(name)
                    .contains(("Anna " + name).replace(" ", ""));
        }
    }

    @Test
    void another_kommunes_registration_does_not_exist() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.ALL_DAYS);
        Actor other = given.staffOf(Given.SOTTRUM);
        Refused.with(AccessRefusal.NOT_FOUND, () -> sheets.confirmation(other, closed.reference()));
        Refused.with(AccessRefusal.NOT_FOUND, () -> sheets.costs(other, closed.reference()));
        Refused.with(AccessRefusal.NOT_FOUND, () -> certificates.one(other, closed.reference()));
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> sheets.confirmation(given.ministry(), closed.reference()));
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> certificates.all(other, closed.seminar()));
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> room.attendanceList(closed.staff(), closed.seminar()));
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> room.nameSigns(given.ministry(), closed.seminar()));
    }

    @Test
    void a_list_of_500_people_takes_seconds() {
        long seminar = given.aSeminar().withSeats(500).fee(0).published();
        held.crowd(seminar, 500);
        long begin = System.nanoTime();
        PdfFile file = room.attendanceList(nsi, seminar);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("time").isLessThan(Duration.ofSeconds(45));
        List<String> pages = PdfCheck.pages(file.content());
        assertThat(pages).hasSizeGreaterThan(20).allMatch(page -> page.contains("Nr. Name Vorname"));
        assertThat(pages.get(pages.size() - 1))
                .contains("505")
                .contains("Seite " + pages.size() + " von " + pages.size());
        assertThat(file.content().length).as("bytes").isLessThan(3_000_000);
    }
}
