package de.digitallotsen.shared.web;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;

import de.siegmar.fastcsv.writer.LineDelimiter;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;

/**
 * A list as CSV: semicolon, UTF-8 with byte order mark, as Excel in German opens it by a double click. A text that a
 * spreadsheet would take for a formula is made harmless.
 */
@Provider
@Produces(Table.CSV_TYPE)
public class CsvWriter extends TableWriter<Table> {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    CsvWriter() {
        super(Table.class, Table.CSV_TYPE + ";charset=UTF-8", "csv");
    }

    @Override
    String name(Table list) {
        return list.name();
    }

    @Override
    byte[] bytes(Table list) throws IOException {
        StringWriter text = new StringWriter();
        text.write(BYTE_ORDER_MARK);
        try (de.siegmar.fastcsv.writer.CsvWriter writer = de.siegmar.fastcsv.writer.CsvWriter.builder()
                .fieldSeparator(';')
                .lineDelimiter(LineDelimiter.CRLF)
                .build(text)) {
            writer.writeRecord(list.columns().stream().map(Cells::harmless).toList());
            list.rows()
                    .forEach(row ->
                            writer.writeRecord(row.stream().map(Cells::text).toList()));
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
