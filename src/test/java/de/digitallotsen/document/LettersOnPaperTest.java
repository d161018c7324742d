package de.digitallotsen.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Function;
import java.util.stream.Stream;

import de.digitallotsen.Din91379;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.paper.PdfCheck;
import de.digitallotsen.paper.Print;
import de.digitallotsen.paper.Sender;
import io.quarkus.qute.TemplateInstance;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** R38 in every document about registrations and seminars: the whole standard, wherever a typed text stands. */
@PortalTest
class LettersOnPaperTest {

    private static final String ALL = String.join(" ", Din91379.WORDS);
    private static final List<String> LINES = Din91379.lines(8);

    @Inject
    Print print;

    private static SeminarFacts seminar(String text) {
        return new SeminarFacts(text, "29.03.2027", List.of("Mo., 29.03.2027"), text);
    }

    private static RegistrationFacts registration(String text) {
        return new RegistrationFacts("7K3M-Q9XA", text, text, text, 100_000, 50_000, 50_000);
    }

    private static CertificateSheets.Sheet certificate(String text) {
        return new CertificateSheets.Sheet(
                "z" + text.hashCode(), "7K3M-Q9XA-1", "AAAA", text, text, seminar(text), 24, 3, 3, false, "29.03.2027");
    }

    record Document(String name, Function<Sender, TemplateInstance> sheet) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Document> documents() {
        return Stream.of(
                new Document(
                        "confirmation",
                        sender -> new RegistrationSheets.ConfirmationSheet(
                                sender,
                                registration(ALL),
                                seminar("Titel"),
                                TestClock.START,
                                true,
                                true,
                                List.of("Stufe"),
                                2)),
                new Document(
                        "confirmation, title and venue",
                        sender -> new RegistrationSheets.ConfirmationSheet(
                                sender,
                                registration("Anna"),
                                seminar(ALL),
                                TestClock.START,
                                true,
                                true,
                                List.of("Stufe"),
                                2)),
                new Document(
                        "costs",
                        sender -> new RegistrationSheets.CostSheet(
                                sender, registration("Anna"), seminar("Titel"), 100_000, ALL)),
                new Document(
                        "list to sign",
                        sender -> new SeminarSheets.AttendanceSheet(
                                sender,
                                seminar("Titel"),
                                List.of(List.of(new SeminarSheets.Day("Mo., 29.03.2027", "09:00–16:30 Uhr"))),
                                LINES.stream()
                                        .map(line -> new SeminarSheets.Line(1, line, "Anna"))
                                        .toList(),
                                List.of())),
                new Document(
                        "signs",
                        sender -> new SeminarSheets.SignSheet(
                                sender,
                                seminar("Titel"),
                                LINES.stream()
                                        .map(line -> new SeminarSheets.Sign(line, "Stadt", "small-name"))
                                        .toList())),
                new Document(
                        "certificates",
                        sender -> new CertificateSheets.CertificateSheet(
                                sender,
                                "Bescheinigungen",
                                Din91379.lines(100).stream()
                                        .map(LettersOnPaperTest::certificate)
                                        .toList(),
                                "Hannover",
                                List.of("Inhalt"),
                                "")));
    }

    @ParameterizedTest
    @MethodSource("documents")
    void prints_the_whole_standard(Document document) {
        byte[] pdf =
                print.file("probe.pdf", document.sheet().apply(print.sender())).content();
        PdfCheck.assertArchivableAndAccessible(pdf);
        String text = PdfCheck.text(pdf);
        assertThat(Din91379.missingIn(text)).isEmpty();
        assertThat(text.replace("Fragen?", "")).doesNotContain("?").doesNotContain("\u25AF");
    }
}
