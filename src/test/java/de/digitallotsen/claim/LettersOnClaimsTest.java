package de.digitallotsen.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;

import de.digitallotsen.Din91379;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.paper.Print;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** R38 on claims: the whole standard, wherever a typed text stands. */
@PortalTest
class LettersOnClaimsTest {

    private static final List<String> LINES = Din91379.lines(8);

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
    void a_claim_prints_the_whole_standard() {
        ClaimSheets.Head head = new ClaimSheets.Head(
                "MA-2027-1", "Zeitraum", "Entwurf", 50_000, 20_000_000, 0, TestClock.START, false, "");
        assertWhole(new ClaimSheets.ClaimSheet(
                print.sender(),
                recipient,
                head,
                LINES.stream()
                        .map(line -> new ClaimSheets.Group(
                                line,
                                List.of(new ClaimSheets.Line(
                                        "29.03.2027", "7K3M-Q9XA", "Stadt Langenhagen", "Buchung", 100_000, 50_000))))
                        .toList()));
    }
}
