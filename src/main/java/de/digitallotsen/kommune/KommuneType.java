package de.digitallotsen.kommune;

/** Kinds of Kommunen in the official register (R1). */
public enum KommuneType {
    EINHEITSGEMEINDE(true),
    KREISFREIE_STADT(true),
    SAMTGEMEINDE(true),
    LANDKREIS(true),
    REGION(true),
    /** Takes part through its Samtgemeinde. */
    MITGLIEDSGEMEINDE(false),
    GEMEINDEFREIES_GEBIET(false);

    private final boolean eligible;

    KommuneType(boolean eligible) {
        this.eligible = eligible;
    }

    /** True if a Kommune of this kind gets the Land's half (R1). */
    public boolean isEligible() {
        return eligible;
    }
}
