package de.digitallotsen.kommune;

/**
 * One line of the official register.
 *
 * @param ars             12 digits, begins with 03
 * @param ags             8 digits (5 for Landkreise and the Region), null for a Samtgemeinde
 * @param name            without the designation, NFC
 * @param designation     Stadt, Flecken, Hansestadt, Samtgemeinde, …
 * @param samtgemeindeArs only for a Mitgliedsgemeinde
 * @param landkreisAgs    5 digits
 * @param population      inhabitants, 0 or more
 * @param postcode        5 digits, or null (Landkreise)
 * @param seat            seat of the administration, or null
 */
public record RegisterLine(String ars, String ags, String name, String designation, KommuneType type, String samtgemeindeArs,
                           String landkreisAgs, int population, String postcode, String seat) {

    /**
     * Designation and name as people say it: „Stadt Langenhagen“, „Samtgemeinde Sottrum“; „Region Hannover“ and
     * „gemeindefreies Gebiet“ as they are. May be the same for two Kommunen.
     */
    String spokenName() {
        return name.startsWith(designation) ? name : Character.toUpperCase(designation.charAt(0)) + designation.substring(1) + " " + name;
    }
}
