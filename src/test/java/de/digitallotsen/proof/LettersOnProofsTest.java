package de.digitallotsen.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;

import de.digitallotsen.Din91379;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.claim.Payments.Payment;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.paper.Print;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** R38 on proofs of use: the whole standard, wherever a typed text stands. */
@PortalTest
class LettersOnProofsTest {

    private static final List<String> LINES = Din91379.lines(8);
    private static final LocalDate DAY = LocalDate.of(2027, 3, 29);

    @Inject
    Print print;

    private void assertWhole(TemplateInstance sheet) {
        byte[] pdf = print.file("probe.pdf", sheet).content();
        PdfCheck.assertArchivableAndAccessible(pdf);
        String text = PdfCheck.text(pdf);
        assertThat(Din91379.missingIn(text)).isEmpty();
        assertThat(text.replace("Fragen?", "")).doesNotContain("?").doesNotContain("\u25AF");
    }

    @Test
    void a_proof_of_use_prints_the_whole_standard() {
        String all = String.join("\n", LINES);
        ProofOfUse proof = new ProofOfUse(
                new ProofOfUse.Period(1, "Zeitraum", DAY, DAY.plusYears(1)),
                TestClock.START,
                new ProofOfUse.Issuer(print.sender(), "MI 34", "NSI"),
                LINES,
                new ProofOfUse.Reach(440),
                new ProofOfUse.Plan(
                        2,
                        "MI 34",
                        DAY,
                        all,
                        "0301",
                        5_000,
                        new TreeMap<>(),
                        LINES.stream()
                                .map(line -> new ProofOfUse.PlanVersion(1, DAY, 1, line))
                                .toList()),
                0,
                LINES.stream()
                        .map(line -> new ProofOfUse.Grant(1, DAY, line, 1))
                        .toList(),
                LINES.stream()
                        .map(line -> new Payment(DAY, "2027-001", line, 1))
                        .toList(),
                List.of(),
                List.of(),
                List.of(new ProofOfUse.Year(2027, 1L, 1, 1, 0)),
                true,
                new ProofOfUse.Edition("VN-2027-001", 1, all, "Hannover", "Petra Probe"));
        assertWhole(new ProofSheets.ProofSheet(
                proof,
                "ENTWURF",
                "",
                LINES.stream()
                        .map(line -> new ProofSheets.Voucher(1, "29.03.2027", "7K3M-Q9XA", line, 50_000))
                        .toList(),
                LINES.stream()
                        .map(line -> new ProofSheets.Line(
                                "29.03.2027", "7K3M-Q9XA", "Stadt Langenhagen", "teilgenommen", 3, 50_000, line))
                        .toList()));
    }
}
