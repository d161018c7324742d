package de.digitallotsen.budget;

import java.time.LocalDate;

/**
 * What one Berlin day moved in the ledger of a period; amounts in cents.
 *
 * @param totals by how much each total, with its sign
 * @param bound what was reserved, without what was given back
 * @param reservations lines of that type
 * @param releases lines of that type
 * @param spendings lines of that type
 * @param corrected people who attended after all, less those who did not after all
 */
public record DayMoves(
        LocalDate day,
        BudgetTotals totals,
        long bound,
        long reservations,
        long releases,
        long spendings,
        long corrected) {

    /** Both, of the same day. */
    DayMoves plus(DayMoves other) {
        return new DayMoves(
                day,
                totals.plus(other.totals),
                bound + other.bound,
                reservations + other.reservations,
                releases + other.releases,
                spendings + other.spendings,
                corrected + other.corrected);
    }
}
