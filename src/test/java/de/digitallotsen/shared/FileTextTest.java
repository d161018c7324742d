package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** R39: what cannot be read with certainty is refused, with its line and the way out. */
class FileTextTest {

    private static final String HEAD = "Vorname;Nachname\n";

    private static byte[] bytes(String text, String charset) {
        return (HEAD + text + "\n").getBytes(Charset.forName(charset));
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] mark(int... mark) {
        byte[] bytes = new byte[mark.length];
        for (int i = 0; i < mark.length; i++) {
            bytes[i] = (byte) mark[i];
        }
        return bytes;
    }

    private static Arguments read(String name, String text, byte[] file) {
        return arguments(name, HEAD + text + "\n", file);
    }

    static Stream<Arguments> certain() {
        return Stream.of(
                read("ASCII", "Anna;Beispiel", bytes("Anna;Beispiel", "US-ASCII")),
                read("UTF-8", "Jörg;Süßmilch", bytes("Jörg;Süßmilch", "UTF-8")),
                read("UTF-8, names from everywhere", "Nguyễn;Łukasz Ẍalid", bytes("Nguyễn;Łukasz Ẍalid", "UTF-8")),
                read("UTF-8, capital Ã", "SÃO;JOÃO", bytes("SÃO;JOÃO", "UTF-8")),
                read("UTF-8 with a mark", "Jörg;Groß", join(mark(0xEF, 0xBB, 0xBF), bytes("Jörg;Groß", "UTF-8"))),
                read("UTF-16, little end first", "Jörg;Ẕiya", join(mark(0xFF, 0xFE), bytes("Jörg;Ẕiya", "UTF-16LE"))),
                read("UTF-16, big end first", "Jörg;Ẕiya", join(mark(0xFE, 0xFF), bytes("Jörg;Ẕiya", "UTF-16BE"))),
                read("Windows, umlauts", "Jörg;Süßmilch", bytes("Jörg;Süßmilch", "windows-1252")),
                read("Windows, capital umlauts", "ÄRZTE;ÖL ÜBER", bytes("ÄRZTE;ÖL ÜBER", "windows-1252")),
                read("Windows, only ß", "Anna;Groß", bytes("Anna;Groß", "windows-1252")),
                read("Windows, René", "René;Dupont", bytes("René;Dupont", "windows-1252")),
                read("Windows, Muñoz", "José;Muñoz", bytes("José;Muñoz", "windows-1252")),
                read("Windows, Hernández", "Ana;Hernández", bytes("Ana;Hernández", "windows-1252")),
                read("Windows, Šimić beside Müller", "Ivo;Šimic Müller", bytes("Ivo;Šimic Müller", "windows-1252")),
                read("Windows, O’Neill", "Pat;O’Neill", bytes("Pat;O’Neill", "windows-1252")),
                read("Windows, dash", "Jörg;Müller–Lüdenscheidt", bytes("Jörg;Müller–Lüdenscheidt", "windows-1252")),
                read("Windows, quotes", "Anna;„Haus am See“", bytes("Anna;„Haus am See“", "windows-1252")),
                read("Windows, 500 €", "Anna;500 €", bytes("Anna;500 €", "windows-1252")));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("certain")
    void reads_what_is_certain(String name, String text, byte[] file) {
        assertThat(FileText.of(file)).isEqualTo(text);
    }

    private static Arguments refused(String name, byte[] file, String reason) {
        return arguments(name, file, reason);
    }

    private static Stream<Arguments> other(String charset, String kind, String... texts) {
        return Stream.of(texts).map(text -> refused(kind + ": " + text, bytes(text, charset), "nicht sicher lesen"));
    }

    static Stream<Arguments> uncertain() {
        return Stream.of(
                        other(
                                "IBM850",
                                "DOS 850",
                                "Jörg;B",
                                "A;Müller",
                                "A;Märkte",
                                "A;Ärzte",
                                "A;Öl",
                                "A;Übersee",
                                "A;Groß",
                                "A;Straße",
                                "René;B",
                                "A;Hernández",
                                "A;Malmö",
                                "Zoë;B",
                                "A;Åberg"),
                        other("IBM437", "DOS 437", "Jörg;B", "A;Müller", "A;Groß", "A;Ülzen"),
                        other(
                                "x-MacRoman",
                                "Macintosh",
                                "Jörg;B",
                                "A;Müller",
                                "A;Jäger",
                                "A;Ärzte",
                                "A;Öl",
                                "A;Übersee",
                                "A;Groß",
                                "René;B",
                                "A;García",
                                "A;Muñoz",
                                "François;B"),
                        other("windows-1252", "Windows, but it might be a Mac", "A;Miloš"),
                        Stream.of(
                                refused(
                                        "one byte of Windows in UTF-8",
                                        join(bytes("Jörg;Süßmilch", "UTF-8"), bytes("M\u00fcller;B", "windows-1252")),
                                        "nicht durchgehend"),
                                refused(
                                        "one byte of DOS in UTF-8",
                                        join(bytes("Jörg;Süßmilch", "UTF-8"), bytes("Müller;B", "IBM850")),
                                        "nicht durchgehend"),
                                refused(
                                        "a mark of UTF-8 before Windows",
                                        join(mark(0xEF, 0xBB, 0xBF), bytes("Jörg;B", "windows-1252")),
                                        "nicht durchgehend"),
                                refused("a lost letter", bytes("J\uFFFDrg;B", "UTF-8"), "„\uFFFD“"),
                                refused("a control of C1", bytes("J\u0094rg;B", "UTF-8"), "verloren"),
                                refused("UTF-8 read as Windows: ö", bytes("JÃ¶rg;B", "UTF-8"), "„Ã¶“"),
                                refused("UTF-8 read as Windows: ß", bytes("GroÃŸ;B", "UTF-8"), "„ÃŸ“"),
                                refused("UTF-8 read as Windows: Ü", bytes("Ãœlzen;B", "UTF-8"), "„Ãœ“"),
                                refused("UTF-8 read as Windows: §", bytes("Â§ 5;B", "UTF-8"), "„Â§“"),
                                refused("UTF-8 read as Windows: –", bytes("aâ€“b;B", "UTF-8"), "verloren"),
                                refused("DOS read as Windows", bytes("J”rg;B", "UTF-8"), "verloren"),
                                refused("Mac read as Windows", bytes("J…rg Stra§e;B", "UTF-8"), "verloren"),
                                refused("UTF-16 without a mark", bytes("Jörg;B", "UTF-16LE"), "keine Textdatei"),
                                refused(
                                        "half a letter of UTF-16",
                                        join(mark(0xFF, 0xFE), bytes("Jörg;B", "UTF-16LE"), mark(0x41)),
                                        "nicht durchgehend"),
                                refused(
                                        "UTF-32",
                                        join(mark(0xFF, 0xFE, 0, 0), bytes("Jörg;B", "UTF-32LE")),
                                        "keine Textdatei"),
                                refused("no text", new byte[] {0, 1, 2, 3}, "keine Textdatei")))
                .flatMap(rows -> rows);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("uncertain")
    void refuses_what_is_not_and_says_what_to_do(String name, byte[] file, String reason) {
        assertThatThrownBy(() -> FileText.of(file))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        invalid -> assertThat(invalid.violations().get(0).message())
                                .contains(reason)
                                .contains("CSV UTF-8")
                                .doesNotContain("{"));
    }

    @Test
    void names_the_line() {
        assertThatThrownBy(() -> FileText.of(join(
                        "a\nb\nJörg\n".getBytes(StandardCharsets.UTF_8),
                        "Müller\n".getBytes(Charset.forName("windows-1252")))))
                .hasMessageContaining("Zeile 4:");
    }
}
