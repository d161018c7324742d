package de.digitallotsen.shared;

import java.util.List;

/**
 * Reads the rows of a list that people upload or paste: XLSX, or CSV with semicolon, comma or tab. The feature that
 * reads such lists answers; whoever needs one does not know it.
 */
public interface SheetReader {

    /**
     * Every cell as text, each row at the place at which a spreadsheet shows it; empty rows are empty lists.
     *
     * @throws InvalidInputException about the field {@code file}, if it cannot be read or is larger than any list
     */
    List<List<String>> rows(byte[] file);
}
