package de.digitallotsen.audit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import de.digitallotsen.registration.RegistrationEvent;
import de.digitallotsen.shared.Messages;
import org.junit.jupiter.api.Test;

/**
 * Every action, kind of thing and field that the program can note in the audit trail has a German word, and every
 * action a sentence (R26): read from the sources, so that nobody adds one without.
 */
class AuditVocabularyTest {

    private static final Path SOURCES = Path.of("src/main/java/de/digitallotsen");
    /** The terms of a programme are noted as they describe themselves. */
    private static final Set<String> DESCRIBE_THEMSELVES = Set.of("ProgrammeTerms.java", "RegisterChanges.java");

    private static final Pattern CONSTANT = Pattern.compile("String (\\w+) = \"(\\w+)\";");
    private static final Pattern ACTION = Pattern.compile("\"([a-z-]+\\.[a-z_-]+)\"");
    private static final Pattern SUBJECT = Pattern.compile("AuditedChange\\s*\\.of\\(");
    private static final Pattern FROM_OR_TO = Pattern.compile("\\.(?:from|to)\\(");
    private static final Pattern PUT = Pattern.compile("(?:\\.put|Map\\.of)\\(\\s*(\"?\\w+\"?)\\s*,");

    private record Source(String name, String text, Map<String, String> constants) {
        static Source of(Path file) {
            try {
                String text = Files.readString(file);
                Map<String, String> constants = new HashMap<>();
                CONSTANT.matcher(text).results().forEach(found -> constants.put(found.group(1), found.group(2)));
                return new Source(file.getFileName().toString(), text, constants);
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }

        boolean notesSomething() {
            return text.contains("AuditedChange.of(")
                    || text.contains("AccountChanges.of(")
                    || text.contains("AuditedChange of(")
                    || DESCRIBE_THEMSELVES.contains(name);
        }

        /** A text in quotes, or a constant that stands for one; null for anything else. */
        String literal(String argument) {
            String bare = argument.strip();
            return bare.matches("\"\\w+\"") ? bare.substring(1, bare.length() - 1) : constants.get(bare);
        }
    }

    private static List<Source> sources() {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(Source::of)
                    .filter(Source::notesSomething)
                    .toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** The arguments of a call whose opening bracket ends there. */
    static List<String> arguments(String text, int begin) {
        List<String> arguments = new ArrayList<>();
        StringBuilder argument = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (int i = begin; i < text.length(); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"' && text.charAt(i - 1) != '\\';
            depth += quoted ? 0 : "([{".indexOf(c) >= 0 ? 1 : ")]}".indexOf(c) >= 0 ? -1 : 0;
            if (depth < 0 || depth == 0 && c == ',' && !quoted) {
                arguments.add(argument.toString());
                argument.setLength(0);
                if (depth < 0) {
                    return arguments;
                }
            } else {
                argument.append(c);
            }
        }
        return arguments;
    }

    static Set<String> actions() {
        Set<String> actions = new TreeSet<>();
        for (Source source : sources()) {
            ACTION.matcher(source.text()).results().map(found -> found.group(1)).forEach(actions::add);
        }
        actions.removeIf(key -> !Messages.textOrEmpty(key).isEmpty());
        for (RegistrationEvent.Kind kind : RegistrationEvent.Kind.values()) {
            actions.add("registration." + kind.name().toLowerCase(Locale.ROOT));
        }
        Stream.of("planned", "changed", "copied", "published", "cancelled", "closed")
                .forEach(act -> actions.add("seminar." + act));
        Stream.of("prepared", "revised", "submitted", "returned", "approved", "paid")
                .forEach(act -> actions.add("claim." + act));
        return actions;
    }

    static Set<String> subjects() {
        Set<String> subjects = new TreeSet<>();
        for (Source source : sources()) {
            Matcher call = SUBJECT.matcher(source.text());
            while (call.find()) {
                List<String> arguments = arguments(source.text(), call.end());
                if (arguments.size() == 4 && source.literal(arguments.get(2)) != null) {
                    subjects.add(source.literal(arguments.get(2)));
                }
            }
        }
        return subjects;
    }

    static Set<String> fields() {
        Set<String> fields = new TreeSet<>();
        for (Source source : sources()) {
            Matcher call = FROM_OR_TO.matcher(source.text());
            while (call.find()) {
                List<String> arguments = arguments(source.text(), call.end());
                for (int i = 0; i + 1 < arguments.size(); i += 2) {
                    String name = source.literal(arguments.get(i));
                    if (name != null) {
                        fields.add(name);
                    }
                }
            }
            Matcher put = PUT.matcher(source.text());
            while (put.find()) {
                if (source.literal(put.group(1)) != null) {
                    fields.add(source.literal(put.group(1)));
                }
            }
        }
        return fields;
    }

    @Test
    void finds_what_is_known_to_be_noted() {
        assertThat(actions()).contains("account.disabled", "mail.retried", "certificate.reissued", "period.opened");
        assertThat(subjects()).contains("account", "certificate", "mail", "registration", "seminar");
        assertThat(fields()).contains("active", "daysAttended", "units", "number", "endings", "days", "kommuneArs");
    }

    @Test
    void every_action_has_a_name_and_a_sentence() {
        assertThat(actions()).hasSizeGreaterThan(40).allSatisfy(action -> {
            assertThat(AuditWords.action(action)).isNotEqualTo(action);
            assertThat(Messages.textOrEmpty("audit." + action))
                    .as("a sentence about " + action)
                    .startsWith("{who} ")
                    .endsWith(".");
        });
    }

    @Test
    void every_kind_of_thing_has_a_word() {
        assertThat(subjects())
                .hasSizeGreaterThan(8)
                .allSatisfy(subject ->
                        assertThat(Messages.label("subject." + subject)).doesNotStartWith("subject."));
    }

    @Test
    void every_field_has_a_word() {
        assertThat(fields())
                .hasSizeGreaterThan(40)
                .allSatisfy(
                        field -> assertThat(Messages.label("field." + field)).doesNotStartWith("field."));
    }
}
