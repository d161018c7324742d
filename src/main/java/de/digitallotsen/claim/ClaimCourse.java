package de.digitallotsen.claim;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * How the claims of a period stood at the end of every Berlin day; amounts in cents.
 *
 * @param acts in the order in which they happened
 * @param payments by value date; one without counts on the day on which it was noted
 */
public record ClaimCourse(List<Act> acts, List<Payment> payments) {

    /**
     * What an act left.
     *
     * @param claimed true if the claim was submitted after it and not sent back
     */
    record Act(long claimId, LocalDate day, boolean claimed, long amountCents) {}

    /** What was paid on a day. */
    record Payment(LocalDate day, long amountCents) {}

    /** No claim at all. */
    public static ClaimCourse none() {
        return new ClaimCourse(List.of(), List.of());
    }

    /** The end of any day. */
    public ClaimTotals at(LocalDate day) {
        Map<Long, Act> last = new HashMap<>();
        acts.stream().filter(act -> !act.day().isAfter(day)).forEach(act -> last.put(act.claimId(), act));
        return new ClaimTotals(
                last.values().stream()
                        .filter(Act::claimed)
                        .mapToLong(Act::amountCents)
                        .sum(),
                payments.stream()
                        .filter(payment -> !payment.day().isAfter(day))
                        .mapToLong(Payment::amountCents)
                        .sum());
    }

    /** As it stands now. */
    public ClaimTotals latest() {
        return at(LocalDate.MAX);
    }

    /** The days at whose end it stood otherwise than the day before, in order. */
    public List<LocalDate> days() {
        TreeSet<LocalDate> days = new TreeSet<>();
        acts.forEach(act -> days.add(act.day()));
        payments.forEach(payment -> days.add(payment.day()));
        ClaimTotals before = ClaimTotals.zero();
        List<LocalDate> moved = new ArrayList<>();
        for (LocalDate day : days) {
            ClaimTotals then = at(day);
            if (!then.equals(before)) {
                moved.add(day);
            }
            before = then;
        }
        return List.copyOf(moved);
    }
}
