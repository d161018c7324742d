package de.digitallotsen;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The Latin letters and sequences of DIN 91379:2022-08, normative part, by code point: what authorities in Europe write
 * names with. Compared letter by letter with two independent transcriptions of the standard.
 */
public final class Din91379 {

    private static final String LETTER_RANGES = "0041-005A 0061-007A 00C0-00D6 00D8-00F6 00F8-017E 0187-0188 018F"
            + " 0197 01A0-01A1 01AF-01B0 01B7 01CD-01DC 01DE-01DF 01E2-01F0 01F4-01F5 01F8-01FF 0212-0213 0218-021B"
            + " 021E-021F 0227-0233 0259 0268 0292 1E02-1E03 1E06-1E07 1E0A-1E11 1E17 1E1C-1E2B 1E2F-1E37 1E3A-1E3B"
            + " 1E40-1E49 1E52-1E5B 1E5E-1E63 1E6A-1E6F 1E80-1E87 1E8C-1E97 1E9E 1EA0-1EF9";

    /** 500, the letters of ASCII included; 448 without them. */
    public static final List<String> LETTERS =
            Arrays.stream(LETTER_RANGES.split(" ")).flatMap(Din91379::range).toList();

    /** 149: a letter and what may stand above, below or through it. */
    public static final List<String> SEQUENCES = sequences(
            "A/30B C/300,304,306,308,315,323,326 D/302 F/300,304 G/300 H/304,326,331 J/301,30C"
                    + " K/300,302,304,307,315,31B,326 L/302,325,326 M/300,302,306,310 N/302,304,306,326"
                    + " P/300,304,315,323 R/306,325 S/300,304,331 T/300,304,308,315,31B U/307 Z/300,304,306,308,327"
                    + " a/30B c/300,304,306,308,315,323,326 d/302 f/300,304 g/300 h/304,326 j/301"
                    + " k/300,302,304,307,315,31B,326 l/302,325,326 m/300,302,306,310 n/302,304,306,326"
                    + " p/300,304,315,323 r/306,325 s/300,304,331 t/300,304,315,31B u/307 z/300,304,306,308,327"
                    + " \u00C7/306 \u00DB/304 \u00E7/306 \u00FB/304 \u00FF/301 \u010C/315,323 \u010D/315,323"
                    + " \u0113/30D \u012A/301 \u012B/301 \u014D/30D \u017D/326,327 \u017E/326,327 \u1E32/304"
                    + " \u1E33/304 \u1E62/304 \u1E63/304 \u1E6C/304 \u1E6D/304 \u1EA0/308 \u1EA1/308 \u1ECC/308"
                    + " \u1ECD/308 \u1EE4/304,308 \u1EE5/304,308 C\u0328/306 L\u0325/304 R\u0325/304 S\u031B/304"
                    + " c\u0328/306 l\u0325/304 r\u0325/304 s\u031B/304",
            "K\u035FH",
            "K\u035Fh",
            "k\u035Fh");

    /** What stands between the letters of names and texts: the standard's own, and what Word makes of them. */
    public static final List<String> SIGNS = List.of(
            "'", ",", "-", ".", "`", "~", "\u00A8", "\u00B4", "\u00B7", "\u02B9", "\u02BA", "\u02BE", "\u02BF",
            "\u02C8", "\u02CC", "\u2019", "\u2021", "\u2010", "\u2011", "\u2013", "\u2014", "\u2018", "\u201A",
            "\u201C", "\u201D", "\u201E", "\u2026", "\u00AB", "\u00BB", "\u2039", "\u203A", "\u20AC", "\u00A7",
            "\u00B0", "\u00D7", "\u00B5", "\u2032", "\u2033", "\u2264", "\u2265");

    /** What a document must show: every letter, sequence and sign, each within a word of its own. */
    public static final List<String> WORDS = Stream.of(LETTERS, SEQUENCES, SIGNS)
            .flatMap(List::stream)
            .map(letter -> "x" + letter + "y")
            .toList();

    private Din91379() {}

    /** The words that a text does not hold, whatever its blanks and normal form. */
    public static List<String> missingIn(String text) {
        String plain = squeezed(text);
        return WORDS.stream().filter(word -> !plain.contains(squeezed(word))).toList();
    }

    /** Composed, without blanks and what nobody sees. */
    public static String squeezed(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC).replaceAll("[\\s\u00a0\u202f\u00ad]", "");
    }

    /** The words, so many in a text. */
    public static List<String> lines(int words) {
        return IntStream.iterate(0, from -> from < WORDS.size(), from -> from + words)
                .mapToObj(from -> String.join(" ", WORDS.subList(from, Math.min(from + words, WORDS.size()))))
                .toList();
    }

    /** Names made of every letter and sequence, none longer than the form takes. */
    public static List<String> names() {
        List<String> all = Stream.concat(LETTERS.stream(), SEQUENCES.stream()).toList();
        List<String> names = new ArrayList<>();
        for (int from = 0; from < all.size(); from += 20) {
            names.add(String.join("", all.subList(from, Math.min(from + 20, all.size()))));
        }
        return names;
    }

    private static Stream<String> range(String ends) {
        String[] both = ends.split("-");
        return IntStream.rangeClosed(Integer.parseInt(both[0], 16), Integer.parseInt(both[both.length - 1], 16))
                .mapToObj(Character::toString);
    }

    private static List<String> sequences(String byLetter, String... others) {
        return Stream.concat(
                        Arrays.stream(byLetter.split(" ")).flatMap(letter -> {
                            String[] parts = letter.split("/");
                            return Arrays.stream(parts[1].split(","))
                                    .map(mark -> parts[0] + Character.toString(Integer.parseInt(mark, 16)));
                        }),
                        Arrays.stream(others))
                .collect(Collectors.toList());
    }
}
