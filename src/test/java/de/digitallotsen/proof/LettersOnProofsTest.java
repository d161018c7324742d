package de.digitallotsen.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.Din91379;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.claim.Recipient;
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

    @Inject
    Recipient recipient;

    private void assertWhole(TemplateInstance sheet) {
        byte[] pdf = print.file("probe.pdf", sheet).content();
        PdfCheck.assertArchivableAndAccessible(pdf);
        String text = PdfCheck.text(pdf);
        assertThat(Din91379.missingIn(text)).isEmpty();
        assertThat(text.replace("Fragen?", "")).doesNotContain("?").doesNotContain("\u25AF");
    }

    @Test
    void a_proof_of_use_prints_the_whole_standard() {
        ProofOfUse proof = new ProofOfUse(
                new ProofOfUse.Period(1, "Zeitraum", DAY, DAY.plusYears(1)),
                TestClock.START,
                false,
                new ProofOfUse.Reach(440),
                new ProofOfUse.Plan(20_000_000, 5_000),
                new ProofOfUse.Claimed(0, 0),
                List.of(),
                List.of(),
                true);
        assertWhole(new ProofSheets.ProofSheet(
                print.sender(),
                recipient,
                proof,
                LINES.stream()
                        .map(line -> new ProofSheets.Voucher("29.03.2027", "7K3M-Q9XA", "Kommune", line, 50_000))
                        .toList(),
                LINES.stream()
                        .map(line -> new ProofSheets.Line(
                                "29.03.2027", "7K3M-Q9XA", "Stadt Langenhagen", "teilgenommen", 3, 50_000, line))
                        .toList()));
    }
}
