package de.digitallotsen.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.claim.ClaimRefusal;
import de.digitallotsen.document.AttendanceFixture;
import de.digitallotsen.notification.MailFixture;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.registration.CorrectAttendance;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.RefusedException;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.inject.Inject;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Sheet;
import org.junit.jupiter.api.Test;

/** R36: what was issued stays as it was issued, with the hash of the file itself; R33 and R34 hold for it. */
@PortalTest
class StoredProofTest {

    private static final String NARRATIVE =
            "Die Mittel wurden abgerufen.\n\n<script>alert('x')</script> Łukasz & Söhne\n=cmd()|'/c calc'!A1";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    ProofFixture proofs;

    @Inject
    AttendanceFixture held;

    @Inject
    CorrectAttendance correct;

    @Inject
    ProduceProof produce;

    @Inject
    ReadProofOfUse read;

    @Inject
    AcceptProof accept;

    @Inject
    ProofSearch search;

    @Inject
    Proofs stored;

    @Inject
    ProofFiles files;

    @Inject
    CheckDocument check;

    @Inject
    MailFixture mails;

    private String missing() {
        return String.join(
                "|", read.handle(given.nsi(), ReadProofOfUse.Command.of(1L)).missing());
    }

    private ProofVersion version(long id) {
        return search.require(given.auditor(), id).version();
    }

    @Test
    void is_a_draft_until_the_period_has_ended_and_everything_is_settled_and_says_what_is_missing() {
        AttendanceFixture.Held seminar = held.where(AttendanceFixture.ALL_DAYS, "Eins");
        given.registered(given.staffOf(Given.SOTTRUM), given.aSeminar().published());
        assertThat(missing())
                .contains("läuft bis zum 31.12.2028")
                .contains("Förderentscheidung")
                .contains("Eine Anmeldung ist noch nicht festgestellt")
                .contains("500,00\u00a0€ sind festgestellt und noch nicht abgerufen");
        long draft = proofs.issued(given.nsi(), null);
        assertThat(version(draft).draft()).isTrue();
        String text = PdfCheck.text(search.pdf(given.nsi(), draft).content());
        assertThat(text)
                .contains("Der Sachbericht fehlt")
                .contains("nicht eingetragen")
                .contains("VN-2027-001")
                .contains(seminar.reference());
        assertThat(PdfCheck.pages(search.pdf(given.nsi(), draft).content())).allMatch(page -> page.contains("ENTWURF"));
        assertThat(search.pdf(given.nsi(), draft).name()).isEqualTo("verwendungsnachweis-vn-2027-001-entwurf.pdf");
    }

    @Test
    void is_final_once_nothing_is_missing_and_the_document_is_one_that_an_auditor_accepts() throws IOException {
        AttendanceFixture.Held seminar = proofs.settled();
        assertThat(missing()).isEmpty();
        long id = proofs.issued(given.nsi(), NARRATIVE);
        assertThat(version(id).draft()).isFalse();
        byte[] pdf = search.pdf(given.ministry(), id).content();
        PdfCheck.assertArchivableAndAccessible(pdf);
        String text = PdfCheck.text(pdf);
        assertThat(text)
                .doesNotContainIgnoringCase("entwurf")
                .doesNotContain("VORSCHAU")
                .doesNotContain("Musterperson")
                .contains("MI 34.2-01/2027 vom 01.12.2026")
                .contains("0301/684 70")
                .contains("<script>alert('x')</script> Łukasz & Söhne")
                .contains("Einnahmen: Landesmittel, gezahlt 200.000,00 € 500,00 €")
                .contains("2027 120.000,00 € 500,00 € 500,00 € 0,00 €")
                .contains("2027-001")
                .contains(seminar.reference())
                .contains("Unterschrift")
                .contains("Hannover, 01.01.2029");
        try (ReadableWorkbook workbook = new ReadableWorkbook(
                new ByteArrayInputStream(search.xlsx(given.nsi(), id).content()))) {
            assertThat(workbook.getSheets().map(Sheet::getName))
                    .containsExactly(
                            "Einnahmen und Ausgaben",
                            "Sachbericht",
                            "Belege",
                            "Teilnahmen",
                            "Haushaltsjahre",
                            "Bereitgestellte Mittel",
                            "Zahlungen",
                            "Info");
            assertThat(workbook.findSheet("Sachbericht").orElseThrow().read().toString())
                    .contains("=cmd()|'/c calc'!A1");
        }
    }

    @Test
    void every_file_is_made_again_byte_for_byte_of_its_stored_facts_and_has_its_hash() {
        AttendanceFixture.Held seminar = proofs.settled();
        long first = proofs.issued(given.nsi(), NARRATIVE);
        clock.pass(Duration.ofDays(400));
        correct.handle(
                given.nsi(), new CorrectAttendance.Command(seminar.reference(), Set.of(), "Unterschrift fehlte"));
        long second = proofs.issued(given.nsi(), "Anders.");
        for (long id : List.of(first, second)) {
            Proofs.Files kept = QuarkusTransaction.requiringNew().call(() -> stored.files(id));
            Proofs.Files again = files.again(version(id), kept.facts());
            assertThat(again.pdf()).isEqualTo(kept.pdf());
            assertThat(again.xlsx()).isEqualTo(kept.xlsx());
            assertThat(again.facts()).isEqualTo(kept.facts());
            assertThat(Hashes.sha256(kept.pdf())).isEqualTo(version(id).pdfSha256());
            assertThat(Hashes.sha256(kept.xlsx())).isEqualTo(version(id).xlsxSha256());
        }
        assertThat(version(first).pdfSha256()).isNotEqualTo(version(second).pdfSha256());
        assertThat(version(second).draft()).as("too much was called for").isTrue();
    }

    @Test
    void anybody_can_check_a_file_or_its_hash_and_a_changed_one_is_none() {
        proofs.settled();
        long id = proofs.issued(given.nsi(), NARRATIVE);
        byte[] pdf = search.pdf(given.nsi(), id).content();
        assertThat(check.handle(pdf, "", "1").counts()).isTrue();
        assertThat(check.handle(search.xlsx(given.nsi(), id).content(), null, "1")
                        .found()
                        .number())
                .isEqualTo("VN-2027-001");
        String hash = version(id).pdfSha256();
        String typed = hash.toUpperCase(java.util.Locale.ROOT).replaceAll("(.{4})", "$1 ");
        assertThat(check.handle(new byte[0], typed, "1").counts()).isTrue();
        pdf[pdf.length / 2]++;
        assertThat(check.handle(pdf, "", "1").found()).isNull();
        assertThatThrownBy(() -> check.handle(new byte[0], "abc", "1")).isInstanceOf(InvalidInputException.class);
        proofs.issued(given.nsi(), "Neuer.");
        assertThat(check.handle(new byte[0], hash, "1").counts()).isFalse();
        assertThat(check.handle(new byte[0], hash, "1").found()).isNotNull();
        for (int i = 1; i < CheckDocument.PER_ADDRESS; i++) {
            check.handle(new byte[] {(byte) i}, "", "1");
        }
        Refused.with(AccessRefusal.TOO_MANY_ATTEMPTS, () -> check.handle(new byte[] {99}, "", "1"));
    }

    @Test
    void a_new_version_never_replaces_an_old_one() throws SQLException {
        long first = proofs.issued(given.nsi(), "Erste Fassung");
        byte[] before = search.pdf(given.nsi(), first).content();
        proofs.issued(given.nsi(), "Zweite Fassung");
        assertThat(search.pdf(given.nsi(), first).content()).isEqualTo(before);
        assertThat(search.of(given.nsi(), 1L).stream()
                        .map(shown -> shown.version().version() + " "
                                + shown.version().number() + " "
                                + shown.version().newest()))
                .containsExactly("2 VN-2027-002 true", "1 VN-2027-001 false");
        for (String sql : List.of(
                "update proof_of_use set narrative = 'x' where id = " + first,
                "update proof_of_use set pdf = null, xlsx = null, facts = '{}' where id = " + first,
                "update proof_of_use set pdf = 'x', xlsx = null where id = " + first,
                "delete from proof_of_use where id = " + first)) {
            assertThatThrownBy(() -> database.writePastTheProgram(sql))
                    .as(sql)
                    .hasMessageContaining("A proof of use is never");
        }
    }

    @Test
    void numbers_have_no_gap_whatever_is_rolled_back_and_rehearsed() {
        Actor nsi = given.nsi();
        proofs.issued(nsi, "Eins");
        assertThatThrownBy(() -> QuarkusTransaction.requiringNew().run(() -> {
                    proofs.issued(nsi, "Zwei");
                    throw new IllegalStateException("after the number was drawn");
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> produce.handle(nsi, new ProduceProof.Command(1L, "x", " ")))
                .isInstanceOf(InvalidInputException.class);
        List<Callable<String>> rush = IntStream.range(0, 4)
                .<Callable<String>>mapToObj(i -> () -> {
                    if (i % 2 == 0) {
                        return "" + proofs.issued(nsi, "Andrang");
                    }
                    try {
                        QuarkusTransaction.requiringNew().run(() -> {
                            proofs.issued(nsi, "Andrang");
                            throw new IllegalStateException("after the number was drawn");
                        });
                    } catch (IllegalStateException onPurpose) {
                        // Taken back.
                    }
                    return "taken back";
                })
                .collect(Collectors.toList());
        Race.of(rush);
        assertThat(database.rows("select number, version from proof_of_use order by id"))
                .containsExactly("VN-2027-001 1", "VN-2027-002 2", "VN-2027-003 3");
    }

    @Test
    void is_accepted_once_and_finished_and_newest_by_somebody_else_with_a_remark() throws SQLException {
        Actor nsi = given.nsi();
        Actor ministry = mails.ministry("Petra Probe", "probe@ministerium.example");
        long draft = proofs.issued(nsi, "Entwurf");
        AcceptProof.Command fine = new AcceptProof.Command("Geprüft, keine Beanstandungen.");
        Refused.with(ProofRefusal.PROOF_DRAFT, () -> accept.handle(ministry, draft, fine));
        proofs.settled();
        long old = proofs.issued(nsi, "Fertig");
        long newest = proofs.issued(nsi, "Fertig, berichtigt");
        Refused.with(ProofRefusal.PROOF_SUPERSEDED, () -> accept.handle(ministry, old, fine));
        Refused.with(AccessRefusal.NOT_FOUND, () -> accept.handle(ministry, 99, fine));
        assertThatThrownBy(() -> accept.handle(ministry, newest, new AcceptProof.Command(" ")))
                .isInstanceOf(InvalidInputException.class);
        Actor turned = new Actor(nsi.userId(), ministry.role(), null, false);
        assertThat(Refused.with(ClaimRefusal.FOUR_EYES, () -> accept.handle(turned, newest, fine))
                        .text())
                .contains("VN-2027-003")
                .contains("zweite Person");
        assertThatThrownBy(() -> database.writePastTheProgram(
                        "insert into proof_acceptance (proof_id, accepted_at, accepted_by, remark)"
                                + " values (?, now(), ?, 'x')",
                        newest,
                        nsi.userId()))
                .hasMessageContaining("somebody else");
        for (Actor other : List.of(nsi, given.auditor(), given.staffOf(Given.LANGENHAGEN))) {
            Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> accept.handle(other, newest, fine));
        }
        mails.composeAll();
        assertThat(mails.mails().stream().filter(mail -> mail.startsWith("PROOF_PRODUCED")))
                .as("two finished ones, and no draft")
                .filteredOn(mail -> mail.contains("probe@ministerium.example"))
                .hasSize(2);
        accept.handle(ministry, newest, fine);
        assertThat(Refused.with(ProofRefusal.PROOF_ACCEPTED, () -> accept.handle(given.ministry(), newest, fine))
                        .text())
                .contains("schon abgenommen");
        ProofSearch.Shown shown = search.require(given.auditor(), newest);
        assertThat(shown.version().remark()).isEqualTo("Geprüft, keine Beanstandungen.");
        assertThat(shown.accepter()).isEqualTo("Petra Probe");
        assertThatThrownBy(() -> database.writePastTheProgram("delete from proof_acceptance"))
                .hasMessageContaining("never deleted");
        mails.composeAll();
        assertThat(mails.mails().toString()).contains("PROOF_ACCEPTED NSI");
        assertThat(database.rows("select action, subject_id from audit_entry where subject_type = 'proof' order by id"))
                .containsExactly(
                        "proof.produced VN-2027-001",
                        "proof.produced VN-2027-002",
                        "proof.produced VN-2027-003",
                        "proof.accepted VN-2027-003");
        assertThat(database.text("select after_json from audit_entry where action = 'proof.accepted'"))
                .contains(shown.version().pdfSha256());
    }

    @Test
    void only_the_nsi_issues_and_strangers_see_nothing() {
        long id = proofs.issued(given.nsi(), "x");
        for (Actor other : List.of(given.ministry(), given.auditor(), given.staffOf(Given.LANGENHAGEN))) {
            Refused.with(
                    AccessRefusal.ROLE_NOT_ALLOWED,
                    () -> produce.handle(other, new ProduceProof.Command(1L, "x", "Hannover")));
        }
        assertThatThrownBy(() -> search.pdf(given.staffOf(Given.LANGENHAGEN), id))
                .isInstanceOf(RefusedException.class);
        Refused.with(AccessRefusal.NOT_FOUND, () -> search.xlsx(given.auditor(), 99));
    }
}
