package de.digitallotsen.shared;

import java.util.List;
import java.util.Map;

/**
 * Reads the rows of a list that people upload or paste: XLSX, or CSV with semicolon, comma or tab. The feature that
 * reads such lists answers; whoever needs one does not know it.
 */
public interface SheetReader {

    /**
     * What was read.
     *
     * @param rows every cell as text, each row at the place at which a spreadsheet shows it; empty rows are empty lists
     * @param broken why a row cannot be used although its cells can be read, by its number, from 1: an error, a formula
     *     without a result
     * @param notes what people have to know about the file besides: sheets that nobody read
     */
    record Sheet(List<List<String>> rows, Map<Integer, String> broken, List<String> notes) {
        /** Of nothing but rows. */
        public static Sheet of(List<List<String>> rows) {
            return new Sheet(rows, Map.of(), List.of());
        }
    }

    /** @throws InvalidInputException about the field {@code file}, if it cannot be read or is larger than any list */
    Sheet read(byte[] file);
}
