package de.digitallotsen.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.budget.BudgetEntryType;
import de.digitallotsen.registration.Amount;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.shared.Hashes;

/**
 * The Verwendungsnachweis of a period: what the money did. Every sum in it is a sum of its own lists, and those equal
 * the ledger. Amounts are cents, percentages whole and rounded down.
 *
 * @param at when it was made
 * @param draft the period is not over
 * @param claimed what claims have asked for, and what was paid on them
 * @param named the list of participation names people
 */
public record ProofOfUse(
        Period period,
        Instant at,
        boolean draft,
        Reach reach,
        Plan plan,
        Claimed claimed,
        List<Voucher> vouchers,
        List<Participation> participations,
        boolean named) {

    /** The period. */
    public record Period(long id, String name, LocalDate firstDay, LocalDate lastDay) {}

    /** How many Kommunen could have taken part, on the last day or, in a draft, today. */
    public record Reach(long eligible) {}

    /**
     * What was planned, in cents.
     *
     * @param grant what is allocated
     * @param rateBasisPoints the Land's share
     */
    public record Plan(long grant, int rateBasisPoints) {
        /** The fees that the grant would pay its share of; 0 where the Land pays nothing. */
        public long fees() {
            return rateBasisPoints == 0 ? 0 : grant * 10_000 / rateBasisPoints;
        }

        /** What the Kommunen would pay of these fees; 0 where the Land pays nothing. */
        public long ownShares() {
            return rateBasisPoints == 0 ? 0 : fees() - grant;
        }
    }

    /** What claims that are submitted, approved or paid have asked for, and what of it is paid; in cents. */
    public record Claimed(long asked, long paid) {}

    /**
     * A voucher: a spent entry of the ledger.
     *
     * @param number of the entry
     * @param day on which it was booked, in Berlin
     * @param payee the Kommune
     * @param seminarDay the first one
     * @param amountCents negative where a correction takes something back
     */
    public record Voucher(
            long number,
            LocalDate day,
            String reference,
            String payee,
            BudgetEntryType type,
            String seminar,
            LocalDate seminarDay,
            long amountCents) {}

    /**
     * Somebody who had a seat in a seminar that was held.
     *
     * @param seminarDay the first one
     * @param daysAttended 0 for who did not come
     * @param feeCents the whole fee, as it was agreed at registration
     * @param amount what the Kommune and the Land pay as it stands (R28)
     * @param person empty unless names were asked for
     */
    public record Participation(
            String reference,
            String kommuneArs,
            String kommune,
            long seminarId,
            String seminar,
            LocalDate seminarDay,
            RegistrationStatus status,
            long daysAttended,
            long feeCents,
            Amount amount,
            String person) {
        boolean attended() {
            return status == RegistrationStatus.ATTENDED;
        }
    }

    /** What the Land's share came to. */
    public long spent() {
        return vouchers.stream().mapToLong(Voucher::amountCents).sum();
    }

    /** What those who attended cost: what the Land and the Kommunen pay for them. */
    public long fees() {
        return subsidies() + ownShares();
    }

    /** What the Kommunen pay themselves for those who attended. */
    public long ownShares() {
        return participations.stream()
                .filter(Participation::attended)
                .mapToLong(participation -> participation.amount().dueCents())
                .sum();
    }

    /** What the Land pays for everybody who had a seat. */
    public long subsidies() {
        return total().landCents();
    }

    /** What everybody who had a seat costs, those too who did not come. */
    public Amount total() {
        return Amount.sum(participations.stream().map(Participation::amount).toList());
    }

    /** Seminars in which somebody had a seat. */
    public long seminars() {
        return participations.stream().map(Participation::seminarId).distinct().count();
    }

    /** Who attended. */
    public long persons() {
        return participations.stream().filter(Participation::attended).count();
    }

    /** Kommunen of which somebody attended. */
    public long kommunen() {
        return participations.stream()
                .filter(Participation::attended)
                .map(Participation::kommuneArs)
                .distinct()
                .count();
    }

    /** Of the eligible Kommunen those that took part, in whole percent, rounded down. */
    public long coveragePercent() {
        return reach.eligible() == 0 ? 0 : kommunen() * 100 / reach.eligible();
    }

    /** Of those who had a seat those who came, in whole percent, rounded down; 0 where nobody had one. */
    public long showPercent() {
        return participations.isEmpty() ? 0 : persons() * 100 / participations.size();
    }

    /** What was not needed. */
    public long unused() {
        return plan.grant() - spent();
    }

    /** Spent and not yet asked for; negative: to be paid back. */
    public long unclaimed() {
        return spent() - claimed.asked();
    }

    /** What its files are called, without the ending: nobody takes one with names for one without. */
    public String fileName() {
        return "verwendungsnachweis-" + period.firstDay() + (draft ? "-entwurf" : "") + (named ? "-mit-namen" : "");
    }

    /** SHA-256 over everything that it says, but not when it was made: the same content has the same hash. */
    public String hash() {
        return Hashes.sha256(List.of(period, draft, reach, plan, claimed, vouchers, participations, named)
                .toString());
    }
}
