package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.time.Duration;
import java.util.List;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** R39: a cell may hold any number and any format; none of them takes the memory or the time of all. */
class SheetCellsTest {

    @ParameterizedTest
    @ValueSource(strings = {"1E999999999", "-1E999999999", "1E-999999999", "1E31", "1E18"})
    void writes_no_number_out_that_is_none_of_ours(String number) throws IOException {
        for (String style : List.of("", "s=\"1\"")) {
            byte[] file = RawWorkbook.of(
                    false, List.of("dd.mm.yyyy"), List.of(List.of(RawWorkbook.raw(style, "<v>" + number + "</v>"))));
            assertThat(SpreadsheetRows.of(file).rows().get(0).get(0)).hasSizeLessThan(40);
        }
    }

    @Test
    void looks_at_a_format_once_and_at_none_that_excel_does_not_know() {
        byte[] file = RawWorkbook.of(
                false,
                List.of("[".repeat(200_000), "[Red]dd.mm.yyyy"),
                List.of(List.of(
                        RawWorkbook.raw("s=\"1\"", "<v>44000</v>"), RawWorkbook.raw("s=\"2\"", "<v>44000</v>"))));
        assertThat(assertTimeoutPreemptively(
                        Duration.ofSeconds(5), () -> SpreadsheetRows.of(file).rows()))
                .containsExactly(List.of("44000", "18.06.2020"));
    }

    @Test
    void says_that_other_sheets_were_not_read_hidden_ones_too() throws IOException {
        byte[] file = RawWorkbook.of(
                false,
                List.of(),
                List.of(List.of(RawWorkbook.text("x"))),
                "Notizen",
                "Alt\" state=\"hidden",
                "Tief\" state=\"veryHidden");
        assertThat(SpreadsheetRows.of(file).notes())
                .containsExactly("Gelesen wurde nur das Blatt „Liste“, nicht die Blätter Notizen, Alt (ausgeblendet),"
                        + " Tief (ausgeblendet).");
    }
}
