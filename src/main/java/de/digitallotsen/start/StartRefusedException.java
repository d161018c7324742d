package de.digitallotsen.start;

import java.sql.SQLException;
import java.util.Optional;

import io.smallrye.config.ConfigValidationException;

/**
 * The portal cannot start as it is set up. The message is for the person at the console: what is wrong and what to do.
 */
class StartRefusedException extends RuntimeException {

    StartRefusedException(String message) {
        super(message);
    }

    StartRefusedException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What the person at the console can do about a start that failed; empty if it is a fault of the portal's. */
    static Optional<StartRefusedException> reasonOf(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof StartRefusedException refused) {
                return Optional.of(refused);
            }
            if (cause instanceof ConfigValidationException wrong) {
                return Optional.of(new StartRefusedException(
                        "Eine Einstellung passt nicht ("
                                + shortly(wrong.getProblem(0).getMessage())
                                + "). Alle Einstellungen stehen in docs/operating.md.",
                        wrong));
            }
            if (cause instanceof SQLException unreachable) {
                return Optional.of(new StartRefusedException(
                        "Die Datenbank lässt sich nicht benutzen (" + unreachable.getMessage()
                                + "). Bitte QUARKUS_DATASOURCE_JDBC_URL und die Zugangsdaten prüfen.",
                        unreachable));
            }
        }
        return Optional.empty();
    }

    /** Without what only programmers want to know. */
    private static String shortly(String message) {
        return message.replaceFirst("^[\\w.]+Exception: ", "")
                .replaceAll("SRCFG\\d+: ", "")
                .replace(" threw an Exception whilst being converted ", ": ");
    }

    /** Says it to the person at the console. */
    void say() {
        System.err.println(System.lineSeparator() + "Das Digitallotsen-Portal kann nicht starten: " + getMessage());
    }
}
