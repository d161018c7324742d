package de.digitallotsen.shared.web;

import java.io.IOException;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.ext.Provider;

/** Several lists as one XLSX file, a sheet each. */
@Provider
@Produces(Table.XLSX_TYPE)
public class XlsxBundleWriter extends TableWriter<Tables> {

    private final Workbooks workbooks;

    XlsxBundleWriter(Workbooks workbooks) {
        super(Tables.class, Table.XLSX_TYPE, "xlsx");
        this.workbooks = workbooks;
    }

    @Override
    String name(Tables lists) {
        return lists.name();
    }

    @Override
    byte[] bytes(Tables lists) throws IOException {
        return workbooks.write(lists);
    }
}
