package de.digitallotsen.kommune;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.Race;
import de.digitallotsen.Refused;
import de.digitallotsen.registration.RegistrationRefusal;
import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Role;
import jakarta.inject.Inject;
import org.junit.jupiter.api.Test;

/** The register is brought up to the official file (R2). */
@PortalTest
class ImportKommunenTest {

    private static final String NEW =
            "039990001001;03999001;Neustadt am Test;Stadt;EINHEITSGEMEINDE;;03999;100;30000;\n";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    ImportKommunen importKommunen;

    @Inject
    PreviewImport previewImport;

    private RegisterChanges preview(Actor actor, String csv) {
        return previewImport.handle(actor, RegisterFile.read(csv));
    }

    private RegisterChanges apply(Actor actor, String csv) {
        return importKommunen.handle(actor, ImportKommunen.Command.of(RegisterFile.read(csv)));
    }

    private static String without(String ars) {
        return Database.register()
                        .lines()
                        .filter(line -> !line.startsWith(ars + ";"))
                        .collect(Collectors.joining("\n")) + "\n";
    }

    private static String renamed(String ars, String from, String to) {
        return Database.register()
                        .lines()
                        .map(line -> line.startsWith(ars + ";") ? line.replace(";" + from + ";", ";" + to + ";") : line)
                        .collect(Collectors.joining("\n"))
                + "\n";
    }

    private String langenhagen(String columns) {
        return database.text("select " + columns + " from kommune where ars = ?", Given.LANGENHAGEN);
    }

    @Test
    void finds_nothing_to_do_in_the_file_it_was_made_from() {
        RegisterChanges changes = preview(given.nsi(), Database.register());
        assertThat(changes.isEmpty()).isTrue();
        assertThat(changes.counts()).isEqualTo(new RegisterChanges.Counts(0, 0, 0, 0, 1115));
    }

    @Test
    void shows_what_it_would_do_and_does_nothing() {
        Actor nsi = given.nsi();
        Map<String, List<String>> before = database.content();
        String file = renamed("031510000000", "Gifhorn", "Gifhorn-Neu")
                        .lines()
                        .filter(line -> !line.startsWith(Given.LANGENHAGEN))
                        .collect(Collectors.joining("\n"))
                + "\n" + NEW;
        RegisterChanges changes = preview(nsi, file);
        assertThat(changes.additions())
                .containsExactly(new RegisterChanges.Addition(
                        1116, "039990001001", "Stadt Neustadt am Test", KommuneType.EINHEITSGEMEINDE));
        assertThat(changes.changes()).hasSize(1);
        assertThat(changes.changes().get(0).displayName()).isEqualTo("Landkreis Gifhorn-Neu");
        assertThat(changes.changes().get(0).fields())
                .containsExactly(
                        new RegisterChanges.FieldChange("name", "Gifhorn", "Gifhorn-Neu"),
                        new RegisterChanges.FieldChange("anzeigename", "Landkreis Gifhorn", "Landkreis Gifhorn-Neu"));
        assertThat(changes.endings())
                .containsExactly(new RegisterChanges.Ending(
                        Given.LANGENHAGEN, "Stadt Langenhagen", KommuneType.EINHEITSGEMEINDE, null, List.of(), 0));
        assertThat(changes.unchanged()).isEqualTo(1113);
        assertThat(database.content()).isEqualTo(before);
    }

    @Test
    void ends_a_kommune_that_is_no_longer_listed_and_never_deletes_it() {
        database.registerWillChange();
        long seminar = given.aSeminar().published();
        Actor staff = given.staffOf(Given.LANGENHAGEN);
        String reference = given.registered(staff, seminar);
        apply(given.nsi(), without(Given.LANGENHAGEN));
        assertThat(langenhagen("valid_from, valid_to")).isEqualTo("2021-01-01 2027-01-31");
        assertThat(given.statusOf(reference)).isEqualTo("CONFIRMED");
        Refused.with(RegistrationRefusal.NOT_ELIGIBLE, () -> given.registered(staff, seminar));
        apply(given.nsi(), Database.register());
        assertThat(langenhagen("valid_from, valid_to")).isEqualTo("2021-01-01 null");
    }

    /** The first lines of the register that are nobody's Samtgemeinde. */
    private static String withoutSome(int kommunen) {
        List<String> ended = Database.register()
                .lines()
                .filter(line -> line.contains(";EINHEITSGEMEINDE;"))
                .limit(kommunen)
                .toList();
        return Database.register().lines().filter(line -> !ended.contains(line)).collect(Collectors.joining("\n"))
                + "\n";
    }

    @Test
    void many_endings_need_their_number_and_few_do_not() {
        database.registerWillChange();
        Actor nsi = given.nsi();
        RegisterFile many = RegisterFile.read(withoutSome(16));
        for (Integer typed : Arrays.asList(null, 15, 17)) {
            assertThat(Refused.with(
                                    KommuneRefusal.MANY_ENDINGS,
                                    () -> importKommunen.handle(
                                            nsi, new ImportKommunen.Command(many, Map.of(), null, typed, null)))
                            .text())
                    .contains("enden 16 Kommunen", "die Zahl 16");
        }
        apply(nsi, withoutSome(15));
        assertThat(database.number("select count(*) from kommune where valid_to is not null"))
                .isEqualTo(15);
        importKommunen.handle(nsi, new ImportKommunen.Command(many, Map.of(), null, 1, null));
        assertThat(database.number("select count(*) from kommune where valid_to is not null"))
                .isEqualTo(16);
    }

    @Test
    void a_line_that_cannot_be_used_is_no_ending() {
        RegisterChanges changes = preview(given.nsi(), renamed(Given.LANGENHAGEN, "EINHEITSGEMEINDE", "DORF"));
        assertThat(changes.rejected()).hasSize(1);
        assertThat(changes.endings()).isEmpty();
    }

    @Test
    void adds_a_kommune_from_today_on_and_lets_it_register() {
        database.registerWillChange();
        apply(given.nsi(), Database.register() + NEW);
        assertThat(database.text("select display_name, valid_from from kommune where ars = '039990001001'"))
                .isEqualTo("Stadt Neustadt am Test 2027-02-01");
        assertThat(given.statusOf(given.registered(
                        given.staffOf("039990001001"), given.aSeminar().published())))
                .isEqualTo("CONFIRMED");
    }

    @Test
    void takes_over_a_new_name() {
        database.registerWillChange();
        apply(given.nsi(), renamed(Given.LANGENHAGEN, "Langenhagen", "Langenhagen am Flughafen"));
        assertThat(langenhagen("display_name")).isEqualTo("Stadt Langenhagen am Flughafen");
        assertThat(langenhagen("search_text")).contains("flughafen");
    }

    @Test
    void gives_a_kommune_the_name_of_one_that_ends() {
        database.registerWillChange();
        String file = without(Given.LANGENHAGEN)
                        .lines()
                        .map(line -> line.startsWith("031020000000")
                                ? line.replace(";Salzgitter;Stadt;", ";Langenhagen;Stadt;")
                                : line)
                        .collect(Collectors.joining("\n"))
                + "\n";
        apply(given.nsi(), file);
        assertThat(database.text("select display_name from kommune where ars = '031020000000'"))
                .isEqualTo("Stadt Langenhagen");
        assertThat(langenhagen("display_name")).isEqualTo("Stadt Langenhagen (bis 31.01.2027)");
    }

    @Test
    void does_all_or_nothing_and_names_the_lines_that_cannot_be_used() {
        Actor nsi = given.nsi();
        Map<String, List<String>> before = database.content();
        String file = without(Given.LANGENHAGEN) + NEW + "kaputt;;;;;;;;;\n";
        assertThatThrownBy(() -> apply(nsi, file)).isInstanceOfSatisfying(InvalidInputException.class, wrong -> {
            assertThat(wrong.violations()).hasSize(1);
            assertThat(wrong.violations().get(0).field()).isEqualTo("line 1117");
            assertThat(wrong.violations().get(0).message()).contains("1117");
        });
        assertThat(database.content()).isEqualTo(before);
        assertThat(preview(nsi, file).rejected())
                .extracting(RegisterFile.RejectedLine::line)
                .containsExactly(1117L);
    }

    @Test
    void is_for_the_nsi_alone() {
        Refused.with(AccessRefusal.ROLE_NOT_ALLOWED, () -> preview(given.ministry(), Database.register()));
        Refused.with(
                AccessRefusal.ROLE_NOT_ALLOWED, () -> preview(given.staffOf(Given.LANGENHAGEN), Database.register()));
    }

    @Test
    void holds_the_440_that_may_register() {
        assertThat(database.number("select count(*) from kommune")).isEqualTo(1115);
        assertThat(database.number("select count(*) from place")).isEqualTo(880);
    }

    @Test
    void lets_two_kommunen_swap_their_names_within_one_file() {
        database.registerWillChange();
        String file = Database.register()
                .lines()
                .map(line -> line.startsWith("031010000000;")
                        ? line.replace(";Braunschweig;", ";Salzgitter;")
                        : line.startsWith("031020000000;") ? line.replace(";Salzgitter;", ";Braunschweig;") : line)
                .collect(Collectors.joining("\n"));
        assertThat(apply(given.nsi(), file).changes()).hasSize(2);
        assertThat(database.rows(
                        "select display_name from kommune where ars in ('031010000000', '031020000000') order by ars"))
                .containsExactly("Stadt Salzgitter", "Stadt Braunschweig");
    }

    @Test
    void applies_what_was_shown_and_nothing_else() {
        database.registerWillChange();
        Actor nsi = given.nsi();
        RegisterFile file = RegisterFile.read(without(Given.LANGENHAGEN));
        String shown = previewImport.handle(nsi, file).fingerprint();
        given.account(Role.KOMMUNE, Given.LANGENHAGEN);
        Refused.with(
                KommuneRefusal.REGISTER_CHANGED,
                () -> importKommunen.handle(nsi, new ImportKommunen.Command(file, Map.of(), shown)));
        Refused.with(
                KommuneRefusal.REGISTER_CHANGED,
                () -> importKommunen.handle(
                        nsi,
                        new ImportKommunen.Command(RegisterFile.read(Database.register() + NEW), Map.of(), shown)));
        String now = previewImport.handle(nsi, file).fingerprint();
        importKommunen.handle(nsi, new ImportKommunen.Command(file, Map.of(), now));
        Refused.with(
                KommuneRefusal.REGISTER_CHANGED,
                () -> importKommunen.handle(nsi, new ImportKommunen.Command(file, Map.of(), now)));
        assertThat(database.text("select after_json from audit_entry where action = 'register.imported'"))
                .contains(file.hash())
                .contains("\"ended\":1");
    }

    @Test
    void ends_a_kommune_once_when_two_apply_the_same_file_at_once() {
        database.registerWillChange();
        Actor nsi = given.nsi();
        RegisterFile file = RegisterFile.read(without(Given.LANGENHAGEN));
        String shown = previewImport.handle(nsi, file).fingerprint();
        Race.Outcome outcome = Race.of(Collections.nCopies(
                2,
                () -> importKommunen
                                .handle(nsi, new ImportKommunen.Command(file, Map.of(), shown))
                                .counts()
                                .endings() + ""));
        assertThat(outcome.count("1")).isEqualTo(1);
        assertThat(outcome.count("REGISTER_CHANGED")).isEqualTo(1);
        assertThat(langenhagen("display_name")).isEqualTo("Stadt Langenhagen (bis 31.01.2027)");
    }
}
