package de.digitallotsen.kommune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.Database;
import de.digitallotsen.shared.FileText;
import de.digitallotsen.shared.InvalidInputException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RegisterFileTest {

    private static final String HEADER =
            "ars;ags;name;bezeichnung;type;samtgemeinde_ars;landkreis_ags;population;plz;verwaltungssitz\n";
    private static final String STADT =
            "032410010010;03241010;Langenhagen;Stadt;EINHEITSGEMEINDE;;03241;55000;30853;Langenhagen\n";
    private static final String SAMTGEMEINDE =
            "033575406000;;Sottrum;Samtgemeinde;SAMTGEMEINDE;;03357;14000;27367;Sottrum\n";
    private static final String MITGLIED =
            "033575406003;03357003;Ahausen;Gemeinde;MITGLIEDSGEMEINDE;033575406000;03357;1900;27367;\n";

    private static RegisterFile real() {
        return RegisterFile.read(Database.register());
    }

    @Test
    void reads_all_1115_rows_of_the_official_register() {
        assertThat(real().lines()).hasSize(1115);
        assertThat(real().rejected()).isEmpty();
    }

    @Test
    void finds_440_that_may_register_and_how_many_of_each_kind() {
        Map<KommuneType, Long> counts =
                real().lines().stream().collect(Collectors.groupingBy(RegisterLine::type, Collectors.counting()));
        assertThat(counts.entrySet().stream()
                        .filter(e -> e.getKey().isEligible())
                        .mapToLong(Map.Entry::getValue)
                        .sum())
                .isEqualTo(440);
        assertThat(counts)
                .hasSize(KommuneType.values().length)
                .containsEntry(KommuneType.REGION, 1L)
                .containsEntry(KommuneType.LANDKREIS, 36L);
        assertThat(counts.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(1115);
    }

    @Test
    void calls_no_two_kommunen_the_same() {
        Collection<String> names = real().displayNames().values();
        assertThat(new HashSet<>(names)).hasSize(1115);
    }

    @Test
    void tells_the_two_gemeinden_halle_apart_by_their_landkreis() {
        assertThat(real().displayNames().values().stream().filter(name -> name.startsWith("Gemeinde Halle")))
                .containsExactlyInAnyOrder(
                        "Gemeinde Halle (Landkreis Holzminden)", "Gemeinde Halle (Landkreis Grafschaft Bentheim)");
    }

    @Test
    void says_names_as_people_say_them() {
        Map<String, String> names = real().displayNames();
        assertThat(names.get("032410010010")).isEqualTo("Stadt Langenhagen");
        assertThat(names.values())
                .contains("Region Hannover", "Landkreis Göttingen", "Stadt Göttingen", "Samtgemeinde Sottrum")
                .doesNotContain("Region Region Hannover");
    }

    @Test
    void knows_the_samtgemeinde_of_every_mitgliedsgemeinde() {
        Map<String, RegisterLine> byArs =
                real().lines().stream().collect(Collectors.toMap(RegisterLine::ars, Function.identity()));
        assertThat(real().lines().stream().filter(line -> line.type() == KommuneType.MITGLIEDSGEMEINDE))
                .isNotEmpty()
                .allMatch(line -> byArs.get(line.samtgemeindeArs()).type() == KommuneType.SAMTGEMEINDE);
    }

    @Test
    void reads_a_file_with_byte_order_mark_windows_line_ends_and_empty_lines() {
        RegisterFile file = RegisterFile.read("\uFEFF" + (HEADER + "\n" + STADT).replace("\n", "\r\n"));
        assertThat(file.lines()).extracting(RegisterLine::name).containsExactly("Langenhagen");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "032410010010;x;Langenhagen;Stadt;EINHEITSGEMEINDE;;03241;55000;30853;",
                "12;;Langenhagen;Stadt;EINHEITSGEMEINDE;;03241;55000;30853;",
                "042410010010;;Bremen;Stadt;EINHEITSGEMEINDE;;03241;55000;30853;",
                "032410010010;;;Stadt;EINHEITSGEMEINDE;;03241;55000;30853;",
                "032410010010;;Langenhagen;;EINHEITSGEMEINDE;;03241;55000;30853;",
                "032410010010;;Langenhagen;Stadt;DORF;;03241;55000;30853;",
                "032410010010;;Langenhagen;Stadt;EINHEITSGEMEINDE;;241;55000;30853;",
                "032410010010;;Langenhagen;Stadt;EINHEITSGEMEINDE;;03241;-1;30853;",
                "032410010010;;Langenhagen;Stadt;EINHEITSGEMEINDE;;03241;55.0;30853;",
                "032410010010;;Langenhagen;Stadt;EINHEITSGEMEINDE;;03241;5,5;30853;",
                "032410010010;;Langenhagen;Stadt;EINHEITSGEMEINDE;;03241;999.999.999;30853;",
                "032410010010;;Langenhagen;Stadt;EINHEITSGEMEINDE;;03241;55000;308;",
                "032410010010;;Langenhagen;Stadt;EINHEITSGEMEINDE;033575406000;03241;55000;30853;",
                "033575406003;;Ahausen;Gemeinde;MITGLIEDSGEMEINDE;;03357;1900;27367;",
                "033575406003;;Ahausen;Gemeinde;MITGLIEDSGEMEINDE;039999999999;03357;1900;27367;",
                "032410010010"
            })
    void rejects_a_line_that_cannot_be_used_with_its_number_and_why(String line) {
        RegisterFile file = RegisterFile.read(HEADER + SAMTGEMEINDE + line + "\n");
        assertThat(file.lines()).extracting(RegisterLine::name).containsExactly("Sottrum");
        assertThat(file.rejected()).hasSize(1);
        assertThat(file.rejected().get(0).line()).isEqualTo(3);
        assertThat(file.rejected().get(0).reason()).isNotBlank().doesNotContain("{");
    }

    /** R39: lines are separated by „|“. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;|{H}|{L}",
                "{H};;;|{L};;;|;;;;;;;;;;|",
                "||{H}||{L}||",
                "{H}|32410010010;3241010;Langenhagen;Stadt;EINHEITSGEMEINDE;;3241;55000;30853;Langenhagen",
                "{H}|'032410010010;'03241010;Langenhagen;Stadt;EINHEITSGEMEINDE;;'03241;55000;'30853;Langenhagen",
                "{H}|=\"032410010010\";=\"03241010\";Langenhagen;Stadt;EINHEITSGEMEINDE;;03241;55000;30853;Langenhagen",
                "{H}|032410010010;03241010;Langenhagen;Stadt;EINHEITSGEMEINDE;;03241;55.000;30853;Langenhagen",
                "{H}|032410010010;03241010;Langenhagen;Stadt;EINHEITSGEMEINDE;;03241;55 000;30853;Langenhagen",
                "{H}|032410010010;03241010;Langenhagen;Stadt;EINHEITSGEMEINDE;;03241;55\u00a0000;30853;Langenhagen",
                "{H}|03 241 0010 010;03241010;Langenhagen;Stadt;EINHEITSGEMEINDE;;03241;55000;30853;Langenhagen"
            })
    void reads_what_spreadsheets_make_of_a_register(String text) {
        String csv = text.replace("{H}", HEADER.strip())
                .replace("{L}", STADT.strip())
                .replace("|", "\r\n");
        RegisterFile file = RegisterFile.read(csv);
        assertThat(file.rejected()).isEmpty();
        assertThat(file.lines()).isEqualTo(RegisterFile.read(HEADER + STADT).lines());
    }

    @ParameterizedTest
    @ValueSource(strings = {",", "\t"})
    void reads_other_separators(String separator) {
        assertThat(RegisterFile.read((HEADER + STADT).replace(";", separator)).lines())
                .isEqualTo(RegisterFile.read(HEADER + STADT).lines());
    }

    @Test
    void names_the_columns_that_are_missing() {
        assertThatThrownBy(() ->
                        RegisterFile.read((HEADER + STADT).replace("plz;", "").replace("population", "einw")))
                .hasMessageContaining("fehlen die Spalten population, plz");
    }

    @Test
    void rejects_the_second_line_of_the_same_kommune() {
        RegisterFile file = RegisterFile.read(HEADER + STADT + STADT);
        assertThat(file.lines()).hasSize(1);
        assertThat(file.rejected()).extracting(RegisterFile.RejectedLine::line).containsExactly(3L);
    }

    @Test
    void names_the_line_of_an_orphan_even_after_empty_and_rejected_lines() {
        RegisterFile file = RegisterFile.read(HEADER + STADT + "\n" + "unbrauchbar;;;;;;;;;\n" + MITGLIED);
        assertThat(file.rejected()).extracting(RegisterFile.RejectedLine::line).containsExactlyInAnyOrder(4L, 5L);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "Hallo",
                "a;b;c\n1;2;3\n",
                "<html></html>",
                "ars;name\n032410010010;Langenhagen\n",
                "ars;ags;name;bezeichnung;type;samtgemeinde_ars;landkreis_ags;population;plz;verwaltungssitz\n"
            })
    void refuses_what_is_no_register(String text) {
        assertThatThrownBy(() -> RegisterFile.read(text)).isInstanceOf(InvalidInputException.class);
    }

    @Test
    void takes_the_landkreis_for_the_name_only_where_two_would_read_alike() {
        RegisterFile file = RegisterFile.read(HEADER + STADT + SAMTGEMEINDE + MITGLIED);
        assertThat(List.copyOf(file.displayNames().values()))
                .containsExactlyInAnyOrder("Stadt Langenhagen", "Samtgemeinde Sottrum", "Gemeinde Ahausen");
    }

    @Test
    void rejects_a_line_with_too_many_columns_and_reads_the_others() {
        RegisterFile file = RegisterFile.read(HEADER + STADT.replace("\n", ";zu viel\n") + SAMTGEMEINDE);
        assertThat(file.lines()).extracting(RegisterLine::name).containsExactly("Sottrum");
        assertThat(file.rejected()).extracting(RegisterFile.RejectedLine::line).containsExactly(2L);
        assertThat(file.rejected().get(0).reason()).contains("11 Spalten statt 10");
    }

    @Test
    void reads_utf_8_with_and_without_its_mark_and_windows_1252() {
        String text = HEADER + SAMTGEMEINDE.replace("Sottrum", "Lühe");
        for (byte[] bytes : List.of(
                text.getBytes(StandardCharsets.UTF_8),
                ("\uFEFF" + text).getBytes(StandardCharsets.UTF_8),
                text.getBytes(Charset.forName("windows-1252")))) {
            RegisterFile file = RegisterFile.read(FileText.of(bytes));
            assertThat(file.lines()).extracting(RegisterLine::name).containsExactly("Lühe");
            assertThat(file.hash()).isEqualTo(RegisterFile.read(text).hash());
        }
    }

    @Test
    void tells_two_of_the_same_name_in_one_landkreis_apart_by_their_keys() {
        RegisterFile file = RegisterFile.read(HEADER
                + STADT
                + STADT.replace("032410010010", "032410010011").replace("Langenhagen;Stadt", "LANGENHAGEN;Stadt"));
        assertThat(file.displayNames().values())
                .containsExactlyInAnyOrder(
                        "Stadt Langenhagen (03241) (032410010010)", "Stadt LANGENHAGEN (03241) (032410010011)");
    }
}
