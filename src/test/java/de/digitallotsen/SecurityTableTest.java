package de.digitallotsen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;

/** What {@code docs/security.md} promises is there: each test by its name, and for each requirement one or a reason. */
class SecurityTableTest {

    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");
    private static final Pattern ROW = Pattern.compile("^\\| (\\d+\\.\\d+\\.\\d+) \\| ([12]) \\| .* \\| (.+) \\|$");
    /** Where it is written down, or who does it, in place of a test. */
    private static final List<String> REASONS = List.of(
            "Decision: ", "Not applicable: ", "Operator: ", ".md`", "ADR ", "“", "`deploy/", "Limits`", ".txt`");

    /** Of levels 1 and 2 in version 5.0.0 of the standard, by chapter. */
    private static final int[] REQUIREMENTS = {27, 11, 19, 10, 9, 35, 18, 7, 7, 29, 14, 9, 13, 9, 13, 16, 7};

    private static List<String> page() throws IOException {
        return Files.readAllLines(Path.of("docs", "security.md"));
    }

    @Test
    void every_test_that_it_names_exists() throws IOException {
        Set<String> named = TEST.matcher(String.join("\n", page()))
                .results()
                .map(match -> match.group(1))
                .collect(Collectors.toSet());
        assertThat(named).hasSizeGreaterThan(40);
        try (Stream<Path> files = Files.walk(Path.of("src", "test", "java"))) {
            Set<String> there = files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.replace(".java", ""))
                    .collect(Collectors.toSet());
            assertThat(there).containsAll(named);
        }
    }

    /** Level 1 has seventy. */
    private static final int OF_LEVEL_ONE = 70;

    @Test
    void every_requirement_has_a_test_or_a_reason() throws IOException {
        List<MatchResult> rows =
                page().stream().flatMap(line -> ROW.matcher(line).results()).toList();
        assertThat(rows).extracting(row -> row.group(1)).doesNotHaveDuplicates();
        assertThat(rows.stream().filter(row -> "1".equals(row.group(2)))).hasSize(OF_LEVEL_ONE);
        assertThat(rows).hasSize(Arrays.stream(REQUIREMENTS).sum());
        for (int chapter = 1; chapter <= REQUIREMENTS.length; chapter++) {
            String prefix = chapter + ".";
            assertThat(rows.stream().filter(row -> row.group(1).startsWith(prefix)))
                    .as("chapter V%d", chapter)
                    .hasSize(REQUIREMENTS[chapter - 1]);
        }
        assertThat(rows)
                .allSatisfy(row -> assertThat(TEST.matcher(row.group(3)).find()
                                || REASONS.stream().anyMatch(row.group(3)::contains))
                        .as(row.group())
                        .isTrue());
    }
}
