package de.digitallotsen.report.web;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

import de.digitallotsen.report.Forecast;
import de.digitallotsen.report.ForecastReport;
import de.digitallotsen.report.Outlook;
import de.digitallotsen.report.Projection;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Messages;

/** A forecast in plain words: what is expected, within which range, and on what it rests. */
final class ForecastWords {

    private static final int HUNDRED_EUROS = 10_000;

    private ForecastWords() {}

    /** The whole in a few sentences: what is expected, within which range, what limits it, and what else may come. */
    static String sentence(ForecastReport.Dated dated) {
        return (headline(dated) + " " + detail(dated)).strip();
    }

    /** What is expected. */
    static String headline(ForecastReport.Dated dated) {
        Forecast forecast = dated.forecast();
        return switch (forecast.outcome()) {
            case TOO_FEW_DATA ->
                Messages.text(
                        "forecast.too-few", "reservations", Forecast.LEAST_RESERVATIONS, "days", Forecast.LEAST_DAYS);
            case EXHAUSTED ->
                Messages.text(
                        "forecast.exhausted", "back", amount(forecast.planned().remainder()));
            case WILL_RUN_OUT ->
                Messages.text("forecast.runs-out", "day", forecast.planned().exhaustion());
            case WILL_LAST ->
                Messages.text(
                        "forecast.lasts",
                        "end",
                        dated.period().lastDay(),
                        "remainder",
                        amount(forecast.planned().remainder()));
        };
    }

    /** Its range, what limits it, and what the same pace would bring; empty where there is nothing more to say. */
    static String detail(ForecastReport.Dated dated) {
        Forecast forecast = dated.forecast();
        LocalDate end = dated.period().lastDay();
        return switch (forecast.outcome()) {
            case TOO_FEW_DATA, EXHAUSTED -> "";
            case WILL_RUN_OUT -> range(forecast.planned(), end) + " " + limit(forecast);
            case WILL_LAST -> lasting(forecast.planned()) + " " + limit(forecast) + further(forecast, end);
        };
    }

    private static String range(Outlook outlook, LocalDate end) {
        if (outlook.earliest() == null) {
            return Messages.text("forecast.range-late", "end", end);
        }
        return outlook.latest() == null
                ? Messages.text("forecast.range-open", "earliest", outlook.earliest(), "end", end)
                : outlook.earliest().equals(outlook.latest())
                        ? Messages.text("forecast.range-same", "day", outlook.latest())
                        : Messages.text("forecast.range", "earliest", outlook.earliest(), "latest", outlook.latest());
    }

    private static String lasting(Outlook outlook) {
        String remainder = Messages.text(
                "forecast.remainder-range",
                "least",
                amount(outlook.remainderLeast()),
                "most",
                amount(outlook.remainderMost()));
        return outlook.earliest() == null
                ? remainder
                : remainder + " " + Messages.text("forecast.earliest", "earliest", outlook.earliest());
    }

    /** What stops more people from being funded. */
    static String limit(Forecast forecast) {
        Forecast.Supply supply = forecast.basis().supply();
        return switch (forecast.limit()) {
            case MONEY -> Messages.text("forecast.limit-money");
            case DATES ->
                supply.lastClosing() == null
                        ? Messages.text("forecast.limit-no-dates")
                        : Messages.text(
                                "forecast.limit-dates", "seats", supply.openSeats(), "closing", supply.lastClosing());
            case PLACES -> Messages.text("forecast.limit-places", "places", supply.freePlaces());
            case DEMAND -> Messages.text("forecast.limit-demand");
        };
    }

    /** The same pace to the end of the period, where only the planned dates stand in its way. */
    private static String further(Forecast forecast, LocalDate end) {
        if (forecast.limit() != Forecast.Limit.DATES) {
            return "";
        }
        Outlook steady = forecast.steady();
        return " "
                + (steady.exhaustion() == null
                        ? Messages.text("forecast.further-lasts", "remainder", amount(steady.remainder())) + " "
                                + lasting(steady)
                        : Messages.text("forecast.further-runs-out", "day", steady.exhaustion()) + " "
                                + range(steady, end));
    }

    /** What was observed and assumed, a sentence each. */
    static List<String> assumptions(ForecastReport.Dated dated) {
        Forecast.Basis basis = dated.forecast().basis();
        List<String> sentences = new ArrayList<>();
        sentences.add(Messages.text(
                "forecast.pace",
                "days",
                basis.observed().days(),
                "reservations",
                basis.observed().reservations(),
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
        sentences.add(Messages.text(
                "forecast.subsidy",
                "subsidy",
                German.euro(basis.subsidyCents()),
                "rate",
                German.percent(dated.terms().rateBasisPoints()),
                "fee",
                German.euro(dated.feeCents())));
        sentences.add(Messages.text(
                "forecast.seats", "seats", German.number(basis.supply().openSeats())));
        sentences.add(Messages.text("forecast.places", "places", basis.supply().freePlaces()));
        if (dated.terms().firstPersonsUntil() != null) {
            sentences.add(
                    Messages.text("forecast.preference", "until", dated.terms().firstPersonsUntil()));
        }
        sentences.add(Messages.text("forecast.way"));
        return sentences;
    }

    /**
     * One of the three cases.
     *
     * @param planned with the dates that are planned
     * @param steady at the same pace to the end of the period, if there were dates for everybody
     */
    record Case(String name, Projection planned, Projection steady) {}

    /** Nothing to compare where nothing was foreseen. */
    static List<Case> cases(Forecast forecast) {
        if (forecast.planned() == null) {
            return List.of();
        }
        Outlook planned = forecast.planned();
        Outlook steady = forecast.steady();
        return List.of(
                new Case(Messages.text("forecast.case-expected"), planned.expected(), steady.expected()),
                new Case(Messages.text("forecast.case-fast"), planned.fast(), steady.fast()),
                new Case(Messages.text("forecast.case-slow"), planned.slow(), steady.slow()));
    }

    /** The day, or that it lasts. */
    static String exhaustion(Projection projection) {
        return projection.exhaustion() == null
                ? Messages.text("forecast.case-lasts")
                : German.date(projection.exhaustion());
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
