package de.digitallotsen.privacy;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.PersonalRecords.Holding;

/** What is kept, as a German reader wants it. */
public final class HeldWords {

    private static final Map<String, String> CONSTANTS = Map.of(
            "status", "RegistrationStatus.",
            "kind", "RegistrationEvent.Kind.",
            "role", "Role.",
            "mailState", "MailState.",
            "occasion", "OccasionKind.",
            "type", "BudgetEntryType.",
            "action", "action.",
            "subjectType", "subject.");

    private static final List<String> FLAGS = List.of("active", "secondFactor");

    private HeldWords() {}

    /** One value with its name. */
    public record Fact(String label, String value) {}

    /** All of a kind. */
    public record Section(String title, List<List<Fact>> records) {}

    /** A section for each kind. */
    public static List<Section> sections(List<Holding> holdings) {
        return holdings.stream()
                .map(holding -> new Section(
                        Messages.label("holding." + holding.kind()),
                        holding.records().stream().map(HeldWords::facts).toList()))
                .toList();
    }

    private static List<Fact> facts(Map<String, Object> record) {
        return record.entrySet().stream()
                .map(entry ->
                        new Fact(Messages.label("held." + entry.getKey()), value(entry.getKey(), entry.getValue())))
                .toList();
    }

    private static String value(String name, Object value) {
        if (value instanceof Instant instant) {
            return German.dateTime(instant);
        }
        if (value instanceof LocalDate day) {
            return German.date(day);
        }
        if (FLAGS.contains(name)) {
            return "true".equals(String.valueOf(value)) || "1".equals(String.valueOf(value)) ? "ja" : "nein";
        }
        if (value instanceof Number number && name.endsWith("Cents")) {
            return German.euro(number.longValue());
        }
        String text = String.valueOf(value);
        String key = CONSTANTS.getOrDefault(name, "") + text;
        String label = CONSTANTS.containsKey(name) ? Messages.label(key) : text;
        return label.equals(key) ? text : label;
    }
}
