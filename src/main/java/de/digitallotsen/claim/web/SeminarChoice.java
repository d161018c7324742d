package de.digitallotsen.claim.web;

import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.claim.ClaimSearch;

/** A seminar to tick; all are ticked where none is named. */
public record SeminarChoice(long id, String title, LocalDate firstDay, long entries, long amountCents, boolean chosen) {

    /** Its box in the form. */
    public String field() {
        return "termin-" + id;
    }

    /** The same as somebody ticked it. */
    SeminarChoice ticked(boolean yes) {
        return new SeminarChoice(id, title, firstDay, entries, amountCents, yes);
    }

    static List<SeminarChoice> of(List<ClaimSearch.Open> open, List<Long> chosen) {
        return open.stream()
                .map(o -> new SeminarChoice(
                        o.seminarId(),
                        o.title(),
                        o.firstDay(),
                        o.entries(),
                        o.amountCents(),
                        chosen.isEmpty() || chosen.contains(o.seminarId())))
                .toList();
    }
}
