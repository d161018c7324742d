package de.digitallotsen.report.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import de.digitallotsen.report.PublicFigures;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;
import de.digitallotsen.shared.web.Table;

/** The public figures as a list to carry elsewhere; a number that is hidden says so, and each row its key (AGS). */
final class FiguresTable {

    /** The key of the Land. */
    private static final String LAND = "03";

    private FiguresTable() {}

    static Table of(PublicFigures.Figures f, OpenFigures open) {
        List<List<Object>> rows = new ArrayList<>();
        add(rows, "Termine", f.seminars().published());
        add(rows, "davon beendet", f.seminars().held());
        add(rows, "Seminarplätze", f.seminars().seats());
        add(rows, "davon belegt", f.seminars().taken());
        add(rows, "Antragsberechtigte Kommunen", f.eligible());
        add(rows, "Teilnehmende Kommunen", f.takingPart());
        add(rows, "Teilnehmende Personen", f.persons());
        add(rows, "Zugewiesene Mittel in Euro", new Money(f.budget().allocated()));
        add(rows, "Verfügbare Mittel in Euro", new Money(f.budget().available()));
        for (PublicFigures.Region region : f.regions()) {
            add(rows, "Antragsberechtigte Kommunen", region, region.eligible());
            add(rows, "Teilnehmende Kommunen", region, region.takingPart());
            add(rows, "Teilnehmende Personen", region, region.persons());
        }
        return new Table(
                "Zahlen",
                "Förderzeitraum " + f.period().name() + "; " + open.words(),
                List.of("Angabe", "AGS", "Gebiet", "Wert"),
                rows);
    }

    private static void add(List<List<Object>> rows, String what, Object value) {
        rows.add(Arrays.asList(what, LAND, "Niedersachsen", shown(value)));
    }

    private static void add(List<List<Object>> rows, String what, PublicFigures.Region region, Object value) {
        rows.add(Arrays.asList(what, region.ags(), region.name(), shown(value)));
    }

    private static Object shown(Object value) {
        return value == null ? Messages.text("figures.hidden") : value;
    }
}
