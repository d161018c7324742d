package de.digitallotsen.kommune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

import de.digitallotsen.shared.CsvTable;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;

/** The cells of one line of the register by column, cleaned; null where nothing stands. */
record RegisterCells(Map<String, String> cells) {

    static final List<String> COLUMNS = List.of(
            "ars",
            "ags",
            "name",
            "bezeichnung",
            "type",
            "samtgemeinde_ars",
            "landkreis_ags",
            "population",
            "plz",
            "verwaltungssitz");
    private static final Pattern ARS = Pattern.compile("03\\d{10}");
    private static final Pattern AGS = Pattern.compile("03\\d{3}(\\d{3})?");
    private static final Pattern KREIS = Pattern.compile("03\\d{3}");
    private static final Pattern POSTCODE = Pattern.compile("\\d{5}");
    private static final long LARGEST_POPULATION = 99_999_999;

    static RegisterCells of(CsvTable.Row row) {
        Map<String, String> cells = new LinkedHashMap<>();
        COLUMNS.forEach(column -> cells.put(column, row.cell(column)));
        cells.computeIfPresent("ars", (column, typed) -> CsvTable.key(typed, 12));
        cells.computeIfPresent("samtgemeinde_ars", (column, typed) -> CsvTable.key(typed, 12));
        cells.computeIfPresent("ags", (column, typed) -> CsvTable.key(typed, 8, 5));
        cells.computeIfPresent("landkreis_ags", (column, typed) -> CsvTable.key(typed, 5));
        cells.computeIfPresent("plz", (column, typed) -> CsvTable.key(typed, 5));
        return new RegisterCells(cells);
    }

    String ars() {
        return cells.get("ars");
    }

    /** Notes everything that makes the line unusable. */
    void check(Input input) {
        input.check(matches(ARS, "ars"), "ars", "register.ars");
        input.check(cells.get("ags") == null || matches(AGS, "ags"), "ags", "register.ags");
        input.required("name", "name", cells.get("name"), 120);
        input.required("bezeichnung", "bezeichnung", cells.get("bezeichnung"), 60);
        input.optional("verwaltungssitz", "verwaltungssitz", cells.get("verwaltungssitz"), 120);
        input.check(type() != null, "type", "register.type");
        input.check(matches(KREIS, "landkreis_ags"), "landkreis_ags", "register.landkreis");
        input.check(population().isPresent(), "population", "register.population");
        input.check(cells.get("plz") == null || matches(POSTCODE, "plz"), "plz", "register.postcode");
        boolean member = type() == KommuneType.MITGLIEDSGEMEINDE;
        input.check(member == matches(ARS, "samtgemeinde_ars"), "samtgemeinde_ars", "register.samtgemeinde");
    }

    private boolean matches(Pattern pattern, String column) {
        String text = cells.get(column);
        return text != null && pattern.matcher(text).matches();
    }

    /** As people type numbers: spreadsheets put dots between the thousands. */
    private Optional<Integer> population() {
        return German.parseNumber(cells.get("population"))
                .filter(people -> people >= 0 && people <= LARGEST_POPULATION)
                .map(Long::intValue);
    }

    private KommuneType type() {
        for (KommuneType type : KommuneType.values()) {
            if (type.name().equals(cells.get("type"))) {
                return type;
            }
        }
        return null;
    }

    /** The line, if nothing is wrong with it. */
    RegisterLine line() {
        return new RegisterLine(
                ars(),
                cells.get("ags"),
                cells.get("name"),
                cells.get("bezeichnung"),
                type(),
                cells.get("samtgemeinde_ars"),
                cells.get("landkreis_ags"),
                population().orElseThrow(),
                cells.get("plz"),
                cells.get("verwaltungssitz"));
    }
}
