package de.digitallotsen.account;

import jakarta.enterprise.context.ApplicationScoped;

/** Replaces what somebody signs in with; whoever signed in with the old one is out. */
@ApplicationScoped
class Credentials {

    private final PasswordHashing passwords;
    private final Sessions sessions;

    Credentials(PasswordHashing passwords, Sessions sessions) {
        this.passwords = passwords;
        this.sessions = sessions;
    }

    boolean matches(User user, String password) {
        return password != null && passwords.matches(password, user.passwordHash());
    }

    /**
     * Inside a transaction.
     *
     * @param kept the session that goes on, or null if none does
     */
    void replace(User user, String password, String kept) {
        user.changePassword(passwords.hash(password));
        sessions.endAll(user.id(), kept);
    }
}
