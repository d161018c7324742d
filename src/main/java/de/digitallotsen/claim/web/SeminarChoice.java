package de.digitallotsen.claim.web;

import java.time.LocalDate;
import java.util.List;

import de.digitallotsen.claim.ClaimSearch;

/** A seminar to tick; all are ticked where none is named. */
public record SeminarChoice(long id, String title, LocalDate firstDay, long entries, long amountCents, boolean chosen) {

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
