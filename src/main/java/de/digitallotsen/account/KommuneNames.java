package de.digitallotsen.account;

import java.util.List;
import java.util.function.Predicate;

import de.digitallotsen.kommune.Kommune;

/** Finds the Kommune that somebody means in a list: with certainty, or not at all (R39). */
record KommuneNames(List<Kommune> register) {

    /**
     * By key, by what it is called officially, or by a name that of those that may register only one has.
     *
     * @param ars the key, whose leading zero a spreadsheet may have lost; or null
     * @param name used only without a key
     * @return one, if it is certain
     */
    List<Kommune> named(String ars, String name) {
        if (ars != null) {
            String key = ars.matches("\\d{11}") ? "0" + ars : ars;
            return those(kommune -> kommune.ars().equals(key));
        }
        List<Kommune> official = those(kommune -> isOfficially(kommune, name));
        List<Kommune> live = those(kommune -> kommune.validTo() == null && isOfficially(kommune, name));
        if (!official.isEmpty()) {
            return live.isEmpty() ? official : live;
        }
        return those(kommune -> kommune.type().isEligible()
                && kommune.validTo() == null
                && kommune.name().equalsIgnoreCase(name));
    }

    private List<Kommune> those(Predicate<Kommune> wanted) {
        return register.stream().filter(wanted).toList();
    }

    /** True if that may be meant by this name. */
    static boolean isCalled(Kommune kommune, String name) {
        return isOfficially(kommune, name) || name.equalsIgnoreCase(kommune.name());
    }

    /** As it is shown everywhere, or as official lists turn it round: „Langenhagen, Stadt“. */
    private static boolean isOfficially(Kommune kommune, String name) {
        return name.equalsIgnoreCase(kommune.displayName())
                || name.equalsIgnoreCase(kommune.name() + ", " + kommune.designation());
    }
}
