package de.digitallotsen.registration;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

import de.digitallotsen.shared.RefusedException;

/**
 * What a correction changes about a person, and whether it can be one: under the name of a correction nobody is
 * replaced, because then the history would not say so (R16).
 *
 * @param was as it stands
 * @param is as it shall be
 */
record PersonCorrection(Participant.Details was, Participant.Details is) {

    /** Of three letters of a name one may be wrong. */
    private static final int LETTERS_PER_SLIP = 3;

    private static final Pattern MARKS = Pattern.compile("[^\\p{L}]");

    boolean isNothing() {
        return was.equals(is);
    }

    boolean addressChanged() {
        return !personKey().equals(was.personKey());
    }

    String personKey() {
        return is.personKey();
    }

    private boolean nameChanged() {
        return !was.firstName().equals(is.firstName()) || !was.lastName().equals(is.lastName());
    }

    /** Neither name looks like a slip of the pen or a new name after a marriage. */
    private boolean otherName() {
        boolean swapped = alike(was.firstName(), is.lastName()) && alike(was.lastName(), is.firstName());
        return !swapped && !alike(was.firstName(), is.firstName()) && !alike(was.lastName(), is.lastName());
    }

    /**
     * @param samePerson somebody was asked, and says that it is the same
     * @throws RefusedException ANOTHER_PERSON if it is one or may be, PARTICIPANT_NOT_CORRECTABLE if the Kommune
     *     changes more than the spelling after the first day has begun
     */
    void requireAllowed(PossibleActs acts, boolean samePerson) {
        if (otherName() && addressChanged()) {
            throw another("another-person.certain");
        }
        acts.requirePersonChange(addressChanged(), otherName());
        if (!samePerson && (otherName() || nameChanged() && addressChanged())) {
            throw another("another-person.asks");
        }
    }

    private RefusedException another(String sentence) {
        return PossibleActs.refused(RegistrationRefusal.ANOTHER_PERSON, sentence, "was", name(was), "is", name(is));
    }

    private static String name(Participant.Details details) {
        return details.firstName() + " " + details.lastName();
    }

    /** „Nachname, Funktion“: what was corrected, without what it was. */
    String inWords() {
        List<String> words = new ArrayList<>();
        add(words, "Vorname", was.firstName(), is.firstName());
        add(words, "Nachname", was.lastName(), is.lastName());
        add(words, "E-Mail-Adresse", was.email(), is.email());
        add(words, "Funktion", was.jobTitle(), is.jobTitle());
        add(words, "Bedarf an Barrierefreiheit", was.accessibilityNeeds(), is.accessibilityNeeds());
        return String.join(", ", words);
    }

    private static void add(List<String> words, String label, String before, String after) {
        if (!Objects.equals(before, after)) {
            words.add(label);
        }
    }

    /** The same but for few letters; accents, case, „ae“ for „ä“ and what stands between the letters do not count. */
    static boolean alike(String one, String other) {
        String a = letters(one);
        String b = letters(other);
        int longer = Math.max(a.length(), b.length());
        return distance(a, b) <= Math.max(1, longer / LETTERS_PER_SLIP);
    }

    private static String letters(String name) {
        String plain = Normalizer.normalize(name.toLowerCase(Locale.ROOT), Normalizer.Form.NFD);
        return MARKS.matcher(plain)
                .replaceAll("")
                .replace("ß", "ss")
                .replace("ae", "a")
                .replace("oe", "o")
                .replace("ue", "u");
    }

    /** How many letters have to be put in, taken out or changed to make one of the other. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
