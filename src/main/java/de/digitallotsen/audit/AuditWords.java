package de.digitallotsen.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;

/** An entry of the trail as a German reader wants it: a sentence, and what was before and what is now. */
public final class AuditWords {

    private static final ObjectMapper JSON = new ObjectMapper();
    /** What people typed stays as it is. */
    private static final Set<String> FREE_TEXT = Set.of("title", "venue", "reason", "remark", "name", "period");

    private static final Pattern INSTANT = Pattern.compile("\\d{4}-\\d{2}-\\d{2}T[\\d:.]+Z");
    private static final Pattern DAY = Pattern.compile("\\b(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})\\b");
    private static final Pattern LIST = Pattern.compile("\\[.*]|\\{.*}");

    private AuditWords() {}

    /** What changed of one field; the value before is empty where there was none. */
    public record Change(String field, String before, String after) {
        /** In one line. */
        public String words() {
            return field + ": " + (before.isEmpty() ? after : before + " → " + (after.isEmpty() ? "–" : after));
        }
    }

    /** Who did it: name and group, or the portal itself. */
    public static String who(AuditTrail.Line line) {
        if (line.role() == null) {
            return Messages.text("audit.portal");
        }
        return (line.actor() == null ? Messages.text("audit.unknown-person") : line.actor()) + " ("
                + Messages.label(line.role()) + ")";
    }

    /**
     * „Petra Probe (NSI) hat den Termin 12 veröffentlicht.“; an action without a sentence of its own is told by its
     * name.
     */
    public static String sentence(AuditTrail.Line line) {
        String key = "audit." + line.action();
        boolean own = !Messages.textOrEmpty(key).isEmpty();
        return Messages.text(
                own ? key : "audit.other",
                "who",
                who(line),
                "subject",
                line.subjectId(),
                "kind",
                Messages.label("subject." + line.subjectType()),
                "action",
                action(line.action()));
    }

    /** The action's name. */
    public static String action(String action) {
        String label = Messages.label("action." + action);
        return label.startsWith("action.") ? action : label;
    }

    /** Field by field, in the order in which they were noted. */
    public static List<Change> changes(AuditTrail.Line line) {
        JsonNode before = read(line.before());
        JsonNode after = read(line.after());
        Set<String> fields = new LinkedHashSet<>();
        before.fieldNames().forEachRemaining(fields::add);
        after.fieldNames().forEachRemaining(fields::add);
        List<Change> changes = new ArrayList<>();
        for (String field : fields) {
            String was = value(line.subjectType(), field, before.get(field));
            String is = value(line.subjectType(), field, after.get(field));
            if (!was.equals(is)) {
                changes.add(new Change(field(field), was, is));
            }
        }
        return changes;
    }

    private static JsonNode read(String json) {
        try {
            return json == null ? JSON.createObjectNode() : JSON.readTree(json);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static String field(String name) {
        String label = Messages.label("field." + name);
        return label.startsWith("field.") ? name : label;
    }

    private static String value(String subjectType, String field, JsonNode node) {
        if (node == null || node.isNull()) {
            return "";
        }
        if (node.isNumber()) {
            return number(field, node.asLong());
        }
        if (node.isBoolean()) {
            return node.asBoolean() ? "ja" : "nein";
        }
        return node.isValueNode() ? text(subjectType, field, node.asText()) : several(subjectType, field, node);
    }

    /** A list, or what leads to what: „a → b“. */
    private static String several(String subjectType, String field, JsonNode node) {
        if (node.isEmpty()) {
            return Messages.text("audit.none");
        }
        List<String> values = new ArrayList<>();
        if (node.isArray()) {
            node.forEach(one -> values.add(value(subjectType, field, one)));
        } else {
            node.properties()
                    .forEach(one -> values.add(one.getKey() + " → " + value(subjectType, field, one.getValue())));
        }
        return String.join(", ", values);
    }

    private static String number(String field, long value) {
        if (field.endsWith("Cents")) {
            return German.euro(value);
        }
        if (field.endsWith("BasisPoints")) {
            return String.format(Locale.GERMANY, "%.2f %%", value / 100.0).replace(",00", "");
        }
        return field.endsWith("Percent") ? value + " %" : String.valueOf(value);
    }

    private static String text(String subjectType, String field, String text) {
        // A status means another thing for each kind of thing: RegistrationStatus.WAITING, SeminarStatus.DRAFT.
        String constant = field.equals("status")
                ? Character.toUpperCase(subjectType.charAt(0)) + subjectType.substring(1) + "Status"
                : Character.toUpperCase(field.charAt(0)) + field.substring(1);
        String label = Messages.label(constant + "." + text);
        if (!label.equals(constant + "." + text)) {
            return label;
        }
        return FREE_TEXT.contains(field) ? text : inGerman(text);
    }

    /** Instants and days wherever they stand; entries from before V105 hold lists as Java writes them. */
    private static String inGerman(String text) {
        if (INSTANT.matcher(text).matches()) {
            return German.dateTime(Instant.parse(text));
        }
        String bare = LIST.matcher(text).matches() ? text.substring(1, text.length() - 1) : text;
        String written = DAY.matcher(bare)
                .replaceAll("${day}.${month}.${year}")
                .replace("=[", ": ")
                .replace("]", "");
        return written.isEmpty() ? Messages.text("audit.none") : written;
    }
}
