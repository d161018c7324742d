package de.digitallotsen.shared.web;

import java.util.Arrays;
import java.util.List;

import de.digitallotsen.shared.Messages;

/**
 * One entry of a list to choose from.
 *
 * @param value as it travels in the address
 * @param label as people read it
 */
public record Choice(String value, String label, boolean chosen) {

    /** Every constant with its label. */
    public static List<Choice> of(Enum<?>[] constants, String chosen) {
        return Arrays.stream(constants)
                .map(constant -> new Choice(
                        constant.name(),
                        Messages.label(constant),
                        constant.name().equals(chosen)))
                .toList();
    }
}
