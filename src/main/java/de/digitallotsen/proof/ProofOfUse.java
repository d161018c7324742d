package de.digitallotsen.proof;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.SortedMap;

import de.digitallotsen.budget.BudgetEntryType;
import de.digitallotsen.claim.Payments.Payment;
import de.digitallotsen.paper.Sender;
import de.digitallotsen.registration.Amount;
import de.digitallotsen.registration.RegistrationStatus;
import de.digitallotsen.shared.German;

/**
 * The Verwendungsnachweis of a period: what the money did. Every sum in it is a sum of its own lists, and those equal
 * the ledger. Amounts are cents, percentages whole and rounded down. Its files are made of it alone: the same facts
 * give the same bytes (R36).
 *
 * @param at when it was made, in whole seconds
 * @param missing what has to be done before it is more than a draft, in sentences
 * @param plan what was decided and planned; null as long as nobody has entered it
 * @param asked what claims have asked for
 * @param grants every booking that gave money or took it away, carry-overs among them
 * @param payments what has come, by value date
 * @param named the list of participation names people
 * @param edition null for a look at how things stand, which is kept nowhere
 */
public record ProofOfUse(
        Period period,
        Instant at,
        Issuer issuer,
        List<String> missing,
        Reach reach,
        Plan plan,
        long asked,
        List<Grant> grants,
        List<Payment> payments,
        List<Voucher> vouchers,
        List<Participation> participations,
        List<Year> years,
        boolean named,
        Edition edition) {

    /** The period. */
    public record Period(long id, String name, LocalDate firstDay, LocalDate lastDay) {}

    /**
     * Who makes it and who is paid.
     *
     * @param referenceNumber Aktenzeichen of the grant
     * @param payee who gets the money: the NSI, never a Kommune
     */
    public record Issuer(Sender sender, String referenceNumber, String payee) {}

    /** How many Kommunen could have taken part, on the last day or, before that, today. */
    public record Reach(long eligible) {}

    /**
     * What was decided and planned, in the version in force, and what was changed about it.
     *
     * @param rateBasisPoints the Land's share when this version was entered
     * @param years cents by calendar year
     * @param versions all of them, in order
     */
    public record Plan(
            int version,
            String decisionNumber,
            LocalDate decisionDate,
            String purpose,
            String chapterTitle,
            int rateBasisPoints,
            SortedMap<Integer, Long> years,
            List<PlanVersion> versions) {
        /** The money of the Land. */
        public long grant() {
            return years.values().stream().mapToLong(Long::longValue).sum();
        }

        /** The fees that the grant would pay its share of; 0 where the Land pays nothing. */
        public long fees() {
            return rateBasisPoints == 0 ? 0 : grant() * 10_000 / rateBasisPoints;
        }

        /** What the Kommunen would pay of these fees; 0 where the Land pays nothing. */
        public long ownShares() {
            return rateBasisPoints == 0 ? 0 : fees() - grant();
        }

        /** The Land's share in words. */
        public String share() {
            return German.percent(rateBasisPoints);
        }

        /** True if it was changed since it was entered. */
        public boolean changed() {
            return versions.size() > 1;
        }
    }

    /** A version of the plan; the reason is empty for the first one. */
    public record PlanVersion(int version, LocalDate day, long grantCents, String reason) {}

    /** A booking that gave money to the period or took it away: the first one, an adjustment, a carry-over. */
    public record Grant(long number, LocalDate day, String reason, long amountCents) {}

    /**
     * One calendar year.
     *
     * @param planCents null without a plan
     * @param boundBeyondCents bound at its end, or now, for seminars that end in a later year
     */
    public record Year(int year, Long planCents, long spentCents, long paidCents, long boundBeyondCents) {}

    /**
     * A voucher: a spent entry of the ledger.
     *
     * @param number in the ledger
     * @param day on which it was booked, in Berlin
     * @param kommune whose person attended; who is paid is the {@link Issuer#payee}
     * @param seminarDay the first one
     * @param amountCents negative where a correction takes something back
     */
    public record Voucher(
            long number,
            LocalDate day,
            String reference,
            String kommune,
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

    /**
     * What makes a document of it.
     *
     * @param number without a gap, {@code VN-2027-001} (R34)
     * @param version 1, 2, 3 … within the period
     * @param narrative Sachbericht as it was typed, paragraphs parted by line breaks; null where there is none yet
     * @param place of the declaration
     * @param producer who declares
     */
    public record Edition(String number, int version, String narrative, String place, String producer) {
        /** The paragraphs of the narrative; empty where there is none. */
        public List<String> paragraphs() {
            return narrative == null
                    ? List.of()
                    : narrative
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .toList();
        }
    }

    /** The same as a document. */
    ProofOfUse as(Edition other) {
        return new ProofOfUse(
                period,
                at,
                issuer,
                missing,
                reach,
                plan,
                asked,
                grants,
                payments,
                vouchers,
                participations,
                years,
                named,
                other);
    }

    /** The same with something more that is missing. */
    ProofOfUse lacking(List<String> more) {
        return new ProofOfUse(
                period,
                at,
                issuer,
                more,
                reach,
                plan,
                asked,
                grants,
                payments,
                vouchers,
                participations,
                years,
                named,
                edition);
    }

    /** Something is missing. */
    public boolean draft() {
        return !missing.isEmpty();
    }

    /** Only a look at how things stand: nobody has issued it. */
    public boolean preview() {
        return edition == null;
    }

    /** What the Land's share came to. */
    public long spent() {
        return vouchers.stream().mapToLong(Voucher::amountCents).sum();
    }

    /** What has come. */
    public long paid() {
        return payments.stream().mapToLong(Payment::amountCents).sum();
    }

    /** What the period has, after everything that was given and taken away. */
    public long granted() {
        return grants.stream().mapToLong(Grant::amountCents).sum();
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

    /** What was not needed of what the period has. */
    public long unused() {
        return granted() - spent();
    }

    /** Spent and not yet asked for; negative: to be paid back. */
    public long unclaimed() {
        return spent() - asked;
    }

    /** What its files are called, without the ending: nobody takes one with names for one without. */
    public String fileName() {
        String name =
                preview() ? String.valueOf(period.firstDay()) : edition.number().toLowerCase(java.util.Locale.ROOT);
        return "verwendungsnachweis-" + name + (preview() ? "-vorschau" : draft() ? "-entwurf" : "")
                + (named ? "-mit-namen" : "");
    }
}
