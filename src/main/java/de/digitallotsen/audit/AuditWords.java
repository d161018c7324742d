package de.digitallotsen.audit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;

/** An entry of the trail as a German reader wants it: a sentence, and what was before and what is now. */
public final class AuditWords {

    private static final ObjectMapper JSON = new ObjectMapper();

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
        return text(subjectType, field, node.isValueNode() ? node.asText() : node.toString());
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
        try {
            return text.endsWith("Z") ? German.dateTime(Instant.parse(text)) : German.date(LocalDate.parse(text));
        } catch (DateTimeParseException noTime) {
            return text;
        }
    }
}
