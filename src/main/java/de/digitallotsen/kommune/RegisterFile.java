package de.digitallotsen.kommune;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Violation;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import de.siegmar.fastcsv.reader.NamedCsvRecord;

/**
 * The official register as a CSV file (semicolon, UTF-8, header row): what it says, and which lines cannot be used and why.
 *
 * @param lines    usable lines in the order of the file
 * @param rejected unusable lines
 */
public record RegisterFile(List<RegisterLine> lines, List<RejectedLine> rejected) {

    /** A line that cannot be used; {@code line} counts from 1, the header included. */
    public record RejectedLine(long line, String reason) {
    }

    private static final List<String> COLUMNS = List.of("ars", "ags", "name", "bezeichnung", "type", "samtgemeinde_ars",
            "landkreis_ags", "population", "plz", "verwaltungssitz");
    private static final Pattern ARS = Pattern.compile("03\\d{10}");
    private static final Pattern AGS = Pattern.compile("03\\d{3}(\\d{3})?");
    private static final Pattern KREIS = Pattern.compile("03\\d{3}");
    private static final Pattern POSTCODE = Pattern.compile("\\d{5}");
    private static final Pattern POPULATION = Pattern.compile("\\d{1,8}");

    /**
     * Reads the file.
     *
     * @throws InvalidInputException if it is no such CSV at all: columns missing, or not a single line
     */
    public static RegisterFile read(String csv) {
        List<RegisterLine> lines = new ArrayList<>();
        List<RejectedLine> rejected = new ArrayList<>();
        Map<String, Long> seen = new HashMap<>();
        try (CsvReader<NamedCsvRecord> reader = CsvReader.builder().fieldSeparator(';').skipEmptyLines(true).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .ofNamedCsvRecord(csv.startsWith("\uFEFF") ? csv.substring(1) : csv)) {
            boolean headerChecked = false;
            for (NamedCsvRecord row : reader) {
                if (!headerChecked) {
                    requireColumns(row);
                    headerChecked = true;
                }
                readLine(row, seen, lines, rejected);
            }
        } catch (CsvParseException | java.io.IOException broken) {
            throw notARegister();
        }
        if (lines.isEmpty() && rejected.isEmpty()) {
            throw notARegister();
        }
        return new RegisterFile(lines, rejected).withoutOrphans(seen);
    }

    private static InvalidInputException notARegister() {
        return new InvalidInputException(List.of(new Violation("file", Messages.text("register.no-register", "columns", String.join(";", COLUMNS)))));
    }

    private static void requireColumns(NamedCsvRecord row) {
        if (!row.getHeader().containsAll(COLUMNS)) {
            throw notARegister();
        }
    }

    private static void readLine(NamedCsvRecord row, Map<String, Long> seen, List<RegisterLine> lines, List<RejectedLine> rejected) {
        Map<String, String> cells = new LinkedHashMap<>();
        COLUMNS.forEach(column -> cells.put(column, Input.clean(row.findField(column).orElse(null))));
        Input input = check(cells);
        String ars = cells.get("ars");
        input.check(ars == null || seen.putIfAbsent(ars, row.getStartingLineNumber()) == null, "ars", "register.twice", "ars", ars);
        try {
            input.throwIfWrong();
            lines.add(line(cells));
        } catch (InvalidInputException wrong) {
            rejected.add(new RejectedLine(row.getStartingLineNumber(),
                    wrong.violations().stream().map(Violation::message).collect(Collectors.joining(" "))));
        }
    }

    private static Input check(Map<String, String> cells) {
        Input input = new Input();
        input.check(matches(ARS, cells.get("ars")), "ars", "register.ars");
        input.check(cells.get("ags") == null || matches(AGS, cells.get("ags")), "ags", "register.ags");
        input.required("name", "name", cells.get("name"), 120);
        input.required("bezeichnung", "bezeichnung", cells.get("bezeichnung"), 60);
        input.optional("verwaltungssitz", "verwaltungssitz", cells.get("verwaltungssitz"), 120);
        input.check(typeOf(cells) != null, "type", "register.type");
        input.check(matches(KREIS, cells.get("landkreis_ags")), "landkreis_ags", "register.landkreis");
        input.check(matches(POPULATION, cells.get("population")), "population", "register.population");
        input.check(cells.get("plz") == null || matches(POSTCODE, cells.get("plz")), "plz", "register.postcode");
        boolean member = typeOf(cells) == KommuneType.MITGLIEDSGEMEINDE;
        input.check(member == matches(ARS, cells.get("samtgemeinde_ars")), "samtgemeinde_ars", "register.samtgemeinde");
        return input;
    }

    private static boolean matches(Pattern pattern, String text) {
        return text != null && pattern.matcher(text).matches();
    }

    private static KommuneType typeOf(Map<String, String> cells) {
        for (KommuneType type : KommuneType.values()) {
            if (type.name().equals(cells.get("type"))) {
                return type;
            }
        }
        return null;
    }

    private static RegisterLine line(Map<String, String> cells) {
        return new RegisterLine(cells.get("ars"), cells.get("ags"), cells.get("name"), cells.get("bezeichnung"), typeOf(cells),
                cells.get("samtgemeinde_ars"), cells.get("landkreis_ags"), Integer.parseInt(cells.get("population")), cells.get("plz"),
                cells.get("verwaltungssitz"));
    }

    /** A Mitgliedsgemeinde whose Samtgemeinde is not in the file would have no way in: rejected. */
    private RegisterFile withoutOrphans(Map<String, Long> lineNumbers) {
        Set<String> samtgemeinden = lines.stream().filter(l -> l.type() == KommuneType.SAMTGEMEINDE).map(RegisterLine::ars).collect(Collectors.toSet());
        List<RegisterLine> usable = new ArrayList<>();
        List<RejectedLine> all = new ArrayList<>(rejected);
        for (RegisterLine line : lines) {
            if (line.samtgemeindeArs() == null || samtgemeinden.contains(line.samtgemeindeArs())) {
                usable.add(line);
            } else {
                all.add(new RejectedLine(lineNumbers.get(line.ars()), Messages.text("register.orphan", "name", line.spokenName(), "ars", line.samtgemeindeArs())));
            }
        }
        return new RegisterFile(usable, all);
    }

    /**
     * The name under which each Kommune is shown, by ARS: spoken name, with the Landkreis in brackets where two would read
     * alike („Gemeinde Halle (Landkreis Holzminden)“). Unique.
     */
    Map<String, String> displayNames() {
        Map<String, Long> count = lines.stream().collect(Collectors.groupingBy(RegisterLine::spokenName, Collectors.counting()));
        Map<String, String> kreise = new HashMap<>();
        lines.stream().filter(l -> l.ars().endsWith("0000000") || l.type() == KommuneType.KREISFREIE_STADT)
                .forEach(l -> kreise.put(l.landkreisAgs(), l.spokenName()));
        Map<String, String> names = new HashMap<>();
        for (RegisterLine line : lines) {
            String spoken = line.spokenName();
            boolean alone = count.get(spoken) == 1;
            names.put(line.ars(), alone ? spoken : spoken + " (" + kreise.getOrDefault(line.landkreisAgs(), line.landkreisAgs()) + ")");
        }
        return names;
    }
}
