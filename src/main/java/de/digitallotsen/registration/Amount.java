package de.digitallotsen.registration;

import java.util.Collection;

/**
 * What a registration costs as it stands (R28), in cents: the one place that pages, mails, documents, lists, exports
 * and the interface ask. What was agreed on the day of registration ({@link Registration#feeCents} and its two parts)
 * is another thing: of a cancelled place the Land pays nothing, whatever was agreed.
 *
 * @param dueCents what the Kommune owes the NSI („zu zahlen“), 0 to the whole fee
 * @param landCents what the Land pays: the whole subsidy or nothing (R9)
 */
public record Amount(long dueCents, long landCents) {

    /** Who waits, and who cancelled in time, costs nobody anything (R13, R18). */
    public static final Amount NOTHING = new Amount(0, 0);

    /** {@link #dueCents} in a query, for the alias {@code r}. */
    public static final String DUE_IN_QUERIES = "r.dueCents";

    /** {@link #landCents} in a query, for the alias {@code r}. */
    public static final String LAND_IN_QUERIES =
            "case when r.status in (CONFIRMED, ATTENDED) then r.subsidyCents else 0L end";

    public Amount {
        if (dueCents < 0 || landCents < 0) {
            throw new IllegalArgumentException("Nobody owes less than nothing: " + dueCents + ", " + landCents);
        }
    }

    /** As a registration stands. */
    public static Amount of(Registration registration) {
        return of(registration.status(), registration.subsidyCents(), registration.dueCents());
    }

    /**
     * In a state in which that much is recorded as owed: the NSI may have set it (R20), or the terms of cancelling
     * (R18).
     */
    public static Amount of(RegistrationStatus status, long subsidyCents, long recordedDueCents) {
        return new Amount(recordedDueCents, landPays(status) ? subsidyCents : 0);
    }

    /**
     * What the rules say as long as the NSI says nothing else: a seat costs both their share (R8), whoever stayed away
     * costs the Kommune the whole fee (R20).
     *
     * @param status not CANCELLED: see {@link #cancelled}
     */
    public static Amount byTheRules(RegistrationStatus status, long feeCents, long subsidyCents) {
        return switch (status) {
            case CONFIRMED, ATTENDED -> new Amount(feeCents - subsidyCents, subsidyCents);
            case WAITING -> NOTHING;
            case NO_SHOW -> new Amount(feeCents, 0);
            case CANCELLED -> throw new IllegalArgumentException("What a cancellation costs depends on its day (R18)");
        };
    }

    /**
     * After a cancellation (R18), or that of the whole seminar (R19): the Land pays no part of it.
     *
     * @param owedCents what the terms say, 0 in time
     */
    public static Amount cancelled(long owedCents) {
        return new Amount(owedCents, 0);
    }

    /** Of several. */
    public static Amount sum(Collection<Amount> amounts) {
        return amounts.stream().reduce(NOTHING, Amount::plus);
    }

    private Amount plus(Amount other) {
        return new Amount(dueCents + other.dueCents, landCents + other.landCents);
    }

    /** Neither pays anything. */
    public boolean isNothing() {
        return equals(NOTHING);
    }

    /** The Land pays for whom a seat is kept or was used; what was only promised or not used comes free (R10). */
    private static boolean landPays(RegistrationStatus status) {
        return status == RegistrationStatus.CONFIRMED || status == RegistrationStatus.ATTENDED;
    }
}
