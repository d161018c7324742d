package de.digitallotsen.registration;

import static de.digitallotsen.registration.RawWorkbook.raw;
import static de.digitallotsen.registration.RawWorkbook.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Violation;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** R39: what a file of registrations is read as, one row a case; everything uncertain is a rejected line or file. */
@PortalTest
class RegistrationListTest {

    private static final LocalDate DAY = LocalDate.of(2027, 3, 29);
    private static final String HEAD = "Kommune;Termin;Vorname;Nachname;E-Mail;Funktion;Bedarf;Warteliste";

    @Inject
    Given given;

    @Inject
    RegistrationList list;

    @Inject
    PreviewMany preview;

    @Inject
    EntityManager database;

    @Inject
    Database rows;

    @Inject
    TestClock clock;

    private long seminar;

    @BeforeEach
    void aDate() {
        seminar = given.aSeminar().published();
    }

    private List<Line> read(String csv) {
        return list.read(csv.replace("{N}", String.valueOf(seminar)).getBytes(StandardCharsets.UTF_8));
    }

    private Line one(String csv) {
        List<Line> lines = read(csv);
        assertThat(lines).hasSize(1);
        return lines.get(0);
    }

    private static String reason(Line line) {
        return line.wrong().stream().map(Violation::message).collect(Collectors.joining(" "));
    }

    private void assertRead(Line line) {
        assertThat(reason(line)).isEmpty();
        assertThat(line.application().kommuneArs()).isEqualTo(Given.LANGENHAGEN);
        assertThat(line.application().seminarId()).isEqualTo(seminar);
        assertThat(line.application().participant().firstName()).isEqualTo("Jörg");
        assertThat(line.application().participant().lastName()).isEqualTo("Süß");
        assertThat(line.application().participant().email()).isEqualTo("j.s@x.example");
    }

    /** Lines are separated by „|“. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Kommune;Termin;Vorname;Nachname;E-Mail|032410010010;{N};Jörg;Süß;j.s@x.example",
                "sep=;|Kommune;Termin;Vorname;Nachname;E-Mail|032410010010;{N};Jörg;Süß;j.s@x.example",
                "\"sep=,\"|Kommune,Termin,Vorname,Nachname,E-Mail|032410010010,{N},Jörg,Süß,j.s@x.example",
                "Kommune,Termin,Vorname,Nachname,E-Mail|032410010010,{N},Jörg,Süß,j.s@x.example",
                "Kommune\tTermin\tVorname\tNachname\tE-Mail|032410010010\t{N}\tJörg\tSüß\tj.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail;;;;|032410010010;{N};Jörg;Süß;j.s@x.example;;;;|;;;;;;;;|;;;;",
                "||Kommune;Termin;Vorname;Nachname;E-Mail||032410010010;{N};Jörg;Süß;j.s@x.example||",
                "E-Mail;Nachname;Vorname;Termin;Kommune|j.s@x.example;Süß;Jörg;{N};032410010010",
                " KOMMUNE ;termin;VORNAME;Nachname;Email|032410010010;{N};Jörg;Süß;j.s@x.example",
                "Nr;Kommune;Termin;Vorname;Nachname;E-Mail;Grund|1;032410010010;{N};Jörg;Süß;j.s@x.example;war nichts",
                "Kommune;Termin;Vorname;Nachname;E-Mail|'032410010010;'{N};Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|=\"032410010010\";=\"{N}\";Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|\"=\"\"032410010010\"\"\";{N};Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|32410010010;{N};Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|03 241 0010 010;{N};Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|03241010;{N};Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|3241010;{N};Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Stadt Langenhagen;{N};Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;{N};Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;Nr. {N};Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;29.3.2027;Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;2027-03-29;Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;29.3.27;Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;29. März 2027;Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;29. Mrz 27;Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;29.03.2027;Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;Montag, 29. März 2027;Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;MO 29.3.2027;Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;2027-03-29T00:00:00;Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;Mo., 29.03.2027;Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;29.03.2027 00:00;Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;46475;Jörg;Süß;j.s@x.example",
                "\ufeff\ufeffKommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;{N};Jörg;Süß;j.s@x.example",
                "Kom\u200bmune;\u200eTermin\u200f;Vorname\u202f;\u2060Nachname;E\u2011Mail"
                        + "|Langenhagen;{N};Jörg;Süß;j.s@x.example",
                "Kommune\u00a0;Termin\u2007;Vor\u00adname;Nachname\u3000;E\u2013Mail"
                        + "|Langenhagen;{N};Jörg;Süß;j.s@x.example",
                "\u00a0;\u200b;;|Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;{N};Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail"
                        + "|\u00a0;\u202f;\u2007;\u200b;\u2800|Langenhagen;{N};Jörg;Süß;j.s@x.example|\ufeff;;\u00ad",
                "Kommune;Termin;Vorname;Nachname;E-Mail"
                        + "|\u00a0032410010010\u202f;\u00a0{N}\u2007;\u3000Jörg;Süß\u200b;\u200ej.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail"
                        + "|Langenhagen;{N};Jörg;Süß;j.s@x.example;\u00a0;\u200b;\ufeff",
                "Kommune;Termin;Vorname;Nachname;E-Mail;;|Langenhagen;{N};Jörg;Süß;j.s@x.example;\u00a0;\u200b",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;Nr.\u00a0{N};Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail|Langenhagen;\u2019{N};Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail" + "|Langenhagen;\u200e29.03.2027\u200e;Jörg;Süß;j.s@x.example",
                "Kommune;Termin;Vorname;Nachname;E-Mail" + "|Langenhagen;29.\u00a0März\u202f2027;Jörg;Süß;j.s@x.example"
            })
    void reads_every_structure_that_spreadsheets_write(String csv) {
        assertRead(one(csv.replace("|", "\r\n")));
        assertRead(one(csv.replace("|", "\n")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16", "windows-1252"})
    void reads_every_encoding_that_is_certain(String charset) {
        String csv = HEAD + "\r\n032410010010;" + seminar + ";Jörg;Süß;j.s@x.example;;;\r\n";
        assertRead(list.read(csv.getBytes(Charset.forName(charset))).get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"IBM850", "IBM437", "x-MacRoman"})
    void refuses_a_file_of_dos_or_of_the_macintosh(String charset) {
        byte[] file = (HEAD + "\r\n032410010010;" + seminar + ";Jörg;Süß;j.s@x.example;;;\r\n")
                .getBytes(Charset.forName(charset));
        assertThatThrownBy(() -> list.read(file)).hasMessageContaining("CSV UTF-8");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Osnabrück;{N};A;B;a@x.example|„Landkreis Osnabrück“, „Stadt Osnabrück“",
                "Atlantis;{N};A;B;a@x.example|„Atlantis“ ist keine Kommune. Bitte prüfen Sie die Schreibweise",
                "099999999999;{N};A;B;a@x.example|Den Schlüssel „099999999999“ gibt es im Register nicht",
                "3,2410010010E+10;{N};A;B;a@x.example|Excel lässt bei Zahlen Ziffern weg",
                "3,24E+10;{N};A;B;a@x.example|Excel lässt bei Zahlen Ziffern weg",
                ";{N};A;B;a@x.example|Spalte Kommune: Die Kommune fehlt. Bitte geben Sie",
                "\u00a0\u200b;{N};A;B;a@x.example|Spalte Kommune: Die Kommune fehlt. Bitte geben Sie",
                "Langenhagen;999999;A;B;a@x.example|Einen Termin mit der Nummer 999999 gibt es nicht. Bitte geben Sie",
                "Langenhagen;30.03.2027;A;B;a@x.example"
                        + "|Am 30.03.2027 beginnt kein Termin. Gezählt wird der erste Tag. Bitte wählen Sie",
                "Langenhagen;03/29/2027;A;B;a@x.example|kein eindeutiger Termin",
                "Langenhagen;Di., 29.03.2027;A;B;a@x.example|kein eindeutiger Termin",
                "Langenhagen;Dienstag, 29. März 2027;A;B;a@x.example|kein eindeutiger Termin",
                "Langenhagen;29.03.;A;B;a@x.example|kein eindeutiger Termin",
                "Langenhagen;29.02.2027;A;B;a@x.example|kein eindeutiger Termin",
                "Langenhagen;bald;A;B;a@x.example|kein eindeutiger Termin",
                "Langenhagen;;A;B;a@x.example|Spalte Termin: Der Termin fehlt. Bitte geben Sie",
                "Langenhagen;{N};;B;a@x.example|„Vorname“",
                "Langenhagen;{N};A;B;keine|E-Mail",
                "Langenhagen;{N};A;B;a@x.example;;;x|„x“ ist nicht eindeutig",
                "Langenhagen;{N};A;B;a@x.example;;;1|„1“ ist nicht eindeutig",
                "Langenhagen;{N};A;B;a@x.example;;;ja;noch etwas|mehr Felder als die 8 Spalten",
                "Langenhagen;{N};陳;B;a@x.example|„陳“"
            })
    void says_why_a_line_cannot_be_used(String line, String reason) {
        Line read = one(HEAD + "\n" + line);
        assertThat(read.application()).isNull();
        assertThat(reason(read)).contains(reason).doesNotContain("{");
    }

    @ParameterizedTest
    @CsvSource({
        "ja,true",
        "J,true",
        "WAHR,true",
        "true,true",
        "nein,false",
        "n,false",
        "FALSCH,false",
        "'',false",
        "'\u00a0ja\u202f',true",
        "'\u200bnein\u200e',false",
        "'\u00a0\u200b',false"
    })
    void understands_yes_and_no(String typed, boolean waits) {
        assertThat(one(HEAD + "\nLangenhagen;{N};A;B;a@x.example;;;" + typed)
                        .application()
                        .acceptWaiting())
                .isEqualTo(waits);
    }

    /** R37: a person in a file is the same person as in a form. */
    @ParameterizedTest
    @CsvSource({
        "ｊ.ｓ@x.example,j.s@x.example",
        "j.s@ｘ．ｅｘａｍｐｌｅ,j.s@x.example",
        "\u00a0j.s@x.example\u00a0,j.s@x.example",
        "j.\u00ads@x.example,j.s@x.example",
        "\u200ej.s@x.example,j.s@x.example",
        "J.S@X.Example,j.s@x.example",
        "x@münster.example,x@xn--mnster-3ya.example",
        "x@mu\u0308nster.example,x@münster.example",
        "x@straße.example,x@xn--strae-oqa.example"
    })
    void knows_a_person_by_the_address_however_it_is_written(String typed, String same) {
        Line line = one(HEAD + "\nLangenhagen;{N};A;B;" + typed);
        assertThat(reason(line)).isEmpty();
        assertThat(line.application().participant().personKey())
                .isEqualTo(one(HEAD + "\nLangenhagen;{N};A;B;" + same)
                        .application()
                        .participant()
                        .personKey());
    }

    @ParameterizedTest
    @ValueSource(strings = {"max.@x.example", ".max@x.example", "x@{64}.example", "anna@\u00a0stadt.example"})
    void refuses_an_address_that_no_form_takes(String typed) {
        String address = typed.replace("{64}", "a".repeat(64));
        assertThat(one(HEAD + "\nLangenhagen;{N};A;B;" + address).application()).isNull();
    }

    @ParameterizedTest
    @MethodSource("de.digitallotsen.KommuneTyped#certain")
    void finds_a_kommune_however_it_is_typed(String typed, String called) {
        Line line = one(HEAD + "\n\"" + typed + "\";{N};A;B;a@x.example");
        assertThat(reason(line)).isEmpty();
        assertThat(line.shown().kommune()).isEqualTo(called);
    }

    @ParameterizedTest
    @MethodSource("de.digitallotsen.KommuneTyped#uncertain")
    void says_which_kommunen_may_be_meant_and_never_guesses(String typed, String reason) {
        Line line = one(HEAD + "\n\"" + typed + "\";{N};A;B;a@x.example");
        assertThat(line.application()).isNull();
        assertThat(reason(line)).startsWith("Spalte Kommune: ").contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ahausen", "Gemeinde Ahausen", "Ahausen, Gemeinde", "033575406001", "3357001"})
    void a_mitgliedsgemeinde_is_read_and_the_rules_name_its_samtgemeinde(String typed) {
        Line line = one(HEAD + "\n\"" + typed + "\";{N};A;B;a@x.example");
        assertThat(line.shown().kommune()).isEqualTo("Gemeinde Ahausen");
        ManyRegistrations.Result result =
                preview.handle(given.nsi(), List.of(line)).get(0);
        assertThat(result.isRejected()).isTrue();
        assertThat(result.message())
                .isEqualTo("Die Gemeinde Ahausen ist eine Mitgliedsgemeinde und nimmt über ihre Samtgemeinde teil:"
                        + " Bitte melden Sie die Person über die Samtgemeinde Sottrum an.");
    }

    @ParameterizedTest
    @CsvSource({
        "DRAFT,'ist noch nicht veröffentlicht. Bitte veröffentlichen Sie ihn zuerst, oder wählen Sie'",
        "CANCELLED,ist abgesagt. Bitte wählen Sie",
        "CLOSED,hat schon stattgefunden. Bitte wählen Sie",
        "PUBLISHED,hat schon stattgefunden. Bitte wählen Sie"
    })
    void a_date_that_nobody_can_register_for_is_said_to_be_so_by_day_and_by_number(String status, String said)
            throws SQLException {
        LocalDate other = DAY.plusWeeks(1);
        long id = given.aSeminar().beginningOn(other).published();
        rows.writePastTheProgram("update seminar set status = '" + status + "', cancellation_reason = "
                + (status.equals("CANCELLED") ? "'Hochwasser'" : "null") + " where id = " + id);
        clock.set(other.plusDays(3).atTime(8, 0).atZone(German.BERLIN).toInstant());
        String sentence =
                "Spalte Termin: Der Termin am 05.04.2027 (Nr.\u00a0" + id + ") " + said + " einen anderen Termin.";
        for (String typed : List.of("05.04.2027", "2027-04-05", String.valueOf(id), "Nr. " + id)) {
            Line line = one(HEAD + "\nLangenhagen;" + typed + ";A;B;a@x.example");
            assertThat(line.application()).as(typed).isNull();
            assertThat(reason(line)).as(typed).isEqualTo(sentence);
            assertThat(line.shown().date()).as(typed).contains("05.04.2027");
        }
    }

    @Test
    void a_date_that_still_runs_is_not_past_and_one_that_is_cancelled_makes_no_other_ambiguous() throws SQLException {
        long cancelled = given.aSeminar().published();
        rows.writePastTheProgram(
                "update seminar set status = 'CANCELLED', cancellation_reason = 'Hochwasser' where id = " + cancelled);
        clock.set(DAY.plusDays(2).atTime(8, 0).atZone(German.BERLIN).toInstant());
        assertThat(one(HEAD + "\nLangenhagen;29.03.2027;A;B;a@x.example")
                        .application()
                        .seminarId())
                .isEqualTo(seminar);
        clock.set(DAY.plusDays(3).atTime(8, 0).atZone(German.BERLIN).toInstant());
        assertThat(reason(one(HEAD + "\nLangenhagen;29.03.2027;A;B;a@x.example")))
                .contains("Nr.\u00a0" + seminar + ") hat schon", "Nr.\u00a0" + cancelled + ") ist abgesagt");
    }

    @Test
    void rejected_lines_keep_what_stands_in_no_column_of_the_template() {
        List<List<String>> cells = list.cells(("Telefon;Kommune;Termin;Vorname;Nachname;E-Mail;;Grund"
                        + "\n0511;Langenhagen;;A;B;a@x.example;Haus;alt;\u00a0;Baum"
                        + "\n;Langenhagen;;A;B;a@x.example;\u200b")
                .getBytes(StandardCharsets.UTF_8));
        assertThat(cells.get(1))
                .containsExactly("Langenhagen", "", "A", "B", "a@x.example", "", "", "", "Telefon: 0511; Haus; Baum");
        assertThat(cells.get(2)).last().isEqualTo("");
        List<List<String>> again = list.cells(
                ("Kommune;Termin;Vorname;Nachname;E-Mail;weitere Felder;Grund\nLangenhagen;;A;B;a@x.example;Baum;alt")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(again.get(1)).last().isEqualTo("Baum");
    }

    @Test
    void a_draft_a_cancelled_and_an_ambiguous_date_are_said_to_be_so() {
        database.clear();
        LocalDate other = DAY.plusWeeks(3);
        long draft = given.aSeminar().beginningOn(other).planned();
        assertThat(reason(one(HEAD + "\nLangenhagen;" + other + ";A;B;a@x.example")))
                .contains("Nr.\u00a0" + draft, "noch nicht veröffentlicht");
        long second = given.aSeminar().published();
        assertThat(reason(one(HEAD + "\nLangenhagen;" + DAY + ";A;B;a@x.example")))
                .contains("mehrere Termine", String.valueOf(seminar), String.valueOf(second));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Kommune;Termin;Vorname|fehlen die Spalten Nachname, E-Mail",
                "Kommune;Termin;Vorname;Nachname|fehlt die Spalte E-Mail",
                "Kom\u200bmune;\u00a0;Termin;Vorname;Nachname\u202f"
                        + "|fehlt die Spalte E-Mail. Vorhanden sind: Kommune, Termin, Vorname, Nachname.",
                "Kommune;Termin;Vorname;Vorname;Nachname;E-Mail|Vorname steht zweimal",
                "Hallo|lässt sich nicht lesen",
                "Kommune;Termin;Vorname;Nachname;E-Mail|mindestens eine Person"
            })
    void says_what_is_wrong_with_a_file(String head, String reason) {
        assertThatThrownBy(() -> read(head + "\n"))
                .isInstanceOfSatisfying(
                        InvalidInputException.class,
                        invalid -> assertThat(invalid.violations().get(0).message())
                                .contains(reason));
    }

    @Test
    void a_quotation_mark_that_is_never_closed_swallows_nobody() {
        assertThatThrownBy(
                        () -> read(HEAD + "\nLangenhagen;{N};A;B;a@x.example;\"Bau\nLangenhagen;{N};C;D;c@x.example"))
                .hasMessageContaining("Anführungszeichen");
    }

    private static List<String> head() {
        return Stream.of(HEAD.split(";")).map(RawWorkbook::text).toList();
    }

    private Line cell(int column, String cell, boolean date1904, List<String> formats, String... others) {
        List<String> row = new ArrayList<>(
                Stream.of("032410010010", String.valueOf(seminar), "Jörg", "Süß", "j.s@x.example", "", "", "")
                        .map(RawWorkbook::text)
                        .toList());
        row.set(column, cell);
        return list.read(RawWorkbook.of(date1904, formats, List.of(head(), row), others))
                .get(0);
    }

    @ParameterizedTest
    @CsvSource({
        "t=\"b\",<v>1</v>,true",
        "t=\"b\",<v>0</v>,false",
        "t=\"b\",<f>1=1</f><v>1</v>,true",
        "t=\"str\",<f>A1</f><v>ja</v>,true",
        "t=\"str\",<f>A1</f><v>nein</v>,false",
        "t=\"str\",<f>A1</f><v></v>,false"
    })
    void reads_a_real_wahr_and_the_result_of_a_formula(String type, String content, boolean waits) {
        Line line = cell(7, raw(type, content), false, List.of());
        assertRead(line);
        assertThat(line.application().acceptWaiting()).isEqualTo(waits);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "14",
                "15",
                "16",
                "22",
                "dd.mm.yyyy",
                "[$-407]d. mmm yyyy",
                "[$-F800]dddd, mmmm dd, yyyy",
                "TT.MM.JJJJ",
                "yyyy-mm-dd hh:mm",
                "mmm yy",
                "General"
            })
    void reads_a_date_in_every_format(String format) {
        long serial = ChronoUnit.DAYS.between(LocalDate.of(1899, 12, 30), DAY);
        assertRead(cell(1, raw("s=\"1\"", "<v>" + serial + "</v>"), false, List.of(format)));
        assertRead(cell(1, raw("s=\"1\"", "<f>A1+1</f><v>" + serial + "</v>"), false, List.of(format)));
    }

    @Test
    void reads_dates_of_1904_and_dates_as_text() {
        long since1904 = ChronoUnit.DAYS.between(LocalDate.of(1904, 1, 1), DAY);
        assertRead(cell(1, raw("s=\"1\"", "<v>" + since1904 + "</v>"), true, List.of("14")));
        assertRead(cell(1, text("29.03.2027"), false, List.of()));
    }

    @Test
    void reads_keys_and_numbers_whatever_a_cell_makes_of_them() {
        assertRead(cell(0, raw("", "<v>32410010010</v>"), false, List.of()));
        assertRead(cell(0, raw("", "<v>3.2410010010E10</v>"), false, List.of()));
        assertRead(cell(0, raw("", "<v>3241010</v>"), false, List.of()));
        assertRead(cell(1, raw("", "<v>" + seminar + "</v>"), false, List.of()));
        assertRead(cell(1, raw("s=\"1\"", "<v>" + seminar + "</v>"), false, List.of("0 \"Tage im Mai\"")));
        assertRead(cell(1, raw("", "<v>" + seminar + ".0</v>"), false, List.of()));
    }

    @Test
    void an_error_and_a_formula_without_a_result_are_no_empty_cells() {
        assertThat(reason(cell(5, raw("t=\"e\"", "<f>X</f><v>#NAME?</v>"), false, List.of())))
                .contains("F2", "#NAME?");
        assertThat(reason(cell(5, raw("t=\"e\"", "<v>#N/A</v>"), false, List.of())))
                .contains("F2", "#N/A");
        for (String error : List.of("#NV", "\u00a0#NV\u200b")) {
            assertThat(reason(one(HEAD + "\nLangenhagen;{N};A;" + error + ";a@x.example")))
                    .contains("der Fehler #NV statt eines Wertes");
        }
        assertThat(reason(cell(7, raw("", "<f>A1</f>"), false, List.of()))).contains("H2", "Formel ohne Ergebnis");
    }

    @ParameterizedTest
    @ValueSource(strings = {"2027-03-29", "2027-03-29T00:00:00", "2027-03-29T00:00:00.000Z"})
    void reads_a_date_that_a_workbook_writes_as_iso_does(String date) {
        assertRead(cell(1, raw("t=\"d\"", "<v>" + date + "</v>"), false, List.of()));
        assertRead(cell(1, raw("s=\"1\" t='d'", "<v>" + date + "</v>"), false, List.of("14")));
        assertRead(cell(1, raw("t=\"d\" s=\"1\"", "<f>A1</f><v>" + date + "</v>"), false, List.of("14")));
    }

    @Test
    void refuses_a_workbook_with_cells_of_a_type_that_it_does_not_know() {
        assertThatThrownBy(() -> cell(1, raw("t=\"z\"", "<v>2027-03-29</v>"), false, List.of()))
                .hasMessageContaining("lässt sich nicht lesen");
    }

    @Test
    void other_sheets_are_mentioned() {
        byte[] file = RawWorkbook.of(false, List.of(), List.of(head(), List.of(text("x"))), "Mai", "Juni");
        assertThat(list.notes(file))
                .containsExactly("Gelesen wurde nur das Blatt „Liste“, nicht die Blätter Mai, Juni.");
        assertThat(list.notes((HEAD + "\nx").getBytes(StandardCharsets.UTF_8))).isEmpty();
    }

    @Test
    void columns_that_nobody_reads_are_mentioned_and_cells_without_a_column_are_not_lost() {
        assertThat(list.notes((HEAD.replace("Warteliste", "Wartliste") + ";Grund\nx").getBytes(StandardCharsets.UTF_8)))
                .containsExactly("Nicht gelesen wurden die Spalten Wartliste, Grund.");
        assertThat(reason(one(HEAD + ";;\nLangenhagen;{N};A;B;a@x.example;;;;;Baum")))
                .contains("mehr Felder");
    }

    @Test
    void shows_person_kommune_and_date_even_of_a_line_that_it_rejects() {
        Line line = one(HEAD + "\nLangenhagen;{N};Jörg;Süß;keine");
        assertThat(line.shown())
                .isEqualTo(new ManyRegistrations.Shown(
                        "Jörg Süß",
                        "Stadt Langenhagen",
                        String.format(Locale.GERMANY, "29.03.2027 (Nr.\u00a0%d)", seminar)));
    }
}
