package de.digitallotsen.account;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import com.nulabinc.zxcvbn.Pattern;
import com.nulabinc.zxcvbn.StandardDictionaries;
import com.nulabinc.zxcvbn.StandardKeyboards;
import com.nulabinc.zxcvbn.Strength;
import com.nulabinc.zxcvbn.Zxcvbn;
import com.nulabinc.zxcvbn.ZxcvbnBuilder;
import com.nulabinc.zxcvbn.matchers.Dictionary;
import com.nulabinc.zxcvbn.matchers.Match;
import jakarta.enterprise.context.ApplicationScoped;

/** Estimates how many guesses a password takes, of somebody who tries words, names, years and keys in a row first. */
@ApplicationScoped
class GuessablePasswords {

    /** Fewer are made in an afternoon by whoever has a hash; „very unguessable“ begins here for zxcvbn. */
    private static final double FEWEST_GUESSES = 1e10;
    /** So few for the letters alone, and a few digits and signs between them do not help. */
    private static final double FEWEST_GUESSES_OF_LETTERS = 1e5;
    /** The estimate takes longer with every character, and what is longer is long enough without its end. */
    private static final int ESTIMATED = 60;

    private static final String WORDS = "account/guessable-words.txt";
    private static final String OWN = "user_inputs";

    private final Zxcvbn estimate;

    GuessablePasswords() {
        try {
            estimate = new ZxcvbnBuilder()
                    .dictionaries(StandardDictionaries.loadAllDictionaries())
                    .dictionary(new Dictionary("german", germanWords()))
                    .keyboards(StandardKeyboards.loadAllKeyboards())
                    .build();
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }

    /** The most obvious first. */
    private static List<String> germanWords() throws IOException {
        try (InputStream file = GuessablePasswords.class.getClassLoader().getResourceAsStream(WORDS);
                BufferedReader reader = new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    /** Why a password is guessed, for a sentence that says it. */
    enum Reason {
        BLANK,
        OWN,
        WORD,
        REPEATED,
        KEYS,
        SEQUENCE,
        YEAR;

        String key() {
            return "password.guessable." + name().toLowerCase(Locale.ROOT);
        }
    }

    /**
     * @param own words about its owner, in small letters
     * @return empty if it takes many guesses
     */
    Optional<Reason> why(String password, List<String> own) {
        if (password.isBlank()) {
            return Optional.of(Reason.BLANK);
        }
        Strength whole = measure(password, own);
        if (whole.getGuesses() < FEWEST_GUESSES) {
            return Optional.of(reason(whole));
        }
        String letters = password.replaceAll("[^\\p{L}]", "");
        if (letters.length() * 2 >= password.length()) {
            Strength bare = measure(letters, own);
            return bare.getGuesses() < FEWEST_GUESSES_OF_LETTERS ? Optional.of(reason(bare)) : Optional.empty();
        }
        return Optional.empty();
    }

    private Strength measure(String password, List<String> own) {
        return estimate.measure(password.substring(0, Math.min(password.length(), ESTIMATED)), own);
    }

    /** What the longest part of it is that is no chance. */
    private static Reason reason(Strength strength) {
        return strength.getSequence().stream()
                .filter(match -> match.pattern != Pattern.Bruteforce)
                .max(Comparator.comparingInt(Match::tokenLength))
                .map(GuessablePasswords::reason)
                .orElse(Reason.WORD);
    }

    private static Reason reason(Match match) {
        return switch (match.pattern) {
            case Repeat -> Reason.REPEATED;
            case Spatial -> Reason.KEYS;
            case Sequence -> Reason.SEQUENCE;
            case Regex, Date -> Reason.YEAR;
            case Dictionary, Bruteforce -> OWN.equals(match.dictionaryName) ? Reason.OWN : Reason.WORD;
        };
    }
}
