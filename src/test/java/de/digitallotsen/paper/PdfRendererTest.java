package de.digitallotsen.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.text.Normalizer;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import de.digitallotsen.Din91379;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Printable;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.verapdf.pdfa.flavours.PDFAFlavour;

class PdfRendererTest {

    private final TestClock clock = new TestClock();

    static PaperSettings settings(int atOnce, long patienceMillis) {
        return new PaperSettings() {
            @Override
            public int atOnce() {
                return atOnce;
            }

            @Override
            public long patienceMillis() {
                return patienceMillis;
            }
        };
    }

    private final PdfRenderer renderer = new PdfRenderer(clock, settings(1, 200));

    private static String html(String body) {
        return "<html xmlns=\"http://www.w3.org/1999/xhtml\" lang=\"de\"><head><title>Probe</title><meta"
                + " name=\"subject\" content=\"Eine Probe\"/>"
                + "<bookmarks><bookmark name=\"Anfang\" href=\"#anfang\"/></bookmarks><style>* { font-family:"
                + " \"Fira Sans\"; } body { word-wrap: break-word; }</style></head>"
                + "<body><h1 id=\"anfang\">Probe</h1>" + body + "</body></html>";
    }

    @Test
    void makes_files_that_can_be_archived_and_read_aloud() throws IOException {
        byte[] pdf = renderer.render(html("<p>Größe, Maß, Öl, Łukasz"
                + " Ångström</p><table><thead><tr><th>Name</th></tr></thead>"
                + "<tbody><tr><td>&#160;</td></tr></tbody></table>"));
        PdfCheck.assertArchivableAndAccessible(pdf);
        assertThat(PdfCheck.text(pdf)).contains("Größe, Maß, Öl, Łukasz Ångström");
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("de");
            assertThat(document.getDocumentInformation().getTitle()).isEqualTo("Probe");
            assertThat(document.getDocumentInformation().getCreationDate().toInstant())
                    .isEqualTo(TestClock.START);
            assertThat(document.getDocumentCatalog()
                            .getDocumentOutline()
                            .getFirstChild()
                            .getTitle())
                    .isEqualTo("Anfang");
        }
    }

    @Test
    void the_check_of_files_sees_one_that_cannot_be_read_aloud() {
        byte[] pdf = renderer.render(html("<p>Text</p>").replace("<title>Probe</title>", ""));
        assertThat(PdfCheck.violations(pdf, PDFAFlavour.PDFUA_1)).isNotEmpty();
    }

    @Test
    void makes_the_same_bytes_from_the_same_page_at_the_same_time_and_others_a_second_later()
            throws InterruptedException {
        byte[] first = renderer.render(html("<p>Text</p>"));
        // Long enough for the machine's own time to show.
        Thread.sleep(1_100);
        assertThat(renderer.render(html("<p>Text</p>"))).isEqualTo(first);
        clock.pass(Duration.ofSeconds(1));
        assertThat(renderer.render(html("<p>Text</p>"))).isNotEqualTo(first);
    }

    @Test
    void the_standard_is_whole() {
        assertThat(Din91379.LETTERS).hasSize(52 + 448).doesNotHaveDuplicates();
        assertThat(Din91379.SEQUENCES).hasSize(149).doesNotHaveDuplicates();
    }

    /** R38, in both weights. */
    @ParameterizedTest
    @ValueSource(strings = {"p", "h2"})
    void prints_every_letter_and_sequence_of_the_standard_and_what_word_makes_of_hyphens_and_blanks(String element) {
        String words = Din91379.WORDS.stream()
                .map(word -> "<" + element + ">" + word + "</" + element + ">")
                .collect(Collectors.joining());
        byte[] pdf = renderer.render(html(words + "<p>M\u00fcller\u2011L\u00fcden\u00adscheidt,"
                + " Dr.\u202fNo, Nr.\u00a07, Ḧasan, Ẍalid, Ẕiya, O\u2019Neill</p>"));
        PdfCheck.assertArchivableAndAccessible(pdf);
        assertThat(Din91379.missingIn(PdfCheck.text(pdf))).isEmpty();
        assertThat(Din91379.squeezed(PdfCheck.text(pdf)))
                .contains("M\u00fcller\u2011L\u00fcdenscheidt,Dr.No,Nr.7,Ḧasan,Ẍalid,Ẕiya,O\u2019Neill")
                .doesNotContain("?");
    }

    /** What the forms accept and what the fonts have must never part. */
    @ParameterizedTest
    @ValueSource(strings = {"p", "h2"})
    void prints_every_character_that_a_form_accepts(String element) {
        List<String> accepted = IntStream.rangeClosed(0x20, Character.MAX_CODE_POINT)
                .filter(Character::isDefined)
                .mapToObj(Character::toString)
                .filter(character -> Printable.firstOther(character).isEmpty())
                .filter(character -> Normalizer.isNormalized(character, Normalizer.Form.NFC))
                .toList();
        assertThat(accepted).hasSizeGreaterThan(1_500);
        String words = accepted.stream()
                .map(character -> "<" + element + ">x"
                        + character.replace("&", "&amp;").replace("<", "&lt;") + "y</" + element + ">")
                .collect(Collectors.joining());
        String text = Din91379.squeezed(PdfCheck.text(renderer.render(html(words))));
        assertThat(accepted.stream()
                        .filter(character ->
                                !text.contains(Din91379.squeezed("x" + character.replaceAll("\\p{Cf}", "") + "y")))
                        .map(character -> Integer.toHexString(character.codePointAt(0)))
                        .toList())
                .isEmpty();
    }

    /** The forms refuse it; a row may be older than they are. */
    @Test
    void prints_characters_that_no_font_has_as_a_box() {
        byte[] pdf = renderer.render(html("<p>Anna 😀 Beispiel 漢</p>"));
        PdfCheck.assertArchivableAndAccessible(pdf);
        assertThat(PdfCheck.text(pdf)).contains("Anna \u25AF Beispiel \u25AF").doesNotContain("?");
    }

    @Test
    void prints_a_name_of_eighty_letters_without_a_space() {
        String name = "W".repeat(80);
        byte[] pdf = renderer.render(html("<p>" + name + "</p>"));
        PdfCheck.assertArchivableAndAccessible(pdf);
        assertThat(PdfCheck.text(pdf).replace(" ", "")).contains(name);
    }

    @Test
    void loads_nothing_from_elsewhere() {
        byte[] pdf = renderer.render(
                html("<p>Text</p><link rel=\"stylesheet\" href=\"file:///etc/passwd\"/><img alt=\"Bild\""
                        + " src=\"http://127.0.0.1:1/x.png\"/>"));
        assertThat(PdfCheck.text(pdf)).contains("Text");
    }

    @Test
    void says_busy_rather_than_make_too_many_at_once() {
        Refused.with(AccessRefusal.BUSY, () -> new PdfRenderer(clock, settings(0, 50)).render(html("<p>Text</p>")));
        assertThat(renderer.render(html("<p>Text</p>"))).isNotEmpty();
        assertThat(renderer.render(html("<p>Text</p>")))
                .as("the place is free again")
                .isNotEmpty();
    }
}
