package de.digitallotsen.shared;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The one decoder of text files that people upload (R39): UTF-8, UTF-16 that says so, and Windows-1252 where nothing
 * speaks against it. A file of which it is not certain is refused with its reason: guessed umlauts would rename people
 * and Kommunen, and nobody would notice.
 */
public final class FileText {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    /** What is left where somebody else read the file wrongly before it came here. */
    private static final Pattern DAMAGED = Pattern.compile(
            // The sign that stands for a lost letter, and controls that no keyboard has.
            "[\\uFFFD\\u0080-\\u009F]"
                    // UTF-8 read as Windows-1252: Ã¤ for ä, Ã„ for Ä, Å¡ for š, Â§ for §, â€“ for –.
                    + "|\\u00C3[\\u00A0-\\u00BF\\u20AC\\u201A\\u0192\\u201E\\u2026\\u2020\\u2021\\u02C6\\u2030"
                    + "\\u2039\\u2018\\u2019\\u201C\\u201D\\u2022\\u2013\\u2014\\u02DC\\u2122\\u203A\\u0152\\u0153"
                    + "\\u0160\\u0161\\u0178\\u017D\\u017E]"
                    + "|[\\u00C4\\u00C5][\\u00A1-\\u00AA\\u00AC-\\u00BA\\u00BC-\\u00BF\\u2122\\u2021\\u02C6\\u2030]"
                    + "|\\u00C2[\\u00A0-\\u00BF]|\\u00E2\\u20AC"
                    // A file of DOS or of an old Mac, read as Windows-1252: J”rg, M™ller, Gro§.
                    + "|\\p{L}[\\u201E\\u201D\\u2122\\u2020\\u2021\\u00A7\\u00A2\\u00A3\\u00A4]\\p{Ll}");

    private FileText() {}

    /**
     * Without a byte order mark.
     *
     * @throws InvalidInputException if it cannot be read with certainty; says in which line and what to do
     */
    public static String of(byte[] file) {
        String text = decoded(file);
        if (text.indexOf('\0') >= 0) {
            throw refused("file-text.binary", 1);
        }
        Matcher damaged = DAMAGED.matcher(text);
        if (damaged.find()) {
            throw refused("file-text.damaged", lineOf(text.substring(0, damaged.start())), "sign", damaged.group());
        }
        return text;
    }

    private static String decoded(byte[] file) {
        if (beginsWith(file, 0xEF, 0xBB, 0xBF)) {
            return strict(StandardCharsets.UTF_8, file, 3);
        }
        if (beginsWith(file, 0xFF, 0xFE)) {
            return strict(StandardCharsets.UTF_16LE, file, 2);
        }
        if (beginsWith(file, 0xFE, 0xFF)) {
            return strict(StandardCharsets.UTF_16BE, file, 2);
        }
        int valid = Utf8.validUntil(file);
        if (valid == file.length) {
            return new String(file, StandardCharsets.UTF_8);
        }
        if (Utf8.hasSequence(file)) {
            throw refused("file-text.mixed", lineOf(new String(file, 0, valid, StandardCharsets.UTF_8)));
        }
        String text = new String(file, WINDOWS);
        SingleBytes.doubt(file, text).ifPresent(at -> {
            throw refused("file-text.uncertain", lineOf(text.substring(0, at)));
        });
        return text;
    }

    private static boolean beginsWith(byte[] file, int... mark) {
        if (file.length < mark.length) {
            return false;
        }
        for (int i = 0; i < mark.length; i++) {
            if ((file[i] & 0xFF) != mark[i]) {
                return false;
            }
        }
        return true;
    }

    private static String strict(Charset charset, byte[] file, int from) {
        ByteBuffer rest = ByteBuffer.wrap(file, from, file.length - from);
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .decode(rest)
                    .toString();
        } catch (CharacterCodingException broken) {
            // What could be read lies before the position of the buffer.
            String before = new String(file, from, rest.position() - from, charset);
            throw refused("file-text.mixed", lineOf(before));
        }
    }

    private static long lineOf(String before) {
        return before.chars().filter(c -> c == '\n').count() + 1;
    }

    private static InvalidInputException refused(String key, long line, Object... details) {
        Object[] all = new Object[details.length + 2];
        all[0] = "line";
        all[1] = line;
        System.arraycopy(details, 0, all, 2, details.length);
        return new InvalidInputException(List.of(new Violation("file", Messages.text(key, all))));
    }
}
