package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** One row a search: what stands there, what somebody types, and whether it is found (R37, adr/0051). */
class SearchTextTest {

    record Row(String text, String typed, boolean found) {}

    private static Row finds(String text, String typed) {
        return new Row(text, typed, true);
    }

    private static Row misses(String text, String typed) {
        return new Row(text, typed, false);
    }

    static Stream<Row> searches() {
        return Stream.of(
                finds("Jörg Groß", "Groß, Jörg"),
                finds("Jörg Groß", "jörg groß"),
                finds("Jörg Groß", "Gross"),
                finds("Jörg Groß", "GROSS"),
                finds("Jörg Groß", "GROẞ"),
                finds("Jörg Groß", "Joerg"),
                finds("Jörg Groß", "Jorg Gro"),
                finds("Jörg Gross", "Groß"),
                finds("Emine Öztürk", "Oeztuerk"),
                finds("Emine Öztürk", "Ozturk"),
                finds("Emine Öztürk", "Oezturk"),
                finds("Emine Oeztuerk", "Öztürk"),
                finds("Emine Ozturk", "Öztürk"),
                finds("Emine Oeztuerk", "Ozturk"),
                finds("Emine Öztürk", "öz em"),
                finds("Łukasz Wałęsa", "Lukasz Walesa"),
                finds("Lukasz Walesa", "Łukasz"),
                finds("Đorđe Đukić", "Dorde Dukic"),
                finds("Nguyễn Thị", "Nguyen Thi"),
                finds("Nguyễn Thị", "Nguyễn Thị"),
                finds("Søren Kjær", "Soeren Kjaer"),
                finds("Søren Kjær", "Soren"),
                finds("Åse Håland", "Aase Haaland"),
                finds("Yıldız İnci", "yildiz inci"),
                finds("Þórdís", "Thordis"),
                finds("Brian O’Neill", "O'Neill"),
                finds("Brian O'Neill", "O’Neill"),
                finds("Brian O´Neill", "O`Neill"),
                finds("Brian O’Neill", "oneill"),
                finds("Brian O’Neill", "neill"),
                finds("Brian ONeill", "O’Neill"),
                finds("Gerard 't Hooft", "’t hooft"),
                finds("ʿAbd al-Ḥamīd", "abd hamid"),
                finds("Anna Müller\u2011Lüdenscheidt", "Müller-Lüdenscheidt"),
                finds("Anna Müller-Lüdenscheidt", "Lüdenscheidt Müller"),
                finds("Anna Müller–Lüdenscheidt", "mueller ludenscheidt anna"),
                finds("Gemeinde Großenkneten", "Grossenkneten"),
                finds("Gemeinde Großenkneten", "großenk"),
                finds("Ἀθηνᾶ Νίκος", "αθηνα νικοσ"),
                finds("Йорданка", "Иорд"),
                finds("李小龙", "李小龙"),
                finds("ﬁscher", "Fischer"),
                finds("Mül\u00adler", "Müller"),
                finds("jörg.müller@stadt.example", "joerg.mueller@stadt"),
                finds("x@xn--mnster-3ya.example x@münster.example", "x@münster.example"),
                finds("x@xn--mnster-3ya.example x@münster.example", "xn--mnster-3ya"),
                finds("Dr. Anna-Lena v. d. Heide", "heide, dr. anna"),
                finds("100 % digital", "100 %"),
                misses("Jörg Groß", "Groß Anna"),
                misses("Göttingen", "ingen"),
                misses("Jörg Groß", "Gr0ß"),
                misses("Anna Müller", "Anna_X"),
                misses("Brian O’Neill", "ill"));
    }

    private static boolean finds(Row row, Normalizer.Form form) {
        String column = SearchText.of(Normalizer.normalize(row.text(), form));
        return SearchText.words(Normalizer.normalize(row.typed(), form)).stream()
                .allMatch(word -> column.contains(" " + word.folded()));
    }

    @ParameterizedTest
    @MethodSource("searches")
    void finds_however_it_is_typed(Row row) {
        assertThat(finds(row, Normalizer.Form.NFC)).isEqualTo(row.found());
        assertThat(finds(row, Normalizer.Form.NFD)).isEqualTo(row.found());
    }

    /** While somebody types, nothing that was found is lost before the word is whole. */
    @ParameterizedTest
    @MethodSource("searches")
    void finds_a_word_by_each_of_its_beginnings(Row row) {
        String column = SearchText.of(row.text());
        for (String word : row.text().split("[^\\p{L}\\p{M}\\p{N}\u00ad]+")) {
            for (int end = 1; end <= word.length(); end++) {
                assertThat(SearchText.words(word.substring(0, end)))
                        .as(word.substring(0, end))
                        .allMatch(begun -> column.contains(" " + begun.folded()));
            }
        }
    }

    @Test
    void has_no_words_in_what_is_none() {
        assertThat(SearchText.words("%_ ' -- !")).isEmpty();
        assertThat(SearchText.words("")).isEmpty();
    }

    @Test
    void looks_for_no_more_words_than_a_name_has() {
        assertThat(SearchText.words("a ".repeat(50))).hasSize(8);
    }

    @Test
    void keeps_what_fits_into_the_column_and_cuts_between_words() {
        String column = SearchText.of("Landkreis Gifhorn", "031510000000", null);
        assertThat(column).isEqualTo(" landkreis gifhorn 031510000000 ");
        StringBuilder many = new StringBuilder();
        for (int i = 1000; i < 1300; i++) {
            many.append("wort").append(i).append(' ');
        }
        assertThat(SearchText.of(many.toString()))
                .hasSizeLessThanOrEqualTo(SearchText.LONGEST)
                .endsWith(" ")
                .matches("( wort\\d{4})+ ");
    }
}
