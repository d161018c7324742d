package de.digitallotsen.report.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import de.digitallotsen.report.Forecast;
import de.digitallotsen.report.ForecastReport;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;

/** A forecast in plain words: what is expected, within which range, and on what it rests. */
final class ForecastWords {

    private static final int HUNDRED_EUROS = 10_000;

    private ForecastWords() {}

    /** The whole in one or two sentences. */
    static String sentence(ForecastReport.Dated dated) {
        Forecast forecast = dated.forecast();
        return switch (forecast.outcome()) {
            case TOO_FEW_DATA ->
                Messages.text(
                        "forecast.too-few", "reservations", Forecast.LEAST_RESERVATIONS, "days", Forecast.LEAST_DAYS);
            case EXHAUSTED -> Messages.text("forecast.exhausted", "back", amount(forecast.remainder()));
            case WILL_RUN_OUT ->
                Messages.text("forecast.runs-out", "day", forecast.exhaustion()) + " "
                        + range(forecast, dated.period().lastDay());
            case WILL_LAST ->
                Messages.text(
                                "forecast.lasts",
                                "end",
                                dated.period().lastDay(),
                                "remainder",
                                amount(forecast.remainder()))
                        + " " + lasting(forecast);
        };
    }

    private static String range(Forecast forecast, LocalDate end) {
        return forecast.latest() == null
                ? Messages.text("forecast.range-open", "earliest", forecast.earliest(), "end", end)
                : forecast.earliest().equals(forecast.latest())
                        ? Messages.text("forecast.range-same", "day", forecast.latest())
                        : Messages.text("forecast.range", "earliest", forecast.earliest(), "latest", forecast.latest());
    }

    private static String lasting(Forecast forecast) {
        String remainder = Messages.text(
                "forecast.remainder-range",
                "least",
                amount(forecast.remainderLeast()),
                "most",
                amount(forecast.remainderMost()));
        return forecast.earliest() == null
                ? remainder
                : remainder + " " + Messages.text("forecast.earliest", "earliest", forecast.earliest());
    }

    /** What was observed and assumed, a sentence each. */
    static List<String> assumptions(ForecastReport.Dated dated) {
        Forecast.Basis basis = dated.forecast().basis();
        List<String> sentences = new ArrayList<>();
        sentences.add(Messages.text(
                "forecast.pace",
                "days",
                basis.observedDays(),
                "reservations",
                basis.reservations(),
                "week",
                decimal(basis.pace().perWeek()),
                "least",
                decimal(basis.pace().least()),
                "most",
                decimal(basis.pace().most())));
        sentences.add(Messages.text("forecast.cancelled", "percent", basis.cancelPercent()));
        sentences.add(
                basis.showPercent() == null
                        ? Messages.text("forecast.show-unknown")
                        : Messages.text("forecast.show", "percent", basis.showPercent()));
        sentences.add(Messages.text("forecast.subsidy", "subsidy", German.euro(basis.subsidyCents())));
        sentences.add(Messages.text("forecast.seats", "seats", German.number(basis.openSeats())));
        sentences.add(Messages.text("forecast.way"));
        return sentences;
    }

    /**
     * One of the three cases.
     *
     * @param exhaustion null where the money lasts to the end
     */
    record Case(String name, LocalDate exhaustion, long remainderCents) {}

    /** Nothing to compare where nothing was foreseen. */
    static List<Case> cases(Forecast forecast) {
        if (forecast.remainder() == null) {
            return List.of();
        }
        return List.of(
                new Case(Messages.text("forecast.case-expected"), forecast.exhaustion(), forecast.remainder()),
                new Case(Messages.text("forecast.case-fast"), forecast.earliest(), forecast.remainderLeast()),
                new Case(Messages.text("forecast.case-slow"), forecast.latest(), forecast.remainderMost()));
    }

    /** What is foreseen is not foreseen to the cent: rounded to a hundred euros. */
    static String amount(long cents) {
        return German.number(rounded(cents) / 100) + "\u00a0€";
    }

    static long rounded(long cents) {
        return Math.round(cents / (double) HUNDRED_EUROS) * HUNDRED_EUROS;
    }

    private static String decimal(double number) {
        return String.format(Locale.GERMANY, "%.1f", number);
    }
}
