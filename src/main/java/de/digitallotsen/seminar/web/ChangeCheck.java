package de.digitallotsen.seminar.web;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import de.digitallotsen.seminar.PreviewSeminarChange.Outlook;
import de.digitallotsen.seminar.SeminarDay;
import de.digitallotsen.seminar.SeminarPlan;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.web.Check;

/** What the check page says before a seminar is changed. */
final class ChangeCheck {

    private ChangeCheck() {}

    static Check of(boolean published, Outlook outlook, SeminarPlan.Draft draft, String back) {
        SeminarPlan is = draft.check(null);
        return Check.of(
                        Messages.text("seminar.check-title"),
                        Messages.text(published ? "seminar.check-published" : "seminar.check-draft"),
                        Messages.text("seminar.check-button"),
                        back)
                .changing(rows(outlook.was(), is))
                .warning(warnings(outlook))
                .with(deadline(outlook, is))
                .foreseeing(outlook.consequences(), true);
    }

    private static List<String> warnings(Outlook outlook) {
        Stream<String> late = outlook.pastDays().stream()
                .map(day -> Messages.text("day.not-ahead", "day", German.dateWithWeekday(day)));
        Stream<String> free = outlook.holidays().stream()
                .map(day -> Messages.text("day.free", "day", German.dateWithWeekday(day.date()), "name", day.name()));
        return Stream.concat(late, free).toList();
    }

    private static List<String> deadline(Outlook outlook, SeminarPlan is) {
        return outlook.freeCancellationEnds() == 0
                ? List.of()
                : List.of(Messages.text(
                        "seminar.free-cancellation-ends",
                        "n",
                        outlook.freeCancellationEnds(),
                        "was",
                        outlook.was().closesAt(),
                        "now",
                        is.closesAt()));
    }

    private static List<Check.Row> rows(SeminarPlan was, SeminarPlan is) {
        List<Check.Row> rows = new ArrayList<>();
        rows.add(new Check.Row("Titel", was.title(), is.title()));
        rows.add(new Check.Row("Tage", days(was), days(is)));
        rows.add(new Check.Row("Ort", was.venue(), is.venue()));
        rows.add(new Check.Row("Online", yes(was.online()), yes(is.online())));
        rows.add(new Check.Row("Plätze", String.valueOf(was.capacity()), String.valueOf(is.capacity())));
        rows.add(new Check.Row("Teilnahmeentgelt", German.euro(was.feeCents()), German.euro(is.feeCents())));
        rows.add(new Check.Row("Anmeldung ab", German.dateTime(was.opensAt()), German.dateTime(is.opensAt())));
        rows.add(new Check.Row("Meldeschluss", German.dateTime(was.closesAt()), German.dateTime(is.closesAt())));
        rows.add(new Check.Row("Mindestzahl", minimum(was), minimum(is)));
        return rows;
    }

    private static String days(SeminarPlan plan) {
        return plan.days().stream().map(ChangeCheck::day).collect(Collectors.joining("; "));
    }

    private static String day(SeminarDay day) {
        return German.dateWithWeekday(day.date()) + ", " + German.time(day.begin()) + "–" + German.time(day.end());
    }

    private static String yes(boolean value) {
        return value ? "ja" : "nein";
    }

    private static String minimum(SeminarPlan plan) {
        return plan.minimum() == null
                ? ""
                : plan.minimum().participants() + ", Entscheidung am "
                        + German.date(plan.minimum().decisionDay());
    }
}
