package de.digitallotsen.kommune;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * One line of the official register.
 *
 * @param ars 12 digits, begins with 03
 * @param ags 8 digits (5 for Landkreise and the Region), null for a Samtgemeinde
 * @param name without the designation, NFC
 * @param designation Stadt, Flecken, Hansestadt, Samtgemeinde, …
 * @param samtgemeindeArs only for a Mitgliedsgemeinde
 * @param landkreisAgs 5 digits
 * @param population inhabitants, 0 or more
 * @param postcode 5 digits, or null (Landkreise)
 * @param seat seat of the administration, or null
 */
public record RegisterLine(
        String ars,
        String ags,
        String name,
        String designation,
        KommuneType type,
        String samtgemeindeArs,
        String landkreisAgs,
        int population,
        String postcode,
        String seat) {

    /**
     * Designation and name as people say it: „Stadt Langenhagen“, „Samtgemeinde Sottrum“; „Region Hannover“ and
     * „gemeindefreies Gebiet“ as they are. May be the same for two Kommunen.
     */
    String spokenName() {
        return name.startsWith(designation)
                ? name
                : Character.toUpperCase(designation.charAt(0)) + designation.substring(1) + " " + name;
    }

    /** What another line of the same Kommune says otherwise, by the columns of the file. */
    List<RegisterChanges.FieldChange> differences(RegisterLine other) {
        Map<String, String> now = cells();
        Map<String, String> then = other.cells();
        return now.keySet().stream()
                .filter(column -> !Objects.equals(now.get(column), then.get(column)))
                .map(column -> new RegisterChanges.FieldChange(column, now.get(column), then.get(column)))
                .toList();
    }

    private Map<String, String> cells() {
        Map<String, String> cells = new LinkedHashMap<>();
        cells.put("ags", ags);
        cells.put("name", name);
        cells.put("bezeichnung", designation);
        cells.put("type", type.name());
        cells.put("samtgemeinde_ars", samtgemeindeArs);
        cells.put("landkreis_ags", landkreisAgs);
        cells.put("population", String.valueOf(population));
        cells.put("plz", postcode);
        cells.put("verwaltungssitz", seat);
        return cells;
    }
}
