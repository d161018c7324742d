package de.digitallotsen.account;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.TestClock;
import de.digitallotsen.account.InvitationPlan.InvitationOutcome;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import de.digitallotsen.shared.SheetReader;
import jakarta.inject.Inject;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The NSI invites many Kommunen at once. */
@PortalTest
class InviteManyTest {

    private static final String PORTAL = "https://portal.example";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    TestClock clock;

    @Inject
    InvitationPlan plan;

    @Inject
    InviteMany invite;

    @Inject
    InviteUser inviteOne;

    private Actor nsi;

    @BeforeEach
    void nsi() {
        nsi = given.nsi();
    }

    private static List<InvitationList.Line> rows(String... rows) {
        return InvitationList.of(SheetReader.Sheet.of(
                Arrays.stream(rows).map(row -> List.of(row.split(";", -1))).toList()));
    }

    private List<String> outcomes(List<InvitationList.Line> lines) {
        return plan.of(nsi, lines).lines().stream()
                .map(line -> line.number() + " " + line.outcome() + " " + line.message())
                .map(String::strip)
                .toList();
    }

    @Test
    void says_of_every_line_what_becomes_of_it_and_never_guesses() {
        User there = given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        inviteOne.handle(nsi, new InviteUser.Command(Role.KOMMUNE, Given.SOTTRUM, "offen@sottrum.example", PORTAL));
        inviteOne.handle(nsi, new InviteUser.Command(Role.KOMMUNE, Given.SOTTRUM, "woanders@sottrum.example", PORTAL));
        String member = database.text("select ars from kommune where type = 'MITGLIEDSGEMEINDE' order by ars limit 1");
        List<String> outcomes = outcomes(rows(
                "Regionalschlüssel;Kommune;E-Mail",
                Given.LANGENHAGEN + ";Langenhagen, Stadt;NEU@Langenhagen.example",
                Given.LANGENHAGEN.substring(1) + ";;zwei@langenhagen.example",
                ";Samtgemeinde Sottrum;offen@sottrum.example",
                ";;",
                Given.LANGENHAGEN + ";;" + there.email(),
                Given.LANGENHAGEN + ";;neu@langenhagen.example",
                Given.LANGENHAGEN + ";;woanders@sottrum.example",
                Given.LANGENHAGEN + ";Sottrum;drei@langenhagen.example",
                "030000000000;;vier@langenhagen.example",
                member + ";;fuenf@langenhagen.example",
                Given.LANGENHAGEN + ";;kein at",
                Given.LANGENHAGEN + ";;",
                ";;sechs@langenhagen.example"));
        assertThat(outcomes).hasSize(12);
        assertThat(outcomes.subList(0, 3)).containsExactly("2 NEW", "3 NEW", "4 INVITED");
        assertThat(outcomes.get(3)).isEqualTo("6 HAS_ACCOUNT");
        assertThat(outcomes.get(4)).isEqualTo("7 REJECTED Diese E-Mail-Adresse steht schon in Zeile 2.");
        assertThat(outcomes.get(5)).startsWith("8 REJECTED").contains("andere Dienststelle");
        assertThat(outcomes.get(6)).startsWith("9 REJECTED").contains("passen nicht zusammen");
        assertThat(outcomes.get(7)).startsWith("10 REJECTED").contains("gibt es im Register nicht");
        assertThat(outcomes.get(8)).startsWith("11 REJECTED").contains("Samtgemeinde");
        assertThat(outcomes.get(9)).startsWith("12 REJECTED").contains("E-Mail-Adresse");
        assertThat(outcomes.get(10)).isEqualTo("13 NO_ADDRESS");
        assertThat(outcomes.get(11)).startsWith("14 REJECTED").contains("Kommune");
    }

    @ParameterizedTest
    @MethodSource("de.digitallotsen.KommuneTyped#certain")
    void finds_a_kommune_however_it_is_typed(String typed, String called) {
        for (List<InvitationList.Line> lines : List.of(
                rows(typed + ";neu@x.example"),
                rows("\u200bKommune\u00a0;E\u2011Mail", typed + ";neu@x.example"),
                List.of(InvitationList.Line.of(1, typed, "neu@x.example")))) {
            assertThat(plan.of(nsi, lines).lines())
                    .extracting(InvitationPlan.Planned::kommune, InvitationPlan.Planned::outcome)
                    .containsExactly(Tuple.tuple(called, InvitationOutcome.NEW));
        }
    }

    @ParameterizedTest
    @MethodSource("de.digitallotsen.KommuneTyped#uncertain")
    void says_which_kommunen_may_be_meant(String typed, String reason) {
        assertThat(outcomes(rows(typed + ";neu@x.example")).get(0))
                .startsWith("1 REJECTED")
                .contains(reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Ahausen", "Ahausen, Gemeinde", "3357001", "'033575406001"})
    void names_the_samtgemeinde_of_a_mitgliedsgemeinde(String typed) {
        assertThat(outcomes(rows(typed + ";neu@x.example")).get(0))
                .contains("Die Gemeinde Ahausen ist eine Mitgliedsgemeinde", "Samtgemeinde Sottrum");
    }

    /** Headings, and a key beside its name. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Regionalschlüssel;Kommune;E-Mail|'32410010010;LANGENHAGEN;neu@x.example",
                "\ufeffARS;Name;Email|03\u00a0241\u00a00010\u00a0010;Langenhagen (Stadt);neu@x.example",
                "Regional\u00adschlu\u0308ssel;Kommune;E-Mail-Adresse"
                        + "|\u2019032410010010;Langen\u200bhagen;neu@x.example",
                "AGS;Kommune;E\u2010Mail|3241010;;neu@x.example",
                "\u00a0;Kommune;E - Mail|\u200b;Langenhagen;neu@x.example"
            })
    void reads_headings_and_keys_as_every_list_does(String heading, String line) {
        assertThat(outcomes(rows(heading, line))).containsExactly("2 NEW");
    }

    @Test
    void takes_a_list_without_a_heading_and_a_name_only_if_it_is_certain() {
        String twice = database.text("select name from kommune where type in ('LANDKREIS', 'EINHEITSGEMEINDE',"
                + " 'KREISFREIE_STADT', 'SAMTGEMEINDE') and valid_to is null group by name having count(*) > 1"
                + " order by name limit 1");
        List<String> outcomes = outcomes(rows(
                Given.LANGENHAGEN + ";neu@langenhagen.example",
                "langenhagen;zwei@langenhagen.example",
                twice + ";drei@langenhagen.example",
                "Langenhagen;vier@langenhagen.example;Bürgerbüro"));
        assertThat(outcomes.subList(0, 2)).containsExactly("1 NEW", "2 NEW");
        assertThat(outcomes.get(2)).startsWith("3 REJECTED").contains("kann mehrere meinen");
        assertThat(outcomes.get(3)).startsWith("4 REJECTED").contains("genau zwei Angaben");
        assertThatThrownBy(() -> rows("Ort;Anschrift", "Langenhagen;neu@langenhagen.example"))
                .isInstanceOf(InvalidInputException.class);
    }

    @Test
    void sends_them_all_each_for_its_address_and_again_only_to_who_is_not_invited() {
        List<InvitationList.Line> lines = lines(given.kommunen(3), "personal");
        List<InviteMany.Sent> sent = invite.handle(nsi, new InviteMany.Command(lines, false, null, PORTAL));
        assertThat(sent).hasSize(3);
        assertThat(database.rows("select email, kommune_ars from invitation order by id"))
                .hasSize(3)
                .allMatch(row -> row.matches("personal\\d@kommune.example \\d{12}"));
        assertThat(database.number("select count(*) from audit_entry where action = 'account.invited'"))
                .isEqualTo(3);
        assertThat(sent.stream().map(one -> one.invitation().token()).distinct())
                .hasSize(3);
        assertThat(invite.handle(nsi, new InviteMany.Command(lines, false, null, PORTAL)))
                .as("the same list once more")
                .isEmpty();
        assertThat(invite.handle(nsi, new InviteMany.Command(lines, true, null, PORTAL)))
                .as("wanted once more")
                .hasSize(3);
        assertThat(database.number("select count(*) from invitation where expires_at > ?", clock.instant()))
                .as("an older link is worth nothing")
                .isEqualTo(3);
    }

    private static List<InvitationList.Line> lines(List<String> kommunen, String name) {
        return IntStream.range(0, kommunen.size())
                .mapToObj(i -> InvitationList.Line.of(i + 1, kommunen.get(i), name + i + "@kommune.example"))
                .toList();
    }

    @Test
    void invites_nobody_if_it_would_be_others_than_were_shown() {
        List<InvitationList.Line> lines = lines(given.kommunen(2), "personal");
        String shown = plan.of(nsi, lines).fingerprint(false);
        inviteOne.handle(
                nsi,
                new InviteUser.Command(Role.KOMMUNE, given.kommunen(1).get(0), "personal0@kommune.example", PORTAL));
        Refused.with(
                AccountRefusal.INVITATIONS_CHANGED,
                () -> invite.handle(nsi, new InviteMany.Command(lines, false, shown, PORTAL)));
        assertThat(database.number("select count(*) from invitation")).isEqualTo(1);
    }

    @Test
    void invites_each_once_where_two_send_the_same_list_at_once() {
        List<InvitationList.Line> lines = lines(given.kommunen(4), "personal");
        Actor other = given.nsi();
        Race.of(List.of(
                () -> String.valueOf(invite.handle(nsi, new InviteMany.Command(lines, false, null, PORTAL))
                        .size()),
                () -> String.valueOf(invite.handle(other, new InviteMany.Command(lines, false, null, PORTAL))
                        .size())));
        assertThat(database.number("select count(*) from invitation")).isEqualTo(4);
    }

    @Test
    void sends_no_more_in_an_hour_than_a_mail_server_bears() throws SQLException {
        assertThatThrownBy(() -> plan.of(
                        nsi,
                        lines(
                                IntStream.rangeClosed(0, InviteMany.MOST)
                                        .mapToObj(i -> Given.LANGENHAGEN)
                                        .toList(),
                                "zuviel")))
                .isInstanceOf(InvalidInputException.class);
        long sender = nsi.userId();
        database.writePastTheProgram("insert into invitation (token_hash, role, kommune_ars, email, invited_by,"
                + " created_at, expires_at) select sha2(seq, 256), 'KOMMUNE', '" + Given.LANGENHAGEN
                + "', concat('früher', seq, '@x.example'), " + sender + ", '2027-02-01 08:00:00',"
                + " '2027-02-08 08:00:00' from seq_1_to_" + InviteMany.MOST);
        List<InvitationList.Line> more = lines(given.kommunen(1), "weiter");
        assertThat(Refused.with(
                                AccountRefusal.TOO_MANY_INVITATIONS,
                                () -> invite.handle(nsi, new InviteMany.Command(more, false, null, PORTAL)))
                        .text())
                .contains("500");
        clock.pass(Duration.ofHours(1).plusSeconds(1));
        assertThat(invite.handle(nsi, new InviteMany.Command(more, false, null, PORTAL)))
                .hasSize(1);
    }

    @Test
    void is_for_the_nsi_alone() {
        List<InvitationList.Line> lines = lines(given.kommunen(1), "personal");
        for (Actor actor : List.of(given.staffOf(Given.LANGENHAGEN), given.ministry(), given.auditor())) {
            Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> plan.of(actor, lines));
            Refused.with(
                    AccessRefusal.ROLE_NOT_ALLOWED,
                    () -> invite.handle(actor, new InviteMany.Command(lines, false, null, PORTAL)));
        }
    }

    @Test
    void carries_its_lines_from_page_to_page_and_believes_nothing_else() {
        List<InvitationList.Line> lines = lines(given.kommunen(2), "personal");
        String packed = InvitationList.packed(plan.of(nsi, lines).lines());
        assertThat(InvitationList.unpacked(packed)).isEqualTo(lines);
        assertThat(plan.of(nsi, InvitationList.unpacked("x\ty\n" + packed)).lines())
                .extracting(InvitationPlan.Planned::outcome)
                .containsExactly(InvitationOutcome.REJECTED, InvitationOutcome.NEW, InvitationOutcome.NEW);
    }
}
