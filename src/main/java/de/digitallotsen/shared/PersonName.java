package de.digitallotsen.shared;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The name of a person, or of what somebody does, in its normal form (R37): NFC, nothing that nobody sees, plain single
 * blanks. Letters, case, hyphens and apostrophes stay as they were typed.
 *
 * @param text the normal form
 */
public record PersonName(String text) {

    /** Shortened words of offices and titles, which people write together with the next one. */
    private static final String SHORTENED =
            "(?:Abt|Allg|Amtm|Bgm|Betr|Dez|Dipl|Dr|FB|FD|FG|Geb|Gepr|Ing|Insp|Jur|Kfm|Komm|Leit|Ltg|Mag"
                    + "|Med|Mitarb|Phil|Prof|Päd|Ref|Sachb|SG|Soz|St|Staatl|Stellv|Stv|Techn|Verw|Wiss|Öff)";

    /** A word of a domain at its beginning, unless it is a shortened one. */
    private static final String WORD = "(?<![\\p{L}\\p{N}-])(?!" + SHORTENED + "\\.)[\\p{L}\\p{N}-]{2,}\\.";

    /** Domains that mail programs know without a path, and those that stand for none (RFC 2606). */
    private static final String GENERIC =
            "(?:com|net|org|info|biz|edu|gov|mil|int|arpa|aero|agency|app|asia|bayern|berlin|bet|bid"
                    + "|blog|business|cam|cash|cat|center|chat|click|cloud|club|company|coop|cyou|date|dev"
                    + "|digital|download|email|eus|example|expert|finance|fit|fun|fyi|gal|games|global|gmbh"
                    + "|group|hamburg|help|host|icu|internal|international|invalid|jobs|koeln|lan|land|life"
                    + "|link|live|loan|local|localhost|ltd|market|media|mobi|money|monster|museum|name|network"
                    + "|news|nrw|one|onion|online|page|partners|photo|pics|plus|post|press|pro|quest|review"
                    + "|reisen|rocks|ruhr|run|saarland|sale|sbs|school|science|services|shop|site|social"
                    + "|solutions|space|store|stream|studio|support|swiss|systems|team|tech|tel|test|tirol"
                    + "|today|tools|top|trade|travel|vip|versicherung|video|web|website|wien|wiki|win|work"
                    + "|works|world|wtf|xxx|xyz|zip|zone)";

    /**
     * What mail programs turn into links, so that a name could lead somewhere. Two letters in small are a country; "in"
     * ends the shortened name of an office. What follows a slash is the other form of a word ("Leiter/in") or a way.
     */
    private static final Pattern ADDRESS = Pattern.compile(
            "http|www\\.|://|[^\\s@]\\s*[@\uff20\ufe6b]\\s*[^\\s@]"
                    + "|" + WORD + "(?:" + GENERIC + "|(?-i:(?!in(?![\\p{L}\\p{N}]))[a-z]{2}))(?![\\p{L}\\p{N}])"
                    + "|(?<![\\p{L}\\p{N}-])(?!" + SHORTENED + "\\.)[\\p{L}\\p{N}-]+\\.\\p{L}{2,}"
                    + "/(?!-?(?:innen|in|r|n|e|frau|mann)(?!\\p{L}))",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

    /** The normal form; empty if nothing is left of it. */
    public static Optional<PersonName> of(String raw) {
        return Optional.ofNullable(VisibleText.line(raw)).map(PersonName::new);
    }

    /** True if a mail program would make a link of it: such a name could send people elsewhere. */
    public boolean leadsSomewhere() {
        return ADDRESS.matcher(text).find();
    }

    @Override
    public String toString() {
        return text;
    }
}
