package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReferenceTest {

    private static final List<String> SOME =
            Stream.generate(Reference::next).limit(400).toList();

    @Test
    void uses_no_character_that_can_be_mistaken_on_the_telephone() {
        assertThat(Reference.ALPHABET).hasSize(32).doesNotContain("0", "O", "1", "I");
        assertThat(Reference.ALPHABET.chars().distinct().count()).isEqualTo(32);
        assertThat(SOME)
                .allMatch(reference ->
                        reference.length() == 8 && reference.chars().allMatch(c -> Reference.ALPHABET.indexOf(c) >= 0));
    }

    @Test
    void reads_every_reference_it_gives() {
        assertThat(SOME)
                .allMatch(reference -> Reference.parse(reference).orElseThrow().equals(reference));
    }

    @Test
    void catches_every_single_wrong_character() {
        for (String reference : SOME) {
            for (int position = 0; position < Reference.LENGTH; position++) {
                for (char wrong : Reference.ALPHABET.toCharArray()) {
                    String typed = reference.substring(0, position) + wrong + reference.substring(position + 1);
                    if (Reference.parse(typed).isPresent() != typed.equals(reference)) {
                        fail(reference + " typed as " + typed);
                    }
                }
            }
        }
    }

    @Test
    void catches_every_swap_of_two_neighbours() {
        for (String reference : SOME) {
            for (int position = 0; position < Reference.LENGTH - 1; position++) {
                char[] typed = reference.toCharArray();
                typed[position] = reference.charAt(position + 1);
                typed[position + 1] = reference.charAt(position);
                if (Reference.parse(new String(typed)).isPresent() != reference.equals(new String(typed))) {
                    fail(reference + " typed as " + new String(typed));
                }
            }
        }
    }

    @Test
    void reads_what_people_type() {
        String reference = SOME.get(0);
        String spoken = Reference.spoken(reference);
        assertThat(spoken).hasSize(9).contains("-");
        assertThat(List.of(
                        spoken,
                        spoken.toLowerCase(),
                        " " + spoken + " ",
                        reference.substring(0, 4) + " " + reference.substring(4),
                        reference.substring(0, 4) + "\u00a0-\u00a0" + reference.substring(4)))
                .allMatch(typed -> Reference.parse(typed).orElse("").equals(reference));
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "   ",
                "ABC",
                "AAAAAAAAA",
                "0O1I0O1I",
                "ÄÖÜÄÖÜÄÖ",
                "'; drop table registration; --",
                "ıııııııı"
            })
    void finds_no_reference_in_anything_else(String typed) {
        assertThat(Reference.parse(typed)).isEmpty();
    }

    @Test
    void reads_no_endless_text() {
        String padded = SOME.get(0) + " ".repeat(100);
        assertThat(Reference.parse(padded)).isEmpty();
    }

    @Test
    void hardly_ever_repeats_itself() {
        long distinct = IntStream.range(0, 10_000)
                .mapToObj(i -> Reference.next())
                .distinct()
                .count();
        assertThat(distinct).isGreaterThan(9_990);
    }
}
