package de.digitallotsen.shared;

import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.regex.Pattern;

import com.ibm.icu.lang.UCharacter;
import com.ibm.icu.text.IDNA;

/**
 * An e-mail address in the one normal form that decides sameness everywhere (R4, R37, adr/0050). The local part stays
 * as it was written and is compared without case; the domain is kept in its A-form of IDNA 2008 and shown to people in
 * its U-form.
 *
 * @param local before the @, in NFKC
 * @param domain behind it, in A-form and lower case
 */
public record EmailAddress(String local, String domain) {

    /** Longest address that SMTP can carry (RFC 5321, erratum 1690). */
    public static final int LONGEST = 254;

    private static final int LONGEST_LOCAL = 64;
    /** Letters, marks and digits of all scripts, and what else may stand unquoted (RFC 5322, atext). */
    private static final Pattern LOCAL = Pattern.compile("[\\p{L}\\p{M}\\p{N}!#$%&'*+/=?^_`{|}~.-]+");
    /** What IDNA 2008 knows in a label; UTS 46 alone would let signs and emoji pass. */
    private static final Pattern LABELS =
            Pattern.compile("[\\p{L}\\p{M}\\p{N}.\u00b7\u0375\u05f3\u05f4\u30fb\u200c\u200d-]+");

    private static final Pattern TOP = Pattern.compile("[a-z]{2,63}|xn--[a-z0-9-]{2,59}");
    private static final IDNA IDNA_2008 = IDNA.getUTS46Instance(IDNA.NONTRANSITIONAL_TO_ASCII
            | IDNA.NONTRANSITIONAL_TO_UNICODE
            | IDNA.CHECK_BIDI
            | IDNA.CHECK_CONTEXTJ
            | IDNA.CHECK_CONTEXTO
            | IDNA.USE_STD3_RULES);

    /**
     * What was made of something typed.
     *
     * @param address null if it is none
     * @param problem key of the message that says why; null if it is an address
     */
    public record Reading(EmailAddress address, String problem) {
        private static Reading wrong(String why) {
            return new Reading(null, "input.email-" + why);
        }
    }

    /** Reads what was typed, pasted or imported; null is no address, for the plainest reason. */
    public static Reading read(String raw) {
        String typed = raw == null ? null : VisibleText.lines(raw);
        if (typed == null) {
            return new Reading(null, "input.email");
        }
        if (VisibleText.hasBlank(typed)) {
            return Reading.wrong("blank");
        }
        String text = Normalizer.normalize(typed, Normalizer.Form.NFKC);
        int at = text.indexOf('@');
        if (at < 1 || at == text.length() - 1 || text.indexOf('@', at + 1) >= 0) {
            return Reading.wrong("at");
        }
        String problem = problemOfLocal(text.substring(0, at));
        return problem != null ? Reading.wrong(problem) : readDomain(text.substring(0, at), text.substring(at + 1));
    }

    private static String problemOfLocal(String local) {
        if (!LOCAL.matcher(local).matches()) {
            return "characters";
        }
        if (local.startsWith(".") || local.endsWith(".") || local.contains("..")) {
            return "dots";
        }
        return octets(local) > LONGEST_LOCAL ? "local-too-long" : null;
    }

    private static Reading readDomain(String local, String written) {
        if (written.length() > LONGEST) {
            return Reading.wrong("too-long");
        }
        IDNA.Info info = new IDNA.Info();
        String domain =
                IDNA_2008.nameToASCII(written, new StringBuilder(), info).toString();
        if (info.getErrors().contains(IDNA.Error.EMPTY_LABEL) || domain.endsWith(".")) {
            return Reading.wrong("domain-dots");
        }
        if (info.getErrors().contains(IDNA.Error.LABEL_TOO_LONG)) {
            return Reading.wrong("label-too-long");
        }
        if (info.getErrors().contains(IDNA.Error.DOMAIN_NAME_TOO_LONG)) {
            return Reading.wrong("too-long");
        }
        if (info.hasErrors() || !LABELS.matcher(unicode(domain)).matches()) {
            return Reading.wrong("domain");
        }
        int dot = domain.lastIndexOf('.');
        if (dot < 0 || !TOP.matcher(domain.substring(dot + 1)).matches()) {
            return Reading.wrong("top");
        }
        EmailAddress address = new EmailAddress(local, domain);
        return octets(address.stored()) > LONGEST ? Reading.wrong("too-long") : new Reading(address, null);
    }

    private static int octets(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    private static String unicode(String domain) {
        return IDNA_2008
                .nameToUnicode(domain, new StringBuilder(), new IDNA.Info())
                .toString();
    }

    /** As it is kept, and as a mail server understands it: local part as written, domain in A-form. */
    public String stored() {
        return local + "@" + domain;
    }

    /** By which two addresses are the same or not: nothing else compares them. */
    public String key() {
        StringBuilder folded = new StringBuilder();
        // Letter by letter, so that ß stays ß and the end of a word makes no difference, whatever the language.
        local.codePoints().map(c -> UCharacter.foldCase(c, true)).forEach(folded::appendCodePoint);
        return Normalizer.normalize(folded, Normalizer.Form.NFKC) + "@" + domain;
    }

    /** As people read it: the domain in its U-form. */
    public String shown() {
        return local + "@" + unicode(domain);
    }

    /** The key of what was typed. What is no address has one too, which no address has: nobody is found by it. */
    public static String keyOf(String raw) {
        EmailAddress address = read(raw).address();
        String line = address == null ? VisibleText.line(raw) : null;
        return address != null ? address.key() : line == null ? null : "? " + line;
    }

    /** What is kept, as people read it; what is no address (somebody made anonymous, R27) stays as it is. */
    public static String shown(String stored) {
        EmailAddress address = read(stored).address();
        return address == null ? stored : address.shown();
    }
}
