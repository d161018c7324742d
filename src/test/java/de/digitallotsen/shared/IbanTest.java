package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** An account is known by its check digits. */
class IbanTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "DE02120300000000202051",
                "DE02 1203 0000 0000 2020 51",
                "de02\u00a01203 0000 0000 2020 51",
                "AT61 1904 3002 3457 3201",
                "FR14 2004 1010 0505 0001 3M02 606"
            })
    void takes_what_the_check_digits_confirm(String typed) {
        assertThat(Iban.of(typed)).isPresent();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "[bitte eintragen]",
                "DE02120300000000202052",
                "DE02120300000000200251",
                "DE0212030000000020205",
                "DE021203000000002020510",
                "02120300000000202051",
                "DE02-1203-0000-0000-2020-51",
                "AT61190430023457320"
            })
    void refuses_everything_else(String typed) {
        assertThat(Iban.of(typed)).isEmpty();
    }

    @Test
    void is_printed_in_groups_of_four() {
        assertThat(Iban.of("DE02120300000000202051").orElseThrow().printed()).isEqualTo("DE02 1203 0000 0000 2020 51");
    }
}
