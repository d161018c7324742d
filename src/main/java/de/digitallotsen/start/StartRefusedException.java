package de.digitallotsen.start;

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

    /** Says it to the person at the console. */
    void say() {
        System.err.println(System.lineSeparator() + "Das Digitallotsen-Portal kann nicht starten: " + getMessage());
    }
}
