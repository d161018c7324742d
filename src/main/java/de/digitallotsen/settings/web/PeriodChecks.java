package de.digitallotsen.settings.web;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import de.digitallotsen.settings.OpenPeriod;
import de.digitallotsen.settings.PeriodSearch.PeriodMoney;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.web.Check;
import de.digitallotsen.shared.web.Link;

/** What the check pages say before a period is opened and before money is carried over. */
final class PeriodChecks {

    private PeriodChecks() {}

    static Check opening(OpenPeriod.Command wanted, String token) {
        return Check.of(
                        Messages.text("period.check-title"),
                        Messages.text("settings.check-lead", "reason", wanted.reason()),
                        Messages.text("period.check-button"),
                        Link.to(PeriodPages.class).with("eingaben", token).address())
                .changing(List.of(
                        new Check.Row("Erster Tag", "", German.dateWithWeekday(wanted.firstDay())),
                        new Check.Row("Letzter Tag", "", German.dateWithWeekday(wanted.lastDay())),
                        new Check.Row("Budget", "", German.euro(wanted.budgetCents()))))
                .with(List.of(Messages.text("period.check-effect")));
    }

    static Check withdrawing(PeriodMoney period, String reason, String token) {
        return Check.of(
                        Messages.text("period.withdraw-title"),
                        Messages.text("settings.check-lead", "reason", reason),
                        Messages.text("period.withdraw-button"),
                        Link.to("/zeitraeume/{id}/zurueckziehen", period.id())
                                .with("eingaben", token)
                                .address())
                .changing(List.of(new Check.Row(
                        period.name() + ": zugewiesen",
                        German.euro(period.totals().allocated()),
                        German.euro(0))))
                .with(List.of(Messages.text("period.withdraw-effect")));
    }

    /** Both periods, before and after, as the carrying over itself leaves them. */
    static Check carrying(List<PeriodMoney> before, List<PeriodMoney> after, long from, String reason, String token) {
        return Check.of(
                        Messages.text("carry.check-title"),
                        Messages.text("settings.check-lead", "reason", reason),
                        Messages.text("carry.check-button"),
                        Link.to("/zeitraeume/{id}/uebertragen", from)
                                .with("eingaben", token)
                                .address())
                .changing(IntStream.range(0, before.size())
                        .boxed()
                        .flatMap(i -> rows(before.get(i), after.get(i)))
                        .toList());
    }

    private static Stream<Check.Row> rows(PeriodMoney before, PeriodMoney after) {
        return Stream.of(
                new Check.Row(
                        before.name() + ": zugewiesen",
                        German.euro(before.totals().allocated()),
                        German.euro(after.totals().allocated())),
                new Check.Row(
                        before.name() + ": verfügbar",
                        German.euro(before.totals().available()),
                        German.euro(after.totals().available())));
    }
}
