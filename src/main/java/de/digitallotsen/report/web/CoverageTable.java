package de.digitallotsen.report.web;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

import de.digitallotsen.programme.ChosenPeriod;
import de.digitallotsen.report.CountyMap;
import de.digitallotsen.report.Coverage;
import de.digitallotsen.report.CoverageReport;
import de.digitallotsen.shared.Actor;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.web.Table;
import jakarta.enterprise.context.ApplicationScoped;

/** Coverage as lists to carry elsewhere. */
@ApplicationScoped
class CoverageTable {

    private final CoverageReport report;
    private final CountyMap map;

    CoverageTable(CoverageReport report, CountyMap map) {
        this.report = report;
        this.map = map;
    }

    /** By region, type and size, as on the first page. */
    Table groups(Actor actor, ChosenPeriod chosen) {
        Coverage coverage = report.of(actor, chosen).coverage();
        List<List<Object>> rows = new ArrayList<>();
        add(rows, "Kreis", coverage.byRegion(), group -> map.name(group.key()));
        add(rows, "Art", coverage.byType(), group -> Messages.label("KommuneType." + group.key()));
        add(rows, "Größe", coverage.bySize(), group -> Messages.label("SizeClass." + group.key()));
        return new Table(
                naming(chosen, "Abdeckung"),
                Table.words("Förderzeitraum", chosen.name()),
                List.of(
                        "Gliederung",
                        "Schlüssel",
                        "Bezeichnung",
                        "Antragsberechtigt",
                        "Nehmen teil",
                        "Noch nicht",
                        "Prozent",
                        "Personen",
                        "Frühere Plätze"),
                rows);
    }

    /** Over all periods it has no name but its own. */
    private static String naming(ChosenPeriod chosen, String list) {
        return chosen.period() == null ? list : chosen.naming(list);
    }

    private static void add(
            List<List<Object>> rows, String kind, List<Coverage.Group> groups, Function<Coverage.Group, String> name) {
        groups.forEach(group -> rows.add(List.of(
                kind,
                group.key(),
                name.apply(group),
                group.eligible(),
                group.takingPart(),
                group.missing(),
                group.percent(),
                group.persons(),
                group.earlier())));
    }

    /** One row a Kommune, as filtered. */
    Table kommunen(Actor actor, ChosenPeriod chosen, Coverage.Filter filter, String words) {
        List<List<Object>> rows = new ArrayList<>();
        for (Coverage.Member member : report.of(actor, chosen).coverage().find(filter)) {
            rows.add(Arrays.asList(
                    member.ars(),
                    member.name(),
                    Messages.label(member.type()),
                    map.name(member.regionAgs()),
                    member.population(),
                    member.takesPart() ? "ja" : "nein",
                    member.persons(),
                    member.waiting(),
                    member.earlier()));
        }
        return new Table(
                naming(chosen, "Kommunen Abdeckung"),
                Table.words("Förderzeitraum", chosen.name()) + "; " + words,
                List.of(
                        "Regionalschlüssel",
                        "Kommune",
                        "Art",
                        "Kreis",
                        "Einwohner",
                        "Nimmt teil",
                        "Personen",
                        "Warten",
                        "Frühere Plätze"),
                rows);
    }
}
