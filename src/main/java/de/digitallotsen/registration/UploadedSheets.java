package de.digitallotsen.registration;

import java.io.IOException;
import java.util.List;

import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.SheetReader;
import de.digitallotsen.shared.Violation;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads the lists of other features as it reads the own ones, within the same limits. */
@ApplicationScoped
class UploadedSheets implements SheetReader {

    @Override
    public Sheet read(byte[] file) {
        try {
            SpreadsheetRows read = SpreadsheetRows.of(file);
            return new Sheet(read.rows(), read.broken(), read.notes());
        } catch (InvalidInputException exceeded) {
            throw exceeded;
        } catch (IOException | RuntimeException unreadable) {
            throw new InvalidInputException(List.of(new Violation("file", Messages.text("sheet.unreadable"))));
        }
    }
}
