package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.ParticipantFixture;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Refused;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.registration.ManyRegistrations.Line;
import de.digitallotsen.registration.ManyRegistrations.Result;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Violation;
import jakarta.inject.Inject;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Several people at once: previewed, each for itself, or all or nobody; and the list from which they come. */
@PortalTest
class ManyRegistrationsTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    RegisterMany register;

    @Inject
    PreviewMany preview;

    @Inject
    RegistrationList list;

    @Inject
    AdjustBudget adjust;

    private Actor nsi;

    @BeforeEach
    void people() {
        nsi = given.nsi();
    }

    private static Line line(int number, long seminar, String ars, ParticipantFixture person, boolean waits) {
        return Line.of(number, new Application(seminar, person.details(), waits, ars));
    }

    /**
     * A list that meets every rule: third of a Kommune, the same person twice, the last seat, the last euro, a draft, a
     * Mitgliedsgemeinde.
     */
    private List<Line> everyKind(long small, long big) {
        List<String> others = given.kommunen(5);
        ParticipantFixture anna = ParticipantFixture.aParticipant();
        return List.of(
                line(2, small, Given.LANGENHAGEN, anna, false),
                line(3, big, Given.LANGENHAGEN, ParticipantFixture.aParticipant(), false),
                line(4, big, Given.LANGENHAGEN, ParticipantFixture.aParticipant(), false),
                line(5, big, Given.SOTTRUM, anna, false),
                line(6, small, others.get(0), ParticipantFixture.aParticipant(), false),
                line(7, small, others.get(1), ParticipantFixture.aParticipant(), true),
                line(8, big, others.get(2), ParticipantFixture.aParticipant(), false),
                line(9, big, others.get(3), ParticipantFixture.aParticipant(), true),
                line(10, 999_999, others.get(4), ParticipantFixture.aParticipant(), true),
                new Line(11, null, List.of(new Violation("Kommune", "fehlt"))));
    }

    private static List<String> kinds(List<Result> results) {
        return results.stream()
                .map(r -> r.outcome()
                        + (r.code() == null ? "" : " " + r.code())
                        + (r.waitingReason() == null ? "" : " " + r.waitingReason()))
                .toList();
    }

    @Test
    void what_the_preview_says_is_what_happens_line_by_line() {
        adjust.handle(given.ministry(), new AdjustBudget.Command(100_000 - Database.BUDGET_CENTS, "Für zwei"));
        List<Line> lines = everyKind(
                given.aSeminar().withSeats(1).published(), given.aSeminar().published());
        Map<String, List<String>> before = database.content();
        List<String> expected = kinds(preview.handle(nsi, lines));
        assertThat(database.content()).isEqualTo(before);
        assertThat(expected)
                .containsExactly(
                        "CONFIRMED",
                        "CONFIRMED",
                        "REFUSED KOMMUNE_LIMIT_REACHED",
                        "REFUSED PERSON_ALREADY_REGISTERED",
                        "REFUSED SEMINAR_FULL",
                        "WAITING SEATS",
                        "REFUSED BUDGET_EXHAUSTED",
                        "WAITING FUNDS",
                        "REFUSED NOT_FOUND",
                        "INVALID");
        assertThat(kinds(register.handle(nsi, new RegisterMany.Command(lines, false, "liste-1"))))
                .isEqualTo(expected);
        assertThat(database.number("select count(*) from registration")).isEqualTo(4);
    }

    @Test
    void sent_again_it_registers_nobody_twice() {
        long seminar = given.aSeminar().published();
        List<Line> lines = List.of(
                line(1, seminar, Given.LANGENHAGEN, ParticipantFixture.aParticipant(), false),
                line(2, seminar, Given.LANGENHAGEN, ParticipantFixture.aParticipant(), false));
        List<Result> first = register.handle(nsi, new RegisterMany.Command(lines, true, "zwei"));
        assertThat(register.handle(nsi, new RegisterMany.Command(lines, true, "zwei")))
                .isEqualTo(first);
        assertThat(register.handle(nsi, new RegisterMany.Command(lines, false, "zwei")))
                .isEqualTo(first);
        assertThat(database.number("select count(*) from registration")).isEqualTo(2);
    }

    @Test
    void both_or_neither_registers_neither_if_one_is_refused() {
        long seminar = given.aSeminar().withSeats(1).published();
        List<Line> lines = List.of(
                line(1, seminar, Given.LANGENHAGEN, ParticipantFixture.aParticipant(), false),
                line(2, seminar, Given.LANGENHAGEN, ParticipantFixture.aParticipant(), false));
        Map<String, List<String>> before = database.content();
        assertThat(Refused.with(
                                RegistrationRefusal.NOT_ALL_POSSIBLE,
                                () -> register.handle(nsi, new RegisterMany.Command(lines, true, "beide")))
                        .text())
                .contains("Nr.\u00a02", "Frei ist einer, und eine Person der Liste steht davor.");
        assertThat(database.content()).isEqualTo(before);
        assertThat(given.wrongBooks()).isEmpty();
    }

    @Test
    void all_or_nobody_registers_the_rest_if_some_are_registered_already() {
        long seminar = given.aSeminar().published();
        ParticipantFixture anna = ParticipantFixture.aParticipant();
        Line there = line(1, seminar, Given.LANGENHAGEN, anna, false);
        Result before = register.handle(nsi, new RegisterMany.Command(List.of(there), true, "vorher"))
                .get(0);
        List<Line> both = List.of(there, line(2, seminar, Given.LANGENHAGEN, ParticipantFixture.aParticipant(), false));
        List<Result> results = register.handle(nsi, new RegisterMany.Command(both, true, "beide"));
        assertThat(kinds(results)).containsExactly("ALREADY_REGISTERED", "CONFIRMED");
        assertThat(results.get(0).reference()).isEqualTo(before.reference());
        assertThat(kinds(register.handle(nsi, new RegisterMany.Command(both, true, "nochmals"))))
                .containsExactly("ALREADY_REGISTERED", "ALREADY_REGISTERED");
        assertThat(database.number("select count(*) from registration")).isEqualTo(2);
        List<Line> andMore = List.of(
                both.get(0),
                line(2, seminar, Given.LANGENHAGEN, ParticipantFixture.aParticipant(), false),
                line(3, seminar, Given.SOTTRUM, anna, false));
        assertThat(Refused.with(
                                RegistrationRefusal.NOT_ALL_POSSIBLE,
                                () -> register.handle(nsi, new RegisterMany.Command(andMore, true, "mehr")))
                        .text())
                .contains("Nr.\u00a02");
        assertThat(given.wrongBooks()).isEmpty();
    }

    @Test
    void refuses_no_line_and_too_many() {
        assertThatThrownBy(() -> register.handle(nsi, new RegisterMany.Command(List.of(), false, "k")))
                .isInstanceOf(InvalidInputException.class);
        List<Line> tooMany = IntStream.rangeClosed(1, ManyRegistrations.MOST + 1)
                .mapToObj(i -> line(i, 1, Given.LANGENHAGEN, ParticipantFixture.aParticipant(), false))
                .toList();
        assertThatThrownBy(() -> register.handle(nsi, new RegisterMany.Command(tooMany, false, "k")))
                .hasMessageContaining("201");
    }

    private static final String HEAD = "Nachname;Vorname;E-Mail;Kommune;Termin;Warteliste;Funktion;Bedarf\r\n";

    @Test
    void reads_csv_in_utf_8_and_windows_1252_with_keys_or_names_and_numbers_or_first_days() {
        long seminar = given.aSeminar().beginningOn(LocalDate.of(2027, 5, 4)).published();
        String text = HEAD
                + "Müßig;Jörg;joerg@langenhagen.example;Stadt"
                + " Langenhagen;04.05.2027;ja;Bürgerbüro;\r\n\r\nO'Neill;=1+1;o.neill@sottrum.example;33575406000;"
                + seminar + ";;;\r\n";
        for (Charset charset : List.of(StandardCharsets.UTF_8, Charset.forName("windows-1252"))) {
            List<Line> lines = list.read(text.getBytes(charset));
            assertThat(lines).extracting(Line::number).containsExactly(2, 4);
            assertThat(lines.get(0).application())
                    .isEqualTo(new Application(
                            seminar,
                            new Participant.Details("Jörg", "Müßig", "joerg@langenhagen.example", "Bürgerbüro", null),
                            true,
                            Given.LANGENHAGEN));
            assertThat(lines.get(1).application().kommuneArs()).isEqualTo(Given.SOTTRUM);
            assertThat(lines.get(1).application().participant().firstName()).isEqualTo("=1+1");
        }
    }

    @Test
    void reads_xlsx_with_real_dates_and_numbers() throws IOException {
        long seminar = given.aSeminar().beginningOn(LocalDate.of(2027, 5, 4)).published();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "Test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("Liste");
            for (int c = 0; c < RegistrationList.COLUMNS.size(); c++) {
                sheet.value(0, c, RegistrationList.COLUMNS.get(c));
            }
            List<Object> row =
                    List.of(32410010010L, LocalDate.of(2027, 5, 4), "Anna", "Beispiel", "anna@langenhagen.example");
            sheet.value(2, 0, (Number) row.get(0));
            sheet.value(2, 1, (LocalDate) row.get(1));
            sheet.style(2, 1).format("dd.mm.yyyy").set();
            for (int c = 2; c < 5; c++) {
                sheet.value(2, c, (String) row.get(c));
            }
        }
        List<Line> lines = list.read(bytes.toByteArray());
        assertThat(lines).hasSize(1);
        assertThat(lines.get(0).number()).isEqualTo(3);
        assertThat(lines.get(0).application())
                .isEqualTo(new Application(
                        seminar,
                        new Participant.Details("Anna", "Beispiel", "anna@langenhagen.example", null, null),
                        false,
                        Given.LANGENHAGEN));
    }

    @Test
    void says_what_is_wrong_with_a_line_and_with_a_file() {
        given.aSeminar().beginningOn(LocalDate.of(2027, 5, 4)).published();
        given.aSeminar().beginningOn(LocalDate.of(2027, 5, 4)).published();
        List<Line> lines =
                list.read((HEAD + "Beispiel;;anna;Göttingen;04.05.2027;vielleicht;;").getBytes(StandardCharsets.UTF_8));
        assertThat(lines.get(0).application()).isNull();
        assertThat(lines.get(0).wrong())
                .extracting("message")
                .anySatisfy(m -> assertThat(m).asString().contains("„Landkreis Göttingen“, „Stadt Göttingen“"))
                .anySatisfy(m -> assertThat(m).asString().contains("beginnen mehrere Termine"))
                .anySatisfy(m -> assertThat(m).asString().contains("„vielleicht“"))
                .anySatisfy(m -> assertThat(m).asString().contains("Vorname"))
                .anySatisfy(m -> assertThat(m).asString().contains("gültige E-Mail-Adresse"));
        for (String file : List.of("", "a;b\r\n1;2", "PK", "\u0000\u0001", HEAD)) {
            assertThatThrownBy(() -> list.read(file.getBytes(StandardCharsets.UTF_8)))
                    .as(file)
                    .isInstanceOf(InvalidInputException.class);
        }
    }

    @Test
    void refuses_too_many_lines_in_a_preview_as_well() {
        List<Line> tooMany = IntStream.rangeClosed(1, ManyRegistrations.MOST + 1)
                .mapToObj(i -> line(i, 1, Given.LANGENHAGEN, ParticipantFixture.aParticipant(), false))
                .toList();
        assertThatThrownBy(() -> preview.handle(nsi, tooMany))
                .isInstanceOf(InvalidInputException.class)
                .hasMessageContaining("201");
    }

    private static final String SHEET = "xl/worksheets/sheet1.xml";

    /** A workbook as this program writes it, in which one part is another. */
    private static byte[] workbook(String part, InputStream content) throws IOException {
        ByteArrayOutputStream good = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(good, "Test", "1.0")) {
            workbook.newWorksheet("Liste").value(0, 0, "x");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipFile in = ZipFile.builder()
                        .setSeekableByteChannel(new SeekableInMemoryByteChannel(good.toByteArray()))
                        .get();
                ZipOutputStream out = new ZipOutputStream(bytes)) {
            for (ZipArchiveEntry entry : Collections.list(in.getEntries())) {
                if (!entry.getName().equals(part)) {
                    out.putNextEntry(new ZipEntry(entry.getName()));
                    in.getInputStream(entry).transferTo(out);
                }
            }
            out.putNextEntry(new ZipEntry(part));
            content.transferTo(out);
        }
        return bytes.toByteArray();
    }

    private static byte[] sheet(String rows) throws IOException {
        String xml = "<?xml version=\"1.0\"?><worksheet xmlns="
                + "\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData>" + rows
                + "</sheetData></worksheet>";
        return workbook(SHEET, new ByteArrayInputStream(xml.getBytes(StandardCharsets.UTF_8)));
    }

    private void assertRefusedAtOnce(byte[] file) {
        assertThat(file.length).isLessThan(2_000_000);
        // A fraction of that on a quiet machine.
        assertTimeoutPreemptively(
                Duration.ofSeconds(3),
                () -> assertThatThrownBy(() -> list.read(file))
                        .isInstanceOf(InvalidInputException.class)
                        .hasMessageContaining("Tabelle"));
    }

    @Test
    void refuses_a_row_or_a_column_far_away_at_once() throws IOException {
        assertRefusedAtOnce(sheet("<row r=\"100000000\"><c r=\"A100000000\"><v>1</v></c></row>"));
        assertRefusedAtOnce(sheet("<row r=\"1048576\"><c r=\"A1048576\"><v>1</v></c></row>"));
        assertRefusedAtOnce(sheet("<row r=\"1\"><c r=\"ZZZZZZ1\"><v>1</v></c></row>"));
        assertRefusedAtOnce(sheet("<row r=\"1\"><c r=\"XFD1\"><v>1</v></c></row>".repeat(300)));
        assertRefusedAtOnce(sheet("<row r=\"1\">" + "<c><v>1</v></c>".repeat(100_000) + "</row>"));
        assertRefusedAtOnce(sheet("<row/>".repeat(200_000)));
    }

    @Test
    void refuses_what_is_small_only_while_it_is_packed() throws IOException {
        byte[] spaces = " ".repeat(60_000_000).getBytes(StandardCharsets.US_ASCII);
        assertRefusedAtOnce(workbook(SHEET, new ByteArrayInputStream(spaces)));
        assertRefusedAtOnce(workbook("xl/media/image1.png", new ByteArrayInputStream(spaces)));
        ByteArrayOutputStream many = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(many)) {
            for (int i = 0; i < 5_000; i++) {
                out.putNextEntry(new ZipEntry("xl/worksheets/sheet" + i + ".xml"));
            }
        }
        assertRefusedAtOnce(many.toByteArray());
    }

    @Test
    void refuses_too_many_rows_of_csv() {
        byte[] file = (HEAD + "\r\n".repeat(1_000_000)).getBytes(StandardCharsets.UTF_8);
        assertTimeoutPreemptively(
                Duration.ofSeconds(3),
                () -> assertThatThrownBy(() -> list.read(file)).isInstanceOf(InvalidInputException.class));
    }
}
