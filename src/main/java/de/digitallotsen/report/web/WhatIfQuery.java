package de.digitallotsen.report.web;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

import de.digitallotsen.report.ForecastTerms;
import de.digitallotsen.report.WhatIf;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Violation;
import de.digitallotsen.shared.web.Form;
import de.digitallotsen.shared.web.Pager;
import jakarta.ws.rs.QueryParam;

/** What somebody wonders about, as it stands in the address of the page; what is empty stays as it is. */
public class WhatIfQuery {

    private static final Map<String, String> FIELDS = Map.of(
            "ratePercent", "satz", "placesPerKommune", "plaetze", "addCents", "mehr", "firstPersonsUntil", "vorrang");

    @QueryParam("zeitraum")
    String period;

    @QueryParam("satz")
    String rate;

    @QueryParam("plaetze")
    String places;

    @QueryParam("mehr")
    String more;

    @QueryParam("vorrang")
    String preference;

    @QueryParam("ohne")
    String everybody;

    /** @throws InvalidInputException at the fields of the form */
    WhatIf read() {
        Input input = new Input();
        Optional<Long> basisPoints = German.parsePercent(text(rate));
        Optional<Long> number = German.parseNumber(text(places));
        Optional<Long> cents = German.parseEuro(text(more));
        Optional<LocalDate> until = German.parseDate(text(preference));
        input.check(text(rate).isEmpty() || basisPoints.isPresent(), "satz", "what-if.rate");
        input.check(text(places).isEmpty() || number.isPresent(), "plaetze", "what-if.places");
        input.check(text(more).isEmpty() || cents.isPresent(), "mehr", "budget.amount");
        input.check(text(preference).isEmpty() || until.isPresent(), "vorrang", "what-if.day");
        input.throwIfWrong();
        return new WhatIf(
                basisPoints.orElse(null),
                number.orElse(null),
                cents.orElse(null),
                until.orElse(null),
                "ja".equals(everybody));
    }

    /** True if something is to be reckoned with. */
    boolean asks() {
        return !(text(rate) + text(places) + text(more) + text(preference) + text(everybody)).isEmpty();
    }

    /** The form as it was sent; at first with the terms in force. */
    Form form(ForecastTerms inForce) {
        return asks()
                ? Form.of("satz", rate, "plaetze", places, "mehr", more, "vorrang", preference, "ohne", everybody)
                : Form.of(
                        "satz",
                        German.percent(inForce.rateBasisPoints()),
                        "plaetze",
                        String.valueOf(inForce.placesPerKommune()));
    }

    /** The same for the files of the page. */
    String parameters() {
        return "?"
                + Pager.query(
                        "zeitraum",
                        period,
                        "satz",
                        rate,
                        "plaetze",
                        places,
                        "mehr",
                        more,
                        "vorrang",
                        preference,
                        "ohne",
                        everybody);
    }

    /** What is wrong, at the fields of the form. */
    static InvalidInputException atFields(InvalidInputException invalid) {
        List<Violation> violations = invalid.violations().stream()
                .map(violation ->
                        new Violation(FIELDS.getOrDefault(violation.field(), violation.field()), violation.message()))
                .toList();
        return new InvalidInputException(violations);
    }

    private static String text(String raw) {
        return raw == null ? "" : raw.strip();
    }
}
