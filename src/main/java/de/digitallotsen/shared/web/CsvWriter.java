package de.digitallotsen.shared.web;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.time.Clock;

import de.digitallotsen.shared.CsvText;
import de.digitallotsen.shared.German;
import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;

/**
 * A list as CSV: semicolon, UTF-8 with byte order mark, as Excel in German opens it by a double click. A text that a
 * spreadsheet would take for a formula is made harmless, and comes back as it was where the portal reads the file.
 */
@Provider
@Produces(Table.CSV_TYPE)
public class CsvWriter extends TableWriter<Table> {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    private final Clock clock;

    CsvWriter(Clock clock) {
        super(Table.class, Table.CSV_TYPE + ";charset=UTF-8", "csv");
        this.clock = clock;
    }

    /** With its day: a CSV file has no sheet that says as of when it is. */
    @Override
    String name(Table list) {
        return list.name() + " " + German.berlinDay(clock.instant());
    }

    @Override
    byte[] bytes(Table list) throws IOException {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (de.siegmar.fastcsv.writer.CsvWriter writer = de.siegmar.fastcsv.writer.CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            writer.writeRecord(list.columns().stream().map(CsvText::harmless).toList());
            list.rows()
                    .forEach(row ->
                            writer.writeRecord(row.stream().map(Cells::text).toList()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
