package de.digitallotsen.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Money is gebunden, festgestellt, abgerufen, gezahlt or verfügbar, and nothing else: the old words, which meant one
 * thing on one page and another on the next, stand nowhere that anybody reads.
 */
class FourWordsTest {

    private static final Pattern OLD_WORDS = Pattern.compile(
            "(?i)aus(ge)?zahl|ausbezahl|verausgab|verbraucht|abgeflossen|ausgegebene? (mittel|fördermittel|betr)"
                    + "|reserviert|(mittel|betrag|beträge|euro|geld) (sind|ist|wurden?|werden)"
                    + " (ausgegeben|verplant|eingeplant)");

    private static List<Path> below(String folder, String endings) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().matches(".*\\.(" + endings + ")"))
                    .filter(file -> !file.toString().contains("/adr/"))
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static List<String> found(Path file) {
        return read(file)
                .lines()
                .filter(line -> OLD_WORDS.matcher(line).find())
                .map(line -> file + ": " + line.strip())
                .toList();
    }

    @Test
    void templates_bundles_sources_and_documents_use_no_other_words() {
        List<Path> files = Stream.of(
                        below("src/main/resources/templates", "html|txt"),
                        below("src/main/resources/messages", "properties"),
                        below("src/main/java", "java"),
                        below("docs", "md"),
                        List.of(Path.of("README.md")))
                .flatMap(List::stream)
                .toList();
        assertThat(files).hasSizeGreaterThan(500);
        assertThat(files.stream().flatMap(file -> found(file).stream())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Die Mittel für die genannten Teilnahmen sind ausgezahlt worden.",
                "Auszahlung",
                "Nicht verbraucht",
                "Verausgabt",
                "1.000,00 € reserviert"
            })
    void knows_the_old_words(String sentence) {
        assertThat(OLD_WORDS.matcher(sentence).find()).isTrue();
    }

    @Test
    void the_words_are_defined_once_for_people_and_once_for_programmers() {
        String glossary = read(Path.of("docs/glossary.md"));
        String budget = read(Path.of("src/main/resources/templates/report/budget-page.html"));
        assertThat(List.of("zugewiesen", "gebunden", "festgestellt", "verfügbar", "abgerufen", "gezahlt"))
                .allSatisfy(word -> {
                    assertThat(glossary.lines().filter(line -> line.startsWith("| " + word + " |")))
                            .hasSize(1);
                    assertThat(budget).contains("{#fact label='" + word + "'}");
                });
    }
}
