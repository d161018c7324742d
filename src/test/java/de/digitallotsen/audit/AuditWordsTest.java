package de.digitallotsen.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import de.digitallotsen.shared.Role;
import org.junit.jupiter.api.Test;

class AuditWordsTest {

    private static AuditTrail.Line line(String action, String subjectType, String before, String after) {
        return new AuditTrail.Line(
                1,
                1L,
                null,
                Instant.EPOCH,
                7L,
                "Petra Probe",
                Role.NSI,
                action,
                subjectType,
                "K7Q4M2XH",
                before,
                after);
    }

    @Test
    void tells_what_happened_in_a_sentence() {
        assertThat(AuditWords.sentence(line("registration.cancelled", "registration", null, null)))
                .isEqualTo("Petra Probe (NSI) hat die Anmeldung K7Q4M2XH storniert.");
        AuditTrail.Line portal = new AuditTrail.Line(
                1,
                1L,
                null,
                Instant.EPOCH,
                null,
                null,
                null,
                "registration.promoted",
                "registration",
                "K7Q4M2XH",
                null,
                null);
        assertThat(AuditWords.sentence(portal))
                .isEqualTo("Das Portal hat die Anmeldung K7Q4M2XH von der Warteliste nachrücken lassen.");
        assertThat(AuditWords.sentence(line("seminar.attended-by-aliens", "seminar", null, null)))
                .as("without a sentence of its own")
                .isEqualTo("Petra Probe (NSI): seminar.attended-by-aliens, Termin K7Q4M2XH.");
    }

    @Test
    void says_before_and_after_in_german() {
        assertThat(AuditWords.changes(line(
                        "registration.promoted",
                        "registration",
                        "{\"status\":\"WAITING\",\"waitingReason\":\"FUNDS\"}",
                        "{\"status\":\"CONFIRMED\"}")))
                .extracting(AuditWords.Change::words)
                .containsExactly(
                        "Status: auf der Warteliste → bestätigt", "Grund des Wartens: wartet auf Fördermittel → –");
        assertThat(AuditWords.changes(line(
                        "seminar.changed",
                        "seminar",
                        "{\"feeCents\":100000,\"online\":false,\"closesAt\":\"2027-02-01T17:00:00Z\"}",
                        "{\"feeCents\":99999,\"online\":true,\"closesAt\":\"2027-07-01T16:00:00Z\"}")))
                .extracting(AuditWords.Change::words)
                .containsExactly(
                        "Teilnahmeentgelt: 1.000,00\u00a0€ → 999,99\u00a0€",
                        "Online: nein → ja",
                        "Meldeschluss: 01.02.2027, 18:00\u00a0Uhr → 01.07.2027, 18:00\u00a0Uhr");
        assertThat(AuditWords.changes(line(
                        "programme.founded",
                        "programme",
                        null,
                        "{\"rateBasisPoints\":5000,\"firstDay\":\"2027-01-01\",\"unknown\":{\"a\":1}}")))
                .extracting(AuditWords.Change::words)
                .containsExactly("Fördersatz: 50 %", "Erster Tag: 01.01.2027", "unknown: a → 1");
        assertThat(AuditWords.changes(line("seminar.published", "seminar", null, null)))
                .isEmpty();
    }
}
