package de.digitallotsen.kommune;

/**
 * Whether a Kommune may register people, and if not, why and who can instead (R1).
 *
 * @param code the reason
 * @param registerThroughArs the Samtgemeinde of a Mitgliedsgemeinde or the successor of an ended Kommune; else null
 */
public record Eligibility(Code code, String registerThroughArs) {

    /** Reasons, named as in the JSON interface. */
    public enum Code {
        ELIGIBLE,
        MITGLIEDSGEMEINDE,
        GEMEINDEFREIES_GEBIET,
        NOT_YET_VALID,
        EXPIRED
    }

    public boolean eligible() {
        return code == Code.ELIGIBLE;
    }
}
