package de.digitallotsen.registration;

import java.time.LocalDate;
import java.util.Collection;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * On which days a person was there, before and from now on; as history and audit trail keep it (R20, R26):
 * {@code 2027-03-01, 2027-03-02}, empty for none.
 */
public record DaysPresent(String before, String now) {

    static DaysPresent of(Collection<LocalDate> before, Collection<LocalDate> now) {
        return new DaysPresent(text(before), text(now));
    }

    static String text(Collection<LocalDate> days) {
        return new TreeSet<>(days).stream().map(LocalDate::toString).collect(Collectors.joining(", "));
    }
}
