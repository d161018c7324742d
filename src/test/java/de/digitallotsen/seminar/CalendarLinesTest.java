package de.digitallotsen.seminar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** RFC 5545, 3.1: lines of 75 octets at most, whatever letters they are made of, and none of those cut. */
class CalendarLinesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a",
                "ü",
                "ß€",
                "𠮷",
                "o\u0308x",
                "Ḧ",
                "👩‍👩‍👧",
                "ab\u0302\u0323",
                "a\\,b",
                "abcdefghi𠮷",
                "ä€𠮷b"
            })
    void folds_by_octets_and_cuts_no_letter(String piece) {
        for (int lead = 0; lead < 12; lead++) {
            String line = "SUMMARY:" + "x".repeat(lead) + piece.repeat(60);
            String folded = CalendarLines.fold(line + "\r\nEND:VEVENT\r\n");
            assertThat(folded.replace("\r\n ", "")).isEqualTo(line + "\r\nEND:VEVENT\r\n");
            assertThat(folded.split("\r\n")).allSatisfy(part -> {
                byte[] octets = part.getBytes(StandardCharsets.UTF_8);
                assertThat(octets.length).isLessThanOrEqualTo(75);
                assertThat(new String(octets, StandardCharsets.UTF_8)).isEqualTo(part);
                assertThat(part.stripLeading()).doesNotMatch("^[\\p{M}\\u200d].*");
            });
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {74, 75, 76, 148, 149, 150})
    void uses_a_line_to_its_end(int length) {
        String[] parts = CalendarLines.fold("x".repeat(length) + "\r\n").split("\r\n");
        assertThat(parts).hasSize(length <= 75 ? 1 : 1 + (length - 75 + 73) / 74);
    }

    @ParameterizedTest
    @ValueSource(ints = {40, 200})
    void folds_even_more_marks_than_a_line_holds(int marks) {
        String line = "SUMMARY:a" + "\u0301".repeat(marks);
        String folded = CalendarLines.fold(line + "\r\n");
        assertThat(folded.replace("\r\n ", "")).isEqualTo(line + "\r\n");
        assertThat(folded.split("\r\n"))
                .allSatisfy(part ->
                        assertThat(part.getBytes(StandardCharsets.UTF_8).length).isLessThanOrEqualTo(75));
    }
}
