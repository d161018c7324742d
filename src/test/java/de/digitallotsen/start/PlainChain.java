package de.digitallotsen.start;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;

/**
 * The rule of docs/audit-chain.md, programmed by that page alone: nothing of the portal is used here, so that the page
 * is what is tested.
 */
final class PlainChain {

    private PlainChain() {}

    static String sha256(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    static String text(String... parts) {
        StringBuilder text = new StringBuilder();
        for (String part : parts) {
            if (part == null) {
                text.append("-;");
            } else {
                text.append(part.length()).append(':').append(part).append(';');
            }
        }
        return text.toString();
    }

    /** The cells of a line, as they stand between the semicolons. */
    static List<String> cells(String line) {
        List<String> cells = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '"' && quoted && i + 1 < line.length() && line.charAt(i + 1) == '"') {
                cell.append('"');
                i++;
            } else if (c == '"') {
                quoted = !quoted;
            } else if (c == ';' && !quoted) {
                cells.add(cell.toString());
                cell.setLength(0);
            } else {
                cell.append(c);
            }
        }
        cells.add(cell.toString());
        return cells;
    }

    private static String missing(String cell) {
        return cell.isEmpty() ? null : cell;
    }

    private static String withoutApostrophe(String cell) {
        return cell.matches("(?s)'+[=+\\-@].*") ? cell.substring(1) : cell;
    }

    /** 9 parts from the columns as they are documented. */
    private static String entry(List<String> line) {
        List<String> c = line.stream().map(PlainChain::withoutApostrophe).toList();
        int colon = c.get(7).indexOf(':');
        return text(
                c.get(2),
                c.get(3),
                missing(c.get(4)),
                missing(c.get(5)),
                c.get(6),
                c.get(7).substring(0, colon),
                c.get(7).substring(colon + 1),
                missing(c.get(8)),
                missing(c.get(9)));
    }

    /** The first line at which the chain does not hold; 0 if it does. */
    static long firstBreak(String file) {
        String[] lines = file.split("\r\n");
        long number = 0;
        long lastId = 0;
        String last = null;
        List<String> open = new ArrayList<>();
        for (int i = 1; i < lines.length; i++) {
            List<String> c = cells(lines[i]);
            if (c.get(0).equals("Eintrag")) {
                String entry = entry(c);
                if (!c.get(1).equals(String.valueOf(++number)) || !c.get(10).equals("sha256:" + sha256(entry))) {
                    return i + 1;
                }
                open.add(entry);
            } else {
                String previous = c.get(14).substring(7);
                String head = text("digitallotsen-seal-1", previous, c.get(11), c.get(12), c.get(13));
                boolean holds = c.get(11).equals(String.valueOf(lastId + 1))
                        && (last == null || last.equals(previous))
                        && c.get(13).equals(String.valueOf(open.size()))
                        && c.get(15).equals("sha256:" + sha256(head + String.join("\n", open)));
                if (!holds) {
                    return i + 1;
                }
                last = c.get(15).substring(7);
                lastId = Long.parseLong(c.get(12));
                open.clear();
            }
        }
        return open.isEmpty() && last != null ? 0 : lines.length;
    }

    /** A whole file, with the entries of the example on the page. */
    static String example() {
        String heading = "Art;Nummer;Id;Zeitpunkt;Konto;Gruppe;Vorgang;Gegenstand;Vorher;Nachher;Prüfsumme;Erste Id;"
                + "Letzte Id;Einträge;Voriges Siegel;Siegel;Versiegelt";
        String first =
                "Eintrag;1;1;2027-02-01T08:00:00Z;;;programme.founded;programme:1;;\"{\"\"places\"\":2}\";sum;;;;;;";
        String second = "Eintrag;2;3;2027-02-01T08:05:00.250Z;7;NSI;seminar.planned;seminar:1;;"
                + "\"{\"\"title\"\":\"\"Grüße 👋\"\"}\";sum;;;;;;";
        String zeros = "0".repeat(64);
        String seal = sha256(
                text("digitallotsen-seal-1", zeros, "1", "3", "2") + entry(cells(first)) + "\n" + entry(cells(second)));
        return String.join(
                "\r\n",
                heading,
                withChecksum(first),
                withChecksum(second),
                "Siegel;;;;;;;;;;;1;3;2;sha256:" + zeros + ";sha256:" + seal + ";2027-02-01T08:11:00Z",
                "");
    }

    /** The line of an entry with the checksum that belongs to what it says. */
    static String withChecksum(String line) {
        List<String> c = cells(line);
        return line.replace(c.get(10), "sha256:" + sha256(entry(c)));
    }

    /** As a spreadsheet writes it: numbers as it reads them, quotation marks only where they have to be. */
    static String savedBySpreadsheet(String file, char separator) {
        StringBuilder saved = new StringBuilder();
        for (String line : file.substring(1).split("\r\n")) {
            StringJoiner row = new StringJoiner(String.valueOf(separator));
            for (String cell : cells(line)) {
                String seen = cell.matches("\\d{1,15}") ? String.valueOf(Long.parseLong(cell)) : cell;
                seen = seen.matches("\\d+(E\\d+)?") && seen.length() > 15 ? "1,23E+20" : seen;
                row.add(
                        seen.indexOf(separator) >= 0 || seen.contains("\"")
                                ? "\"" + seen.replace("\"", "\"\"") + "\""
                                : seen);
            }
            saved.append(row).append("\r\n");
        }
        return saved.toString();
    }
}
