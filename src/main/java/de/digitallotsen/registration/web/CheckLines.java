package de.digitallotsen.registration.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

import de.digitallotsen.programme.CancellationTerms;
import de.digitallotsen.registration.CheckFacts;
import de.digitallotsen.registration.WhoIsTold;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Money;

/**
 * What every check page and result page says besides the outcome, in sentences.
 *
 * @param cancelling what cancelling costs, from when on
 * @param attendance from how many days on one has attended; empty if nothing is known of it
 * @param told who gets a mail, a line each
 * @param withoutStaff nobody of the Kommune has an account: its staff get none
 */
public record CheckLines(List<String> cancelling, String attendance, List<String> told, boolean withoutStaff) {

    static CheckLines of(CheckFacts.Terms terms, List<WhoIsTold.Told> told) {
        return new CheckLines(cancelling(terms), attendance(terms), told(told), withoutStaff(told));
    }

    /** Of an act that agrees to no terms. */
    static CheckLines of(List<WhoIsTold.Told> told) {
        return new CheckLines(List.of(), "", told(told), withoutStaff(told));
    }

    /** Of an act that is done; its mails may be gone by now (R27). */
    static CheckLines of(Optional<List<WhoIsTold.Told>> told) {
        return told.map(CheckLines::of)
                .orElseGet(() -> new CheckLines(List.of(), "", List.of(Messages.text("check.told-gone")), false));
    }

    private static List<String> cancelling(CheckFacts.Terms terms) {
        List<String> lines = new ArrayList<>();
        if (terms.free()) {
            lines.add(Messages.text("check.free-until", "closesAt", terms.closesAt()));
        }
        for (CancellationTerms.Step step : terms.steps()) {
            lines.add(Messages.text("check.tier", "until", step.until(), "amount", new Money(step.cents())));
        }
        return lines;
    }

    private static String attendance(CheckFacts.Terms terms) {
        return terms.attendanceDays() == 0
                ? ""
                : Messages.text("check.attendance", "least", terms.attendanceDays(), "days", terms.days());
    }

    private static List<String> told(List<WhoIsTold.Told> told) {
        return told.stream()
                .distinct()
                .map(one -> Messages.text(
                        "check.told",
                        "name",
                        one.name(),
                        "email",
                        one.email(),
                        "who",
                        Messages.label("told." + one.group())))
                .toList();
    }

    private static boolean withoutStaff(List<WhoIsTold.Told> told) {
        return told.stream().noneMatch(one -> one.group() == WhoIsTold.Group.STAFF);
    }
}
