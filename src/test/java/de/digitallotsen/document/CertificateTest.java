package de.digitallotsen.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Throttle;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who attended has exactly one certificate that counts; whoever holds it can have it checked. */
@PortalTest
class CertificateTest {

    @Inject
    Given given;

    @Inject
    TestClock clock;

    @Inject
    Database database;

    @Inject
    AttendanceFixture held;

    @Inject
    CertificateSheets certificates;

    @Inject
    ReissueCertificate reissue;

    @Inject
    WithdrawCertificate withdraw;

    @Inject
    CheckCertificate check;

    @Inject
    CorrectAttendance correct;

    @Inject
    EntityManager session;

    private Actor nsi;

    @BeforeEach
    void administration() {
        nsi = given.nsi();
    }

    private List<String> audited() {
        return database.rows(
                "select concat(action, ' ', subject_id) from audit_entry where subject_type = 'certificate'"
                        + " order by id");
    }

    private static String number(AttendanceFixture.Held closed, int issue) {
        return closed.reference().substring(0, 4) + "-" + closed.reference().substring(4) + "-" + issue;
    }

    @Test
    void closing_issues_one_to_everybody_who_attended_in_the_same_transaction() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.TWO_DAYS, "Anders", "Berg");
        assertThat(database.rows("select number, days_attended, days_planned, units from certificate order by id"))
                .containsExactlyInAnyOrder(
                        number(closed, 1) + " 2 3 16",
                        closed.references().get(1).substring(0, 4) + "-"
                                + closed.references().get(1).substring(4) + "-1 2 3 16");
        assertThat(audited())
                .contains("certificate.issued " + number(closed, 1))
                .hasSize(2);
        assertThat(database.number(
                        "select count(*) from audit_entry where subject_type = 'certificate' and actor_id is not null"))
                .isEqualTo(2);
    }

    @Test
    void who_did_not_come_gets_none() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.NOBODY_CAME);
        assertThat(database.number("select count(*) from certificate")).isZero();
        assertThat(Refused.with(DocumentRefusal.NO_CERTIFICATE, () -> certificates.one(nsi, closed.reference()))
                        .text())
                .contains("nicht an genügend Tagen");
        Refused.with(DocumentRefusal.NO_CERTIFICATE, () -> reissue.handle(nsi, closed.reference(), "Bitte doch"));
    }

    @Test
    void before_closing_there_is_none_and_the_refusal_says_when() {
        String reference = given.registered(
                given.staffOf(Given.LANGENHAGEN), given.aSeminar().published());
        assertThat(Refused.with(DocumentRefusal.NO_CERTIFICATE, () -> certificates.one(nsi, reference))
                        .text())
                .contains("abgeschlossen hat");
    }

    @Test
    void asking_again_prints_the_same_certificate() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.ALL_DAYS);
        byte[] first = certificates.one(nsi, closed.reference()).content();
        assertThat(certificates.one(closed.staff(), closed.reference()).content())
                .isEqualTo(first);
        assertThat(database.number("select count(*) from certificate")).isEqualTo(1);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void issued_anew_it_has_another_number_and_the_old_one_counts_no_more() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.ALL_DAYS);
        String oldCode = certificates.require(nsi, closed.reference()).checkCode();
        clock.pass(Duration.ofDays(1));
        assertThat(reissue.handle(nsi, closed.reference(), "Name falsch geschrieben"))
                .isEqualTo(number(closed, 2));
        assertThat(certificates.require(nsi, closed.reference()).number()).isEqualTo(number(closed, 2));
        session.clear();
        assertThat(check.handle(number(closed, 1), oldCode, "192.0.2.1")
                        .orElseThrow()
                        .isValid())
                .isFalse();
        assertThat(check.handle(
                                number(closed, 2),
                                certificates.require(nsi, closed.reference()).checkCode(),
                                "192.0.2.1")
                        .orElseThrow()
                        .isValid())
                .isTrue();
        assertThat(audited())
                .containsExactly(
                        "certificate.issued " + number(closed, 1), "certificate.reissued " + number(closed, 2));
        assertThat(database.text("select before_json from audit_entry where action = 'certificate.reissued'"))
                .contains(number(closed, 1));
        assertThat(database.text("select withdrawal_reason from certificate where issue = 1"))
                .isEqualTo("Name falsch geschrieben");
    }

    @Test
    void withdrawn_it_cannot_be_printed_and_can_be_issued_anew() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.ALL_DAYS);
        withdraw.handle(nsi, closed.reference(), "Zweifel an der Anwesenheit");
        assertThat(Refused.with(DocumentRefusal.NO_CERTIFICATE, () -> certificates.one(nsi, closed.reference()))
                        .text())
                .contains("zurückgezogen");
        Refused.with(DocumentRefusal.NO_CERTIFICATE, () -> withdraw.handle(nsi, closed.reference(), "Noch einmal"));
        assertThat(reissue.handle(nsi, closed.reference(), "Zweifel ausgeräumt"))
                .isEqualTo(number(closed, 2));
        assertThat(audited())
                .containsExactly(
                        "certificate.issued " + number(closed, 1),
                        "certificate.withdrawn " + number(closed, 1),
                        "certificate.reissued " + number(closed, 2));
        assertThat(database.text("select withdrawal_reason from certificate where issue = 1"))
                .isEqualTo("Zweifel an der Anwesenheit");
    }

    private void correct(AttendanceFixture.Held closed, Integer... days) {
        session.clear();
        correct.handle(
                nsi,
                new CorrectAttendance.Command(
                        closed.reference(),
                        Stream.of(days).map(closed.first()::plusDays).collect(Collectors.toSet()),
                        "Liste falsch gelesen"));
        session.clear();
    }

    @Test
    void corrected_attendance_reissues_withdraws_and_issues_again() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.ALL_DAYS);
        correct(closed, 0, 1);
        assertThat(certificates.require(nsi, closed.reference()).number()).isEqualTo(number(closed, 2));
        assertThat(certificates.require(nsi, closed.reference()).units()).isEqualTo(16);
        correct(closed, 1, 2);
        assertThat(certificates.require(nsi, closed.reference()).number())
                .as("the same days and hours")
                .isEqualTo(number(closed, 2));
        correct(closed, 1);
        assertThat(Refused.with(DocumentRefusal.NO_CERTIFICATE, () -> certificates.one(nsi, closed.reference()))
                        .text())
                .contains("nicht an genügend Tagen");
        correct(closed, 0, 1, 2);
        assertThat(certificates.require(nsi, closed.reference()).number()).isEqualTo(number(closed, 3));
        assertThat(audited())
                .containsExactly(
                        "certificate.issued " + number(closed, 1),
                        "certificate.reissued " + number(closed, 2),
                        "certificate.withdrawn " + number(closed, 2),
                        "certificate.issued " + number(closed, 3));
    }

    @Test
    void only_the_nsi_reissues_and_withdraws_and_gives_a_reason() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.ALL_DAYS);
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> reissue.handle(closed.staff(), closed.reference(), "Grund"));
        Refused.with(
                AccessRefusal.ROLE_NOT_ALLOWED, () -> withdraw.handle(given.ministry(), closed.reference(), "Grund"));
        assertThatThrownBy(() -> withdraw.handle(nsi, closed.reference(), " "))
                .isInstanceOf(InvalidInputException.class);
        assertThatThrownBy(() -> reissue.handle(nsi, closed.reference(), "x".repeat(501)))
                .isInstanceOf(InvalidInputException.class);
        assertThat(audited()).hasSize(1);
    }

    @Test
    void the_schema_lets_only_one_count() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.ALL_DAYS);
        assertThatThrownBy(() -> database.writePastTheProgram(
                        "insert into certificate (number, registration_id, issue, check_code, days_planned,"
                                + " days_attended, units, issued_at)"
                                + " select 'X', registration_id, 9, check_code, 3, 3, 24, issued_at"
                                + " from certificate where number = ?",
                        number(closed, 1)))
                .hasMessageContaining("certificate_valid_unique");
        assertThatThrownBy(() -> database.writePastTheProgram("update certificate set withdrawn_at = issued_at"))
                .hasMessageContaining("certificate_withdrawal_check");
    }

    @Test
    void number_and_code_together_prove_it_however_they_are_typed() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.TWO_DAYS, "Österreich");
        String code = certificates.require(nsi, closed.reference()).checkCode();
        CheckCertificate.Genuine genuine = check.handle(
                        " " + number(closed, 1).toLowerCase(Locale.ROOT).replace("-", " ") + " ",
                        CheckCode.spoken(code),
                        "192.0.2.1")
                .orElseThrow();
        assertThat(genuine.number()).isEqualTo(number(closed, 1));
        assertThat(genuine.initials()).isEqualTo("A. Ö.");
        assertThat(List.of(genuine.units(), genuine.daysAttended(), genuine.daysPlanned()))
                .containsExactly(16, 2, 3);
        assertThat(check.handle(number(closed, 1), CheckCode.next(), "192.0.2.1"))
                .isEmpty();
        assertThat(check.handle(number(closed, 2), code, "192.0.2.1")).isEmpty();
        assertThat(check.handle("unsinn'; drop table certificate; --", code, "192.0.2.1"))
                .isEmpty();
        assertThatThrownBy(() -> check.handle("", null, "192.0.2.1")).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void guessing_ends_after_twenty_tries_from_one_address() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.ALL_DAYS);
        String code = certificates.require(nsi, closed.reference()).checkCode();
        for (int i = 0; i < CheckCertificate.PER_ADDRESS; i++) {
            assertThat(check.handle(number(closed, 1), CheckCode.next(), "192.0.2.7"))
                    .isEmpty();
        }
        Refused.with(AccessRefusal.TOO_MANY_ATTEMPTS, () -> check.handle(number(closed, 1), code, "192.0.2.7"));
        assertThat(check.handle(number(closed, 1), code, "192.0.2.8")).isPresent();
        clock.pass(Throttle.WINDOW);
        assertThat(check.handle(number(closed, 1), code, "192.0.2.7")).isPresent();
    }

    @Test
    void checking_a_hundred_genuine_ones_is_no_guessing() {
        AttendanceFixture.Held closed = held.where(AttendanceFixture.ALL_DAYS);
        String code = certificates.require(nsi, closed.reference()).checkCode();
        for (int i = 0; i < 100; i++) {
            assertThat(check.handle(number(closed, 1), code, "192.0.2.9")).isPresent();
        }
    }
}
