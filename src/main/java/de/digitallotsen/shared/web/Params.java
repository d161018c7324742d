package de.digitallotsen.shared.web;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.shared.AccessRefusal;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Page;
import de.digitallotsen.shared.RefusedException;
import de.digitallotsen.shared.Violation;

/**
 * Reads parameters of an address. JAX-RS itself would answer a wrong number with 404; a person who mistypes wants to
 * know what is wrong (400).
 */
public final class Params {

    private Params() {}

    /** A page request from {@code page} and {@code size}. */
    public static Page.Request page(String page, String size) {
        return Page.Request.of(integer("page", page), integer("size", size));
    }

    /** A whole number, or null if it is missing. */
    public static Integer integer(String name, String raw) {
        Long number = longNumber(name, raw);
        if (number != null && number != number.intValue()) {
            throw wrong(name, "param.number");
        }
        return number == null ? null : number.intValue();
    }

    /** A whole number, or null if it is missing. */
    public static Long longNumber(String name, String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        return German.parseNumber(raw).orElseThrow(() -> wrong(name, "param.number"));
    }

    /** A day ({@code 2027-02-03} or {@code 3.2.2027}), or null if it is missing. */
    public static LocalDate day(String name, String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        return German.parseDate(raw).orElseThrow(() -> wrong(name, "param.day"));
    }

    /** {@code true} or {@code false}, or null if it is missing. */
    public static Boolean flag(String name, String raw) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        return switch (raw.strip()) {
            case "true", "on", "1", "ja" -> true;
            case "false", "off", "0", "nein" -> false;
            default -> throw wrong(name, "param.flag");
        };
    }

    /** One of the names of an enum, or null if it is missing. */
    public static <E extends Enum<E>> E choice(String name, String raw, Class<E> type) {
        if (raw == null || raw.isBlank()) {
            return null;
        }
        return Arrays.stream(type.getEnumConstants())
                .filter(constant -> constant.name().equals(raw.strip()))
                .findFirst()
                .orElseThrow(() -> wrong(name, "param.choice"));
    }

    /** An id in a path; anything that is no number names nothing that exists. */
    public static long id(String raw) {
        try {
            return Long.parseLong(raw);
        } catch (NumberFormatException noId) {
            throw new RefusedException(AccessRefusal.NOT_FOUND);
        }
    }

    private static InvalidInputException wrong(String name, String messageKey) {
        return new InvalidInputException(List.of(new Violation(name, Messages.text(messageKey, "name", name))));
    }
}
