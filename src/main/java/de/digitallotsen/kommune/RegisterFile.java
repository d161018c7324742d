package de.digitallotsen.kommune;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import de.digitallotsen.shared.CsvTable;
import de.digitallotsen.shared.Hashes;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.InvalidInputException;
import de.digitallotsen.shared.Messages;
import de.digitallotsen.shared.Violation;

/**
 * The official register as a CSV file with a header row (R39): what it says, and which lines cannot be used and why.
 * Keys are read with the leading zero that a spreadsheet took from them.
 *
 * @param lines usable lines in the order of the file
 * @param rejected unusable lines, in the order of the file
 * @param lineNumbers by ARS, counted from 1, the header included
 * @param hash SHA-256 of the text
 */
public record RegisterFile(
        List<RegisterLine> lines, List<RejectedLine> rejected, Map<String, Long> lineNumbers, String hash) {

    /** Ten times the register. */
    private static final int MOST_LINES = 12_000;

    /** A line that cannot be used; {@code line} counts from 1, the header included. */
    public record RejectedLine(long line, String reason) {}

    /**
     * Reads the file.
     *
     * @throws InvalidInputException if it is no such CSV at all: columns missing, or not a single line
     */
    public static RegisterFile read(String csv) {
        List<RegisterLine> lines = new ArrayList<>();
        List<RejectedLine> rejected = new ArrayList<>();
        Map<String, Long> seen = new HashMap<>();
        CsvTable table = CsvTable.read(csv.startsWith("\uFEFF") ? csv.substring(1) : csv, MOST_LINES);
        requireColumns(table);
        table.rows().forEach(row -> readLine(row, table.columns().size(), seen, lines, rejected));
        if (lines.isEmpty() && rejected.isEmpty()) {
            throw notARegister();
        }
        return new RegisterFile(lines, rejected, seen, Hashes.sha256(csv)).withoutOrphans();
    }

    private static InvalidInputException notARegister() {
        return new InvalidInputException(List.of(new Violation(
                "file", Messages.text("register.no-register", "columns", String.join(";", RegisterCells.COLUMNS)))));
    }

    private static void requireColumns(CsvTable table) {
        List<String> missing = table.missing(RegisterCells.COLUMNS);
        if (missing.size() == RegisterCells.COLUMNS.size()) {
            throw notARegister();
        }
        if (!missing.isEmpty()) {
            throw new InvalidInputException(List.of(table.columnsMissing(missing)));
        }
    }

    private static void readLine(
            CsvTable.Row row,
            int columns,
            Map<String, Long> seen,
            List<RegisterLine> lines,
            List<RejectedLine> rejected) {
        RegisterCells cells = RegisterCells.of(row);
        Input input = new Input();
        cells.check(input);
        input.check(
                row.beyond() == 0,
                "columns",
                "register.columns",
                "actual",
                columns + row.beyond(),
                "expected",
                columns);
        String ars = cells.ars();
        input.check(ars == null || seen.putIfAbsent(ars, row.line()) == null, "ars", "register.twice", "ars", ars);
        try {
            input.throwIfWrong();
            lines.add(cells.line());
        } catch (InvalidInputException wrong) {
            rejected.add(new RejectedLine(
                    row.line(),
                    wrong.violations().stream().map(Violation::message).collect(Collectors.joining(" "))));
        }
    }

    /** A Mitgliedsgemeinde whose Samtgemeinde is not in the file would have no way in: rejected. */
    private RegisterFile withoutOrphans() {
        Set<String> samtgemeinden = lines.stream()
                .filter(l -> l.type() == KommuneType.SAMTGEMEINDE)
                .map(RegisterLine::ars)
                .collect(Collectors.toSet());
        Map<Boolean, List<RegisterLine>> byUse = lines.stream()
                .collect(Collectors.partitioningBy(
                        line -> line.samtgemeindeArs() == null || samtgemeinden.contains(line.samtgemeindeArs())));
        List<RejectedLine> all = new ArrayList<>(rejected);
        byUse.get(false)
                .forEach(line -> all.add(new RejectedLine(
                        lineOf(line.ars()),
                        Messages.text("register.orphan", "name", line.spokenName(), "ars", line.samtgemeindeArs()))));
        all.sort(Comparator.comparing(RejectedLine::line));
        return new RegisterFile(byUse.get(true), all, lineNumbers, hash);
    }

    /** The line of a Kommune; null if the file does not list it. */
    RegisterLine line(String ars) {
        return lines.stream().filter(line -> line.ars().equals(ars)).findFirst().orElse(null);
    }

    /** Where a listed Kommune stands. */
    long lineOf(String ars) {
        return lineNumbers.get(ars);
    }

    /**
     * The name under which each Kommune is shown, by ARS: spoken name, with the Landkreis in brackets where two would
     * read alike („Gemeinde Halle (Landkreis Holzminden)“), with the ARS where even that is the same. Unique.
     */
    public Map<String, String> displayNames() {
        Map<String, String> kreise = new HashMap<>();
        lines.stream()
                .filter(l -> l.ars().endsWith("0000000") || l.type() == KommuneType.KREISFREIE_STADT)
                .forEach(l -> kreise.put(l.landkreisAgs(), l.spokenName()));
        Map<String, String> spoken = distinct(
                RegisterLine::spokenName,
                line -> " (" + kreise.getOrDefault(line.landkreisAgs(), line.landkreisAgs()) + ")");
        return distinct(line -> spoken.get(line.ars()), line -> " (" + line.ars() + ")");
    }

    /** The name of each line, with something added where the database would take it for another's. */
    private Map<String, String> distinct(Function<RegisterLine, String> name, Function<RegisterLine, String> addition) {
        Map<String, Long> count =
                lines.stream().collect(Collectors.groupingBy(line -> folded(name.apply(line)), Collectors.counting()));
        return lines.stream()
                .collect(Collectors.toMap(
                        RegisterLine::ars,
                        line -> name.apply(line)
                                + (count.get(folded(name.apply(line))) == 1 ? "" : addition.apply(line))));
    }

    private static String folded(String name) {
        return String.join(" ", SearchWords.of(name));
    }
}
