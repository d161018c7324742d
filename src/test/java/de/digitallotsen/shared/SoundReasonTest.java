package de.digitallotsen.shared;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a reason for seeing names. */
class SoundReasonTest {

    private static String reason(Input input, String raw) {
        return SoundReason.required(input, "reason", raw);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "x",
                "Prüfung",
                "Verwendungsnachweisprüfung",
                "12 34 56 78 90 11 22 33 44",
                "a b c d e",
                "xxxxxxxxxx xxxxxxxxxx",
                "- - - - - - - - - - -",
                "...... Stichprobe ......"
            })
    void is_no_mark_in_a_field(String raw) {
        Input input = new Input();
        assertThat(reason(input, raw)).isNull();
        assertThat(input.isFine()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Stichprobe nach § 44 LHO",
                "Prüfung der Belege 3 bis 9",
                " „Örtliche Erhebung“ Az. 12-3\u00A0",
                "Vor-Ort-Prüfung im März"
            })
    void is_a_sentence(String raw) {
        Input input = new Input();
        assertThat(reason(input, raw)).isEqualTo(Input.clean(raw));
        assertThat(input.isFine()).isTrue();
    }
}
