package de.digitallotsen.registration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

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
                .contains("Nr. 2", "Der einzige Platz");
        assertThat(database.content()).isEqualTo(before);
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
                .anySatisfy(m -> assertThat(m).asString().contains("„Göttingen“ ist keine Kommune"))
                .anySatisfy(m -> assertThat(m).asString().contains("kein eindeutiger Termin"))
                .anySatisfy(m -> assertThat(m).asString().contains("„vielleicht“"))
                .anySatisfy(m -> assertThat(m).asString().contains("Vorname"))
                .anySatisfy(m -> assertThat(m).asString().contains("gültige E-Mail-Adresse"));
        for (String file : List.of("", "a;b\r\n1;2", "PK", "\u0000\u0001", HEAD)) {
            assertThatThrownBy(() -> list.read(file.getBytes(StandardCharsets.UTF_8)))
                    .as(file)
                    .isInstanceOf(InvalidInputException.class);
        }
    }
}
