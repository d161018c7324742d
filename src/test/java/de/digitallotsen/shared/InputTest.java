package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.text.Normalizer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class InputTest {

    private final Input input = new Input();

    @Test
    void keeps_a_name_in_one_normal_form_however_it_came() {
        String decomposed = Normalizer.normalize("Jörg Müller", Normalizer.Form.NFD);
        assertThat(decomposed).isNotEqualTo("Jörg Müller");
        assertThat(input.required("name", "Name", decomposed, 80)).isEqualTo("Jörg Müller");
        assertThat(input.isFine()).isTrue();
    }

    @Test
    void trims_and_takes_blank_for_missing() {
        assertThat(Input.clean("  Anna \n")).isEqualTo("Anna");
        assertThat(Input.clean(" \t\n")).isNull();
        assertThat(Input.clean(null)).isNull();
        assertThat(input.optional("a", "A", "  ", 10)).isNull();
        assertThat(input.isFine()).isTrue();
        assertThat(input.required("name", "Name", "  ", 10)).isNull();
        assertThat(input.isFine()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"An\u0000na", "An\nna", "An\u001bna", "An\u202ena", "An\u2028na", "An\ue000na", "An\ud800na"})
    void refuses_characters_that_break_lists_mails_and_calendars(String name) {
        assertThat(input.required("name", "Name", name, 80)).isNull();
        assertThat(input.isFine()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Nguyễn Thị", "O’Brien", "Yıldız", "Ljubiša-Đorđe", "Anna-Lena v. d. Heide (geb. Müller)"})
    void keeps_names_of_the_whole_standard(String name) {
        assertThat(input.required("name", "Name", name, 80)).isEqualTo(Normalizer.normalize(name, Normalizer.Form.NFC));
        assertThat(input.isFine()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"شيرين", "李小龙", "𠮷田", "می\u200cخواهم"})
    void says_of_names_that_no_document_can_print_which_letter_it_is(String name) {
        assertThat(input.required("name", "Name", name, 80)).isNull();
        assertThat(input.isFine()).isFalse();
    }

    @Test
    void lets_lines_break_only_where_there_may_be_several() {
        assertThat(input.optionalLines("needs", "Bedarf", "Rollstuhl\r\nInduktionsschleife", 500))
                .contains("\n");
        assertThat(input.isFine()).isTrue();
        assertThat(input.optionalLines("needs", "Bedarf", "a\u0007b", 500)).isNull();
        assertThat(input.isFine()).isFalse();
    }

    @Test
    void counts_characters_not_their_halves() {
        assertThat(input.required("q", "Suchtext", "𠮷".repeat(80), 80)).hasSize(160);
        assertThat(input.isFine()).isTrue();
        assertThat(input.required("q", "Suchtext", "𠮷".repeat(81), 80)).isNull();
        assertThatThrownBy(input::throwIfWrong).hasMessageContaining("81");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "anna@stadt.example",
                "Anna.Beispiel@Stadt-Langenhagen.example",
                "a+b@c.example",
                "o'brien@stadt.example",
                "müller@gemeinde-süd.example"
            })
    void accepts_addresses_that_a_mail_could_reach(String address) {
        assertThat(input.email("email", "E-Mail-Adresse", address))
                .isEqualTo(EmailAddress.read(address).address().stored());
        assertThat(input.isFine()).isTrue();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "anna",
                "anna@",
                "@stadt.example",
                "anna@stadt",
                "an na@stadt.example",
                "anna@stadt..example",
                "anna@@stadt.example",
                "<anna@stadt.example>",
                "anna@stadt.example,bernd@stadt.example",
                "anna@-stadt.example",
                "anna@stadt.example\nBcc: alle@welt.example",
                "anna@stadt.e"
            })
    void refuses_what_is_no_address(String address) {
        assertThat(input.email("email", "E-Mail-Adresse", address)).isNull();
        assertThat(input.isFine()).isFalse();
    }

    @Test
    void refuses_an_address_longer_than_mail_servers_carry() {
        String labels = "b".repeat(63) + "." + "b".repeat(63) + "." + "b".repeat(52);
        String longest = "a".repeat(64) + "@" + labels + ".example";
        assertThat(longest).hasSize(253);
        assertThat(input.email("email", "E-Mail-Adresse", longest)).isEqualTo(longest);
        assertThat(input.email("email", "E-Mail-Adresse", "a".repeat(64) + "@bb" + labels + ".example"))
                .isNull();
    }

    @Test
    void checks_numbers_at_both_ends() {
        assertThat(input.number("n", "N", 1L, 1, 500)).isEqualTo(1);
        assertThat(input.number("n", "N", 500L, 1, 500)).isEqualTo(500);
        assertThat(input.isFine()).isTrue();
        assertThat(input.number("n", "N", 0L, 1, 500)).isNull();
        assertThat(input.number("n", "N", 501L, 1, 500)).isNull();
        assertThat(input.number("n", "N", null, 1, 500)).isNull();
        assertThatThrownBy(input::throwIfWrong)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        wrong -> assertThat(wrong.violations()).hasSize(3));
    }

    @Test
    void says_everything_that_is_wrong_at_once() {
        input.required("a", "Vorname", null, 80);
        input.required("b", "Nachname", "x".repeat(81), 80);
        input.email("c", "E-Mail-Adresse", "nirgends");
        assertThatThrownBy(input::throwIfWrong)
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        wrong -> assertThat(wrong.violations())
                                .extracting(Violation::field)
                                .containsExactly("a", "b", "c"));
    }
}
