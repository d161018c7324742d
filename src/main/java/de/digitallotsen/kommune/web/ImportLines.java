package de.digitallotsen.kommune.web;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

import de.digitallotsen.kommune.KommuneType;
import de.digitallotsen.kommune.RegisterChanges;
import de.digitallotsen.kommune.RegisterFile;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.web.Form;

/** The changes of an import as the page shows them, and the successors as it asks for them. */
public final class ImportLines {

    private static final String FIELD = "successor.";
    /** Typed where nobody takes the place of a Kommune that ends. */
    private static final String NONE = "keine";

    private ImportLines() {}

    /** A Kommune that begins. */
    public record AdditionLine(long line, String ars, String name, String type) {
        static AdditionLine of(RegisterChanges.Addition addition) {
            return new AdditionLine(
                    addition.line(), addition.ars(), addition.displayName(), Messages.label(addition.type()));
        }
    }

    /** A Kommune that changes. */
    public record ChangeLine(long line, String ars, String name, List<FieldLine> fields, boolean populationOnly) {
        static ChangeLine of(RegisterChanges.Change change) {
            return new ChangeLine(
                    change.line(),
                    change.ars(),
                    change.displayName(),
                    change.fields().stream().map(FieldLine::of).toList(),
                    change.populationOnly());
        }
    }

    /** One value, old and new, in words. */
    public record FieldLine(String label, String before, String after) {
        static FieldLine of(RegisterChanges.FieldChange change) {
            return new FieldLine(
                    Messages.label("register." + change.field()),
                    words(change.field(), change.before()),
                    words(change.field(), change.after()));
        }

        private static String words(String field, String value) {
            return value == null
                    ? Messages.label("register.nothing")
                    : "type".equals(field) ? Messages.label(KommuneType.valueOf(value)) : value;
        }
    }

    /**
     * A Kommune that ends.
     *
     * @param field where its successor is named
     */
    public record EndingLine(
            String ars,
            String name,
            String type,
            List<String> accounts,
            int placesUsed,
            String field,
            String value,
            String error) {
        static EndingLine of(RegisterChanges.Ending ending, Form form) {
            String field = FIELD + ending.ars();
            return new EndingLine(
                    ending.ars(),
                    ending.displayName(),
                    Messages.label(ending.type()),
                    ending.accounts(),
                    ending.placesUsed(),
                    field,
                    form.value(field),
                    form.error(field));
        }
    }

    /** The form as it is shown first: with the successors that the names suggest. */
    static Form suggestions(RegisterChanges changes, RegisterFile file) {
        Map<String, String> names = file.displayNames();
        Form form = Form.of();
        for (RegisterChanges.Ending ending : changes.endings()) {
            form = ending.suggestedSuccessorArs() == null
                    ? form
                    : form.with(FIELD + ending.ars(), names.get(ending.suggestedSuccessorArs()));
        }
        return form;
    }

    /** A typed number; null if it is none. */
    static Integer count(String typed) {
        String digits = typed.replaceAll("[\\s.\u00a0]", "");
        return digits.matches("\\d{1,6}") ? Integer.valueOf(digits) : null;
    }

    /** Those of the named successors that can be understood, as long as others are still missing. */
    static Map<String, String> understood(RegisterChanges changes, RegisterFile file, Form form) {
        Map<String, String> byName = byName(file);
        Map<String, String> successors = new TreeMap<>();
        changes.endings().forEach(ending -> {
            String typed = Input.clean(form.value(FIELD + ending.ars()));
            String ars = typed == null ? null : byName.get(typed.toLowerCase(Locale.GERMANY));
            if (ars != null) {
                successors.put(ending.ars(), ars);
            }
        });
        return successors;
    }

    private static Map<String, String> byName(RegisterFile file) {
        Map<String, String> byName = new LinkedHashMap<>();
        file.displayNames().forEach((ars, name) -> byName.put(name.toLowerCase(Locale.GERMANY), ars));
        file.displayNames().keySet().forEach(ars -> byName.put(ars, ars));
        return byName;
    }

    /**
     * The successors that were named, by the ARS of the Kommune that ends.
     *
     * @throws InvalidInputException if nothing was typed, or what names no Kommune of the file
     */
    static Map<String, String> successors(RegisterChanges changes, RegisterFile file, Form form) {
        Map<String, String> byName = byName(file);
        Input input = new Input();
        Map<String, Optional<String>> named = changes.endings().stream()
                .collect(Collectors.toMap(
                        RegisterChanges.Ending::ars,
                        ending -> {
                            String typed = Input.clean(form.value(FIELD + ending.ars()));
                            String ars = typed == null ? null : byName.get(typed.toLowerCase(Locale.GERMANY));
                            input.check(
                                    typed != null,
                                    FIELD + ending.ars(),
                                    "register.successor-missing",
                                    "kommune",
                                    ending.displayName());
                            input.check(
                                    typed == null || ars != null || NONE.equalsIgnoreCase(typed),
                                    FIELD + ending.ars(),
                                    "register.successor-unknown",
                                    "kommune",
                                    ending.displayName(),
                                    "typed",
                                    String.valueOf(typed));
                            return Optional.ofNullable(ars);
                        },
                        (one, other) -> one,
                        LinkedHashMap::new));
        input.throwIfWrong();
        Map<String, String> successors = new TreeMap<>();
        named.forEach((ended, successor) -> successor.ifPresent(ars -> successors.put(ended, ars)));
        return successors;
    }
}
