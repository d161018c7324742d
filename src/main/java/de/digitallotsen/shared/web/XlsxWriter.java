package de.digitallotsen.shared.web;

import java.io.IOException;
import java.util.List;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;

/** A list as XLSX: one sheet with the rows, and one that says what the list holds. */
@Provider
@Produces(Table.XLSX_TYPE)
public class XlsxWriter extends TableWriter<Table> {

    private final Workbooks workbooks;

    XlsxWriter(Workbooks workbooks) {
        super(Table.class, Table.XLSX_TYPE, "xlsx");
        this.workbooks = workbooks;
    }

    @Override
    String name(Table list) {
        return list.name();
    }

    @Override
    byte[] bytes(Table list) throws IOException {
        return workbooks.write(new Tables(list.name(), list.filter(), List.of(list)));
    }
}
