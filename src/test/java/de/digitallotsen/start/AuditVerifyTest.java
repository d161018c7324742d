package de.digitallotsen.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.User;
import de.digitallotsen.audit.SealAuditTrail;
import de.digitallotsen.budget.AdjustBudget;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Role;
import de.digitallotsen.web.Program;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * {@code audit-verify} on real exports, whole and damaged; beside it the rule as docs/audit-chain.md tells it,
 * programmed a second time ({@link PlainChain}).
 */
@PortalTest
class AuditVerifyTest {

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    SealAuditTrail seal;

    @Inject
    AdjustBudget adjustBudget;

    @TempDir
    Path folder;

    private String export;
    private List<String> lines;

    /** What the program said, and its exit code. */
    private record Answer(int code, String text) {}

    @BeforeEach
    void three_seals_over_texts_that_are_not_easy() throws SQLException {
        for (String text : List.of("=cmd(\"x\");ü", "Grüße; „Erlass“", "\"\"")) {
            given.aSeminar().at(text).published();
            adjustBudget.handle(given.ministry(), new AdjustBudget.Command(100L, "Geheim " + text));
            database.writePastTheProgram(
                    "insert into audit_entry (at, action, subject_type, subject_id, before_json, after_json)"
                            + " values (?, '=x', 'x', ?, ?, '{}')",
                    LocalDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                    text.startsWith("=") ? "" : text,
                    "{\"a\":\"👋\\n\"}");
            clock.pass(Duration.ofMinutes(6));
            assertThat(seal.handle(Actor.portal())).isPositive();
        }
        given.nsi();
        export = exported(given.account(Role.AUDITOR, null));
        lines = List.of(export.split("\r\n"));
    }

    private static String exported(User user) {
        byte[] file =
                Program.of(user).accept("*/*").get("/api/v1/audit/chain.csv").asByteArray();
        return new String(file, StandardCharsets.UTF_8);
    }

    private Answer verify(byte[] file, String... options) {
        try {
            Path path = Files.write(folder.resolve("export.csv"), file);
            List<String> words = new ArrayList<>(List.of(path.toString()));
            words.addAll(List.of(options));
            return run(words);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }

    private static Answer run(List<String> words) {
        ByteArrayOutputStream said = new ByteArrayOutputStream();
        PrintStream print = new PrintStream(said, true, StandardCharsets.UTF_8);
        int code = new AuditVerifyCommand(print, print).run(words);
        return new Answer(code, said.toString(StandardCharsets.UTF_8));
    }

    private Answer verify(List<String> changed, String... options) {
        return verify(String.join("\r\n", changed).concat("\r\n").getBytes(StandardCharsets.UTF_8), options);
    }

    /** The line that breaks the chain is named first, by the program and by the plain check. */
    private void assertBroken(List<String> changed, long line, String words) {
        Answer answer = verify(changed);
        assertThat(answer.code()).as(answer.text()).isEqualTo(AuditVerifyCommand.BROKEN);
        assertThat(answer.text()
                        .lines()
                        .filter(said -> said.startsWith("Zeile"))
                        .findFirst())
                .as(answer.text())
                .hasValueSatisfying(said ->
                        assertThat(said).startsWith("Zeile " + line + ": ").contains(words));
        assertThat(PlainChain.firstBreak(String.join("\r\n", changed)))
                .as("the plain check")
                .isEqualTo(line);
    }

    /** Counts from 1, as the file shows it. */
    private int lineOfSeal(int number) {
        int seen = 0;
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).startsWith("Siegel") && ++seen == number) {
                return i + 1;
            }
        }
        throw new AssertionError("no seal " + number);
    }

    private List<String> changed(int line, UnaryOperator<String> change) {
        List<String> other = new ArrayList<>(lines);
        other.set(line - 1, change.apply(other.get(line - 1)));
        return other;
    }

    @Test
    void an_export_holds_says_its_last_seal_and_names_nobody() {
        Answer answer = verify(export.getBytes(StandardCharsets.UTF_8));
        String last = database.text("select hash from audit_seal order by id desc limit 1");
        assertThat(answer.code()).as(answer.text()).isEqualTo(AuditVerifyCommand.INTACT);
        assertThat(answer.text()).contains("Alle Siegel halten", last, "3 Siegel");
        assertThat(PlainChain.firstBreak(export)).isZero();
        assertThat(lines)
                .as("one line each for the heading, the sealed entries and the seals")
                .hasSize((int) (1 + 3 + database.number("select count(*) from audit_number")));
        assertThat(export)
                .contains("sha256:" + last)
                .contains("'=x", "👋")
                .doesNotContain("Geheim")
                .startsWith("\uFEFFArt;Nummer;");
        assertThat(verify(export.getBytes(StandardCharsets.UTF_8), "--seal=" + last)
                        .code())
                .isEqualTo(AuditVerifyCommand.INTACT);
    }

    @Test
    void a_changed_byte_is_found_in_its_line_and_where_the_checksum_was_changed_too_by_the_seal() {
        int line = lineOfSeal(1) + 2;
        assertBroken(changed(line, row -> row.replace("Z;", "1Z;")), line, "Prüfsumme");
        assertBroken(
                changed(line, row -> PlainChain.withChecksum(row.replace("Z;", "1Z;"))), lineOfSeal(2), "hält nicht");
    }

    @Test
    void a_removed_line_is_found() {
        List<String> other = new ArrayList<>(lines);
        other.remove(3);
        assertBroken(other, 4, "Davor fehlt etwas");
        List<String> withoutSeal = new ArrayList<>(lines);
        int gone = lineOfSeal(2);
        withoutSeal.remove(gone - 1);
        assertBroken(withoutSeal, lineOfSeal(3) - 1, "schließt nicht an");
    }

    @Test
    void swapped_lines_are_found() {
        List<String> other = new ArrayList<>(lines);
        other.set(2, lines.get(3));
        other.set(3, lines.get(2));
        assertBroken(other, 3, "verschoben");
    }

    @Test
    void an_inserted_line_is_found() {
        List<String> other = new ArrayList<>(lines);
        other.add(4, lines.get(3));
        assertBroken(other, 5, "eingefügt");
        List<String> numbered = new ArrayList<>(lines);
        numbered.add(lineOfSeal(3) - 1, "Kommentar;1");
        assertThat(verify(numbered).text()).contains("Zeile " + lineOfSeal(3) + ": In der Spalte Art");
    }

    @Test
    void a_cut_off_end_shows_within_a_seal_and_otherwise_by_a_seal_that_was_kept() {
        assertBroken(lines.subList(0, lines.size() - 1), lines.size() - 1, "Am Ende fehlt etwas");
        List<String> shorter = lines.subList(0, lineOfSeal(2));
        assertThat(verify(shorter).code()).as("a shorter chain that holds").isEqualTo(AuditVerifyCommand.INTACT);
        String last = database.text("select hash from audit_seal order by id desc limit 1");
        String earlier = database.text("select hash from audit_seal order by id limit 1");
        assertThat(verify(shorter).text()).doesNotContain(last);
        Answer compared = verify(shorter, "--seal=" + earlier, "--seal=" + last);
        assertThat(compared.code()).isEqualTo(AuditVerifyCommand.BROKEN);
        assertThat(compared.text())
                .contains(earlier + " steht in der Datei", last + " steht nicht in der Datei")
                .doesNotContain("Alle Siegel halten");
        byte[] bytes = export.getBytes(StandardCharsets.UTF_8);
        int within = export.lastIndexOf("\"{") + 8;
        int cut = export.substring(0, within).getBytes(StandardCharsets.UTF_8).length;
        assertThat(verify(Arrays.copyOf(bytes, cut)).code()).isEqualTo(AuditVerifyCommand.BROKEN);
    }

    @Test
    void a_seal_worked_out_anew_does_not_follow() {
        int line = lineOfSeal(2);
        assertBroken(
                changed(
                        line,
                        row -> row.replaceAll("sha256:[0-9a-f]{64};sha256", "sha256:" + "0".repeat(64) + ";sha256")),
                line,
                "schließt nicht an");
    }

    /** How the file looks after somebody opened it elsewhere and saved it. */
    enum Saved {
        AS_IT_IS,
        BY_EXCEL,
        WITH_TABS_IN_UTF_16,
        WITHOUT_A_MARK_AND_WITH_LINE_FEEDS;

        byte[] bytes(String export) {
            return switch (this) {
                case AS_IT_IS -> export.getBytes(StandardCharsets.UTF_8);
                case BY_EXCEL ->
                    ("\uFEFF" + PlainChain.savedBySpreadsheet(export, ';')).getBytes(StandardCharsets.UTF_8);
                case WITH_TABS_IN_UTF_16 ->
                    ("\uFEFF" + PlainChain.savedBySpreadsheet(export, '\t')).getBytes(StandardCharsets.UTF_16LE);
                case WITHOUT_A_MARK_AND_WITH_LINE_FEEDS ->
                    export.substring(1).replace("\r\n", "\n").getBytes(StandardCharsets.UTF_8);
            };
        }
    }

    @ParameterizedTest
    @EnumSource(Saved.class)
    void a_file_that_was_saved_again_holds_as_well(Saved saved) {
        Answer answer = verify(saved.bytes(export));
        assertThat(answer.code()).as(answer.text()).isEqualTo(AuditVerifyCommand.INTACT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Art;Nummer\r\nEintrag;1\r\n", "<html></html>", "a;\"b\r\nc"})
    void what_is_no_export_is_refused_in_german(String content) {
        Answer answer = verify(content.getBytes(StandardCharsets.UTF_8));
        assertThat(answer.code()).isEqualTo(AuditVerifyCommand.BROKEN);
        assertThat(answer.text()).isNotBlank().doesNotContain("Exception");
    }

    @Test
    void a_portal_without_a_seal_yet_proves_nothing() {
        assertThat(verify(lines.subList(0, 1)).text()).contains("enthält kein Siegel");
    }

    @Test
    void says_how_it_is_called_and_which_file_is_not_there() {
        for (List<String> words : List.of(
                List.<String>of(), List.of("a.csv", "b.csv"), List.of("a.csv", "--seal=x"), List.of("--unsinn"))) {
            Answer answer = run(words);
            assertThat(answer.code()).isEqualTo(AuditVerifyCommand.MISUSED);
            assertThat(answer.text()).contains("Aufruf: audit-verify DATEI.csv");
        }
        Answer missing = run(List.of(folder.resolve("fehlt.csv").toString()));
        assertThat(missing.code()).isEqualTo(AuditVerifyCommand.UNREADABLE);
        assertThat(missing.text()).contains("fehlt.csv");
    }

    @Test
    void the_example_of_the_documentation_is_right() throws IOException {
        String page = Files.readString(Path.of("docs/audit-chain.md"));
        String first = PlainChain.text(
                "1", "2027-02-01T08:00:00Z", null, null, "programme.founded", "programme", "1", null, "{\"places\":2}");
        String second = PlainChain.text(
                "3",
                "2027-02-01T08:05:00.250Z",
                "7",
                "NSI",
                "seminar.planned",
                "seminar",
                "1",
                null,
                "{\"title\":\"Grüße 👋\"}");
        String head = PlainChain.text("digitallotsen-seal-1", "0".repeat(64), "1", "3", "2");
        assertThat(page)
                .contains(first + "\n" + second + "\n" + head + "\n")
                .contains(PlainChain.sha256(first), PlainChain.sha256(second))
                .contains(PlainChain.sha256(head + first + "\n" + second));
        Answer whole = verify(PlainChain.example().getBytes(StandardCharsets.UTF_8));
        assertThat(whole.code()).as(whole.text()).isEqualTo(AuditVerifyCommand.INTACT);
        assertThat(whole.text()).contains(PlainChain.sha256(head + first + "\n" + second));
    }
}
