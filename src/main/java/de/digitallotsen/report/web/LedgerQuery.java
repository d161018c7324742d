package de.digitallotsen.report.web;

import java.util.Optional;
import java.util.stream.Stream;

import de.digitallotsen.budget.BudgetEntryType;
import de.digitallotsen.budget.BudgetReport;
import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.shared.German;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.web.Pager;
import de.digitallotsen.shared.web.Params;
import de.digitallotsen.shared.web.Table;
import jakarta.ws.rs.QueryParam;

/** Which lines of the ledger, as it stands in the address. */
public class LedgerQuery {

    private static final int LONGEST = 100;

    @QueryParam("zeitraum")
    String period;

    @QueryParam("von")
    String from;

    @QueryParam("bis")
    String to;

    @QueryParam("art")
    String type;

    @QueryParam("summe")
    String moves;

    @QueryParam("nummer")
    String number;

    @QueryParam("anmeldung")
    String reference;

    @QueryParam("kommune")
    String kommune;

    @QueryParam("mittelabruf")
    String claim;

    /** @throws de.digitallotsen.shared.InvalidInputException for what cannot be looked for */
    BudgetReport.Filter filter() {
        Input input = new Input();
        BudgetReport.Filter filter = new BudgetReport.Filter(
                        Params.day("von", from),
                        Params.day("bis", to),
                        Params.choice("art", type, BudgetEntryType.class),
                        Params.choice("summe", moves, BudgetReport.Moves.class))
                .of(new BudgetReport.Whose(
                        input.optional("anmeldung", "Anmeldung", reference, LONGEST),
                        input.optional("kommune", "Kommune", kommune, LONGEST),
                        null,
                        input.optional("mittelabruf", "Mittelabruf", claim, LONGEST),
                        number(input)));
        input.throwIfWrong();
        return filter;
    }

    private Long number(Input input) {
        String typed = shown(number).strip();
        Optional<Long> read = German.parseNumber(typed);
        input.check(typed.isEmpty() || read.isPresent(), "nummer", "ledger.number");
        return read.orElse(null);
    }

    /** The filter without the period, to choose another one. */
    String keep() {
        return Pager.query(filters());
    }

    /** All of it, for links that keep it. */
    String[] parameters(ChosenPeriod chosen) {
        return Stream.concat(Stream.of("zeitraum", chosen.asked()), Stream.of(filters()))
                .toArray(String[]::new);
    }

    /** Names and values take turns. */
    private String[] filters() {
        return new String[] {
            "von",
            from,
            "bis",
            to,
            "art",
            type,
            "summe",
            moves,
            "nummer",
            number,
            "anmeldung",
            reference,
            "kommune",
            kommune,
            "mittelabruf",
            claim
        };
    }

    /** For the sheet „Info“ of a file. */
    String words(ChosenPeriod chosen) {
        return Table.words(
                "Förderzeitraum",
                chosen.name(),
                "von",
                from,
                "bis",
                to,
                "Art",
                type,
                "Summe",
                moves,
                "Nummer",
                number,
                "Anmeldung",
                reference,
                "Kommune",
                kommune,
                "Mittelabruf",
                claim);
    }

    static String shown(String raw) {
        return raw == null ? "" : raw;
    }
}
