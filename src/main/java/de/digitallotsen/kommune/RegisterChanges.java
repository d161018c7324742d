package de.digitallotsen.kommune;

import java.util.List;
import java.util.Map;

import de.digitallotsen.shared.Hashes;

/**
 * What an import adds, changes and ends, and what cannot be used (R2).
 *
 * @param unchanged Kommunen about which the file says what the register says
 * @param fingerprint stands for the file and for everything that it would do to the register as it is: what is applied
 *     is what was shown
 */
public record RegisterChanges(
        List<Addition> additions,
        List<Change> changes,
        List<Ending> endings,
        int unchanged,
        List<RegisterFile.RejectedLine> rejected,
        String fingerprint) {

    /** A merger of a Samtgemeinde with all its members is no more than this. */
    static final int FEW = 15;

    /** True if so many end that somebody has to confirm their number. */
    public boolean endsMany() {
        return endings.size() > FEW;
    }

    /** A Kommune that begins. */
    public record Addition(long line, String ars, String displayName, KommuneType type) {}

    /** A Kommune about which the file says something else. */
    public record Change(long line, String ars, String displayName, List<FieldChange> fields) {
        /** True if it is called otherwise from now on. */
        boolean renames() {
            return fields.stream().anyMatch(field -> field.field().equals("anzeigename"));
        }

        /** True if nothing but the number of inhabitants changes, as every year. */
        public boolean populationOnly() {
            return fields.stream().allMatch(field -> field.field().equals("population"));
        }
    }

    /**
     * One value, old and new; null where there is none.
     *
     * @param field the column of the file, or {@code anzeigename} or {@code ende}
     */
    public record FieldChange(String field, String before, String after) {}

    /**
     * A Kommune that ends.
     *
     * @param suggestedSuccessorArs an addition that bears its name, or null: only people know
     * @param accounts who belongs to it and goes over to the successor
     * @param placesUsed of its Förderplätze; they count against the successor's
     */
    public record Ending(
            String ars,
            String displayName,
            KommuneType type,
            String suggestedSuccessorArs,
            List<String> accounts,
            int placesUsed) {}

    /** How many of each. */
    public record Counts(int additions, int changes, int endings, int rejected, int unchanged) {}

    static RegisterChanges of(RegisterFile file, List<Addition> additions, List<Change> changes, List<Ending> endings) {
        int unchanged = file.lines().size() - additions.size() - changes.size();
        // Places used are no part of it: they change with every registration and change nothing here.
        String shown = additions + "\n" + changes + "\n"
                + endings.stream()
                        .map(e -> e.ars() + e.displayName() + e.suggestedSuccessorArs() + e.accounts())
                        .toList();
        return new RegisterChanges(
                additions, changes, endings, unchanged, file.rejected(), Hashes.sha256(file.hash() + "\n" + shown));
    }

    public Counts counts() {
        return new Counts(additions.size(), changes.size(), endings.size(), rejected.size(), unchanged);
    }

    /** True if the file says nothing that the register does not say. */
    public boolean isEmpty() {
        return additions.isEmpty() && changes.isEmpty() && endings.isEmpty();
    }

    /** How many, for the audit trail. */
    Map<String, Object> summary() {
        return Map.of("added", additions.size(), "changed", changes.size(), "ended", endings.size());
    }
}
