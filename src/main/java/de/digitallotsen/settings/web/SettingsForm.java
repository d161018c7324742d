package de.digitallotsen.settings.web;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

import de.digitallotsen.programme.CancellationTerms;
import de.digitallotsen.programme.CapScope;
import de.digitallotsen.programme.Programme;
import de.digitallotsen.programme.ProgrammeTerms;
import de.digitallotsen.settings.ChangeProgramme;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.web.Form;

/** Between the form of the settings and the terms: percent for people, basis points inside. */
final class SettingsForm {

    /** Rows for steps in the form; empty ones are left out. */
    static final List<Row> ROWS = Stream.iterate(1, row -> row + 1)
            .limit(ProgrammeTerms.MOST_TIERS)
            .map(row -> new Row(row, "days" + row, "share" + row))
            .toList();

    /** What the form calls the fields of the terms. */
    static final Map<String, String> FIELDS = Map.of(
            "subsidyRateBasisPoints",
            "rate",
            "placesPerKommune",
            "places",
            "attendanceThresholdDays",
            "attendanceDays",
            "warningPercents",
            "warning1",
            "cancellationTiers",
            "days1");

    /** What people read beside its fields, in order. */
    static final Map<String, String> LABELS = labels();

    private SettingsForm() {}

    private static Map<String, String> labels() {
        Map<String, String> labels = new LinkedHashMap<>();
        labels.put("rate", "Fördersatz in Prozent");
        labels.put("places", "Förderplätze je Kommune");
        labels.put("capScope", "Worüber zählen die Förderplätze?");
        labels.put("selfPayers", "Anmeldung auf eigene Kosten");
        labels.put("attendanceDays", "Tage für eine Teilnahme");
        labels.put("warning1", "Erste Schwelle in Prozent");
        labels.put("warning2", "Zweite Schwelle in Prozent");
        labels.put("warning3", "Letzte Schwelle in Prozent");
        for (Row row : ROWS) {
            labels.put(row.days(), "Stufe " + row.number() + ", Tage vor dem ersten Tag");
            labels.put(row.share(), "Stufe " + row.number() + ", Anteil in Prozent");
        }
        return labels;
    }

    /** A row for one step, and what its two fields are called. */
    public record Row(int number, String days, String share) {}

    /** The form of the terms as they stand. */
    static Form of(ChangeProgramme.TermsInForce programme) {
        ProgrammeTerms terms = programme.terms();
        Form form = Form.of(
                "rate",
                percent(terms.subsidyRateBasisPoints()),
                "places",
                String.valueOf(terms.placesPerKommune()),
                "capScope",
                terms.capScope().name(),
                "attendanceDays",
                String.valueOf(terms.attendanceThresholdDays()),
                "selfPayers",
                terms.selfPayers() ? "ja" : "",
                "version",
                String.valueOf(programme.version()));
        for (int i = 0; i < terms.warningPercents().size(); i++) {
            form = form.with(
                    "warning" + (i + 1), String.valueOf(terms.warningPercents().get(i)));
        }
        for (int i = 0; i < terms.cancellationTiers().size(); i++) {
            CancellationTerms.Tier tier = terms.cancellationTiers().get(i);
            form = form.with("days" + (i + 1), String.valueOf(tier.leastDaysBefore()))
                    .with("share" + (i + 1), percent(tier.feeBasisPoints()));
        }
        return form;
    }

    private static String percent(int basisPoints) {
        return German.plainEuro(basisPoints).replace(",00", "");
    }

    /** What was typed; the terms themselves check the rest. */
    static ProgrammeTerms.Draft read(Form form) {
        Input input = new Input();
        Long rate = share(input, form, "rate");
        Long places = number(input, form, "places");
        Long days = days(input, form, "attendanceDays");
        List<Long> warnings = Stream.of("warning1", "warning2", "warning3")
                .map(field -> wholePercent(input, form, field))
                .toList();
        List<ProgrammeTerms.DraftTier> tiers = new ArrayList<>();
        for (Row row : ROWS) {
            if (!form.value(row.days()).isBlank() || !form.value(row.share()).isBlank()) {
                tiers.add(new ProgrammeTerms.DraftTier(days(input, form, row.days()), share(input, form, row.share())));
            }
        }
        CapScope scope = Stream.of(CapScope.values())
                .filter(value -> value.name().equals(form.value("capScope")))
                .findFirst()
                .orElse(null);
        input.throwIfWrong();
        return new ProgrammeTerms.Draft(rate, places, scope, days, warnings, tiers, form.ticked("selfPayers"));
    }

    private static Long number(Input input, Form form, String field) {
        return whole(input, field, German.parseNumber(form.value(field)));
    }

    private static Long days(Input input, Form form, String field) {
        return whole(input, field, German.parseDays(form.value(field)));
    }

    private static Long wholePercent(Input input, Form form, String field) {
        return whole(
                input,
                field,
                German.parsePercent(form.value(field))
                        .filter(points -> points % 100 == 0)
                        .map(points -> points / 100));
    }

    private static Long whole(Input input, String field, Optional<Long> typed) {
        input.check(typed.isPresent(), field, "programme.number");
        return typed.orElse(null);
    }

    private static Long share(Input input, Form form, String field) {
        Long basisPoints = German.parsePercent(form.value(field))
                .filter(value -> value >= 0 && value <= Programme.WHOLE)
                .orElse(null);
        input.check(basisPoints != null, field, "programme.share");
        return basisPoints;
    }
}
