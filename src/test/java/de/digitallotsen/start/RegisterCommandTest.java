package de.digitallotsen.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;

import de.digitallotsen.Database;
import de.digitallotsen.Given;
import de.digitallotsen.PortalTest;
import de.digitallotsen.kommune.Crowded;
import de.digitallotsen.kommune.ImportKommunen;
import de.digitallotsen.kommune.PreviewImport;
import de.digitallotsen.shared.Actor;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The register on the console (R2): what a page asks about is asked about here, too. */
@PortalTest
class RegisterCommandTest {

    private static final String JORK = "033590028028";
    private static final String BUXTEHUDE = "033590010010";

    @Inject
    Given given;

    @Inject
    Database database;

    @Inject
    PreviewImport preview;

    @Inject
    ImportKommunen importKommunen;

    @Inject
    Crowded crowded;

    @TempDir
    Path folder;

    /** What the last command said. */
    private String said;

    @BeforeEach
    void fillTwoPlacesAndAThird() {
        database.registerWillChange();
        Actor here = given.staffOf(BUXTEHUDE);
        long seminar = given.aSeminar().published();
        given.registered(here, seminar);
        given.registered(here, seminar);
        given.registered(given.staffOf(JORK), seminar);
    }

    private int run(String... arguments) throws IOException {
        Path file = folder.resolve("register.csv");
        Files.writeString(
                file,
                Database.register()
                        .lines()
                        .filter(line -> !line.startsWith(JORK))
                        .collect(Collectors.joining("\n", "", "\n")));
        String[] words = new String[arguments.length + 2];
        words[0] = RegisterCommand.NAME;
        words[1] = file.toString();
        System.arraycopy(arguments, 0, words, 2, arguments.length);
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        PrintStream out = System.out;
        PrintStream err = System.err;
        try (PrintStream both = new PrintStream(written, true, StandardCharsets.UTF_8)) {
            System.setOut(both);
            System.setErr(both);
            return new RegisterCommand(preview, importKommunen, crowded).run(words);
        } finally {
            System.setOut(out);
            System.setErr(err);
            said = written.toString(StandardCharsets.UTF_8);
        }
    }

    @Test
    void says_where_more_people_than_places_come_together_and_asks_to_have_it_read() throws IOException {
        String successor = "--successor=" + JORK + ":" + BUXTEHUDE;
        assertThat(run(successor)).isZero();
        assertThat(said).contains("Hansestadt Buxtehude hat 2 Förderplätze; nach der Übernahme wären 3 belegt");
        String seen = said.replaceAll("(?s).*(--crowds-seen=[0-9a-f]{64}).*", "$1");
        for (String other : new String[] {"--crowds-seen=" + "0".repeat(64), "--apply"}) {
            assertThat(run("--apply", successor, other)).isEqualTo(1);
            assertThat(said).contains("Hansestadt Buxtehude hat 2 Förderplätze", "Bitte prüfen Sie das");
        }
        assertThat(database.number("select count(*) from kommune where valid_to is not null"))
                .isZero();
        assertThat(run("--apply", successor, seen)).isZero();
        assertThat(said).contains("Das Register ist auf dem Stand der Datei.");
    }

    @Test
    void asks_nothing_about_places_where_they_suffice() throws IOException {
        assertThat(run()).isZero();
        assertThat(said).contains("1 enden", "--fingerprint=").doesNotContain("crowds-seen", "wären");
        assertThat(run("--crowds-seen=unsinn")).isEqualTo(2);
        assertThat(said).contains("Aufruf: register-import DATEI");
    }
}
