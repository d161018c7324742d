package de.digitallotsen.places;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.util.List;
import java.util.Map;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.registration.RegistrationRefusal;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import jakarta.inject.Inject;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@PortalTest
class ImportEarlierUseTest {

    private static final String HEADER = "ars;zeitraum;plaetze\n";
    private static final String PERIOD = "2021 bis 2024";
    /** A Mitgliedsgemeinde. */
    private static final String NOT_ELIGIBLE = "select ars from kommune where type = 'MITGLIEDSGEMEINDE' limit 1";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    ImportEarlierUse importEarlierUse;

    private static String line(String ars, int places) {
        return ars + ";" + PERIOD + ";" + places + "\n";
    }

    private List<String> uses(String ars) {
        return database.rows(
                "select place_number, earlier_use, taken_by is not null from place where kommune_ars = ?"
                        + " order by place_number",
                ars);
    }

    @Test
    void notes_earlier_use_so_that_it_counts() {
        Actor ministry = given.ministry();
        ImportEarlierUse.Changes changes =
                importEarlierUse.handle(ministry, HEADER + line(Given.LANGENHAGEN, 1) + line(Given.SOTTRUM, 2), false);
        assertThat(changes.changes())
                .extracting(ImportEarlierUse.Row::was, ImportEarlierUse.Row::is)
                .containsExactly(Tuple.tuple(0, 1), Tuple.tuple(0, 2));
        assertThat(uses(Given.LANGENHAGEN)).containsExactly("1 null 0", "2 " + PERIOD + " 0");
        assertThat(database.number("select count(*) from audit_entry where action = 'places.earlier-use'"))
                .isEqualTo(2);
        long seminar = given.aSeminar().published();
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        given.registered(staff, seminar);
        Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(staff, seminar));
        Actor full = given.staffOf(Given.SOTTRUM);
        Refused.with(RegistrationRefusal.KOMMUNE_LIMIT_REACHED, () -> given.registered(full, seminar));
    }

    @Test
    void the_same_file_again_changes_nothing_and_a_lower_number_gives_back() {
        Actor nsi = given.nsi();
        String file = HEADER + line(Given.LANGENHAGEN, 2);
        importEarlierUse.handle(nsi, file, false);
        assertThat(importEarlierUse.handle(nsi, file, false))
                .isEqualTo(new ImportEarlierUse.Changes(List.of(), 1, List.of()));
        importEarlierUse.handle(nsi, HEADER + line(Given.LANGENHAGEN, 1), false);
        assertThat(database.number("select count(*) from place where earlier_use is not null"))
                .isEqualTo(1);
        importEarlierUse.handle(nsi, HEADER + line(Given.LANGENHAGEN, 0), false);
        assertThat(uses(Given.LANGENHAGEN)).containsExactly("1 null 0", "2 null 0");
    }

    /** R37: what a reader takes for the same period is the same, so that no place is used up twice. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "2021\u20102024",
                "2021\u20112024",
                "2021\u20122024",
                "2021\u20132024",
                "2021\u20142024",
                "2021\u20152024",
                "2021\u22122024",
                "2021 \u2013 2024",
                "\u00a02021\u20132024\u200b"
            })
    void a_period_with_another_dash_is_the_same_period(String typed) {
        Actor nsi = given.nsi();
        String plain = HEADER + Given.LANGENHAGEN + ";2021-2024;1\n";
        String other = HEADER + Given.LANGENHAGEN + ";" + typed + ";";
        for (List<String> files : List.of(List.of(plain, other + "1\n"), List.of(other + "1\n", plain))) {
            importEarlierUse.handle(nsi, files.get(0), false);
            assertThat(importEarlierUse.handle(nsi, files.get(1), false))
                    .isEqualTo(new ImportEarlierUse.Changes(List.of(), 1, List.of()));
            assertThat(database.number("select count(*) from place where earlier_use is not null"))
                    .isEqualTo(1);
            importEarlierUse.handle(nsi, files.get(1).replaceFirst("1\n$", "0\n"), false);
            assertThat(uses(Given.LANGENHAGEN)).containsExactly("1 null 0", "2 null 0");
        }
        assertThat(importEarlierUse
                        .handle(nsi, plain + Given.LANGENHAGEN + ";" + typed + ";1\n", true)
                        .rejected())
                .hasSize(1);
    }

    @Test
    void gives_back_what_was_noted_under_two_spellings_of_one_period() throws SQLException {
        Actor nsi = given.nsi();
        importEarlierUse.handle(nsi, HEADER + Given.LANGENHAGEN + ";2021-2024;2\n", false);
        database.writePastTheProgram("update place set earlier_use = '2021\u20132024' where kommune_ars = '"
                + Given.LANGENHAGEN + "' and place_number = 2");
        importEarlierUse.handle(nsi, HEADER + Given.LANGENHAGEN + ";2021\u20142024;0\n", false);
        assertThat(uses(Given.LANGENHAGEN)).containsExactly("1 null 0", "2 null 0");
    }

    /** R39: lines are separated by „|“. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "sep=;|ars;zeitraum;plaetze|032410010010;Früher;2",
                "ars;zeitraum;plaetze;;;|032410010010;Früher;2;;;|;;;;;|",
                "ars,zeitraum,plaetze|032410010010,Früher,2",
                "ARS;Zeitraum;Plaetze|'032410010010;Früher;2",
                "ars;zeitraum;plaetze|=\"032410010010\";Früher;2",
                "ars;zeitraum;plaetze|32410010010;Früher;2",
                "\u200bars;\u200ezeitraum\u202f;\ufeffplaetze|\u00a0;\u200b;|32410010010;Früher;2",
                "ars;zeitraum;plaetze|\u2019032410010010\u202f;Früher;2;\u00a0",
                "plaetze;bemerkung;ars;zeitraum|2;so;03 241 0010 010;Früher"
            })
    void reads_every_structure_that_spreadsheets_write(String csv) {
        ImportEarlierUse.Changes changes = importEarlierUse.handle(given.nsi(), csv.replace("|", "\r\n"), true);
        assertThat(changes.rejected()).isEmpty();
        assertThat(changes.changes())
                .containsExactly(new ImportEarlierUse.Row(Given.LANGENHAGEN, "Stadt Langenhagen", "Früher", 0, 2));
    }

    @Test
    void names_missing_columns_and_cells_beyond_the_last_one() {
        assertThatThrownBy(
                        () -> importEarlierUse.handle(given.nsi(), "ars;zeitraum\n" + Given.LANGENHAGEN + ";A\n", true))
                .hasMessageContaining("fehlt die Spalte plaetze");
        assertThat(importEarlierUse
                        .handle(given.nsi(), HEADER + Given.LANGENHAGEN + ";A;1;noch etwas\n", true)
                        .rejected())
                .hasSize(1);
    }

    @Test
    void a_preview_shows_and_changes_nothing() {
        Actor ministry = given.ministry();
        Map<String, List<String>> before = database.content();
        ImportEarlierUse.Changes changes = importEarlierUse.handle(
                ministry, HEADER + line(Given.LANGENHAGEN, 1) + line("032410010011", 1) + "x;;7\n", true);
        assertThat(changes.changes()).hasSize(1);
        assertThat(changes.rejected())
                .extracting(ImportEarlierUse.RejectedLine::line)
                .containsExactly(3L, 4L);
        assertThat(database.content()).isEqualTo(before);
    }

    @Test
    void takes_no_place_from_a_registration_and_does_all_or_nothing() {
        Actor ministry = given.ministry();
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        given.registered(staff, given.aSeminar().published());
        Map<String, List<String>> before = database.content();
        assertThatThrownBy(() -> importEarlierUse.handle(
                        ministry, HEADER + line(Given.SOTTRUM, 1) + line(Given.LANGENHAGEN, 2), false))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        refused -> assertThat(refused.violations().get(0).message())
                                .isEqualTo("Zeile 3: Stadt Langenhagen: 2 Plätze lassen sich nicht eintragen. Von"
                                        + " 2 Förderplätzen ist noch einer frei, 1 durch laufende"
                                        + " Anmeldungen belegt."));
        assertThat(database.content()).isEqualTo(before);
        importEarlierUse.handle(ministry, HEADER + line(Given.LANGENHAGEN, 1), false);
        assertThat(uses(Given.LANGENHAGEN)).containsExactly("1 null 1", "2 " + PERIOD + " 0");
    }

    @Test
    void refuses_what_is_no_such_line() {
        Actor nsi = given.nsi();
        String member = database.text(NOT_ELIGIBLE);
        String file = HEADER + line(Given.LANGENHAGEN, 1) + line(Given.LANGENHAGEN, 1) + line(member, 1) + Given.SOTTRUM
                + ";;1\n" + Given.SOTTRUM + ";früher;eins\n" + Given.SOTTRUM + ";A;1\n" + Given.SOTTRUM + ";B;2\n";
        ImportEarlierUse.Changes changes = importEarlierUse.handle(nsi, file, true);
        assertThat(changes.rejected())
                .extracting(ImportEarlierUse.RejectedLine::line)
                .as("twice, not eligible, no period, no number, more than two in all")
                .containsExactly(3L, 4L, 5L, 6L, 8L);
        for (String nonsense : List.of("", "nichts", "a;b;c\n1;2;3\n", HEADER)) {
            assertThatThrownBy(() -> importEarlierUse.handle(nsi, nonsense, true))
                    .as(nonsense)
                    .isInstanceOf(InvalidInputException.class);
        }
        Refused.with(
                AccessRefusal.ROLE_NOT_ALLOWED,
                () -> importEarlierUse.handle(given.staffOf(Given.LANGENHAGEN), file, true));
    }
}
