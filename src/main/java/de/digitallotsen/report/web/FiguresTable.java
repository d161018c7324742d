package de.digitallotsen.report.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.report.PublicFigures;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.web.Table;

/** The public figures as a list to carry elsewhere; a hidden number is an empty cell. */
final class FiguresTable {

    private FiguresTable() {}

    static Table of(PublicFigures.Figures f) {
        List<List<Object>> rows = new ArrayList<>();
        add(rows, "Termine", "", f.seminars().published());
        add(rows, "davon beendet", "", f.seminars().held());
        add(rows, "Seminarplätze", "", f.seminars().seats());
        add(rows, "davon belegt", "", f.seminars().taken());
        add(rows, "Antragsberechtigte Kommunen", "", f.eligible());
        add(rows, "Teilnehmende Kommunen", "", f.takingPart());
        add(rows, "Teilnehmende Personen", "", f.persons());
        add(rows, "Zugewiesene Mittel in Euro", "", new Money(f.budget().allocated()));
        add(rows, "Verfügbare Mittel in Euro", "", new Money(f.budget().available()));
        for (PublicFigures.Region region : f.regions()) {
            add(rows, "Antragsberechtigte Kommunen", region.name(), region.eligible());
            add(rows, "Teilnehmende Kommunen", region.name(), region.takingPart());
            add(rows, "Teilnehmende Personen", region.name(), region.persons());
        }
        return new Table("Zahlen", "Förderzeitraum " + f.period().name(), List.of("Angabe", "Kreis", "Wert"), rows);
    }

    private static void add(List<List<Object>> rows, String what, String region, Object value) {
        rows.add(Arrays.asList(what, region, value));
    }
}
