package de.digitallotsen.report.web;

import java.util.ArrayList;
import java.util.List;

import de.digitallotsen.report.BudgetPosition;
import de.digitallotsen.report.Course;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.web.Table;

/** The course of the money to carry elsewhere: the end of every day on which something moved. */
final class CourseTable {

    private CourseTable() {}

    /** @param asOf the day that was asked for, as it stands in the address; null or empty for now */
    static Table of(BudgetPosition.Overview overview, String asOf) {
        List<List<Object>> rows = new ArrayList<>();
        for (Course.Point point : overview.course().points()) {
            rows.add(List.of(
                    point.day(),
                    new Money(point.totals().allocated()),
                    new Money(point.totals().reserved()),
                    new Money(point.totals().spent()),
                    new Money(point.totals().available()),
                    new Money(point.claims().claimed()),
                    new Money(point.claims().paid()),
                    point.funded()));
        }
        return new Table(
                "Verlauf " + overview.position().period().shortName(),
                Table.words("Förderzeitraum", overview.position().period().name(), "Ende des Tages", asOf),
                List.of(
                        "Tag",
                        "Zugewiesen",
                        "Gebunden",
                        "Festgestellt",
                        "Verfügbar",
                        "Abgerufen",
                        "Gezahlt",
                        "Geförderte Anmeldungen"),
                rows);
    }
}
