package de.digitallotsen.account;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

import de.digitallotsen.kommune.Kommunen;
import de.digitallotsen.shared.Input;
import de.digitallotsen.shared.Messages;
import jakarta.enterprise.context.ApplicationScoped;

/**
 * Which password somebody may choose: long enough, and none that is easily guessed. Length is what makes a password
 * strong (BSI, NIST SP 800-63B): no rules about kinds of characters.
 */
@ApplicationScoped
class PasswordRule {

    static final int FEWEST_CHARACTERS = 12;
    static final int MOST_CHARACTERS = 200;

    private static final String FIELD = "password";

    private final GuessablePasswords guessable;
    private final Kommunen kommunen;

    PasswordRule(GuessablePasswords guessable, Kommunen kommunen) {
        this.guessable = guessable;
        this.kommunen = kommunen;
    }

    /**
     * Whose password it will be: what everybody knows about somebody makes a bad one.
     *
     * @param kommuneArs of personnel staff, else null
     */
    record Owner(String name, String email, String kommuneArs) {
        static Owner of(User user) {
            return new Owner(user.name(), user.email(), user.kommuneArs());
        }
    }

    /** Notes what is wrong with the password. */
    void check(Input input, String password, String repeated, Owner owner) {
        if (password == null || password.isEmpty()) {
            input.reject(FIELD, Messages.text("input.required", "label", "Passwort"));
            return;
        }
        int characters = password.codePointCount(0, password.length());
        if (characters < FEWEST_CHARACTERS) {
            input.reject(FIELD, Messages.text("password.short", "least", FEWEST_CHARACTERS));
        } else if (characters > MOST_CHARACTERS) {
            input.reject(FIELD, Messages.text("password.long", "most", MOST_CHARACTERS, "actual", characters));
        } else {
            Optional<GuessablePasswords.Reason> reason = guessable.why(password, wordsOf(owner));
            reason.ifPresent(why -> input.reject(FIELD, Messages.text(why.key())));
        }
        input.check(password.equals(repeated), "passwordRepeated", "password.differs");
    }

    private List<String> wordsOf(Owner owner) {
        List<String> words = new ArrayList<>();
        add(words, owner.name());
        add(words, owner.email());
        add(words, owner.kommuneArs() == null ? null : kommunen.displayName(owner.kommuneArs()));
        return words;
    }

    private static void add(List<String> words, String text) {
        if (text != null) {
            String small = text.toLowerCase(Locale.ROOT);
            words.add(small);
            words.addAll(List.of(small.split("[^\\p{L}\\p{N}]+")));
        }
    }
}
