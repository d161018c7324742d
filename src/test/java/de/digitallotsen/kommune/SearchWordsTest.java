package de.digitallotsen.kommune;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SearchWordsTest {

    private static boolean finds(String query, String index) {
        return SearchWords.of(query).stream().allMatch(word -> index.contains(" " + word));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Göttingen",
                "göttingen",
                "GÖTTINGEN",
                "Goettingen",
                "Gottingen",
                "gött",
                "Stadt Gött",
                "göttingen stadt",
                "37073",
                "0315"
            })
    void finds_a_name_however_it_is_typed(String query) {
        String index = SearchWords.index("Stadt Göttingen", "031590016016", "03159016", "37073");
        assertThat(finds(query, index)).isTrue();
        assertThat(finds(Normalizer.normalize(query, Normalizer.Form.NFD), index))
                .isTrue();
    }

    @Test
    void finds_only_beginnings_of_words() {
        assertThat(finds("ingen", SearchWords.index("Stadt Göttingen"))).isFalse();
        assertThat(finds("Stadt Hannover", SearchWords.index("Stadt Göttingen")))
                .isFalse();
    }

    @Test
    void finds_a_sharp_s_as_two() {
        String index = SearchWords.index("Gemeinde Groß Berßen");
        assertThat(finds("gross berssen", index)).isTrue();
        assertThat(finds("Groß Ber", index)).isTrue();
    }

    @Test
    void has_no_words_in_what_is_none() {
        assertThat(SearchWords.of("%_ ' -- !")).isEmpty();
        assertThat(SearchWords.of("")).isEmpty();
    }

    @Test
    void looks_for_no_more_words_than_a_name_has() {
        assertThat(SearchWords.of("a ".repeat(50))).hasSize(8);
    }

    @Test
    void indexes_without_keys_that_are_missing() {
        assertThat(SearchWords.index("Landkreis Gifhorn", "031510000000", null))
                .isEqualTo(" landkreis gifhorn 031510000000 ");
    }
}
